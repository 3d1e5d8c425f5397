"""The program's bookmarks in an edited file, renamed to what the new draft calls them.

A paragraph's is made of its words in the source, a figure's is counted: both change with the
sources, and the next pull looks for the new names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.word.external.clean import remove
from generator.word.package.elements import Element, clark, w

_START, _END = clark("w:bookmarkStart"), clark("w:bookmarkEnd")


def rename_marks(stories: Iterable[Element], names: Mapping[str, str]) -> None:
    """names: the name of a bookmark now -> its new one. Others that have a new name go."""
    wanted = {name.casefold() for name in names.values()}
    for story in stories:
        for mark in list(story.iter(_START)):
            name = mark.get(clark("w:name"), "")
            if name in names:
                mark.set(clark("w:name"), names[name])
            elif name.casefold() in wanted:
                remove_mark(story, mark)


def remove_mark(story: Element, mark: Element) -> None:
    """Take a bookmark out; what it goes round stays."""
    number = mark.get(clark("w:id"))
    for end in [node for node in story.iter(_END) if node.get(clark("w:id")) == number]:
        remove(end)
    remove(mark)


def mark_paragraph(paragraph: Element, name: str, number: int) -> None:
    """Put a bookmark round all that a paragraph holds."""
    properties = paragraph.find(clark("w:pPr"))
    start = w("bookmarkStart", id=number, name=name)
    paragraph.insert(0 if properties is None else 1, start)
    paragraph.append(w("bookmarkEnd", id=number))
