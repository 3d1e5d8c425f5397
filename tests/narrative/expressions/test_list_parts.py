"""Lists of answers and groups: the highest, the largest changes, answers taken together."""

from __future__ import annotations

from ..makers import content, findings_of, over, problems, said

LABELS = ("A", "B", "C")


def test_the_highest_are_refused_where_a_withheld_one_may_be_higher() -> None:
    found = findings_of(
        over("sw.x", LABELS, {"2022": (20, 30, None)}, {"2022": 94}, measure="shares")
    )
    ((_, what),) = problems("{{ sw.x.top(1) }}", found)
    assert "a withheld answer of sw.x may be higher" in what
    small = over("sw.y", LABELS, {"2022": (40, 50, None)}, {"2022": 94}, measure="shares")
    assert said("sw.y.top(1)", findings_of(small)) == "B (53%)"


def test_the_highest_group_is_refused_where_a_withheld_one_may_be_higher() -> None:
    found = over("sw.x", LABELS, {"2022": (20, None, 15)}, {"2022": 30}, by="group")
    ((_, what),) = problems("{{ sw.x.top(1) }}", findings_of(found))
    assert "a withheld group of sw.x may be higher" in what
    full = over("sw.y", LABELS, {"2022": (30, None, 15)}, {"2022": 30}, by="group")
    assert said("sw.y.top(1)", findings_of(full)) == "A (100%)"


def test_the_largest_changes_are_refused_where_one_is_withheld() -> None:
    counts = {"2021": (20, None, 15), "2022": (10, 20, 25)}
    found = over("sw.x", LABELS, counts, {"2021": 40, "2022": 40}, by="group")
    for expression, which in (("largest_falls(1)", "falls"), ("largest_rises(1)", "rises")):
        ((_, what),) = problems(f"{{{{ sw.x.{expression} }}}}", findings_of(found))
        assert f"the largest {which} of sw.x may be among those withheld: B" in what


def test_the_lowest_are_refused_where_one_is_withheld() -> None:
    ((_, what),) = problems("{{ sw.training.bottom(2) }}")
    assert "may be among those withheld: None" in what


def test_a_ranking_keeps_its_own_order() -> None:
    found = over("sw.x", ("Low", "High"), {"2022": (10, 50)}, {"2022": 94}, measure="ranking")
    assert said("sw.x.list", findings_of(found)) == "Low (11%) and High (53%)"


def test_answers_together_carry_their_own_change_and_key() -> None:
    (value,) = content('{{ sw.stress.any_of("Never", "Rarely").percent }}')
    assert value.key == 'sw.stress.any_of("Never", "Rarely").percent@2022'  # type: ignore[union-attr]
    assert said('sw.stress.any_of("Never", "Never").percent') == said('sw.stress["Never"].percent')


def test_answers_together_are_withheld_where_one_is() -> None:
    found = findings_of(
        over("sw.x", LABELS, {"2022": (20, 30, None)}, {"2022": 94}, measure="shares")
    )
    ((_, what),) = problems('{{ sw.x.any_of("A", "C").percent }}', found)
    assert "may not be published" in what


def test_answers_of_a_question_with_several_choices_cannot_be_added() -> None:
    ((_, what),) = problems('{{ sw.training.any_of("Mentoring", "Online courses").percent }}')
    assert "lets people choose several answers" in what


def test_an_empty_list_is_a_problem_to_print_but_not_to_ask_for() -> None:
    found = findings_of(
        over(
            "sw.x",
            ("A", "B"),
            {"2021": (10, 50), "2022": (40, 50)},
            {"2021": 94, "2022": 94},
            measure="ranking",
        )
    )
    ((_, what),) = problems("{{ sw.x.largest_falls(2) }}", found)
    assert "the list is empty" in what
    assert problems("{% if sw.x.largest_falls(2) %}x{% endif %}", found) == []


def test_lists_can_be_cut_and_joined_otherwise() -> None:
    assert said("sw.training.list[1:]") == "Workshops & talks (54%) and Mentoring (32%)"
    assert said('sw.training.top(2) | joined("or")') == (
        "Online courses (67%) or Workshops & talks (54%)"
    )
    assert said("survey.waves[:2]") == "2019 and 2020"


def test_a_group_that_is_not_there_offers_the_nearest() -> None:
    ((_, what),) = problems('{{ sw.by_service.group("Dutty").percent }}')
    assert what == "sw.by_service has no group 'Dutty'; did you mean 'Duty'?"
    ((_, what),) = problems('{{ sw.leaving.group("Duty").percent }}')
    assert what == "sw.leaving has no groups; write sw.leaving.percent"


def test_names_of_answers_are_never_read_as_markdown() -> None:
    found = findings_of(
        over("sw.x", ("*a* [b](c) `d`", "# e | f"), {"2022": (10, 50)}, {"2022": 94})
    )
    assert said("sw.x.list", found) == "# e | f (53%) and *a* [b](c) `d` (11%)"
