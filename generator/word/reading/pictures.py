"""The charts and pictures of a file: names, titles, alternative texts.

<wp:docPr w:id="3" name="Figure 1" descr="Columns: 6.5% plan to leave."/> ...
  <c:chart r:id="rId12"/>            -> its part: <c:title><c:tx><c:rich> ... <a:t>More stay</a:t>
"""

from __future__ import annotations

from generator.word.package.alternative_texts import alternative_text
from generator.word.package.elements import Element, clark
from generator.word.package.zip_package import PackageError
from generator.word.reading.view import ACCEPTED
from generator.word.reading.word_file import WordFile

_FALLBACK = clark("mc:Fallback")
_DRAWINGS = (clark("wp:inline"), clark("wp:anchor"))


def read_pictures(file: WordFile) -> tuple[tuple[str, str, str], ...]:
    """(name, title, alternative text) of each that is in the accepted text, in order.

    title: the one that a chart shows, or the title of a picture's alternative text.
    """
    targets = {one.id: one.target for one in file.parts.related(file.main) if not one.external}
    found = []
    for drawing in file.body.iter(*_DRAWINGS):
        said = drawing.find(clark("wp:docPr"))
        if said is not None and not _left_out(drawing):
            shown = _chart_title(drawing, file, targets)
            title = said.get("title", "") if shown is None else shown
            found.append((said.get("name", ""), title, alternative_text(said, shown or "")))
    return tuple(found)


def _left_out(drawing: Element) -> bool:
    above = {node.tag for node in drawing.iterancestors()}
    return _FALLBACK in above or not ACCEPTED.gone.isdisjoint(above)


def shown_title(chart: Element) -> str:
    """The title that a chart shows, by its c:chartSpace; '' without one."""
    title = chart.find(f"{clark('c:chart')}/{clark('c:title')}")
    lines = (
        "".join(piece.text or "" for piece in line.iter(clark("a:t")))
        for line in ([] if title is None else title.iter(clark("a:p")))
    )
    return " ".join(line for line in lines if line)


def _chart_title(drawing: Element, file: WordFile, targets: dict[str, str]) -> str | None:
    """The title of a chart, '' without one; None for what is no chart that can be read."""
    chart = next(drawing.iter(clark("c:chart")), None)
    name = "" if chart is None else targets.get(chart.get(clark("r:id"), ""), "")
    if name not in file.parts:
        return None
    try:
        return shown_title(file.parts.xml(name))
    except PackageError:
        return None  # a damaged chart: its words cannot have been changed in Word
