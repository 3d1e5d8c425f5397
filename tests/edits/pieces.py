"""A .docx that is edited as Word does it: its paragraphs found by their words, its runs cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import NamedTuple

from generator.word.package.elements import Element, clark, w
from generator.word.package.namespaces import NAMESPACES
from generator.word.package.parts import DOCUMENT, Parts

GONE = (clark("w:del"), clark("w:moveFrom"))
BOOKMARKS = (clark("w:bookmarkStart"), clark("w:bookmarkEnd"))
_SIGNS = {clark("w:tab"): "\t", clark("w:br"): "\n", clark("w:noBreakHyphen"): "-"}
_CONTENTS = "ancestor::w:sdt[w:sdtPr/w:docPartObj/w:docPartGallery/@w:val='Table of Contents']"


class Officer(NamedTuple):
    """Who edits, and when."""

    name: str = "Finance Officer"
    date: str = "2023-02-16T09:00:00Z"
    initials: str = "FO"


FINANCE = Officer()
LEGAL = Officer("Legal Officer", "2023-02-17T10:30:00Z", "LO")


class Opened:
    """A file while it is edited."""

    def __init__(self, data: bytes, by: Officer, part: str = DOCUMENT) -> None:
        self.parts, self.by = Parts(data), by
        self.root = self.parts.xml(part)
        names = (
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "bookmarkStart",
            "rPrChange",
            "commentReference",
        )
        tags = [clark(f"w:{name}") for name in names]
        ids = (node.get(clark("w:id"), "") for node in self.root.iter(*tags))
        self._next = 1 + max((int(each) for each in ids if each.isdigit()), default=50_000)

    def number(self) -> int:
        """An id that nothing has yet."""
        self._next += 1
        return self._next

    def change(self, tag: str, *children: Element, **more: str) -> Element:
        """A w:ins, w:del or its like by the officer."""
        said = {"id": str(self.number()), "author": self.by.name, "date": self.by.date}
        return w(tag, *children, **said, **more)

    def paragraph(self, words: str, nth: int = 0) -> Element:
        """The paragraph that says these words, but for entries of the contents list."""
        found = [
            node
            for node in self.root.iter(clark("w:p"))
            if words in text_of(node) and not node.xpath(_CONTENTS, namespaces=NAMESPACES)
        ]
        if len(found) <= nth:
            raise ValueError(f"no paragraph says {words!r}")
        return found[nth]

    def runs(self, words: str, nth: int = 0) -> list[Element]:
        """The runs that hold these words and nothing else, cut so where they were not."""
        paragraph = self.paragraph(words, nth)
        start = text_of(paragraph).index(words)
        cut(paragraph, start)
        cut(paragraph, start + len(words))
        return [run for run, at in live_runs(paragraph) if start <= at < start + len(words)]

    def to_bytes(self) -> bytes:
        """The file as it is now."""
        return self.parts.to_bytes()


def edit(data: bytes, by: Officer, change: Callable[[Opened], None], part: str = DOCUMENT) -> bytes:
    """The file with one change made to it."""
    opened = Opened(data, by, part)
    change(opened)
    return opened.to_bytes()


def live_runs(paragraph: Element) -> Iterator[tuple[Element, int]]:
    """The runs of a paragraph with text that is not deleted, each with where its text begins."""
    at = 0
    fields: list[bool] = []  # whether what stands here is the instruction of each
    for run in paragraph.iter(clark("w:r")):
        if next(run.iterancestors(clark("w:p"))) is not paragraph:
            continue
        for node in run.iter(clark("w:fldChar")):
            kind = node.get(clark("w:fldCharType"))
            fields = [*fields, True] if kind == "begin" else fields[:-1]
            fields = [*fields, False] if kind == "separate" else fields
        text = "" if any(fields) else run_text(run)
        if text and not any(node.tag in GONE for node in run.iterancestors()):
            yield run, at
            at += len(text)


def run_text(run: Element) -> str:
    """The words of a run."""
    words = (
        child.text or "" if child.tag == clark("w:t") else _SIGNS.get(child.tag, "")
        for child in run
    )
    return "".join(words)


def text_of(paragraph: Element) -> str:
    """The words of a paragraph, without those that are deleted."""
    return "".join(run_text(run) for run, _ in live_runs(paragraph))


def cut(paragraph: Element, at: int) -> None:
    """Part the run that goes over a character of a paragraph in two, if one does."""
    for run, start in live_runs(paragraph):
        if start < at < start + len(run_text(run)):
            _cut_run(run, at - start)
            return


def _cut_run(run: Element, at: int) -> None:
    second = w("r")
    look = run.find(clark("w:rPr"))
    if look is not None:
        second.append(deepcopy(look))
    for child in list(run):
        if child.tag == clark("w:rPr"):
            continue
        words = child.text or "" if child.tag == clark("w:t") else _SIGNS.get(child.tag, "")
        if at <= 0:
            second.append(child)
        elif at < len(words):
            second.append(text(words[at:]))
            run.replace(child, text(words[:at]))
        at -= len(words)
    run.addnext(second)


def text(words: str, tag: str = "t") -> Element:
    """A w:t or w:delText."""
    made = w(tag)
    made.text = words
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def new_run(words: str, like: Element | None) -> Element:
    """A run of words that looks like another."""
    look = None if like is None else like.find(clark("w:rPr"))
    made = w("r") if look is None else w("r", deepcopy(look))
    for index, line in enumerate(words.split("\n")):
        if index:
            made.append(w("br"))
        made.append(text(line))
    return made


def drop_empty_bookmarks(paragraph: Element) -> None:
    """Take out bookmarks round whose words nothing is left, as Word does."""
    for start in list(paragraph.iter(BOOKMARKS[0])):
        between = start.getnext()
        while between is not None and between.tag in BOOKMARKS:
            if between.get(clark("w:id")) == start.get(clark("w:id")):
                for node in (start, between):
                    node.getparent().remove(node)
                break
            between = between.getnext()


def properties(paragraph: Element) -> Element:
    """A paragraph's w:pPr, made where it has none."""
    found = paragraph.find(clark("w:pPr"))
    if found is None:
        found = w("pPr")
        paragraph.insert(0, found)
    return found


def change_mark(paragraph: Element, change: Element) -> None:
    """Say in a paragraph's w:pPr how its end was changed."""
    said = properties(paragraph)
    look = said.find(clark("w:rPr"))
    if look is None:
        look = w("rPr")
        later = [said.find(clark(f"w:{name}")) for name in ("sectPr", "pPrChange")]
        first = next((node for node in later if node is not None), None)
        said.append(look) if first is None else first.addprevious(look)
    look.insert(0, change)


def remove(node: Element) -> None:
    """Take a node out; what follows it stays."""
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def wrap(node: Element, around: Element) -> None:
    """Put a node into another that takes its place."""
    node.addprevious(around)
    around.append(node)
