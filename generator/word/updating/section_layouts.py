"""The w:sectPr of a copy: laid as others, tracked, and new ones that end a stretch of pages.

    <w:sectPr>...<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar .../>
      <w:sectPrChange w:author="committee" ...><w:sectPr><w:pgSz w:w="11906" .../>...</w:sectPr>
      </w:sectPrChange></w:sectPr>
    <w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact" .../>
      <w:rPr><w:ins w:author="committee" .../><w:sz w:val="2"/></w:rPr><w:sectPr>...</w:sectPr>
    </w:pPr></w:p>

Rejecting the change gives the pages as they lay. Rejecting the end of the paragraph, a point high,
joins the two stretches again. What a change keeps has no headers, which Word does not track; so
the last stretch, which was all of them, keeps those of its first page, though it prints none.
"""

from __future__ import annotations

from copy import deepcopy

from generator.word.package.elements import Element, clark, w
from generator.word.redline.tracked_writing import Tracker
from generator.word.writing.page_layout import put_in_section

_LAID = ("w:pgSz", "w:pgMar", "w:cols")
_REFERENCES = tuple(clark(f"w:{name}") for name in ("headerReference", "footerReference"))
_CHANGE = clark("w:sectPrChange")
_FIRST = ("w:titlePg", "w:pgNumType")
"""What only the first of several stretches keeps: its own first page, and where numbers begin."""


def lay(section: Element, like: Element, tracker: Tracker) -> None:
    """Let the pages of a section lie as those of another, tracked."""
    old = deepcopy(section)
    _lay(section, like)
    _track(section, old, tracker)


def divided(section: Element, layouts: list[Element], tracker: Tracker) -> list[Element]:
    """Paragraphs that end all stretches of a section but the last, which it then is itself.

    layouts: a w:sectPr for each stretch, whose pages it lies as.
    """
    old, made = deepcopy(section), []
    for number, like in enumerate(layouts[:-1]):
        part = deepcopy(old)
        for change in part.findall(_CHANGE):
            part.remove(change)
        _lay(part, like)
        if number:
            _begin(part, _turns(layouts[number - 1], like))
            _drop_first(part)
        made.append(_end(part, tracker))
    _lay(section, layouts[-1])
    _begin(section, _turns(*layouts[-2:]))
    _track(section, old, tracker)
    return made


def _lay(section: Element, like: Element) -> None:
    for name in _LAID:
        found = like.find(clark(name))
        if found is not None:
            put_in_section(section, deepcopy(found))


def _begin(section: Element, turned: bool) -> None:
    """Let a stretch begin on a new page where the page is turned, and be none's first."""
    put_in_section(section, w("type", val="nextPage" if turned else "continuous"))
    for name in _FIRST:
        for node in section.findall(clark(name)):
            section.remove(node)


def _drop_first(part: Element) -> None:
    """Take out headers of a first page that a new stretch has not."""
    for node in part.findall(_REFERENCES[0]) + part.findall(_REFERENCES[1]):
        if node.get(clark("w:type")) == "first":
            part.remove(node)


def _turns(before: Element, after: Element) -> bool:
    """Whether the pages of two sections are of another size."""
    sizes = [one.find(clark("w:pgSz")) for one in (before, after)]
    told = [() if one is None else (one.get(clark("w:w")), one.get(clark("w:h"))) for one in sizes]
    return told[0] != told[1]


def _track(section: Element, old: Element, tracker: Tracker) -> None:
    """Say how a section was before. A change that is there already says it."""
    if section.find(_CHANGE) is not None:
        return
    before = w("sectPr")
    before.extend(node for node in old if node.tag not in _REFERENCES)
    change = tracker.change("sectPrChange")
    change.append(before)
    section.append(change)


def _end(section: Element, tracker: Tracker) -> Element:
    spacing = w("spacing", before=0, after=0, line=20, lineRule="exact")
    mark = w("rPr", tracker.change("ins"), w("sz", val=2))
    return w("p", w("pPr", spacing, mark, section))
