"""The table of front matter, fitted to what stands in it once its tags are filled in.

    <w:p><w:pPr><w:pStyle w:val="FrontMatterWideColumns"/>
      <w:tabs><w:tab w:val="clear" w:pos="4309"/></w:tabs></w:pPr> ... a long body (tab) 5 July 2022

- The column of labels becomes as wide as the longest word in it.
- The style has a stop on the left for what follows a short part, and one on the right for what
  follows a long one. Where one line of a row needs the right stop, its other lines take it as well,
  or dates would stand in two columns. A right stop beyond the cell moves to the cell's edge. Where
  a name leaves no room for its date, the date stands at the right stop of a line of its own: it
  would slip under the name. (A right indent, as in contents lists, loses it in LibreOffice.)
- People who stand side by side without the room for it are told, so that they are stacked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from generator.word.charts.text_width import BOLD_WORD, longest_word, text_width
from generator.word.package.elements import Element, clark, text_of, w
from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import put_in_order
from generator.word.template.tab_stops import (
    cell_margins,
    cell_room,
    left_indent,
    part_ends,
    style_stops,
    tabs,
)

_AIR = 1.02  # fonts that stand in for Arial are a little wider
_LABELS_MOST = 0.5  # of the table


def align_front_matter(parts: Parts, labels: Collection[str]) -> None:
    """Widen the labels' column where a word needs it, and set the stops of lines with tabs."""
    fonts = Fonts(parts)
    for table in parts.xml(DOCUMENT).iter(clark("w:tbl")):
        _widen_labels(table, labels, fonts)
    for cell, style_id, lines in _lines_with_tabs(parts):
        _align(lines, style_stops(fonts.chain(style_id)), cell_room(cell), fonts.as_arial(style_id))


def crowded_rows(
    parts: Parts, labels: Collection[str], rows: Mapping[str, Sequence[str]]
) -> set[str]:
    """The keys of rows whose parts have no room beside each other, each under those above it.

    rows: key -> lines as they are printed, with tabs. The parts are changed as by
    align_front_matter.
    """
    align_front_matter(parts, labels)
    fonts, found = Fonts(parts), set()
    for cell, style_id, paragraphs in _lines_with_tabs(parts):
        chain = list(fonts.chain(style_id))
        stops = style_stops(chain)
        if left_indent(chain):
            stops.setdefault(left_indent(chain), "left")
        texts = [text_of(paragraph) for paragraph in paragraphs]
        for key, lines in rows.items():
            ours = [line.split("\t") for line in lines if line in texts]
            if ours and _crowded(ours, stops, cell_room(cell), fonts.as_arial(style_id)):
                found.add(key)
    return found


def _crowded(lines: list[list[str]], stops: dict[int, str], room: int, size: float) -> bool:
    starts: dict[int, float] = {}
    for line in lines:
        ends = part_ends(line, stops, size)
        if room and ends[-1][1] > room:
            return True
        if any(starts.setdefault(index, start) != start for index, (start, _) in enumerate(ends)):
            return True
    return False


# ---------------------------------------------------------------- labels
def _widen_labels(table: Element, labels: Collection[str], fonts: Fonts) -> None:
    """Widen the column of labels to its longest word, at the cost of the widest other column."""
    columns = table.findall(f"{clark('w:tblGrid')}/{clark('w:gridCol')}")
    rows = [row.findall(clark("w:tc")) for row in table.iterfind(clark("w:tr"))]
    if len(columns) < 2 or any(len(row) != len(columns) for row in rows):
        return
    labelled = [row[0] for row in rows if text_of(row[0]).strip() in labels]
    if not labelled:
        return
    widths = [int(float(column.get(clark("w:w"), "0"))) for column in columns]
    needed = max(_word_width(cell, fonts) + cell_margins(cell) for cell in labelled)
    needed = min(int(needed) + 1, int(sum(widths) * _LABELS_MOST))
    if needed <= widths[0]:
        return
    giving = max(range(1, len(widths)), key=widths.__getitem__)
    widths[giving] -= needed - widths[0]
    widths[0] = needed
    for index in (0, giving):
        columns[index].set(clark("w:w"), str(widths[index]))
        for row in rows:
            width = row[index].find(f"{clark('w:tcPr')}/{clark('w:tcW')}")
            if width is not None:
                width.set(clark("w:w"), str(widths[index]))
                width.set(clark("w:type"), "dxa")


