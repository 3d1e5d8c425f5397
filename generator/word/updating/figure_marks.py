"""The hidden bookmarks of computed figures in one paragraph, and the runs that they go round.

<w:bookmarkStart w:id="7" w:name="_val_sw_leaving"/><w:r>45%</w:r><w:bookmarkEnd w:id="7"/>
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.word.external.clean import remove
from generator.word.package.elements import Element, clark

PREFIX = "_val_"
START, END = clark("w:bookmarkStart"), clark("w:bookmarkEnd")


class FigureMark(NamedTuple):
    """A figure's bookmark that begins and ends in a paragraph. runs: what it goes round."""

    start: Element
    end: Element
    runs: tuple[Element, ...]

    @property
    def name(self) -> str:
        """The bookmark's name, in small letters."""
        return self.start.get(clark("w:name"), "").casefold()

    def remove(self) -> None:
        """Take the bookmark out; what it goes round stays."""
        remove(self.start)
        remove(self.end)


def figure_marks(paragraph: Element) -> Iterator[FigureMark]:
    """The figures of a paragraph, in the order of their ends."""
    opened: dict[str, tuple[Element, list[Element]]] = {}
    for node in paragraph.iter(START, END, clark("w:r")):
        number = node.get(clark("w:id"), "")
        if node.tag == START:
            if node.get(clark("w:name"), "").startswith(PREFIX):
                opened[number] = (node, [])
        elif node.tag == END:
            if number in opened:
                start, runs = opened.pop(number)
                yield FigureMark(start, node, tuple(runs))
        else:
            for _, runs in opened.values():
                runs.append(node)


def of_figure(node: Element | None, marks: Iterable[FigureMark]) -> bool:
    """Whether a node is the beginning or the end of a figure's bookmark."""
    return node is not None and any(node is one.start or node is one.end for one in marks)
