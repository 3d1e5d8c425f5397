"""Topics: what is looked at together because one tells the other."""

from __future__ import annotations

from typing import Any

from tests.survey.made import answers, codebook, computed, question


def rows_of(team: str, patterns: dict[str, int]) -> list[dict[str, Any]]:
    """pattern: the letters of the options chosen."""
    return [
        {"team": team, "u": list(pattern)}
        for pattern, size in patterns.items()
        for _ in range(size)
    ]


def test_one_option_of_several_does_not_tell_how_many_chose_either_of_two() -> None:
    book = codebook(
        [question("u", "multi", ["a", "b", "c"]), question("team", "single", ["Care", "Duty"])],
        sent=900,
    )
    rows = rows_of("Care", {"a": 5, "ab": 6, "b": 8, "c": 1}) + rows_of("Duty", {"a": 8, "bc": 14})
    yaml = """findings:
  sw:
    each: {measure: multi, question: u, by: team}
    either: {measure: percent, question: u, options: [a, b], by: team}
"""
    found = computed(book, yaml, answers(book, rows))
    assert {one.mark for one in found.items["sw.either"].estimates} == {"[c]"}
    each = {(one.category, one.group): one.mark for one in found.items["sw.each"].estimates}
    # 11 chose a, and 14 chose b: with both published, 14 to 20 would have chosen either, and with c
    # only one of 20 did not.
    assert "[c]" in (each["a", "Care"], each["b", "Care"], each["c", "Care"])
    assert each["c", "Care"] == "[c]"


def test_single_options_of_several_do_not_stand_in_each_others_way() -> None:
    book = codebook(
        [question("u", "multi", ["a", "b", "c"]), question("team", "single", ["Care", "Duty"])],
        sent=900,
    )
    rows = rows_of("Care", {"a": 5, "ab": 6, "b": 8, "c": 1}) + rows_of("Duty", {"a": 8, "bc": 14})
    yaml = "findings: {sw: {each: {measure: multi, question: u, by: team}}}"
    found = computed(book, yaml, answers(book, rows))
    each = {(one.category, one.group): one.mark for one in found.items["sw.each"].estimates}
    assert each["c", "Care"] == "[c]"
    assert each["a", "Care"] != "[c]" != each["b", "Care"]
