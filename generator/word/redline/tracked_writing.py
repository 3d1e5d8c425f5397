"""Tracked changes as Word writes them: round runs, at the end of paragraphs, at rows, to a look.

    <w:ins w:id="90" w:author="committee" w:date="2000-01-01T00:00:00Z"><w:r>...</w:r></w:ins>
    <w:del w:id="91" ...><w:r><w:delText>...</w:delText></w:r></w:del>
    <w:p><w:pPr><w:rPr><w:ins w:id="92" .../></w:rPr></w:pPr>       the end of the paragraph is new
    <w:tr><w:trPr><w:del w:id="93" .../></w:trPr>                   the row goes
    <w:pPr>...<w:pPrChange w:id="94" ...><w:pPr>...</w:pPr></w:pPrChange></w:pPr>

Rejecting the inserted end of a paragraph joins what is left of it to the next, and so does
accepting a deleted one. There are no moves: a move is a deletion and an insertion. Nothing here
looks at the text; changes of others that are there already stay, and ours stand inside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Literal, cast

from lxml import etree

from generator.word.package.elements import Element, clark, w
from generator.word.package.namespaces import NAMESPACES
from generator.word.styles.style_sheet import put_in_order

Tag = Literal["ins", "del"]
AUTHOR, DATE = "committee", "2000-01-01T00:00:00Z"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DELETED = {clark("w:t"): clark("w:delText"), clark("w:instrText"): clark("w:delInstrText")}
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ROUND = tuple(clark(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))
# Two, because libxml2 takes time by the square to put two results together.
_IDS = tuple(
    etree.XPath(path, namespaces=NAMESPACES, smart_strings=False)
    for path in (".//@w:id", ".//wp:docPr/@id")
)
_GONE = (clark("w:del"), clark("w:moveFrom"))


def next_change_id(stories: Iterable[Element]) -> int:
    """One more than any w:id of what stands in the text: changes, bookmarks, comments, drawings."""
    told = (cast("list[str]", ids(story)) for story in stories for ids in _IDS)
    found = (each for ids in told for each in ids)
    return 1 + max((int(each) for each in found if each.isdecimal()), default=0)


class Tracker:
    """Marks changes by one author on one day, each under an id of its own."""

    def __init__(self, first_id: int, author: str = AUTHOR, date: str = DATE) -> None:
        """date: ISO, a day or a day with its time."""
        self._next_id = first_id
        self._author = author
        self._date = f"{date}T00:00:00Z" if _DAY.fullmatch(date) else date

    def change(self, tag: str) -> Element:
        """A w:ins, w:del, w:rPrChange ... with the next id, the author and the date."""
        return w(tag, id=self.next_id(), author=self._author, date=self._date)

    def next_id(self) -> int:
        """An id that nothing in the text has yet."""
        self._next_id += 1
        return self._next_id - 1

    def insert(self, nodes: Sequence[Element]) -> None:
        """Mark runs that stand in the text as inserted."""
        for group in _neighbours(nodes):
            self._wrap("ins", group)

    def delete(self, nodes: Sequence[Element]) -> None:
        """Mark runs that stand in the text as deleted; those deleted already stay as they are."""
        standing = [node for node in nodes if next(node.iterancestors(*_GONE), None) is None]
        for group in _neighbours(standing):
            for node in group:
                as_deleted(node)
            self._wrap("del", group)

    def _wrap(self, tag: Tag, nodes: Sequence[Element]) -> Element:
        made = self.change(tag)
        nodes[0].addprevious(made)
        made.extend(nodes)
        return made

    def wrapped(self, tag: Tag, nodes: Sequence[Element]) -> Element:
        """Runs that stand nowhere yet, as a change to be put into the text."""
        for node in nodes if tag == "del" else ():
            as_deleted(node)
        made = self.change(tag)
        made.extend(nodes)
        return made

    def end(self, paragraph: Element, tag: Tag) -> None:
        """Mark the end of a paragraph as inserted or deleted."""
        properties = _child(paragraph, "pPr")
        look = properties.find(clark("w:rPr"))
        if look is None:
            look = w("rPr")
            put_in_order(properties, look)
        if look.find(clark(f"w:{tag}")) is None:
            before = look.find(clark("w:ins")) if tag == "del" else None
            look.insert(0 if before is None else look.index(before) + 1, self.change(tag))

    def row(self, row: Element, tag: Tag) -> None:
        """Mark a table row as inserted or deleted; what is in it must be marked for itself."""
        properties = row.find(clark("w:trPr"))
        if properties is None:
            properties = w("trPr")
            before = row.find(clark("w:tblPrEx"))
            row.insert(0 if before is None else row.index(before) + 1, properties)
        made = self.change(tag)
        older = properties.find(clark("w:trPrChange"))
        if older is None:
            properties.append(made)
        else:
            older.addprevious(made)

    def paragraph_look(self, paragraph: Element, old: Element | None) -> None:
        """Mark a paragraph's properties as changed. old: the w:pPr before, or None."""
        before = w("pPr") if old is None else deepcopy(old)
        for name in ("w:rPr", "w:sectPr", "w:pPrChange"):
            for node in before.findall(clark(name)):
                before.remove(node)
        made = self.change("pPrChange")
        made.append(before)
        put_in_order(_child(paragraph, "pPr"), made)

    def run_look(self, run: Element, old: Element | None) -> None:
        """Mark a run's properties as changed. old: the w:rPr before, or None."""
        before = w("rPr") if old is None else deepcopy(old)
        for node in before.findall(clark("w:rPrChange")):
            before.remove(node)
        made = self.change("rPrChange")
        made.append(before)
        _child(run, "rPr").append(made)

    def open_before(self, node: Element) -> Element:
        """Make room before a run for a change of ours, where it stands in somebody else's.

        Their change is cut in two, so that ours does not stand inside; gives the element to put it
        before.
        """
        parent = node.getparent()
        if parent is None or parent.tag not in _ROUND:
            return node
        if parent.index(node):
            first = bare_copy(parent)
            first.set(clark("w:id"), str(self.next_id()))
            parent.addprevious(first)
            first.extend(list(node.itersiblings(preceding=True))[::-1])
        return self.open_before(parent)

    def open_after(self, node: Element) -> Element:
        """As `open_before`, behind a run: gives the element to put a change of ours after."""
        parent = node.getparent()
        if parent is None or parent.tag not in _ROUND:
            return node
        later = list(node.itersiblings())
        if later:
            second = bare_copy(parent)
            second.set(clark("w:id"), str(self.next_id()))
            parent.addnext(second)
            second.extend(later)
        return self.open_after(parent)


def bare_copy(node: Element) -> Element:
    """An element of the same name and attributes, without what it holds."""
    return node.makeelement(node.tag, {str(name): str(node.attrib[name]) for name in node.attrib})


def as_deleted(run: Element) -> None:
    """Write a run's text as deleted text is written; what stands inside a picture stays."""
    for part in run:
        if part.tag in _DELETED:
            part.tag = _DELETED[str(part.tag)]
            part.set(_SPACE, "preserve")


def _neighbours(nodes: Sequence[Element]) -> Iterator[list[Element]]:
    """Nodes that stand side by side, together."""
    group: list[Element] = []
    for node in nodes:
        if group and group[-1].getnext() is not node:
            yield group
            group = []
        group.append(node)
    if group:
        yield group


def _child(parent: Element, name: str) -> Element:
    """The w:pPr or w:rPr of an element, made as its first where there is none."""
    found = parent.find(clark(f"w:{name}"))
    if found is None:
        found = w(name)
        parent.insert(0, found)
    return found
