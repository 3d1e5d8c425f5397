"""Recommendations and their verbs."""

from __future__ import annotations

import pytest

from generator.checks.complete.recommendation_checks import check_recommendations
from generator.model.format import Part, RecommendationGroup
from generator.model.issues import Where
from generator.model.release.check_settings import RuleSetting
from generator.model.release.paper import Paper
from tests.checks.papers import heading, paper, text, told
from tests.compose.builders import format_

TO, THAT = "The panel is recommended to:", "That the committee:"


def _paper(lead: str, *items: str) -> Paper:
    listed = (text(words, "item", number=f"{at}.") for at, words in enumerate(items, 1))
    return paper(heading("Recommendations for decision:"), text(lead), *listed, heading("Purpose"))


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        (TO, "Approval of the plan."),
        (TO, "Approved the plan."),
        (TO, "Notes the plan."),
        (TO, "Noting the plan."),
        (TO, "The plan be approved."),
        (TO, "Formally approved the plan."),
        (THAT, "note the plan."),
        (THAT, "approval of the plan."),
        (THAT, "the plan."),
    ],
)
def test_what_does_not_go_on_from_the_lead_in_is_found(lead: str, item: str) -> None:
    assert told(check_recommendations, _paper(lead, item)) == [("recommendation-verb", item)]


@pytest.mark.parametrize(
    ("lead", "item"),
    [
        (TO, "Note the plan."),
        (TO, "Challenge and advise on the plan."),
        (TO, "Formally approve the plan."),
        (THAT, "approves the plan."),
        ("The Cabinet is asked to note:", "The work of the service."),
        ("It is proposed as follows.", "The plan."),
    ],
)
def test_a_verb_in_the_mood_of_the_lead_in_is_right(lead: str, item: str) -> None:
    assert told(check_recommendations, _paper(lead, item)) == []


@pytest.mark.parametrize(
    ("lead", "wrong", "right"),
    [
        (TO, "Championing the plan.", "Champion the plan."),
        (TO, "Championed the plan.", "Champion the plan."),
        (THAT, "champion the plan.", "champions the plan."),
    ],
)
def test_verbs_that_a_council_adds_have_a_mood_too(lead: str, wrong: str, right: str) -> None:
    own = RuleSetting(Where("council.yaml"), terms=("Champion",))
    settings = {"complete.recommendation-verb": own}
    assert told(check_recommendations, _paper(lead, wrong)) == []
    assert told(check_recommendations, _paper(lead, wrong), settings=settings) == [
        ("recommendation-verb", wrong)
    ]
    assert told(check_recommendations, _paper(lead, right), settings=settings) == []


def test_a_heading_or_a_lead_in_without_recommendations_is_found() -> None:
    bare = paper(heading("Recommendations"), heading("Purpose"), text("Why."))
    led = paper(heading("Recommendations"), text(TO), heading("Purpose"), text("Why."))
    assert told(check_recommendations, bare) == [("recommendations", "Recommendations")]
    assert told(check_recommendations, led) == [("recommendations", "Recommendations")]


def test_recommendations_typed_with_numbers_are_seen() -> None:
    one = paper(heading("Recommendations"), text(TO), text("1. Noted."), text("2. Agree it."))
    assert told(check_recommendations, one) == [("recommendation-verb", "Noted.")]


def test_recommendations_stand_under_the_title_that_the_layout_gives_them() -> None:
    group = RecommendationGroup("decision", "", "", {}, required=True)
    part = Part("recommendations", title="Argymhellion / Recommendations")
    bilingual = format_(recommendations=(group,), layout=(part,))
    one = paper(heading("Argymhellion / Recommendations"), text("Note it.", "item", number="1."))
    assert told(check_recommendations, one, format=bilingual) == []
    absent = told(check_recommendations, paper(heading("Cefndir")), format=bilingual)
    assert [rule for rule, _ in absent] == ["recommendations"]


def test_a_recommendation_with_its_own_to_goes_on_with_a_verb() -> None:
    group = (heading("Recommendations"), text("2.1 To approves the plan."), text("2.2 To note it."))
    found = told(check_recommendations, paper(*group))
    assert found == [("recommendation-verb", "To approves the plan.")]
