"""Typed titles and captions: words that no figure shown below them bears are found.

Figures: workload 59% (2019), 78% (2020, 2021), 67% (2022); consulted 46% (2020), 61%, 72%.
"""

from __future__ import annotations

import pytest

from .makers import problems

WORKLOAD = "sw.workload_manageable"


def told(title: str, findings: str = WORKLOAD, setting: str = "title") -> list[str]:
    found = problems(f'{{{{ chart({findings}, {setting}="{title}") }}}}')
    return [message for _, message in found]


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("A minority say that their workload is manageable", "a minority"),
        ("Fewer than half can manage", "fewer than half"),
        ("Almost all (67%) can manage", "almost all"),
        ("Far more people can manage than in 2021", "more"),
        ("It has risen since 2021", "risen"),
        ("Up since 2021", "Up"),
        ("A rise on last year", "rise"),
        ("Unchanged since 2021", "Unchanged"),
        ("A significant fall", "significant fall"),
    ],
)
@pytest.mark.parametrize("setting", ["title", "caption"])
def test_words_that_no_shown_figure_bears_are_found(title: str, word: str, setting: str) -> None:
    assert any(f"'{word}" in one for one in told(title, setting=setting))


@pytest.mark.parametrize(
    "title",
    [
        "Most people can manage",
        "Fewer can manage than in 2021",
        "It has risen since 2019",
        "It has fallen since 2021",
        "Workloads move",
        "The most stressed teams",
        "More than a workload",
        "Most common answers",
        "Social workers who say that it has risen",
        "Part-time staff have fewer hours than others",
        "Manageable in 2019 for more than half",
    ],
)
def test_words_that_are_borne_or_say_something_else_are_left_alone(title: str) -> None:
    assert told(title) == []


def test_any_of_the_figures_shown_may_bear_the_words() -> None:
    title = "More in 2022, for most people"
    assert told("Consultation has risen", f"{WORKLOAD}, sw.consulted") == []
    assert told("Consultation has fallen", "sw.consulted") != []
    assert told(title, f"{WORKLOAD}, sw.consulted") == []


def test_answers_that_stand_together_may_bear_a_proportion() -> None:
    assert told("Most people feel stress occasionally or often", "sw.stress") == []
    assert told("Almost all have been to workshops or a mentor", "sw.training") != []


def test_a_table_s_caption_is_held_against_its_figures() -> None:
    assert problems(f'{{{{ table({WORKLOAD}, caption="Fewer than half can manage") }}}}')
    assert not problems(f'{{{{ table({WORKLOAD}, caption="Most people can manage") }}}}')
