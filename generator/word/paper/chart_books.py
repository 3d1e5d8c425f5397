"""The workbook behind a chart, held against what the chart shows of it.

xl/workbook.xml         <sheet name="Figures" r:id="rId1"/>  <sheet name="Raw" state="hidden" .../>
xl/worksheets/*.xml     <c r="F2" t="s"><v>14</v></c>
chart1.xml              <c:f>Figures!$B$2:$B$5</c:f>             what is shown

Words beside the figures are let be, such as the note that explains a mark under them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from generator.model.frozen import dataclass
from generator.model.release.paper_media import PaperWorkbook
from generator.model.wording.late_pattern import late_pattern
from generator.word.package.elements import Element, clark, local_name
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError

_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_THREADS = "{http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments}"
_AREA = late_pattern(
    r"(?:\[[^]]*\])?'?([^'!]*)'?!\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?"
)
_CELL = late_pattern(r"([A-Z]{1,3})(\d+)")
_MOST_BYTES, _MOST_MORE = 4_000_000, 20
_PEOPLE = ("creator", "lastModifiedBy", "Manager")
_OWN_NAMES = ("_xlnm.", "_xlchart")


@dataclass(frozen=True, slots=True)
class Area:
    """A range of cells: columns and rows from 1, both ends in it."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Shown:
    """What a chart shows: the areas that its formulas name, and all its figures.

    A program that makes formulas of its own ("categories") leaves only the figures to go by.
    """

    areas: tuple[Area, ...]
    figures: frozenset[str]

    def has(self, area: Area, value: str) -> bool:
        """Whether a cell is shown. area: of the cell alone."""
        if not self.areas:
            return value in self.figures
        return any(
            one.sheet == area.sheet
            and one.left <= area.left <= one.right
            and one.top <= area.top <= one.bottom
            for one in self.areas
        )


def shown_by(chart: Element) -> Shown:
    """What a chart shows of its workbook."""
    figures = (one.text or "" for one in chart.iter(clark("c:v")))
    return Shown(_areas(chart), frozenset(_plain(one) for one in figures))


def _plain(figure: str) -> str:
    try:
        return f"{float(figure):g}"
    except ValueError:
        return figure


def _areas(chart: Element) -> tuple[Area, ...]:
    texts = (one.text or "" for one in chart.iter(clark("c:f")))
    found = (match for text in texts for match in _AREA.finditer(text))
    return tuple(
        Area(
            one[1],
            _column(one[2]),
            int(one[3][:7]),
            _column(one[4] or one[2]),
            int((one[5] or one[3])[:7]),
        )
        for one in found
    )


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def read_workbook(data: bytes, part: str, shown: Shown) -> PaperWorkbook | None:
    """What a workbook holds; None for what is no .xlsx, or cannot be read safely."""
    try:
        parts = Parts(data)
        main = parts.related_part("", "officeDocument")
        root = None if main is None else parts.xml(main)
        return None if root is None else _read(parts, part, main or "", root, shown)
    except PackageError:
        return None  # told by the checks of the file's validity


def _read(parts: Parts, part: str, main: str, root: Element, shown: Shown) -> PaperWorkbook:
    sheets = list(root.iter(f"{_S}sheet"))
    named = {one.get(clark("r:id"), ""): one.get("name", "") for one in sheets}
    more = [
        cell
        for related in parts.related(main)
        if related.id in named and related.target in parts
        for cell in _unshown(parts, related.target, named[related.id], shown)
    ]
    defined = [one.get("name", "") for one in root.iter(f"{_S}definedName")]
    kinds = [name.rsplit("/", 1)[-1].casefold() for name in parts.names()]
    return PaperWorkbook(
        part,
        tuple(named.values()),
        tuple(one.get("name", "") for one in sheets if one.get("state", "visible") != "visible"),
        tuple(more[:_MOST_MORE]),
        tuple(one for one in defined if not one.startswith(_OWN_NAMES)),
        any(name.startswith(("comments", "threadedcomment")) for name in kinds),
        any(name.startswith("pivotcache") for name in kinds),
        _people(parts),
        (*named.values(), *_texts(parts)),
        tuple(_numbers(parts)),
    )


def _unshown(parts: Parts, name: str, sheet: str, shown: Shown) -> Iterator[str]:
    """Cells of a sheet with figures outside what is shown, or words in columns outside it."""
    if len(parts.raw[name]) > _MOST_BYTES:
        yield sheet
        return
    widest = max((one.right for one in shown.areas if one.sheet == sheet), default=0)
    for cell in parts.xml(name).iter(f"{_S}c"):
        place = _CELL.fullmatch(cell.get("r", ""))
        if place is None or not _is_filled(cell):
            continue
        column, row = _column(place[1]), int(place[2][:7])
        words = cell.get("t") in ("s", "str", "inlineStr")
        beside = words and (column <= widest or not shown.areas)
        value = _plain(cell.findtext(f"{_S}v") or "")
        if not beside and not shown.has(Area(sheet, column, row, column, row), value):
            yield f"{sheet}!{place[0]}"


def _is_filled(cell: Element) -> bool:
    return bool(cell.findtext(f"{_S}v")) or cell.find(f"{_S}is") is not None


def _texts(parts: Parts) -> Iterator[str]:
    """What cells and comments say, the shared texts of cells among them."""
    for name in _small(parts, "xl/"):
        for node in parts.xml(name).iter(f"{_S}si", f"{_S}is", f"{_S}text", f"{_THREADS}text"):
            words = node.text or "".join(one.text or "" for one in node.iter(f"{_S}t"))
            yield from (words,) if words.strip() else ()


def _numbers(parts: Parts) -> Iterator[float]:
    for name in _small(parts, "xl/worksheets/"):
        for cell in parts.xml(name).iter(f"{_S}c"):
            if cell.get("t", "n") == "n":
                with suppress(ValueError):
                    yield float(cell.findtext(f"{_S}v") or "")


def _small(parts: Parts, folder: str) -> Iterator[str]:
    """The parts of a folder that are read whole."""
    for name in parts.names():
        if name.startswith(folder) and name.endswith(".xml") and len(parts.raw[name]) < _MOST_BYTES:
            yield name


def _people(parts: Parts) -> tuple[str, ...]:
    found = []
    for kind in ("core-properties", "extended-properties"):
        name = parts.related_part("", kind)
        for node in () if name is None else parts.xml(name):
            if local_name(node) in _PEOPLE and (node.text or "").strip():
                found.append((node.text or "").strip())
    return tuple(dict.fromkeys(found))
