"""The sections of a paper: its headings, each with the texts that stand under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from generator.checks.held import Held
from generator.checks.text_finds import Find
from generator.model.format import Format
from generator.model.release.paper import Paper, PaperText
from generator.model.wording.late_pattern import late_pattern
from generator.model.wording.quotation_marks import straight

_TYPED = late_pattern(r"^(?:\d+(?:\.\d+)*\.?|[A-Z]\.)\s+(?=\S)")
_APPENDIX = r"(?:{})\s+(?P<number>\d{{1,3}}|[A-Za-z])\b[\s:.\N{{EN DASH}}-]*"
_APPENDIX_WORDS = ("appendix", "annexe?")
_CLOSED = r"[\"\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})]*"
_OPENED = r"[\"\N{LEFT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}(]?"
_BREAKS = late_pattern(rf"(?<=[.!?]){_CLOSED}\s+(?={_OPENED}[A-Z\d\N{{POUND SIGN}}])")
_SHORT = late_pattern(
    r"\b(?:e\.g|i\.e|etc|cf|paras?|nos?|vol|approx|dr|mrs?|ms|prof|rev|st|cllr|regs?|art|ss?"
    r"|pp?|[A-Z])\.$",
    re.IGNORECASE,
)


class PaperSection(NamedTuple):
    """A heading of the body with what stands under it, its sub-sections among it.

    at: the index of the heading's text; end: of the first text that is no longer its. name: the
    heading as `plain_heading` makes it.
    """

    at: int
    end: int
    level: int
    name: str


@lru_cache(maxsize=4_000)
def plain_heading(words: str) -> str:
    """A heading as headings are compared, without number, colon, capitals, curly marks.

    Several checks ask for that of one.
    """
    plain = " ".join(straight(words).split())
    return _TYPED.sub("", plain, count=1).rstrip(" :.").casefold()


def is_heading(text: PaperText) -> bool:
    """Whether it heads a part of the body."""
    return text.kind == "heading" and text.story == "body" and bool(text.text.strip())


def sections_of(paper: Paper) -> tuple[PaperSection, ...]:
    """The sections of the body, in their order."""
    heads = [at for at, text in enumerate(paper.texts) if is_heading(text) and text.table < 0]
    end = next((at for at, text in enumerate(paper.texts) if text.story not in ("body", "box")), 0)
    end = end or len(paper.texts)
    ends = [end] * len(heads)
    open_: list[int] = []
    for place, at in enumerate(heads):
        while open_ and paper.texts[heads[open_[-1]]].level >= paper.texts[at].level:
            ends[open_.pop()] = at
        open_.append(place)
    return tuple(
        PaperSection(at, stop, paper.texts[at].level, plain_heading(paper.texts[at].text))
        for at, stop in zip(heads, ends, strict=True)
    )


def appendix_pattern(format_: Format | None, *more: str) -> re.Pattern[str]:
    """What finds 'Appendix 1: ', with its `number`, also by the word that the format has for it.

    more: other words for appendices, as patterns.
    """
    own = () if format_ is None else (re.escape(format_.appendices.word),)
    return _pattern("|".join((*_APPENDIX_WORDS, *own, *more)))


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(_APPENDIX.format(words), re.IGNORECASE)


def appendix_start(paper: Paper, format_: Format | None = None) -> int:
    """The index of the first heading of an appendix; the number of texts where there is none."""
    appendix = appendix_pattern(format_, "schedule")
    for at, text in enumerate(paper.texts):
        if is_heading(text) and text.table < 0 and appendix.match(text.text.strip()):
            return at
    return len(paper.texts)


def written(paper: Paper) -> Iterator[tuple[int, PaperText]]:
    """What is written to be read as sentences: paragraphs and items of body, boxes and notes."""
    return ((at, text) for at, text in enumerate(paper.texts) if is_written(text))


def is_written(text: PaperText) -> bool:
    """Whether a text is written to be read as sentences."""
    said = text.kind in ("paragraph", "item") and text.table < 0
    return said and text.story not in ("header", "footer") and bool(text.runs)


def written_having(held: Held, find: Find) -> Iterator[tuple[int, PaperText]]:
    """The written texts in whose words alone something is found."""
    return ((at, text) for at, text in held.having(find) if is_written(text))


def table_texts(paper: Paper, table: int, row: int) -> list[list[str]]:
    """The words of the cells of a row, one list of paragraphs for each."""
    cells = paper.tables[table].rows[row].cells
    return [[paper.texts[index].text.strip() for index in cell.texts] for cell in cells]


@lru_cache(maxsize=4_000)
def sentences_of(text: str) -> Sequence[str]:
    """The sentences of a text, in their order. Several checks ask for those of one."""
    found: list[str] = []
    for part in _BREAKS.split(text):
        if found and _SHORT.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        else:
            found.append(part)
    return tuple(one.strip() for one in found if one.strip())
