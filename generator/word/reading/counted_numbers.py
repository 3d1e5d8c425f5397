"""The numbers that references of a file may show: those of what they lead to, as Word counts.

    <w:p><w:pPr><w:pStyle w:val="CommitteeParagraph"/></w:pPr>
      <w:bookmarkStart w:id="4" w:name="_ref_workload"/>...  -> {'_ref_workload': {'3.2', '3.3'}}

Fields are counted when somebody asks for it: with the tracked changes shown, when what was deleted
has a number still, or with all of them accepted or rejected. So there are up to three.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property

from generator.word.lists.printed_numbers import PrintedNumbers
from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, clark, value_at
from generator.word.reading.paragraph_kind import list_number
from generator.word.reading.read_styles import ReadStyles
from generator.word.reading.view import ACCEPTED, REJECTED, View
from generator.word.reading.word_file import WordFile

_PARAGRAPH, _START, _NAME = clark("w:p"), clark("w:bookmarkStart"), clark("w:name")
_PPR = clark("w:pPr")
_VIEWS = ((ACCEPTED, False), (REJECTED, False), (ACCEPTED, True))  # and whether all is shown


class CountedNumbers(Mapping[str, frozenset[str]]):
    """The numbers of the paragraphs that bookmarks begin in, by name; names: which are asked for.

    Of what has no number there is ''; a name that no paragraph has is not among them. They are
    counted when somebody asks: most references show what they did in the draft.
    """

    def __init__(self, file: WordFile, names: Collection[str]) -> None:
        self._file, self._names = file, names

    def __getitem__(self, name: str) -> frozenset[str]:
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)

    @cached_property
    def _found(self) -> dict[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for view, shown in _VIEWS if self._names else ():
            gone = set() if shown else set(_gone(self._file.body, view))
            for name, number in _Counting(self._file, view, gone).numbers():
                if name in self._names:
                    found[name].add(number)
        return {name: frozenset(numbers) for name, numbers in found.items()}


def _gone(body: Element, view: View) -> Iterator[Element]:
    """The paragraphs that a reading has not, or joins with the next, which then counts for both."""
    for row in body.iter(clark("w:tr")):
        if view.row_gone(row):
            yield from row.iter(_PARAGRAPH)
    yield from (one for one in body.iter(_PARAGRAPH) if view.mark_gone(one.find(_PPR)))


class _Counting:
    """Counts through the body in one reading. gone: the paragraphs that it has not."""

    def __init__(self, file: WordFile, view: View, gone: Collection[Element]) -> None:
        self._body, self._view, self._gone = file.body, view, gone
        self._styles = ReadStyles(file.part("styles"))
        self._lists = ReadLists(file.part("numbering"))
        self._counts = PrintedNumbers(self._lists)

    def numbers(self) -> Iterator[tuple[str, str]]:
        """The name of each bookmark, and the number of the paragraph that it begins in."""
        here: Element | None = None
        number, waiting = "", list[str]()
        for node in self._body.iter(_PARAGRAPH, _START):
            if node.tag == _PARAGRAPH and node not in self._gone:
                here, number = node, self._number(node)
                yield from ((name, number) for name in waiting)
                waiting.clear()
            elif node.tag == _START and here is not None and here in node.iterancestors():
                yield node.get(_NAME, ""), number
            elif node.tag == _START:
                waiting.append(node.get(_NAME, ""))

    def _number(self, paragraph: Element) -> str:
        properties = self._view.properties(paragraph, _PPR)
        style_id = "" if properties is None else value_at(properties, "w:pStyle")
        style = self._styles.paragraph(style_id)
        num, level = list_number(properties, style, style_id, self._lists)
        return self._counts.next(num, level) if num and num != "0" else ""
