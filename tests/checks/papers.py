"""Small papers for the checks: a text, a table, and what a check says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.checks.held import Check, Held
from generator.model.issues import Issue
from generator.model.release.paper import (
    Paper,
    PaperCell,
    PaperDrawing,
    PaperLook,
    PaperRow,
    PaperRun,
    PaperTable,
    PaperText,
)
from generator.word.paper.read_paper import read_paper
from tests.word.reading.packages import word_file

PLAIN = PaperLook("Arial", 12.0, language="en-GB")
LONG = "Those who replied said that the support of their managers is good and has grown"


def text(words: str, kind: Any = "paragraph", **said: Any) -> PaperText:
    """A text of one run. look: fields of its look that differ from Arial 12; link: its address."""
    look = replace(PLAIN, **said.pop("look", {}))
    link = said.pop("link", "")
    runs = (PaperRun(words, look, link),) if words else ()
    return PaperText(kind, runs, heading=said.pop("heading", "Findings"), **said)


def heading(words: str, level: int = 1, **said: Any) -> PaperText:
    """A heading."""
    return text(words, "heading", level=level, heading=words, **said)


def paper(*texts: PaperText, **said: Any) -> Paper:
    """A paper with these texts."""
    return Paper("file.docx", texts, **said)


def table(rows: Sequence[Sequence[str]], *, header: bool = True, **said: Any) -> Paper:
    """A paper with one table. bold: a test of row and column. Fields of the table else."""
    bold: Callable[[int, int], bool] = said.pop("bold", lambda row, _: row == 0)
    fills = said.pop("fills", {})
    texts, made = [text("Replies by team", "caption")], list[PaperRow]()
    whole = said.pop("whole", True)
    if said.pop("uncaptioned", False):
        texts = [text("The replies are these.")]
    for at, row in enumerate(rows):
        cells = []
        for column, words in enumerate(row):
            cells.append(PaperCell(column, texts=(len(texts),), fill=fills.get((at, column), "")))
            place = {"table": 0, "row": at, "column": column}
            texts.append(text(words, look={"bold": bold(at, column)}, **place))
        made.append(PaperRow(tuple(cells), header and at == 0, whole))
    one = PaperTable(tuple(made), 1, columns=len(rows[0]), **said)
    return paper(*texts, text("After it."), tables=(one,))


def drawn(drawing: PaperDrawing, *around: PaperText) -> Paper:
    """A paper with one drawing, in the second text."""
    texts = (text("Before it."), text("", drawings=1), *around)
    return paper(*texts, drawings=(replace(drawing, text=1),))


def issues(check: Check, one: Paper, **said: Any) -> list[Issue]:
    """What a check finds in a paper."""
    return list(check(Held(one, **said)))


def told(check: Check, one: Paper, **said: Any) -> list[tuple[str, str]]:
    """The rules that a check finds broken, without family, each with the words of its place."""
    found = issues(check, one, **said)
    return [(issue.rule.partition(".")[2], issue.where.words) for issue in found]


def read(body: str, **parts: str) -> Paper:
    """A Word file with that body, as the checks see it."""
    return read_paper(word_file(body, parts), "file.docx")


def every(check: Check, papers: Sequence[Paper]) -> Iterator[list[tuple[str, str]]]:
    """What a check says of each of some papers."""
    return (told(check, one) for one in papers)
