"""Titles, captions and alternative texts of charts, changed in Word and pulled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.word.package.elements import clark
from generator.word.package.parts import DOCUMENT, Parts
from tests import edits, small
from tests.build.test_pull import NARRATIVE, Edit, pulled, text
from tests.conftest import Committee
from tests.edits.pieces import FINANCE, Opened, edit

CHART = "word/charts/chart1.xml"


def in_part(name: str, old: str, new: str) -> Edit:
    """Words of a part changed in Word, which tracks none of them."""

    def change(data: bytes) -> bytes:
        parts = Parts(data)
        assert old.encode() in parts.raw[name]
        parts.raw[name] = parts.raw[name].replace(old.encode(), new.encode())
        return parts.to_bytes()

    return change


def without(workspace: Path, committee: Committee, *words: str) -> None:
    """Take words out of the narrative, so that the program computes them, and build a draft."""
    said = text(workspace, NARRATIVE)
    for one in words:
        assert one in said
        said = said.replace(one, "")
    (workspace / NARRATIVE).write_text(said, encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (in_part(CHART, "Workloads move", "Workloads &quot;fell&quot;"),
         'title="Workloads move"', 'title="Workloads \\"fell\\""'),
        (lambda d: edits.replace(d, "Workload by year", "Workload each year"),
         'caption="Workload by year"', 'caption="Workload each year"'),
        (in_part(DOCUMENT, "Bar chart: Workloads move. Figures are in per cent. Workload is "
                 "manageable: 38% (2021) and 40% (2022).", "Workload by year, as columns."),
         'title="Workloads move")', 'title="Workloads move",'
         ' description="Workload by year, as columns.")'),
    ],
)  # fmt: skip
def test_words_of_a_chart_go_into_its_tag(
    workspace: Path, committee: Committee, change: Edit, before: str, after: str
) -> None:
    was = text(workspace, NARRATIVE)
    assert before in was
    code, account = pulled(workspace, committee, change)
    assert (code, {item["became"] for item in account}) == (0, {"merged"})
    assert text(workspace, NARRATIVE) == was.replace(before, after, 1)
    assert pulled(workspace, committee, change)[0] == 0
    assert text(workspace, NARRATIVE) == was.replace(before, after, 1)


@pytest.mark.parametrize(("typed", "said"), [
    ("{{x}} moved", '"{" ~ "{x}" ~ "} moved"'),
    ("Pay {%if%} counts", '"Pay {" ~ "%if%" ~ "} counts"'),
])  # fmt: skip
def test_words_that_a_narrative_takes_for_tags_are_set_apart(
    workspace: Path, committee: Committee, typed: str, said: str
) -> None:
    code, account = pulled(workspace, committee, in_part(CHART, "Workloads move", typed))
    assert (code, {item["became"] for item in account}) == (0, {"merged"})
    assert f"title={said}" in text(workspace, NARRATIVE)
    was = text(workspace, NARRATIVE)
    assert committee("build", small.NAME, cwd=workspace).code == 0
    code, _ = pulled(workspace, committee, in_part(CHART, typed.split()[-1], "changed"))
    assert (code, text(workspace, NARRATIVE)) == (0, was.replace(typed.split()[-1], "changed", 1))


def test_a_computed_title_or_caption_gives_way_to_the_officers_words(
    workspace: Path, committee: Committee
) -> None:
    without(workspace, committee, ', title="Workloads move"', ', caption="All answers"')
    computed = "Workload is manageable: 40%, up from 38% in 2021"
    code, account = pulled(
        workspace,
        committee,
        in_part(CHART, computed, "Workloads have moved"),
        lambda d: edits.replace(
            d, "All answers on workload, social workers, 2021 to 2022", "What they said"
        ),
    )
    assert (code, [item["became"] for item in account]) == (0, ["merged", "merged"])
    said = text(workspace, NARRATIVE)
    assert 'caption="Workload by year", title="Workloads have moved") }}' in said
    assert 'title="All answers", caption="What they said") }}' in said


def test_a_title_that_says_a_computed_figure_is_refused_with_what_to_do(
    workspace: Path, committee: Committee
) -> None:
    without(workspace, committee, ', title="Workloads move"')
    was = text(workspace, NARRATIVE)
    computed = "Workload is manageable: 40%, up from 38% in 2021"
    change = in_part(CHART, computed, "Only 40% can manage")
    code, (item,) = pulled(workspace, committee, change)
    assert (code, item["became"], item["kind"]) == (1, "refused", "chart title")
    assert item["reason"] == "'40%' in it is computed; write title=\"...\" with its expression"
    assert text(workspace, NARRATIVE) == was


def test_of_two_charts_in_one_line_none_is_guessed(workspace: Path, committee: Committee) -> None:
    said = text(workspace, NARRATIVE)
    one = '{{ chart(sw.answers, kind="stacked", caption="All answers", title="All answers") }}'
    assert one in said
    two = '{{ grid(chart(sw.leaving, title="Leaving"), chart(sw.hours, title="Hours")) }}'
    (workspace / NARRATIVE).write_text(said.replace(one, two), encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    caption = "Plans to leave, social workers, 2021 to 2022"
    code, (item,) = pulled(workspace, committee, lambda d: edits.replace(d, caption, "Who leaves"))
    assert (code, item["became"]) == (1, "refused")
    assert 'write caption="..."' in item["reason"]


def test_a_chart_taken_out_is_told_though_its_caption_stands(
    workspace: Path, committee: Committee
) -> None:
    def change(data: bytes) -> bytes:
        parts = Parts(data)
        text = parts.raw[DOCUMENT].decode()
        before, _, after = text.partition("<w:drawing>")
        parts.raw[DOCUMENT] = (before + after.partition("</w:drawing>")[2]).encode()
        return parts.to_bytes()

    was = text(workspace, NARRATIVE)
    code, (item,) = pulled(workspace, committee, change)
    assert (code, item["became"], item["kind"]) == (1, "refused", "chart")
    assert item["old"] == "Workloads move"
    assert text(workspace, NARRATIVE) == was


@pytest.mark.parametrize("tracked", [True, False])
def test_words_typed_into_a_label_that_counts_are_told(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    was = text(workspace, NARRATIVE)
    code, (item,) = pulled(
        workspace, committee, lambda d: edits.replace(d, "Figure", "Chart", nth=1, tracked=tracked)
    )
    assert (code, item["became"], item["kind"]) == (1, "refused", "words")
    assert (item["old"], item["new"]) == ("Figure", "Chart")
    assert text(workspace, NARRATIVE) == was


def test_charts_without_alternative_texts_are_told_apart_by_their_titles(
    workspace: Path, committee: Committee
) -> None:
    def saved(data: bytes) -> bytes:
        parts = Parts(data)
        said = re.sub(rb' descr="[^"]*"', b"", parts.raw[DOCUMENT])
        parts.raw[DOCUMENT] = re.sub(rb"<w:drawing>.*?</w:drawing>", b"", said, count=1)
        return parts.to_bytes()

    _, account = pulled(workspace, committee, saved)
    assert [item["old"] for item in account if item["kind"] == "chart"] == ["Workloads move"]


def test_a_title_that_libreoffice_25_puts_before_an_alternative_text_is_no_edit(
    workspace: Path, committee: Committee
) -> None:
    def joined(opened: Opened) -> None:
        for said in opened.root.iter(clark("wp:docPr")):
            title = said.attrib.pop("title", "")
            said.set("descr", f"{title}\n{said.get('descr', '')}")

    assert pulled(workspace, committee, lambda data: edit(data, FINANCE, joined)) == (0, [])


def test_a_caption_that_was_taken_out_stays_and_is_told(
    workspace: Path, committee: Committee
) -> None:
    """Without one the program would print one of its own."""
    was = text(workspace, NARRATIVE)
    gone: Edit = lambda data: edits.delete_words(data, " Both groups")  # noqa: E731
    code, (item,) = pulled(workspace, committee, gone)
    assert (code, item["became"], item["old"]) == (1, "refused", "Both groups")
    assert text(workspace, NARRATIVE) == was


def test_a_sign_behind_a_label_that_was_taken_out_is_told(
    workspace: Path, committee: Committee
) -> None:
    gone: Edit = lambda data: edits.replace(  # noqa: E731
        data, ": Workload by year", " Workload by year", tracked=False
    )
    code, (item,) = pulled(workspace, committee, gone)
    assert (code, item["became"]) == (1, "refused")
    assert (item["old"], item["new"]) == ("Figure :", "Figure")
