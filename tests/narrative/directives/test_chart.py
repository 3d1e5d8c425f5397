"""Charts of findings: kind, axis, figures as published, marks, message."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import Chart
from generator.model.findings import Estimate, Findings, QuestionEntry

from ..makers import blocks, finding, findings_of, health_check, over, percent, problems


def chart(arguments: str, findings: Findings | None = None) -> Chart:
    """The chart that a line places."""
    (block,) = blocks(f"{{{{ chart({arguments}) }}}}", findings)
    assert isinstance(block, Chart)
    return block


def figures(built: Chart) -> dict[str, tuple[float | None, ...]]:
    return {series.name: series.values for series in built.series}


def test_one_finding_stands_by_wave() -> None:
    built = chart("sw.workload_manageable")
    assert built.kind == "columns"
    assert built.categories == ("2019", "2020", "2021", "2022")
    assert figures(built) == {"Workload is manageable": (59, 78, 78, 67)}
    assert built.title.text == "Workload is manageable: 67%, down from 78% in 2021"
    assert built.caption.text == "Workload is manageable, social workers, 2019 to 2022"
    assert built.keys == ("sw.workload_manageable",)
    assert built.line == 2
    assert built.description.text == ""


def test_a_share_that_rounds_to_nothing_is_marked_as_more_than_nothing() -> None:
    found = percent("sw.x", {"2021": (0, 400), "2022": (1, 400)}, title="Rare")
    built = chart("sw.x", findings_of(found))
    assert built.series[0].values == (0, 0)
    assert built.series[0].marks == ("", "[low]")
    assert built.title.text == "Rare: less than 1%, similar to 0% in 2021"
    assert built.note.text == ""


def test_figures_of_fewer_decimals_are_shown_with_those_of_the_chart() -> None:
    coarse = percent("sw.a", {"2022": (2, 300)}, title="A")
    low = percent("sw.b", {"2022": (1, 400)}, title="B")
    fine = percent("sw.c", {"2022": (1, 4000)}, decimals=1, title="C")
    built = chart("sw.a, sw.b, sw.c", findings_of(coarse, low, fine))
    assert built.decimals == 1
    assert built.series[0].values == (0.7, 0.3, 0.0)
    assert built.series[0].marks == ("", "", "[low]")


def test_several_findings_stand_side_by_side_in_clusters_by_wave() -> None:
    built = chart("sw.workload_manageable, sw.consulted", health_check())
    assert built.categories == ("Workload is manageable", "Consulted on changes")
    assert figures(built) == {
        "2019": (59, None),
        "2020": (78, 46),
        "2021": (78, 61),
        "2022": (67, 72),
    }
    assert built.series[0].marks == ("", "[x]")
    assert built.note.text == "[x] not available."


def test_two_cohorts_of_one_question_are_told_apart_by_name() -> None:
    built = chart("sw.workload_manageable, wf.workload_manageable")
    assert built.categories == ("Social workers", "The wider workforce")
    mixed = chart("sw.workload_manageable, wf.workload_manageable, sw.consulted")
    assert mixed.categories == (
        "Workload is manageable, social workers",
        "Workload is manageable, the wider workforce",
        "Consulted on changes",
    )


def test_figures_are_rounded_as_published() -> None:
    built = chart("sw.leaving")
    assert figures(built) == {"Plans to leave": (10.9, 6.4)}
    assert built.decimals == 1
    half = findings_of(percent("sw.x", {"2021": (23, 40), "2022": (1, 8)}))
    assert figures(chart("sw.x", half)) == {"X": (58, 13)}


def test_response_rates_are_a_line() -> None:
    built = chart("sw.response, wf.response")
    assert built.kind == "line"
    assert figures(built) == {
        "Social workers": (60, 55, 44, 35),
        "The wider workforce": (None, None, 34, 27),
    }


def test_shares_of_a_scale_are_stacked_in_the_order_of_the_scale() -> None:
    built = chart("sw.stress")
    assert built.kind == "stacked"
    assert built.ordered
    assert built.categories == ("2021", "2022")
    assert [series.name for series in built.series] == [
        "Never", "Rarely", "Occasionally", "Often", "Always",
    ]  # fmt: skip
    assert chart("sw.stress", health_check()).series[0].values == (10, 10)
    by_answer = chart('sw.stress, by="answer", waves=[2021, 2022]')
    assert by_answer.kind == "bars"
    assert by_answer.categories == ("Never", "Rarely", "Occasionally", "Often", "Always")
    assert [series.name for series in by_answer.series] == ["2021", "2022"]


def test_shares_of_more_answers_than_colours_are_bars_of_the_reports_wave() -> None:
    names = tuple(f"Ward {number}" for number in range(1, 10))
    counts = {"2021": (10,) * 9, "2022": (10,) * 9}
    found = findings_of(over("sw.ward", names, counts, {"2021": 90, "2022": 90}, measure="shares"))
    built = chart("sw.ward", found)
    assert (built.kind, built.categories, tuple(figures(built))) == ("bars", names, ("2022",))
    for asked in ('kind="stacked"', 'by="wave"'):
        assert chart(f"sw.ward, {asked}", found).kind == "stacked"


def test_several_choices_are_bars_from_the_highest_down() -> None:
    found = findings_of(
        over(
            "sw.x", ("Low", "High", "Gone"), {"2022": (10, 60, None)}, {"2022": 94}, measure="multi"
        )
    )
    built = chart("sw.x", found)
    assert built.kind == "bars"
    assert built.categories == ("High", "Low", "Gone")
    assert list(built.series[0].values) == [64, 11, None]
    assert built.series[0].marks == ("", "", "[c]")
    assert built.note.text.startswith("[c] confidential")
    assert built.title.text == "X"
    assert chart("sw.x, sort=false", found).categories == ("Low", "High", "Gone")


def test_choices_of_several_cohorts_stand_from_the_highest_of_the_first_down() -> None:
    names = ("Low", "High", "Middle")
    social, wider = (
        over(f"{cohort}.x", names, {"2022": figures}, {"2022": 94}, measure="multi")
        for cohort, figures in (("sw", (10, 60, 30)), ("wf", (50, 20, 40)))
    )
    built = chart("sw.x, wf.x", findings_of(social, wider))
    assert built.categories == ("High", "Middle", "Low")
    assert [series.values for series in built.series] == [(64, 32, 11), (21, 43, 53)]
    kept = chart("sw.x, wf.x, sort=false", findings_of(social, wider))
    assert kept.categories == names


def test_a_chart_knows_that_its_series_are_waves() -> None:
    assert chart("sw.workload_manageable, sw.consulted").waves
    assert chart('sw.stress, by="answer", waves=[2021, 2022]').waves
    assert not chart("sw.workload_manageable").waves
    assert not chart("sw.stress").waves
    assert not chart('sw.by_service, by="wave"').waves


def test_a_kind_that_the_author_chose_is_kept() -> None:
    assert chart('sw.workload_manageable, kind="columns"').kept
    assert not chart("sw.workload_manageable").kept


def test_groups_are_bars_and_by_wave_columns() -> None:
    built = chart("sw.by_service")
    assert (built.kind, built.categories) == ("bars", ("Duty", "Safeguarding", "Court"))
    by_wave = chart('sw.by_service, by="wave"')
    assert by_wave.categories == ("2022",)
    assert [series.name for series in by_wave.series] == ["Duty", "Safeguarding", "Court"]


def test_answers_of_several_cohorts_stack_beside_one_another() -> None:
    labels = ("Agree", "Disagree")
    one = over("sw.x", labels, {"2022": (60, 34)}, {"2022": 94}, measure="shares")
    two = over("wf.x", labels, {"2022": (50, 27)}, {"2022": 77}, measure="shares")
    built = chart("sw.x, wf.x", findings_of(one, two))
    assert built.kind == "stacked"
    assert built.categories == ("Social workers", "The wider workforce")
    assert figures(built) == {"Agree": (64, 65), "Disagree": (36, 35)}
    other = replace(two, categories=("Yes", "No"))
    ((_, what),) = problems("{{ chart(sw.x, wf.x) }}", findings_of(one, other))
    assert "have different answers" in what


def test_answers_by_group_stack_by_group() -> None:
    estimates = [
        Estimate("2022", value, 40, 10, category=category, group=group)
        for group, row in (("Duty", (60.0, 40.0)), ("Court", (30.0, 70.0)))
        for category, value in zip(("Agree", "Disagree"), row, strict=True)
    ]
    found = finding(
        "sw.x",
        estimates,
        measure="shares",
        categories=("Agree", "Disagree"),
        groups=("Duty", "Court"),
    )
    built = chart("sw.x", findings_of(found))
    assert built.categories == ("Duty", "Court")
    assert figures(built) == {"Agree": (60, 30), "Disagree": (40, 70)}


def test_a_list_of_answers_can_be_shown() -> None:
    built = chart("sw.training.top(2)")
    assert built.categories == ("Online courses", "Workshops & talks")


def test_waves_can_be_chosen() -> None:
    assert chart("sw.workload_manageable, waves=[2019, 2022]").categories == ("2019", "2022")
    assert chart('sw.workload_manageable, waves="2022"').categories == ("2022",)
    assert chart("sw.workload_manageable, waves=survey.waves").categories[0] == "2019"


def test_settings_are_kept() -> None:
    built = chart(
        'sw.leaving, title="T", caption="C", name="n", size="half", with_table=true, note="N",'
        ' description="D", kind="line"'
    )
    assert (built.title.text, built.caption.text, built.name, built.size) == ("T", "C", "n", "half")
    assert (built.with_table, built.note.text, built.description.text, built.kind) == (
        True,
        "N",
        "D",
        "line",
    )


def test_an_unreliable_figure_is_pointed_out() -> None:
    estimates = [Estimate("2021", 50.0, 12, 6, mark="[u]"), Estimate("2022", 60.0, 100, 60)]
    built = chart("sw.x", findings_of(finding("sw.x", estimates)))
    assert list(built.series[0].values) == [50, 60]
    assert built.note.text == "Unreliable, because the base is small: 2021."


def test_figures_that_are_all_unreliable_are_not_listed_one_by_one() -> None:
    estimates = [Estimate(wave, 50.0, 12, 6, mark="[u]") for wave in ("2021", "2022")]
    built = chart("sw.x", findings_of(finding("sw.x", estimates)))
    assert built.note.text == "Unreliable, because the base is small: all figures."


def test_a_category_that_is_unreliable_in_several_series_is_named_once() -> None:
    small = [Estimate(wave, 50.0, 12, 6, mark="[u]") for wave in ("2021", "2022")]
    large = [Estimate(wave, 60.0, 100, 60) for wave in ("2021", "2022")]
    both = findings_of(finding("sw.x", small), finding("sw.y", large))
    note = chart("sw.x, sw.y", both).note.text
    assert note.count("2021") == note.count("2022") == 1
    assert note.endswith("(2021 and 2022).")
    note = chart('sw.x, sw.y, by="wave"', both).note.text
    assert note == "Unreliable, because the base is small: X in 2021 and 2022."


def test_a_message_never_needs_a_withheld_figure() -> None:
    found = findings_of(percent("sw.x", {"2021": (None, None), "2022": (50, 94)}))
    assert chart("sw.x", found).title.text == "X: 53%"
    found = findings_of(percent("sw.x", {"2021": (50, 94), "2022": (None, None)}))
    assert chart("sw.x", found).title.text == "X"


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ("", "chart() needs a finding"),
        ("sw.small, waves=2022", "no figure of sw.small may be published"),
        ("sw.leaving, sw.hours_over", "cannot show per cent and hours together"),
        ("sw.leaving, sw.stress", "cannot show findings with several answers"),
        ("sw.leaving, kind='pie'", "kind cannot be 'pie'"),
        ("sw.leaving, size='big'", "size cannot be 'big'"),
        ("sw.leaving, by='year'", "by cannot be 'year'"),
        ("sw.leaving, waves=1999", "has no wave '1999'"),
        ("sw.leaving, waves='x'", "there is no wave 'x'"),
        ("sw.leaving, title=3", "title must be text, not the number 3"),
        ("'x'", "chart() shows findings, not the text 'x'"),
        ("sw.leaving, name='Bad name'", "'Bad name' cannot be a name"),
    ],
)
def test_charts_that_cannot_be_drawn_are_problems(arguments: str, what: str) -> None:
    found = problems(f"\n{{{{ chart({arguments}) }}}}")
    assert [line for line, _ in found] == [3]
    assert what in found[0][1]


LANGUAGES = tuple(f"Language {letter}" for letter in "ABCDEFGHIJKL")


def many_answers(**more: int) -> Findings:
    """A question with twelve answers, the first the most common."""
    counts = [90 - 5 * index for index in range(12)]
    every = dict.fromkeys(("2022", *more), counts)
    return findings_of(
        over("sw.x", LANGUAGES, every, dict.fromkeys(every, 94), measure="multi", title="Languages")
    )


def test_the_highest_few_are_told_as_such_in_title_and_caption() -> None:
    built = chart("sw.x.top(8)", many_answers())
    assert built.title.text == (
        "Languages: of the eight shown, highest Language A (96%), lowest Language H (59%)"
    )
    assert built.caption.text == (
        "Languages, the eight highest of 12 answers, social workers, 2022"
    )
    assert built.part == "the eight highest of 12 answers"
    assert [piece.key for piece in built.title.pieces if piece.text in ("96%", "59%")] == [
        'sw.x["Language A"].figure@2022',
        'sw.x["Language H"].figure@2022',
    ]


def test_a_choice_of_answers_that_are_not_the_highest_is_told_as_a_part() -> None:
    built = chart('sw.x["Language A"], sw.x["Language L"]', many_answers())
    assert built.part == "two of 12 answers"
    assert chart("sw.x", many_answers()).part == ""
    assert chart("sw.x.top(12)", many_answers()).part == ""
    withheld = chart("sw.training.list")
    assert withheld.part == "three of four answers"
    (table,) = blocks("{{ table(sw.x.top(8)) }}", many_answers())
    assert "the eight highest of 12 answers" in table.caption.text  # type: ignore[union-attr]


def test_the_highest_of_several_waves_is_told_with_its_wave() -> None:
    found = many_answers(**{"2021": 1})
    built = chart("sw.x.top(8), waves=survey.waves", found)
    assert built.part == "eight of 12 answers"
    assert "highest in 2022 Language A (96%)" in built.title.text


def test_a_list_of_answers_shows_the_wave_that_all_of_them_would_be_shown_in() -> None:
    found = many_answers(**{"2021": 1})
    for written in ("sw.x", "sw.x.top(8)", "sw.x.list", "sw.x.categories[:3]"):
        assert [series.name for series in chart(written, found).series] == ["2022"]
    assert [series.name for series in chart("sw.x[2021].top(8)", found).series] == ["2021"]
    assert (
        chart('sw.x.top(8), by="wave"', found).categories
        == chart('sw.x, by="wave"', found).categories
    )


def test_of_a_choice_of_findings_the_message_tells_those_shown() -> None:
    rows = {"sw.a": 90, "sw.b": 80, "sw.c": 70, "sw.d": 60}
    found = findings_of(*(percent(key, {"2022": (n, 100)}) for key, n in rows.items()))
    built = chart("sw.a, sw.b, sw.c, sw.d", found)
    assert built.title.text == "Of the four shown, highest A (90%), lowest D (60%)"
    withheld = percent("sw.d", {"2021": (50, 100), "2022": (None, None)})
    some = findings_of(*(found.items[key] for key in ("sw.a", "sw.b", "sw.c")), withheld)
    assert chart("sw.a, sw.b, sw.c, sw.d", some).title.text == "A and three other findings"


def test_a_ranking_is_not_told_as_what_is_most_often_answered() -> None:
    assert chart("sw.ranking").title.text == (
        "Questions by level: of the four shown, highest Supervision (85%), lowest Research (46%)"
    )


def test_answers_that_are_level_are_named_together() -> None:
    labels = ("Agree", "Neither", "Disagree")
    level = over("sw.x", labels, {"2022": (40, 14, 40)}, {"2022": 94}, measure="shares")
    title = chart("sw.x", findings_of(level)).title.text
    assert title == "X: the most common answers are ‘Agree’ and ‘Disagree’ (43%)"
    several = over("sw.x", labels, {"2022": (40, 14, 30)}, {"2022": 94}, measure="multi")
    assert chart("sw.x", findings_of(several)).title.text == "X: most often ‘Agree’ (43%)"
    same = over("sw.x", labels, {"2022": (40, 40, 40)}, {"2022": 94}, by="group")
    assert chart("sw.x", findings_of(same)).title.text == "X"


def test_a_message_speaks_of_the_waves_that_are_shown() -> None:
    def title(waves: str) -> str:
        return chart(f"sw.workload_manageable, waves={waves}").title.text

    assert title("[2019, 2020]") == "Workload is manageable: 78%, up from 59% in 2019"
    assert title("[2019, 2022]") == "Workload is manageable: 67%, up from 59% in 2019"
    assert title("2021") == "Workload is manageable: 78%"


AGES = ("Under 25", "25 to 34", "35 to 44", "45 and over", "Prefer not to say")


def test_groups_with_an_order_of_their_own_keep_it() -> None:
    counts, bases = {"2022": (20, 60, 30, 50, 10)}, {"2022": 94}
    found = findings_of(over("sw.x", AGES, counts, bases, by="group"))
    assert chart("sw.x", found).categories == AGES
    assert chart("sw.x, sort=true", found).categories[0] == "25 to 34"


def test_groups_of_a_scale_keep_its_order() -> None:
    labels = ("Often", "Sometimes", "Never")
    found = findings_of(over("sw.x", labels, {"2022": (20, 60, 30)}, {"2022": 94}, by="group"))
    asked = QuestionEntry("often", "How often?", "scale", labels, ("sw",), ("2022",))
    assert chart("sw.x", found).categories == ("Sometimes", "Never", "Often")
    assert chart("sw.x", replace(found, questions=(asked,))).categories == labels


NOTE = (
    "In 2021 the question read \N{LEFT DOUBLE QUOTATION MARK}Busy?\N{RIGHT DOUBLE QUOTATION MARK}."
)


def test_the_notes_of_findings_stand_below_charts_and_tables() -> None:
    shares = {"2021": (50, 94), "2022": (60, 94)}
    one = percent("sw.a", shares, title="A", notes=("Leavers are left out.", NOTE))
    two = percent("sw.b", shares, title="B", notes=(NOTE,))
    found = findings_of(one, two)
    assert chart("sw.a, note='Mine.'", found).note.text == f"Mine. Leavers are left out. {NOTE}"
    assert chart("sw.a, sw.b", found).note.text == f"A: Leavers are left out. {NOTE}"
    assert chart("sw.a, waves=2022", found).note.text == "Leavers are left out."
    (table,) = blocks("{{ table(sw.a) }}", found)
    assert table.note.text == f"Leavers are left out. {NOTE}"  # type: ignore[union-attr]
    assert chart("sw.training.top(2)").note.text == ""
