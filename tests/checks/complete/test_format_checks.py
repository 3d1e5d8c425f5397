"""A paper held against a format: rows, parts, order, appendices, sign-offs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest

from generator.checks.complete.complete_checks import COMPLETE
from generator.checks.held import Held
from generator.checks.paper_sections import plain_heading
from generator.config.workspace import find_workspace
from generator.model.format import Format, Part
from generator.model.release.paper import Paper, PaperCell, PaperRow, PaperTable, PaperText
from generator.model.report import Report
from generator.pipeline import stages
from generator.pipeline.read_inputs import read_inputs
from tests.checks.papers import heading, text
from tests.word.samples import ROOT

CODE = "There is no cost. [AB/15022023/C]"
ROWS = (
    ("Report title", "Health check"), ("Cabinet member with lead responsibility", "A Member"),
    ("Wards affected", "All"), ("Accountable director", "A Director"),
    ("Originating service", "Families"), ("Accountable employees", "An Officer"),
    ("Report has been considered by", "The board"),
)  # fmt: skip
PARTS = (
    ("Recommendations for decision:", "The Scrutiny Panel is recommended to:", "Note it."),
    ("Purpose", "Why."), ("Background", "How."), ("Financial implications", CODE),
    ("Legal implications", CODE), ("Equalities implications", "None."),
    ("Health and wellbeing implications", "None."), ("Appendices", "There are none."),
)  # fmt: skip


@cache
def _known() -> tuple[Report, Format]:
    loaded = stages.load(read_inputs(find_workspace(ROOT), "health-check-2022"))
    return replace(loaded.report, appendices=()), loaded.format


def _paper(
    rows: Sequence[tuple[str, str]] = ROWS, parts: Sequence[tuple[str, ...]] = PARTS
) -> Paper:
    texts: list[PaperText] = []
    made = []
    for at, row in enumerate(rows):
        cells = []
        for column, words in enumerate(row):
            cells.append(PaperCell(column, texts=(len(texts),)))
            texts.append(text(words, table=0, row=at, column=column))
        made.append(PaperRow(tuple(cells)))
    for title, *words in parts:
        texts.append(heading(title))
        texts += [text(one, "item" if "." in one else "paragraph", number="1.") for one in words]
    return Paper("file.docx", tuple(texts), (PaperTable(tuple(made)),))


def _told(paper: Paper, final: bool = True, format_: Format | None = None) -> list[tuple[str, str]]:
    report, own = _known()
    held = Held(paper, final, report, format_ or own)
    found = [one for check in COMPLETE for one in check(held)]
    return [(one.rule.removeprefix("complete."), one.where.words) for one in found]


def test_a_paper_that_follows_its_format_has_no_issue() -> None:
    assert _told(_paper()) == []


def test_a_row_that_is_missing_or_empty_is_found() -> None:
    assert _told(_paper(ROWS[:2] + ROWS[3:])) == [("front-matter", "Wards affected")]
    empty = (*ROWS[:2], ("Wards affected", ""), *ROWS[3:])
    assert _told(_paper(empty)) == [("front-matter", "Wards affected")]


def test_a_row_or_section_out_of_order_is_found() -> None:
    moved = (*ROWS[:2], ROWS[3], ROWS[2], *ROWS[4:])
    assert [rule for rule, _ in _told(_paper(moved))] == ["order"]
    moved_parts = (*PARTS[:3], PARTS[4], PARTS[3], *PARTS[5:])
    assert _told(_paper(ROWS, moved_parts)) == [("order", "Legal implications")]


@pytest.mark.parametrize(("at", "rule"), [(1, "section"), (3, "implication"), (7, "section")])
def test_a_part_that_is_missing_is_found(at: int, rule: str) -> None:
    assert _told(_paper(ROWS, PARTS[:at] + PARTS[at + 1 :])) == [(rule, PARTS[at][0])]


def test_a_heading_that_is_spelt_otherwise_is_told_as_that() -> None:
    spelt = (*PARTS[:5], ("Equality implications", "None."), *PARTS[6:])
    assert _told(_paper(ROWS, spelt)) == [("heading", "Equality implications")]


def test_an_implication_that_says_nothing_is_found() -> None:
    empty = (*PARTS[:5], ("Equalities implications",), *PARTS[6:])
    assert ("implication", "Equalities implications") in _told(_paper(ROWS, empty))


def test_a_code_that_the_format_requires_is_there_in_what_is_published() -> None:
    unsigned = (*PARTS[:3], ("Financial implications", "None."), *PARTS[4:])
    assert _told(_paper(ROWS, unsigned)) == [("sign-off", "Financial implications")]
    assert _told(_paper(ROWS, unsigned), final=False) == []


def test_an_appendix_that_is_not_listed_is_found() -> None:
    parts = (*PARTS[:7], ("Appendices", "Appendix 1: Plan."), ("Appendix 1: Plan", "It."))
    assert _told(_paper(ROWS, parts)) == []
    more = (*parts, ("Appendix 2: Costs", "£5."))
    assert _told(_paper(ROWS, more)) == [("appendix-listed", "Appendix 2: Costs")]


def _with_implications_appended() -> Format:
    """The format with its implications in an appendix, said of before the last part."""
    own = _known()[1]
    layout = [one for one in own.layout if one.kind not in ("implication", "implications")]
    appended = Part("implications", title="Implications", style="appendix")
    appendices = replace(own.appendices, word="Annex")
    return replace(own, layout=(*layout[:-1], appended, layout[-1]), appendices=appendices)


@pytest.mark.parametrize("label", ["Annex 1: ", "Appendix A - ", "Annex 1\n"])
def test_implications_in_an_appendix_are_known_behind_its_label(label: str) -> None:
    listed = (*PARTS[-1], "Annex 1: Implications", "Appendix A: Implications")
    whole = _paper(ROWS, (*PARTS[:3], listed, (f"{label}Implications",), *PARTS[3:-1]))
    deeper = {title for title, *_ in PARTS[3:-1]}
    texts = (replace(one, level=2) if one.text in deeper else one for one in whole.texts)
    paper = replace(whole, texts=tuple(texts))
    assert _told(paper, format_=_with_implications_appended()) == []


def test_implications_that_have_no_appendix_are_missing() -> None:
    told = _told(_paper(), format_=_with_implications_appended())
    assert told == [("section", "Implications")]


def test_a_number_within_a_heading_is_not_its_own() -> None:
    assert plain_heading("2.1 Year 2 review:") == "year 2 review"
