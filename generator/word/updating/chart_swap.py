"""Charts whose figures changed: the new draft's part and workbook in place of the old.

<c:ser><c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>46</c:v>       compared as numbers

LibreOffice writes a chart anew in its own way; only its figures and categories say whether it is
still the same. A title that somebody changed stays as they wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from generator.model.frozen import dataclass
from generator.word.external.foreign_links import references
from generator.word.package.elements import Element, clark
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.pictures import shown_title
from generator.word.redline.brought_files import BroughtFiles

_EXTENT = clark("wp:extent")
_VALUES = ("c:val", "c:cat", "c:tx")


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart of a file: what stands in the text, its part, its figures and its title."""

    drawing: Element
    part: str
    figures: tuple[object, ...]
    title: str

    @property
    def paragraph(self) -> Element:
        """The paragraph that it stands in."""
        return next(self.drawing.iterancestors(clark("w:p")))

    @property
    def said(self) -> Element:
        """Its wp:docPr, with name and alternative text."""
        return next(self.drawing.iter(clark("wp:docPr")))


def charts_of(parts: Parts) -> list[PlacedChart]:
    """The charts of a file's text, in order; none that cannot be read."""
    return list(_charts(parts))


def _charts(parts: Parts) -> Iterator[PlacedChart]:
    targets = {one.id: one.target for one in parts.related(DOCUMENT) if not one.external}
    for drawing in parts.xml(DOCUMENT).iter(clark("w:drawing")):
        chart = next(drawing.iter(clark("c:chart")), None)
        name = "" if chart is None else targets.get(chart.get(clark("r:id"), ""), "")
        if name not in parts or next(drawing.iter(clark("wp:docPr")), None) is None:
            continue
        try:
            root = parts.xml(name)
        except PackageError:
            continue
        yield PlacedChart(drawing, name, tuple(_figures(root)), shown_title(root))


def swap_chart(
    copy: Parts, draft: Parts, old: PlacedChart, new: PlacedChart, own: bool, told: bool
) -> None:
    """Put the new chart in the old one's place.

    own, told: somebody changed its title, or its alternative text, which stays.
    """
    root = deepcopy(draft.xml(new.part))
    if own:
        _keep_title(copy.xml(old.part), root)
    _drop_workbook(copy, old.part)
    BroughtFiles(draft, copy).fit(root, new.part, old.part)
    copy.add(old.part, root, copy.content_type(old.part))
    _take_height(old.drawing, new.drawing)
    if not told:
        old.said.set("descr", new.said.get("descr", ""))


def _take_height(old: Element, new: Element) -> None:
    """Give the drawing the new chart's height, unless somebody made it wider or narrower."""
    ours, theirs = old.find(f".//{_EXTENT}"), new.find(f".//{_EXTENT}")
    if ours is not None and theirs is not None and ours.get("cx") == theirs.get("cx"):
        ours.set("cy", theirs.get("cy", ""))


def _drop_workbook(copy: Parts, part: str) -> None:
    """Take out what only the chart that goes refers to."""
    gone = {value for _, _, value in references(copy.xml(part))}
    old = [each for each in copy.related(part) if each.id in gone]
    for one in old:
        copy.related(part).remove(one)
    others = {each.target for name in copy.names() for each in copy.related(name)}
    for one in old:
        if not one.external and one.target in copy and one.target not in others:
            copy.remove(one.target)


def _keep_title(old: Element, new: Element) -> None:
    path = f"{clark('c:chart')}/{clark('c:title')}"
    kept, given = old.find(path), new.find(path)
    if kept is not None and given is not None:
        given.addprevious(deepcopy(kept))
        parent = given.getparent()
        if parent is not None:
            parent.remove(given)


def _figures(root: Element) -> Iterator[object]:
    for series in root.iter(clark("c:ser")):
        for name in _VALUES:
            for holder in series.iterfind(clark(name)):
                yield name
                yield from (_number(each.text or "") for each in holder.iter(clark("c:v")))


def _number(text: str) -> object:
    try:
        return round(float(text), 6)
    except ValueError:
        return text.strip()
