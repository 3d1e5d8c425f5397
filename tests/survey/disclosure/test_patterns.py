"""Bands of a theme beside its questions, and a reader who knows both."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.model.survey.codebook import Question, Scale
from generator.survey.compute import findings_of
from tests.survey.disclosure.attacker import COHORT, leaks
from tests.survey.made import HERE, answers, codebook, question, responses
from tests.survey.made import settings as findings_file

SCALE = Scale("three", ("good", "fair", "bad"), (100, 50, 0), 1)
ITEMS = [Question(key, key, "scale", HERE, scale=SCALE, theme="th") for key in "qr"]
GROUPS = question("s", "single", ["S1", "S2", "S3"])
BOOK = codebook([GROUPS, *ITEMS], themes={"th": "Theme"})
BANDS = "bands: [{name: high, from: 75}, {name: middle, above: 25}, {name: low}]"
MENU = (
    f"{{measure: bands, theme: th, by: s, {BANDS}}}",
    "{measure: shares, question: q, by: s}",
    "{measure: shares, question: r, by: s}",
    "{measure: percent, question: q, options: [good], by: s}",
    "{measure: index, question: r, by: s}",
    "{measure: index, theme: th, by: s}",
    "{measure: shares, question: q}",
    f"{{measure: bands, theme: th, {BANDS}}}",
)
SIZES = {
    "S1": {("good", "bad"): 9, ("bad", "good"): 1},
    "S2": {("good", "good"): 9, ("good", "bad"): 9, ("bad", "bad"): 3},
    "S3": {("good", "good"): 1, ("good", "bad"): 9, ("bad", "good"): 3, ("bad", "bad"): 9},
}


def attack(rows: list[dict[str, Any]], menu: list[str]) -> list[str]:
    listed = "".join(f"    f{i}: {entry}\n" for i, entry in enumerate(menu))
    file = findings_file(BOOK, f"findings:\n  sw:\n{listed}")
    findings = findings_of(responses(BOOK, answers(BOOK, rows)), file)
    return leaks(
        BOOK,
        file,
        findings,
        lambda test: int(sum(test({COHORT: "sw", **row}) for row in rows)),
        whole=True,
    )


def rows_of(sizes: dict[str, dict[tuple[str | None, str | None], int]]) -> list[dict[str, Any]]:
    """Group -> answers to q and r -> how many gave them."""
    return [
        {"s": group, "q": q, "r": r}
        for group, found in sizes.items()
        for (q, r), size in found.items()
        for _ in range(size)
    ]


def test_the_index_of_one_question_does_not_tell_a_withheld_band() -> None:
    # Ten people of S1 with a mean of 10 at r: at most two of them can have a high score.
    assert attack(rows_of(SIZES), [MENU[0], MENU[4]]) == []


def test_nor_where_some_left_a_question_blank() -> None:
    sizes = {"S1": {("good", "good"): 5}, "S2": {("good", "good"): 5, ("fair", None): 5}}
    # Five of 15 said fair, and five of S2: nobody of S1.
    assert attack(rows_of(sizes), [*MENU[:3], MENU[6]]) == []


counts = st.dictionaries(
    st.sampled_from(["S1", "S2", "S3"]),
    st.dictionaries(
        st.tuples(*[st.sampled_from(["good", "good", "fair", "bad", None])] * 2),
        st.integers(1, 9),
        min_size=1,
        max_size=6,
    ),
    min_size=2,
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(counts, st.lists(st.sampled_from(MENU[1:]), min_size=1, max_size=3, unique=True))
def test_no_solver_can_narrow_down_bands_beside_the_questions_of_their_theme(
    sizes: dict[str, dict[tuple[str | None, str | None], int]], menu: list[str]
) -> None:
    assert attack(rows_of(sizes), [MENU[0], *menu]) == []
