"""Places as people call them."""

from __future__ import annotations

import pytest

from generator.compose.places import only_key, texts_at
from generator.errors import CommitteeError
from generator.model.release.explained import PrintedText, PrintedValue

LEAVING = PrintedValue("sw.leaving.percent@2022", "6%")
STAYING = PrintedValue("sw.staying.percent@2022", "83%")
TEXTS = (
    PrintedText("Findings", "3.2", "", "a", (), frozenset({"3.2", "paragraph 3.2", "findings"})),
    PrintedText("Findings", "3.10", "", "b", (LEAVING, STAYING), frozenset({"3.10", "findings"})),
    PrintedText("Findings", "3.10", "Figure 1", "c", (), frozenset({"figure 1", "findings"})),
    PrintedText("", "", "recommendation 2", "d", (), frozenset({"recommendation 2", "r2"})),
)


def words(place: str) -> str:
    return "".join(text.words for text in texts_at(TEXTS, place))


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("3.2", "a"),
        ("para 3.2", "a"),
        ("Paragraph 3.2.", "a"),
        ("fig. 1", "c"),
        ("R 2", "d"),
        ("FINDINGS", "abc"),
        ("sw.leaving.percent@2022", "b"),
        ("sw.leaving", "b"),
        ("83%", "b"),
    ],
)
def test_a_place_is_found_by_what_people_call_it(place: str, found: str) -> None:
    assert words(place) == found


@pytest.mark.parametrize(
    ("place", "hint"),
    [
        ("3.9", "the nearest are 3.2, 3.10"),
        ("Figure 7", "the nearest are figure 1"),
        ("R3", "the nearest are r2"),
        ("findigns", "did you mean 'findings'"),
        ("84%", "it prints no computed figure so"),
        ("sw.leavin.percent", "did you mean 'sw.leaving.percent'"),
    ],
)
def test_of_a_place_that_there_is_not_the_nearest_are_named(place: str, hint: str) -> None:
    with pytest.raises(CommitteeError, match=hint):
        texts_at(TEXTS, place)


def test_of_a_key_only_its_values_are_meant() -> None:
    assert [text.values for text in only_key(texts_at(TEXTS, "sw.leaving"), "sw.leaving")] == [
        (LEAVING,)
    ]
    assert [text.values for text in only_key(texts_at(TEXTS, "3.10"), "3.10")] == [
        (LEAVING, STAYING)
    ]


def test_of_a_figure_only_what_prints_it_is_meant_but_a_place_has_all_of_its_own() -> None:
    assert [text.values for text in only_key(texts_at(TEXTS, "83%"), "83%")] == [(STAYING,)]
    mean = PrintedValue("sw.workload.mean@2022", "3.5")
    names = frozenset({"3.5", "paragraph 3.5"})
    place = (PrintedText("Findings", "3.5", "", "e", (mean, STAYING), names),)
    assert [text.values for text in only_key(texts_at(place, "3.5"), "3.5")] == [(mean, STAYING)]
