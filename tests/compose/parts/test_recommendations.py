"""Recommendations: headings, lead-ins, forms and the mood of their verbs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compose.parts.recommendations import mood_hint
from generator.model.document import Numbering, Paragraph, Text
from generator.model.format import Format, Part, RecommendationGroup
from generator.model.report import Committee

from ..builders import (
    DECISION,
    FREE,
    PURPOSE,
    compose,
    format_,
    outline,
    problems,
    recommend,
    report,
)

NOTING = RecommendationGroup("noting", "For noting:", "For noting:", {"any": "It notes:"})


def with_groups(*groups: RecommendationGroup, numbered: bool = False, **part: object) -> Format:
    layout = (Part("recommendations", numbered=numbered, **part), PURPOSE, FREE)
    return format_(recommendations=groups, layout=layout)


def test_each_group_has_its_heading_lead_in_and_list() -> None:
    given = {"decision": recommend("Note a.", "Approve b."), "noting": recommend("The work.")}
    document = compose(None, with_groups(DECISION, NOTING), report(recommendations=given))
    assert outline(document)[:7] == [
        "# Recommendations:",
        "The Scrutiny Panel is recommended to:",
        "  1. Note a.",
        "  2. Approve b.",
        "# For noting:",
        "It notes:",
        "  1. The work.",
    ]
    assert [one.key for one in document.sections[:2]] == [
        "recommendations-decision",
        "recommendations-noting",
    ]


def test_one_recommendation_stands_under_the_singular_heading() -> None:
    document = compose(
        None, with_groups(DECISION), report(recommendations={"decision": recommend("Note a.")})
    )
    assert document.sections[0].title == "Recommendation:"
    assert document.sections[0].key == "recommendations"


def test_the_lead_in_follows_the_committees_type_and_own_words() -> None:
    group = replace(DECISION, lead_in={"cabinet": "Cabinet decides:", "any": "Others:"})
    given = {"decision": recommend("Note a.")}
    cabinet = Committee("c", "Cabinet", "Cabinet", "cabinet")
    own = replace(cabinet, lead_in={"decision": "The Executive resolves:"})
    for committee, expected in [
        (cabinet, "Cabinet decides:"),
        (own, "The Executive resolves:"),
        (Committee("x", "Panel", "Panel", "scrutiny"), "Others:"),
    ]:
        the_report = report(recommendations=given, committee=committee)
        assert outline(compose(None, with_groups(group), the_report))[1] == expected


def test_a_single_one_runs_on_in_the_sentence_of_the_lead_in() -> None:
    group = replace(DECISION, single_inline=True)
    given = {"decision": recommend("Endorse the plan.")}
    document = compose(None, with_groups(group), report(recommendations=given))
    assert outline(document)[1] == "The Scrutiny Panel is recommended to endorse the plan."
    (block,) = document.sections[0].blocks
    assert isinstance(block, Paragraph)
    assert block.lead == (Text("The Scrutiny Panel is recommended to "),)
    assert block.content == (Text("endorse the plan."),)


def test_a_single_one_that_runs_on_has_its_paragraph_number() -> None:
    group = replace(DECISION, marker="paragraph", single_inline=True, heading="", heading_many="")
    the_format = with_groups(group, numbered=True, title="Recommendations")
    given = {"decision": recommend("Endorse the plan.")}
    document = compose(None, the_format, report(recommendations=given))
    line = "1.1 The Scrutiny Panel is recommended to endorse the plan."
    assert outline(document)[:2] == ["# 1.0 Recommendations", line]


def test_recommendations_may_be_numbered_paragraphs_of_the_report() -> None:
    group = replace(DECISION, marker="paragraph", mood="that", lead_in={})
    group = replace(group, heading="", heading_many="")
    the_format = with_groups(group, numbered=True, title="Recommendations")
    given = {"decision": recommend("That Cabinet notes a.", "That Cabinet approves b.")}
    document = compose(None, the_format, report(recommendations=given))
    assert outline(document)[:4] == [
        "# 1.0 Recommendations",
        "1.1 That Cabinet notes a.",
        "1.2 That Cabinet approves b.",
        "# 2.0 Purpose",
    ]


def test_a_numbered_lead_in_counts_with_running_paragraphs() -> None:
    group = replace(DECISION, marker="(a)", lead_in_numbered=True)
    running = Numbering("", "%1.", running=True)
    the_format = replace(with_groups(group, numbered=True), numbering=running)
    given = {"decision": recommend("Note a.", "Note b.")}
    assert outline(compose(None, the_format, report(recommendations=given)))[1:6] == [
        "1. The Scrutiny Panel is recommended to:",
        "  (a) Note a.",
        "  (b) Note b.",
        "# Purpose",
        "2. Why.",
    ]


def test_a_required_group_without_items_and_an_unknown_group_are_problems() -> None:
    group = replace(DECISION, required=True, guidance="Say what to decide.")
    given = {"decisoin": recommend("Note a.")}
    assert problems(None, with_groups(group), report(recommendations=given)) == [
        "report.yaml: recommendations.decisoin: the format has no group of recommendations "
        "'decisoin'; did you mean 'decision'?",
        "report.yaml: recommendations.decision: 'Recommendation' is missing; Say what to decide.",
    ]


def test_a_verb_in_the_wrong_mood_is_a_problem_with_its_line() -> None:
    given = {"decision": recommend("notes the findings.")}
    assert problems(None, with_groups(DECISION), report(recommendations=given)) == [
        "report.yaml:5: the recommendation does not go on after 'The Scrutiny Panel is "
        "recommended to:'; write 'Note' in place of 'notes'"
    ]


@pytest.mark.parametrize(
    ("text", "mood", "hint"),
    [
        ("Note the report.", "infinitive", ""),
        ("Ponder the report.", "infinitive", ""),
        ("approves the plan", "infinitive", "write 'Approve' in place of 'approves'"),
        ("That it notes", "infinitive", "begin with a verb such as 'Note' in place of 'That'"),
        ("notes the report", "finite", ""),
        ("Note the report", "finite", "write 'notes' in place of 'Note'"),
        ("To note", "finite", "begin with a verb such as 'notes' in place of 'To'"),
        ("Note the report", "that", "begin with 'That' and the body that decides"),
        ("That Cabinet notes", "that", ""),
        ("notes", "any", ""),
    ],
)
def test_the_mood_is_checked_for_known_verbs_only(text: str, mood: str, hint: str) -> None:
    assert mood_hint(text, mood) == hint