def _word_width(cell: Element, fonts: Fonts) -> float:
    """The width of the longest word in a cell, in twips."""
    widest = 0.0
    for paragraph in cell.iterfind(clark("w:p")):
        style_id = _style_id(paragraph)
        bold = fonts.bold(style_id) or next(paragraph.iter(clark("w:b")), None) is not None
        word = longest_word(text_of(paragraph), fonts.as_arial(style_id))
        widest = max(widest, word * (BOLD_WORD if bold else 1))
    return widest * _AIR * TWIPS_PER_POINT


# ---------------------------------------------------------------- lines
def _lines_with_tabs(parts: Parts) -> Iterator[tuple[Element, str, list[Element]]]:
    """(cell, style, paragraphs with tabs in it) of each cell."""
    for cell in parts.xml(DOCUMENT).iter(clark("w:tc")):
        by_style: dict[str, list[Element]] = {}
        for paragraph in cell.iterfind(clark("w:p")):
            if _style_id(paragraph) and "\t" in text_of(paragraph):
                by_style.setdefault(_style_id(paragraph), []).append(paragraph)
        for style_id, lines in by_style.items():
            yield cell, style_id, lines


def _style_id(paragraph: Element) -> str:
    style = paragraph.find(f"{clark('w:pPr')}/{clark('w:pStyle')}")
    return "" if style is None else str(style.get(clark("w:val"), ""))


def _align(lines: list[Element], stops: dict[int, str], room: int, size: float) -> None:
    """Let every line use the right stop where one of them has to, and none go beyond the cell."""
    beyond = [place for place, kind in stops.items() if kind == "right" and place > room > 0]
    moved = dict.fromkeys([room] if beyond else [], "right")
    kept = {place: kind for place, kind in stops.items() if place not in beyond} | moved
    gone = [*beyond, *_left_stop_in_the_way(lines, kept, size * _AIR)]
    for line in lines if gone else ():
        properties = line.find(clark("w:pPr"))
        if properties is not None:
            put_in_order(properties, tabs(moved, without=gone))
    standing = {place: kind for place, kind in kept.items() if place not in gone}
    if list(standing.values()) == ["right"]:
        for line in lines:
            _break_before_date(line, min(standing), size * _AIR)


def _break_before_date(line: Element, stop: int, size: float) -> None:
    """Put what stands at the right stop on a line of its own where the first part is too long."""
    first, _, second = text_of(line).partition("\t")
    wide = (text_width(first, size) + text_width(second, size)) * TWIPS_PER_POINT
    tab = line.find(f"{clark('w:r')}/{clark('w:tab')}")
    if wide > stop and "\t" not in second and tab is not None:
        tab.addprevious(w("br"))


def _left_stop_in_the_way(lines: list[Element], stops: dict[int, str], size: float) -> list[int]:
    left = [place for place, kind in stops.items() if kind == "left"]
    right = [place for place, kind in stops.items() if kind == "right"]
    if len(left) != 1 or len(right) != 1:
        return []
    parts = [text_of(line).partition("\t") for line in lines]
    first = max(text_width(before, size) for before, _, _ in parts) * TWIPS_PER_POINT
    second = max(text_width(after, size) for _, _, after in parts) * TWIPS_PER_POINT
    # All fit, or what follows is no date but text of its own.
    return [] if first <= left[0] or second > right[0] - left[0] else left
