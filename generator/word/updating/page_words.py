"""Words in headers and footers replaced by those of a new draft, as tracked changes.

    <w:r><w:t>Scrutiny Panel</w:t></w:r><w:r><w:tab/></w:r>
    <w:del w:author="committee"><w:r><w:delText>15 March 2023</w:delText></w:r></w:del>
    <w:ins w:author="committee"><w:r><w:t>22 March 2023</w:t></w:r></w:ins>

What an officer typed there stays: only whole words that the draft printed go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from generator.model.wording.quotation_marks import straight
from generator.word.package.elements import clark
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.redline.content_keys import ContentKeys
from generator.word.redline.inline_text import InlineText
from generator.word.redline.tracked_writing import Tracker

_STORIES = ("header", "footer")


def replace_in_pages(parts: Parts, tracker: Tracker, old: str, new: str) -> bool:
    """Put new words where headers and footers say the old ones; gives whether any did."""
    whole = re.compile(rf"(?<!\w){re.escape(straight(old))}(?!\w)")
    found = False
    for name in _stories(parts):
        keys = ContentKeys(parts, name, {})
        for paragraph in list(parts.xml(name).iter(clark("w:p"))):
            text = InlineText(paragraph, keys)
            place = whole.search(text.text)
            if place is not None:
                _replace(text, place.span(), new, tracker)
                found = True
    return found


def _stories(parts: Parts) -> Iterator[str]:
    related = parts.related(DOCUMENT)
    kinds = {one.target: one.type.rsplit("/", 1)[-1] for one in related if not one.external}
    yield from sorted(name for name, kind in kinds.items() if kind in _STORIES and name in parts)


def _replace(text: InlineText, span: tuple[int, int], new: str, tracker: Tracker) -> None:
    text.cut(set(span))
    nodes = text.nodes_of(*span)
    run = deepcopy(nodes[-1])
    for hyphen in run.findall(clark("w:noBreakHyphen")):
        run.remove(hyphen)
    said = run.findall(clark("w:t"))
    for one in said:
        one.text = new if one is said[0] else ""
    tracker.delete(nodes)
    tracker.open_after(nodes[-1]).addnext(tracker.wrapped("ins", [run]))
