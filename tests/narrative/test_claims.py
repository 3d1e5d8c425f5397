"""What the text claims beside the figures."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.document import Chart, Series, phrase
from generator.model.issues import Where
from generator.model.narrative import TypedFigure
from generator.narrative.claims import find_typed_figures

from .makers import health_check, problems, words, write


def found_in(source: str) -> list[TypedFigure]:
    """The typed figures of a narrative of one section."""
    narrative = write(source)
    (section,) = narrative.sections
    return list(find_typed_figures(section.blocks, Where(narrative.file, section.line)))


def typed(source: str) -> list[str]:
    """The figures of a source that count as typed by hand."""
    return [found.figure for found in found_in(f"# A\n{source}")]


def test_a_sentence_that_a_message_quotes_has_an_ellipsis_for_a_reference() -> None:
    (found,) = found_in("# A\nIt costs £1.2 million ([](#b)). {#b}")
    assert found.sentence == "It costs £1.2 million (…)."


@pytest.mark.parametrize(
    ("source", "figures"),
    [
        ("About 12% agreed.", ["12%"]),
        ("About 12 % or 7 per cent or 3 percent.", ["12 %", "7 per cent", "3 percent"]),
        ("A fall of 4.5 percentage points.", ["4.5 percentage points"]),
        ("63 of 94 and 12 out of the 40.", ["63 of 94", "12 out of the 40"]),
        ("They worked 9.6 hours.", ["9.6"]),
        ("A total of 115 responses.", ["115 responses"]),
        ("A budget of £52.2 million.", ["52.2"]),
        ("1,234.5 hours", ["1,234.5"]),
        ("{{ '67%' }} agreed", ["67%"]),
        ("{{ sw.response.received }} of 300", ["94 of 300"]),
        ("{{ sw.leaving.value }}%", []),
        ("{{ sw.leaving.percent }} and {{ sourced.vacancies }}", []),
        ("{{ sw.leaving.percent ~ ' and 5%' }}", ["6.4%", "5%"]),
        ("{{ 'about ' ~ sw.leaving.percent }}", []),
        ("As paragraph 3.5, paragraphs 3.5 and 3.6, section 2.1, Appendix 1.2 say.", []),
        ("On 15 March 2023, at 6.00 pm, 15.03.2023, in 2019, 2020 and 2021.", []),
        ("Grade 5, 12 months, 1:1, 2 of them, LGBT+, 24/7, v1.2.3", []),
        ("## Heading with 5%", ["5%"]),
        ("- item 5%\n  - inner 6%", ["5%", "6%"]),
        ("> quoted 7%", ["7%"]),
        ("| a |\n|---|\n| 8% |", ["8%"]),
        ("note[^1]\n\n[^1]: of 9%", ["9%"]),
        ('{{ chart(sw.leaving, title="5% leave", note="of 6%") }}', ["5%", "6%"]),
        ("{{ chart(sw.leaving) }}", []),
        ("{{ table(sw.leaving) }}", []),
        ('{{ chart(sw.leaving, caption="7% left") }}', ["7%"]),
        ("Table: 8% left\n\n| a |\n|---|\n| b |", ["8%"]),
        ("{{ method_note() }}", []),
    ],
)
def test_typed_figures_are_listed(source: str, figures: list[str]) -> None:
    assert typed(source) == figures


def test_a_caption_that_the_program_words_is_not_typed() -> None:
    shown = Series("2022", (12.0,))
    caption = phrase("What matters most, ten of 25 answers, 2022")
    chart = Chart("bars", phrase("Pay"), ("Pay",), (shown,), caption=caption)
    assert list(find_typed_figures([chart], Where("narrative.md"))) == []


def test_a_typed_figure_has_its_place_and_its_sentence() -> None:
    (found,) = found_in("# A\n\nSome say. Of them 12% agreed. More.")
    assert found.where == Where("inputs/example/narrative.md", 3)
    assert found.sentence == "Of them 12% agreed"


def test_the_sentence_of_a_typed_figure_is_whole_from_its_first_character() -> None:
    (found,) = found_in("# A\n\n25% agreed.")
    assert found.sentence == "25% agreed."


MANAGEABLE = "{{ sw.workload_manageable.percent }}"  # 67%, scale plain
SUPPORT = "{{ sw.manager_support.percent }}"  # 91%, scale education-scotland


@pytest.mark.parametrize(
    "source",
    [
        f"Almost all ({MANAGEABLE}) agree.",
        f"Almost all social workers ({MANAGEABLE}) agree.",
        f"ALMOST ALL, {MANAGEABLE}, agree.",
        f"The vast majority of them, about {MANAGEABLE}, agree.",
        f"Few social workers ({MANAGEABLE}) agree.",
        f"All social workers ({MANAGEABLE}) agree.",
        f"Around a quarter of people – {MANAGEABLE} – agree.",
        f"The vast majority ({SUPPORT}) are supported.",
        f"Most ({SUPPORT}) are supported.",
        "Almost all (12%) agree.",
        f"- Most said so (12%)\n- almost all, {MANAGEABLE}",
    ],
)
def test_a_word_that_its_figure_does_not_bear_is_a_problem(source: str) -> None:
    found = problems(source)
    assert found
    assert all("stand" in what for _, what in found)


@pytest.mark.parametrize(
    "source",
    [
        f"Most ({MANAGEABLE}) agree.",
        f"The majority of social workers ({MANAGEABLE}) agree.",
        f"Almost all ({SUPPORT}) are supported.",
        f"Almost {SUPPORT} are supported.",
        f"{MANAGEABLE} agree, almost all of them social workers.",
        f"Of all social workers {MANAGEABLE} agree.",
        f"In all teams, {MANAGEABLE} agree.",
        f"In the past few years, {MANAGEABLE} agreed.",
        f"Most managers are content. {MANAGEABLE} agree.",
        "Almost all replies came late.",
        "{{ sw.workload_manageable.proportion | capital }} agree.",
        f"Almost all teams took part, and in Duty {MANAGEABLE} agree.",
    ],
)
def test_words_that_fit_or_stand_apart_are_let_be(source: str) -> None:
    assert problems(source) == []


def test_the_scale_of_the_finding_counts() -> None:
    assert problems(f"Most ({SUPPORT}) agree.")
    findings = health_check()
    plain = replace(findings.items["sw.manager_support"], scale="")
    assert not problems(f"Most ({SUPPORT}) agree.", replace(findings, items={plain.key: plain}))


def test_without_scales_no_word_is_judged() -> None:
    none = replace(words(), scales={})
    assert problems(f"Almost all ({MANAGEABLE}) agree.", words=none) == []


@pytest.mark.parametrize(
    "source",
    [
        "There was a significant increase.",
        "Significantly more people agree.",
        "A statistically significant fall followed.",
        "Support improved significantly.",
    ],
)
def test_significant_changes_need_a_test(source: str) -> None:
    ((line, what),) = problems(source)
    assert line == 2
    assert "claims a statistical test" in what


@pytest.mark.parametrize(
    "source",
    [
        "Recruitment is a significant challenge.",
        "It is {{ sw.consulted.since(2020).significance }} than in 2020.",
        "A significant amount of work.",
    ],
)
def test_significant_in_other_senses_is_let_be(source: str) -> None:
    assert problems(source) == []


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (f"It fell by {MANAGEABLE}.", "gives a level where a change is meant"),
        (f"It increased by around {MANAGEABLE}.", "gives a level where a change is meant"),
        (f"{MANAGEABLE}%", "'67%' is followed by '%'"),
        (f"{MANAGEABLE} per cent", "'67%' is followed by 'per cent'"),
        ("{{ sw.consulted.difference }} per cent", "is followed by 'per cent'"),
    ],
)
def test_per_cents_and_percentage_points_are_not_mixed_up(source: str, what: str) -> None:
    ((_, told),) = problems(source)
    assert what in told


def test_differences_stand_where_a_change_is_meant() -> None:
    assert problems("It fell by {{ sw.workload_manageable.difference }}.") == []
    assert problems(f"It fell to {MANAGEABLE}, led by Duty.") == []


@pytest.mark.parametrize(
    "source",
    [
        "Of 100 replies 36.1% came from one service.",
        "100 of 301 social workers replied. 36.1% came from one service.",
        "36.1% came from one service (base 100).",
        "36.1% came from one service (n = 100).",
        "100 replies came in:\n\n- 36.1% from one service",
        "Only 9 replies came in, and 50% agreed.",
        "{{ sw.response.received }} replied, and 36.1% agreed.",
        "30 of 40 people (80%) agreed.",
        "100 social workers replied: 36.1% of them agreed.",
    ],
)
def test_figures_that_their_base_cannot_give_are_problems(source: str) -> None:
    assert len(problems(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "Of 119 replies 36.1% came from one service.",
        "In 2022 social workers replied that 36.1% was good.",
        "Of the 12 questions staff answered, 36.1% were hard.",
        "100 of 301 replied (33%).",
        "100 replies came in, and 44% in 2021 agreed.",
        "Only 9 replies came in, and 67% agreed.",
        "30 of 40 people (75%) agreed.",
        "Of 100 replies {{ sw.leaving.percent }} were late.",
        "100 replies came in.\n\n36.1% is another matter.",
        "Base camp 1. Then 36.15% happened.",
    ],
)
def test_figures_that_are_possible_or_unrelated_are_let_be(source: str) -> None:
    assert problems(source) == []


def test_a_list_after_a_leading_sentence_has_the_base_of_the_paragraph_before() -> None:
    source = "There were 100 responses.\n\nThey came from:\n\n- the North 36.1%\n- the South 50%"
    ((_, what),) = problems(source)
    assert what.startswith("36.1% is not possible with a base of 100;")


def test_the_percentages_of_a_paper_tell_its_true_base() -> None:
    typed = "Of 100 replies 36.1%, 14.3%, 5.9% and 1.68% came from four services."
    listed = "100 people replied:\n\n- A 36.1%\n- B 14.3%\n- C 5.9%\n- D 1.68%"
    for source in (typed, listed):
        told = [what for _, what in problems(source)]
        assert len(told) == 4
        assert all("its base (together they fit 119)" in what for what in told)
