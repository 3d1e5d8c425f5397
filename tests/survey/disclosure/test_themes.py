"""An index of several questions beside figures of one of them."""

from __future__ import annotations

from typing import Any

from generator.survey.disclosure.themes import answered_alike
from generator.survey.measures.figure import Variable
from generator.survey.measures.people import People
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


def marks_of(yaml: str, rows: list[dict[str, Any]]) -> dict[str, set[str | None]]:
    """Which groups, or bands of groups, each finding withholds; themes x (i, j) and y (k, l)."""
    book = codebook(
        [
            question("team", "single", list(TEAMS)),
            *(question(name, theme=theme) for name, theme in zip("ijkl", "xxyy", strict=True)),
        ],
        themes={"x": "X", "y": "Y"},
    )
    found = computed(book, f"findings: {{sw: {{{yaml}}}}}", answers(book, rows)).items
    return {
        key.removeprefix("sw."): {e.category or e.group for e in one.estimates if e.mark == "[c]"}
        for key, one in found.items()
    }


def scored_rows(duty: int, complete: int) -> list[dict[str, Any]]:
    """So many of Duty, of whom so many answered all of i, j, k and l."""
    answered = [
        {"i": a, "j": b, "k": a, "l": b}
        for a in ("Agree", "Neither", "Disagree")
        for b in ("Agree", "Disagree")
    ]
    sizes = {"Duty": duty, "Care": 24, "Court": 36, "Fostering": 42}
    rows = [{"team": t, **answered[n % 6]} for t, size in sizes.items() for n in range(size)]
    for row in rows[complete:duty]:
        row["j"] = None
    return rows


def test_a_band_that_nobody_is_in_cannot_be_told_from_the_others() -> None:
    bands = "bands: [{name: good, from: 70}, {name: fair, from: 40}, {name: poor}]"
    rows = [
        {"team": team, **dict.fromkeys("ijkl", answer)}
        for team, (agree, other) in {"Care": (12, 8), "Court": (14, 9)}.items()
        for answer in ["Agree"] * agree + ["Neither"] * other
    ]
    found = marks_of(f"b: {{measure: bands, theme: x, by: team, {bands}}}", rows)
    assert "poor" in found["b"]
    assert found["b"] & {"good", "fair"}


def test_an_index_of_complete_answers_is_protected_from_one_of_most_answers() -> None:
    yaml = ", ".join(
        f"{name}: {{measure: index, theme: x, missing_items: {rule}{by}}}"
        for name, rule, by in (
            ("most", "half", ", by: team"),
            ("complete", "all", ", by: team"),
            ("whole", "all", ""),
        )
    )
    found = marks_of(yaml, scored_rows(duty=11, complete=9))
    assert "Duty" in found["complete"]
    assert found["most"] >= found["complete"]
    assert not marks_of(yaml, scored_rows(duty=11, complete=11))["most"]


def test_the_index_of_the_whole_goes_where_all_themes_but_one_are_told() -> None:
    theme, other = (f"{t}: {{measure: index, theme: {t}, by: team}}" for t in "xy")
    whole = "x0: {measure: index, theme: x}, w: {measure: index, theme: all, by: team}"
    rows = scored_rows(duty=10, complete=9)
    for row in rows[9:10]:
        row["i"] = None
    told = marks_of(f"{theme}, {other}, {whole}", rows)
    assert told["w"] >= told["x"] >= {"Duty"}
    assert not told["y"]
    assert not marks_of(f"{theme}, {whole}", rows)["w"]


def test_only_people_who_answered_as_many_questions_can_exchange_scores() -> None:
    book = codebook([question("i"), question("j"), question("k")])
    rows = [
        {"i": "Agree", "j": "Agree", "k": "Agree"},
        {"i": "Agree", "j": None, "k": "Agree"},
        {"i": "Agree", "j": "Agree", "k": None},
        {"i": "Agree", "j": None, "k": None},
        {"i": None, "j": "Agree", "k": "Agree"},
    ]
    people = People("2022", (answers(book, rows),))
    item, whole = Variable("answers", ("i",)), Variable("score", ("i", "j", "k"), missing=0.5)
    classes = answered_alike(people, item, whole, book.questions).tolist()
    assert classes[1] == classes[2]
    assert classes[3] == 0  # one answer of three gives no score
    assert len({classes[0], classes[1], classes[3], classes[4]}) == 4
