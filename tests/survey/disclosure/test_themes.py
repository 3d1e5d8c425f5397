"""An index of several questions beside figures of one of them."""

from __future__ import annotations

from typing import Any

from tests.survey.made import answers, codebook, computed, question

TEAMS = {"Duty": (6, 3), "Care": (12, 8), "Court": (20, 20), "Fostering": (30, 12)}


def withheld(items: int, findings: str) -> dict[str, set[str | None]]:
    """Which groups are withheld in each finding. Three of Duty disagree with the first item."""
    names = [f"i{index}" for index in range(items)]
    book = codebook(
        [question("team", "single", list(TEAMS)), *(question(n, theme="t") for n in names)],
        themes={"t": "Theme"},
    )
    rows: list[dict[str, Any]] = [
        {"team": team, **dict.fromkeys(names, "Agree"), "i0": answer}
        for team, (agree, other) in TEAMS.items()
        for answer in ["Agree"] * agree + ["Disagree"] * other
    ]
    rows += [{"team": "Duty", **dict.fromkeys(names, "Agree")}] * 3
    found = computed(book, f"findings: {{sw: {{{findings}}}}}", answers(book, rows)).items
    return {
        key.removeprefix("sw."): {e.group for e in item.estimates if e.mark == "[c]"}
        for key, item in found.items()
    }


FIRST = "a: {measure: top_box, question: i0}, b: {measure: top_box, question: i0, by: team}"
THEME = "t: {measure: index, theme: t, by: team}"


def test_an_index_of_two_questions_goes_with_the_figures_of_one() -> None:
    found = withheld(2, f"{FIRST}, {THEME}")
    assert found["b"] == {"Duty", "Care"}
    assert found["t"] >= {"Duty", "Care"}


def test_an_index_of_many_questions_stays_while_others_are_free_to_vary() -> None:
    found = withheld(4, f"{FIRST}, {THEME}")
    assert found["b"] == {"Duty", "Care"}
    assert found["t"] == set()


def test_it_goes_when_the_others_are_told_by_group_too() -> None:
    others = ", ".join(f"o{i}: {{measure: index, question: i{i}, by: team}}" for i in (1, 2, 3))
    found = withheld(4, f"{FIRST}, {THEME}, {others}")
    assert found["t"] >= {"Duty", "Care"}


def test_the_whole_of_a_theme_is_known_where_all_its_questions_are_told() -> None:
    rules = "disclosure: {minimum_base_breakdown: 15}\n"
    book = codebook(
        [question("team", "single", list(TEAMS)), question("i0"), question("i1"), question("i2")]
    )
    rows = [
        {"team": team, "i0": answer, "i1": answer, "i2": answer}
        for team, (agree, other) in TEAMS.items()
        for answer in ["Agree"] * agree + ["Disagree"] * other
    ]
    theme = "t: {measure: index, theme: all, by: team}"
    parts = ", ".join(f"w{i}: {{measure: index, question: i{i}}}" for i in range(3))
    alone, told = (
        {
            e.group
            for e in computed(book, text, answers(book, rows)).items["sw.t"].estimates
            if e.mark == "[c]"
        }
        for text in (
            f"{rules}findings: {{sw: {{{theme}}}}}",
            f"{rules}findings: {{sw: {{{theme}, {parts}}}}}",
        )
    )
    assert alone == {"Duty"}
    assert told == {"Duty", "Care"}


def test_the_base_of_a_filtered_figure_tells_of_the_filter_too() -> None:
    book = codebook(
        [
            question("m"),
            question("hours", "single", ["Full", "Part", "None"]),
            question("team", "single", ["A", "B"]),
        ]
    )
    rows = [
        {"team": team, "hours": h, "m": answer}
        for team, counts in (("A", (20, 12, 2)), ("B", (20, 12, 9)))
        for h, n in zip(("Full", "Part", "None"), counts, strict=True)
        for answer in ["Agree"] * (n // 2) + ["Neither"] * (n - n // 2)
    ]
    yaml = """findings:
  sw:
    by: {measure: shares, question: hours, by: team}
    full: {measure: top_box, question: m, where: {hours: [Full, Part], team: A}}
    a: {measure: top_box, question: m, where: {team: A}}
"""
    found = computed(book, yaml, answers(book, rows)).items
    marks = {(e.category, e.group): e.mark for e in found["sw.by"].estimates}
    assert marks["None", "A"] == "[c]"
    # 34 of A answered, 32 of them Full or Part: one of the three has to go.
    assert "[c]" in (found["sw.full"].estimates[0].mark, found["sw.a"].estimates[0].mark)
