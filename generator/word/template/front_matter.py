"""The table of front matter, fitted to what stands in it once its tags are filled in.

    <w:p><w:pPr><w:pStyle w:val="FrontMatterWideColumns"/>
      <w:tabs><w:tab w:val="clear" w:pos="4309"/></w:tabs></w:pPr> ... a long body (tab) 5 July 2022

- The column of labels becomes as wide as the longest word in it.
- The style has a stop on the left for what follows a short part, and one on the right for what
  follows a long one, or is itself too long for the left. Where one line of a row needs the right
  stop, its other lines take it as well, or dates would stand in two columns. A right stop beyond
  the cell moves to the cell's edge. Where a name leaves no room for its date, the date stands at
  the right stop of a line of its own: it would slip under the name. (A right indent, as in
  contents lists, loses it in LibreOffice.)
- Where a name runs past a left stop, the stop of all lines in the row moves, and posts hang from
  it. A name that leaves its post no room stands above it: a line end takes the tab's place,
  because the next line begins at the hanging indent by itself.
- People who stand side by side without the room for it are told, so that they are stacked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

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
_NAMES_MOST, _NAMES_LEAST = 0.6, 0.3  # of a cell, for names with their posts beside them
_BETWEEN = 160  # twips from a name to its post
_HANGING = 567  # twips by which a post stands in under its name


class _Tabbed(NamedTuple):
    """Lines with tabs of one style in a cell; stops and room in twips, size in points of Arial.

    hangs: whether the style lets further lines begin at a stop.
    """

    lines: list[Element]
    stops: dict[int, str]
    room: int
    size: float
    hangs: bool


def align_front_matter(parts: Parts, labels: Collection[str]) -> None:
    """Widen the labels' column where a word needs it, and set the stops of lines with tabs."""
    for tabbed in _aligned(parts, labels, Fonts(parts)):
        _hang_posts(tabbed)


def _aligned(parts: Parts, labels: Collection[str], fonts: Fonts) -> Iterator[_Tabbed]:
    """Fit labels and dates, and give the lines of each cell with tabs."""
    for table in parts.xml(DOCUMENT).iter(clark("w:tbl")):
        _widen_labels(table, labels, fonts)
    for cell, style_id, lines in _lines_with_tabs(parts):
        chain = list(fonts.chain(style_id))
        stops, room = style_stops(chain), cell_room(cell)
        size = fonts.as_arial(style_id)
        _align(lines, stops, room, size)
        yield _Tabbed(lines, stops, room, size, left_indent(chain) in stops)


def crowded_rows(
    parts: Parts, labels: Collection[str], rows: Mapping[str, Sequence[str]]
) -> set[str]:
    """The keys of rows whose parts have no room beside each other, each under those above it.

    rows: key -> lines as they are printed, with tabs. The parts are changed, much as by
    align_front_matter.
    """
    fonts, found = Fonts(parts), set()
    for _ in _aligned(parts, labels, fonts):
        pass
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
    names = max(text_width(line[0], size) for line in lines) * TWIPS_PER_POINT
    if room and names > _most_for_names(lines, room, size):
        return True
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


def _hang_posts(tabbed: _Tabbed) -> None:
    """Let what follows names hang from a stop that all names in the cell leave free."""
    lines, stops, room, size, hangs = tabbed
    left = [place for place, kind in stops.items() if kind == "left"]
    parts = [text_of(line).split("\t") for line in lines]
    if len(left) != 1 or not room or any(len(each) != 2 for each in parts) or _is_dated(lines):
        return
    size *= _AIR
    names = [text_width(name, size) * TWIPS_PER_POINT for name, _ in parts]
    widest = longest_word if hangs else text_width
    words = max(widest(post, size) for _, post in parts) * TWIPS_PER_POINT
    if max(names) <= left[0] and words <= room - left[0]:
        return
    most = _most_for_names(parts, room, size)
    stop = max([_HANGING, *(int(name) + _BETWEEN for name in names if name <= most)])
    for line, name in zip(lines, names, strict=True):
        properties, tab = line.find(clark("w:pPr")), line.find(f"{clark('w:r')}/{clark('w:tab')}")
        if properties is None or tab is None:
            continue
        gone = [place for place in stops if place != stop]
        put_in_order(properties, tabs({stop: "left"}, without=gone))
        put_in_order(properties, w("ind", left=stop, hanging=stop))
        if name > most:
            tab.tag = clark("w:br")


def _is_dated(lines: Iterable[Element]) -> bool:
    """Whether the lines have stops of their own already, for dates."""
    return any(line.find(f"{clark('w:pPr')}/{clark('w:tabs')}") is not None for line in lines)


def _most_for_names(parts: Iterable[Sequence[str]], room: int, size: float) -> float:
    """How wide a name may be, in twips, with room for the words of the posts beside it."""
    words = max(longest_word(post, size) for _, *posts in parts for post in (*posts, ""))
    left = room - words * TWIPS_PER_POINT
    return max(min(left, room * _NAMES_MOST), room * _NAMES_LEAST) - _BETWEEN


def _left_stop_in_the_way(lines: list[Element], stops: dict[int, str], size: float) -> list[int]:
    left = [place for place, kind in stops.items() if kind == "left"]
    right = [place for place, kind in stops.items() if kind == "right"]
    if len(left) != 1 or len(right) != 1:
        return []
    parts = [text_of(line).partition("\t") for line in lines]
    first = max(text_width(before, size) for before, _, _ in parts) * TWIPS_PER_POINT
    second = max(text_width(after, size) for _, _, after in parts) * TWIPS_PER_POINT
    if second > right[0] - left[0]:  # a long date, or text of its own
        return left if _fit_on_one_line(parts, right[0], size) else []
    return left if first > left[0] else []


def _fit_on_one_line(parts: Sequence[tuple[str, str, str]], stop: int, size: float) -> bool:
    """Whether what follows the tab has room before the stop in each line, beside what precedes."""
    widths = (text_width(f"{before}  {after}", size) for before, _, after in parts)
    return max(widths) * TWIPS_PER_POINT <= stop
