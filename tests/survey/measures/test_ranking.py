"""Rankings by level and by change."""

from __future__ import annotations

from tests.survey.made import answers, codebook, computed, question, spread

OLD = {"a": 30, "b": 20, "c": 10, "d": 25}
NEW = {"a": 20, "b": 30, "c": 11, "d": 25}


def made(yaml: str) -> tuple[str, ...]:
    book = codebook([question(key, text=key.upper()) for key in OLD], waves=("2021", "2022"))
    old, new = (
        answers(
            book,
            spread(**{k: {"Agree": n, "Neither": 40 - n} for k, n in counts.items()}),
            wave=wave,
        )
        for wave, counts in (("2021", OLD), ("2022", NEW))
    )
    spec = f"findings: {{sw: {{r: {{measure: ranking, questions: [a, b, c, d], {yaml}}}}}}}"
    return computed(book, spec, old, new).items["sw.r"].categories


def test_the_best_come_first_and_equals_stay_in_order() -> None:
    assert made("number: 3") == ("B", "D", "A")


def test_the_worst_come_first_when_asked_for() -> None:
    assert made("number: 2, pick: worst") == ("C", "A")


def test_rises_and_falls_hold_no_question_that_did_not_move_that_way() -> None:
    assert made("pick: rises") == ("B", "C")
    assert made("pick: falls") == ("A",)
    assert made("pick: changes, number: 2") == ("A", "B")


def test_other_measures_can_be_ranked() -> None:
    assert made("of: index, number: 1") == ("B",)
    assert made("of: bottom_box, number: 1") == ("A",)


def test_a_withheld_question_has_no_place() -> None:
    book = codebook([question("a", text="A"), question("b", text="B")])
    rows = spread(a={"Agree": 6}, b={"Agree": 20, "Neither": 10})
    yaml = "findings: {sw: {r: {measure: ranking, questions: [a, b]}}}"
    found = computed(book, yaml, answers(book, rows)).items["sw.r"]
    assert found.categories == ("B",)
    assert {e.category for e in found.estimates} == {"B"}


def test_a_ranking_of_numbers_and_of_named_answers() -> None:
    book = codebook([question("h", "number", text="H"), question("k", "number", text="K")])
    rows = [{"h": i % 7, "k": 10 + i % 5} for i in range(30)]
    yaml = "findings: {sw: {r: {measure: ranking, of: mean, questions: [h, k]}}}"
    found = computed(book, yaml, answers(book, rows)).items["sw.r"]
    assert found.categories == ("K", "H")


def test_parts_of_one_question_are_named_by_what_each_asks() -> None:
    def named(*texts: str) -> tuple[str, ...]:
        book = codebook([question(key, text=text) for key, text in zip("ab", texts, strict=True)])
        rows = spread(a={"Agree": 20, "Neither": 20}, b={"Agree": 10, "Neither": 30})
        yaml = "findings: {sw: {r: {measure: ranking, questions: [a, b]}}}"
        return computed(book, yaml, answers(book, rows)).items["sw.r"].categories

    assert named("Do you agree? [My home is warm]", "Do you agree? [I feel safe]") == (
        "My home is warm",
        "I feel safe",
    )
    apart = ("Do you agree? [My home is warm]", "How often? [I feel safe]")
    assert named(*apart) == apart
