"""Tables that an officer put in, as the narrative writes them.

Table: Costs

| Year | Cost |
| --- | --- |
| 2023 | **£5** \\| £6 |

The narrative's tables have one paragraph a cell, and as many cells in each row as in the first;
what cannot be said so is refused as a whole.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.merge.arrival_texts import as_markdown
from generator.merge.pairs.said_words import bare
from generator.merge.sources.shapes import caption_start
from generator.merge.sources.tokens import read_tokens
from generator.merge.work import Work
from generator.model.frozen import dataclass
from generator.model.readings import ReadText
from generator.word.writing.tables import BLANK

_NESTED = "it holds another table; the narrative has none in a table"


@dataclass(frozen=True, slots=True)
class NewTable:
    """reads: its texts in the edited file, its caption's too. words: a row a line.

    caption: '' for none. reason: why the narrative cannot say it, '' where it can. drafted: the
    program had printed it, and the author has taken it out since.
    """

    reads: tuple[int, ...]
    words: str
    printed: tuple[str, ...]
    markdown: str
    reason: str = ""
    drafted: bool = False


def new_tables(work: Work, arrived: Collection[int]) -> list[NewTable]:
    """The tables of which all is new. arrived: the texts of the edited file that are new."""
    texts = work.copy.accepted
    found: list[NewTable] = []
    for reads in _outermost(texts):
        said = [at for at in reads if texts[at].text.strip()]
        if said and all(at in arrived for at in said):
            beside = (reads[0] - 1, reads[-1] + 1)
            captions = (at for at in beside if at in arrived and texts[at].kind == "caption")
            found.append(_table(work, reads, next(captions, -1)))
    return found


def _outermost(texts: Sequence[ReadText]) -> list[list[int]]:
    """The texts of each table, of tables within it, too."""
    spans: dict[int, list[int]] = {}
    for at, text in enumerate(texts):
        if text.table >= 0:
            spans[text.table] = [*spans.get(text.table, [at])[:1], at]
    found: list[list[int]] = []
    for first, last in sorted((one[0], one[-1]) for one in spans.values()):
        if found and first <= found[-1][-1]:
            found[-1] = [*range(found[-1][0], max(last, found[-1][-1]) + 1)]
        else:
            found.append([*range(first, last + 1)])
    return found


def _is_drafted(work: Work, reads: Sequence[int]) -> bool:
    """Whether a good part of a table's cells hold figures that the program had put there."""
    values = work.draft.values
    held = [at for at in reads if any(one.value in values for one in work.copy.accepted[at].spans)]
    said = [at for at in reads if work.copy.accepted[at].text.strip()]
    return 3 * len(held) >= len(said) > 0


def _table(work: Work, reads: Sequence[int], caption: int) -> NewTable:
    texts = work.copy.accepted
    rows: dict[int, dict[int, list[ReadText]]] = {}
    for at in reads:
        text = texts[at]
        row = rows.setdefault(text.row, {})
        row.setdefault(text.column, []).extend([text] if text.text.strip() else [])
    nested = len({texts[at].table for at in reads}) > 1
    merged = any(texts[at].merged for at in reads)
    reason = _NESTED if nested else _reason(list(rows.values()), merged)
    said = tuple(at for at in reads if texts[at].text.strip())
    words = "\n".join(" | ".join(_words(cell) for cell in row.values()) for row in rows.values())
    empty = sum(1 for row in rows.values() for cell in row.values() if not cell)
    printed = [*(bare(texts[at]) for at in said), *[BLANK] * empty]
    markdown = "" if reason else _markdown(work, list(rows.values()))
    if caption >= 0:
        title = printed_words(texts[caption])
        said, printed = (*said, caption), [*printed, title]
        words = f"{title}\n{words}"
        own = read_tokens(texts[caption], caption_start(texts[caption]))
        markdown = f"Table: {as_markdown(own)}\n\n{markdown}"
    drafted = _is_drafted(work, reads)
    return NewTable(said, words, tuple(printed), markdown, reason, drafted)


def _reason(rows: Sequence[dict[int, list[ReadText]]], merged: bool) -> str:
    cells = [cell for row in rows for cell in row.values()]
    if merged or any(list(row) != list(range(len(rows[0]))) for row in rows):
        return "it has merged cells, which the narrative's tables have not"
    if any(len(cell) > 1 or any("\n" in text.text for text in cell) for cell in cells):
        return "a cell has several paragraphs or lines; the narrative's have one"
    if any(text.marker or text.kind != "cell" for cell in cells for text in cell):
        return "a cell holds a list, a heading or a caption; the narrative's hold plain text"
    return ""


def _markdown(work: Work, rows: Sequence[dict[int, list[ReadText]]]) -> str:
    lines = [[_cell(work, cell) for cell in row.values()] for row in rows]
    lines.insert(1, ["---"] * len(lines[0]))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(work: Work, cell: Sequence[ReadText]) -> str:
    return "".join(as_markdown(read_tokens(text), work.notes, in_cell=True) for text in cell)


def _words(cell: Sequence[ReadText]) -> str:
    return " / ".join(text.text for text in cell)


def printed_words(text: ReadText) -> str:
    """The words of a new text as the next draft prints them: of a caption without its label."""
    start = caption_start(text)
    return " ".join(text.text[start:].split()) if start else bare(text)
