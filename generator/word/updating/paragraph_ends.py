"""The ends of paragraphs that come and go.

A body, a cell or a note ends with a paragraph whose end nobody can put in or take out. So where one
is put in, or taken out, at the end, it is the end before it that is marked:

    <w:p>kept <w:ins/></w:p><w:p><w:ins>put in</w:ins></w:p>
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.word.package.elements import Element, clark, to_text
from generator.word.redline.tracked_writing import Tracker

_P, _PROPERTIES = clark("w:p"), clark("w:pPr")
_BLOCKS = (_P, clark("w:tbl"), clark("w:sdt"), clark("w:customXml"))


def insert_end(tracker: Tracker, paragraph: Element) -> None:
    """Mark the end of a paragraph that was put in, where it stands."""
    before = _last_before(paragraph)
    if before is None:
        tracker.end(paragraph, "ins")
        return
    tracker.end(before, "ins")
    if _look(before) != _look(paragraph):
        tracker.paragraph_look(paragraph, before.find(_PROPERTIES))


def delete_end(tracker: Tracker, paragraph: Element) -> None:
    """Mark the end of a paragraph whose words are taken out. One that ends a section stays."""
    if paragraph.find(f"{_PROPERTIES}/{clark('w:sectPr')}") is not None:
        return
    if not _is_last(paragraph):
        tracker.end(paragraph, "del")
        return
    before = _last_before(paragraph)
    if before is not None:
        tracker.end(before, "del")


def _is_last(paragraph: Element) -> bool:
    """Whether a paragraph ends what it stands in."""
    return next(paragraph.itersiblings(*_BLOCKS), None) is None and not _in_control(paragraph)


def _in_control(paragraph: Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and parent.tag == clark("w:sdtContent")


def _last_before(paragraph: Element) -> Element | None:
    """The paragraph before one that ends what it stands in; None elsewhere."""
    before = next(paragraph.itersiblings(*_BLOCKS, preceding=True), None)
    if before is None or before.tag != _P or not _is_last(paragraph):
        return None
    return before


def _look(paragraph: Element) -> str:
    """What a paragraph's properties say, but for its end."""
    properties = paragraph.find(_PROPERTIES)
    if properties is None:
        return ""
    made = deepcopy(properties)
    for node in [each for each in made if etree.QName(each).localname in ("rPr", "pPrChange")]:
        made.remove(node)
    return to_text(made) if len(made) else ""
