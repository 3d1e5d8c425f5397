"""Pictures, charts, shapes and text boxes: what is said of them, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.accessible.drawing_rules import (
    ALTERNATIVE_LONG,
    ALTERNATIVE_MISSING,
    ALTERNATIVE_POOR,
    DRAWING_FLOATS,
    TEXT_BOX,
    WATERMARK,
)
from generator.checks.accessible.paper_texts import in_margins
from generator.checks.held import Held
from generator.model.issues import Issue, Where
from generator.model.release.paper import Paper, PaperDrawing
from generator.model.wording.late_pattern import late_pattern

_FILE_NAME = late_pattern(r"\S+\.(png|jpe?g|gif|emf|wmf|svg|bmp|tiff?|webp|heic)", re.I)
_BARE = late_pattern(
    r"(a |the )?(picture|image|img|photo|photograph|chart|graph|graphic|logo|diagram|figure|shape"
    r"|object|drawing|icon|untitled|screenshot|smartart|rectangle|text ?box|alt text)\W*\d*\W*",
    re.I,
)
_NEEDLESS = late_pattern(r"(an? |the )?(image|picture|photo|graphic) (of|showing)\b", re.I)
_MACHINES = "description automatically generated"
_NUMBERED = late_pattern(r"(figure|chart|table|picture)\s+[\dA-Z.]+\s*[:.\u2013-]?\s*", re.I)
_NAMES = {"picture": "picture", "chart": "chart", "diagram": "diagram", "object": "object"}


def check_alternatives(held: Held) -> Iterator[Issue]:
    """The alternative texts of all that is drawn."""
    before: dict[str, PaperDrawing] = {}
    for drawing in held.paper.drawings:
        if drawing.watermark or _is_box(held.paper, drawing):
            continue
        where, name = place_of(held.paper, drawing), called(drawing)
        if drawing.decorative:
            if drawing.kind == "chart":
                what = f"{name} is marked as decorative, and shows figures"
                yield held.issue(ALTERNATIVE_MISSING, where, what)
            continue
        said = " ".join(drawing.alternative.split())
        if not said:
            yield held.issue(ALTERNATIVE_MISSING, where, f"{name} has no alternative text")
            continue
        fault = _fault(held.paper, drawing, said) or _copied(drawing, before.get(said), said)
        before.setdefault(said, drawing)
        if fault:
            yield held.issue(ALTERNATIVE_POOR, where, f"{name} has the alternative text {fault}")
        most = held.number(ALTERNATIVE_LONG, "characters")
        if drawing.kind == "picture" and len(said) > most:
            what = f"{name} has an alternative text of {len(said)} characters"
            yield held.issue(ALTERNATIVE_LONG, where, what)


def called(drawing: PaperDrawing) -> str:
    """How people are told of a drawing: its kind and name."""
    kind = _NAMES.get(drawing.kind, "shape")
    name = (drawing.chart.title if drawing.chart else "") or drawing.name
    return f"the {kind} {name!r}" if name.strip() else f"a {kind}"


def _fault(paper: Paper, drawing: PaperDrawing, said: str) -> str:
    """What is wrong with an alternative text, '' for nothing."""
    if _FILE_NAME.fullmatch(said):
        return f"{said!r}, a file's name"
    if _BARE.fullmatch(said) or said == drawing.name:
        return f"{said!r}, which does not say what it shows"
    if _NEEDLESS.match(said):
        return f"{said[:60]!r}, which begins by saying that it is one"
    if _MACHINES in said.casefold():
        return f"{said[:60]!r}, which a program guessed"
    if _words(said) in {_words(caption) for caption in _captions(paper, drawing)}:
        return f"{said[:60]!r}, which is its caption"
    return ""


def _copied(drawing: PaperDrawing, other: PaperDrawing | None, said: str) -> str:
    """Whether a chart has the words of another that shows something else."""
    if other is None or drawing.chart is None or other.chart is None:
        return ""
    differs = drawing.chart.series != other.chart.series
    return f"{said[:60]!r}, which is that of {called(other)}" if differs else ""


def _captions(paper: Paper, drawing: PaperDrawing) -> Iterator[str]:
    for text in paper.texts[max(drawing.text - 1, 0) : drawing.text + 2]:
        if text.kind == "caption":
            yield text.text


def _words(text: str) -> str:
    return " ".join(_NUMBERED.sub("", text.strip(), count=1).casefold().strip(" .").split())


def place_of(paper: Paper, drawing: PaperDrawing) -> Where:
    """Where a drawing stands; a paragraph with no words of its own is called by its caption."""
    words = paper.texts[drawing.text].text if drawing.text < len(paper.texts) else ""
    return paper.where(drawing.text, words.strip() or next(_captions(paper, drawing), drawing.name))


# ---------------------------------------------------------------- where they stand
def check_floating(held: Held) -> Iterator[Issue]:
    """Text boxes, watermarks, and what floats over the body's pages."""
    paper = held.paper
    for drawing in paper.drawings:
        text = paper.texts[drawing.text] if drawing.text < len(paper.texts) else None
        if drawing.watermark:
            what = f"the watermark {drawing.name!r} lies behind the text"
            yield held.issue(WATERMARK, paper.where(drawing.text), what)
        elif _is_box(paper, drawing):
            words = _boxed(paper, drawing)
            what = f"a text box holds {words[:60]!r}"
            yield held.issue(TEXT_BOX, paper.where(drawing.text, words), what)
        elif not drawing.inline and not drawing.decorative and text and not in_margins(text):
            what = f"{called(drawing)} floats over the page"
            yield held.issue(DRAWING_FLOATS, place_of(paper, drawing), what)


def _is_box(paper: Paper, drawing: PaperDrawing) -> bool:
    return drawing.kind == "box" and bool(_boxed(paper, drawing))


def _boxed(paper: Paper, drawing: PaperDrawing) -> str:
    """The words of a text box: its texts come behind the one that it is anchored in."""
    found = []
    for text in paper.texts[drawing.text + 1 :]:
        if text.story != "box":
            break
        found.append(text.text)
    return " ".join(" ".join(found).split())
