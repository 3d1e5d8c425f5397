"""Titles and definitions."""

from __future__ import annotations

import pytest

from generator.survey.measures.titles import definition_of, title_of
from tests.survey.made import codebook, question, settings

BOOK = codebook(
    [
        question("m", text="My workload is manageable", theme="w"),
        question("n", text="I am proud", theme="w"),
        question("h", "number", text="How many hours?"),
        question("t", "multi", ["Law", "Care"], text="Which training?"),
        question("team", "single", ["Duty", "Care"], text="Which team?"),
    ],
    themes={"w": "Workload"},
    workforce={"team": {"Duty": 30, "Care": 40}},
)


@pytest.mark.parametrize(
    ("entry", "title", "definition"),
    [
        (
            "{measure: response_rate}",
            "Response rate",
            "Replies counted from social workers, "
            "as a percentage of those who were sent the survey.",
        ),
        (
            "{measure: percent, question: m, options: [Agree]}",
            "My workload is manageable",
            "Percentage of social workers who answered “Agree” to “My workload is "
            "manageable”, of all "
            "who answered it.",
        ),
        (
            "{measure: percent, question: h, numbers: {above: 20, at_most: 30}}",
            "How many hours?",
            "Percentage of social workers who gave more than 20 and 30 or fewer in answer to “How "
            "many hours?”, "
            "of all who answered it.",
        ),
        (
            "{measure: top_box, question: m, by: team}",
            "My workload is manageable, by Which team?",
            "Percentage of social workers who answered “Strongly agree” or “Agree” to “My "
            "workload is "
            "manageable”, "
            "of all who answered it, by the answer to “Which team?”.",
        ),
        (
            "{measure: mean, question: h, where: {team: Duty}}",
            "How many hours?",
            "Mean of the numbers that social workers gave in answer to “How many hours?”, among "
            "those who "
            "answered “Duty” to “Which team?”.",
        ),
        (
            "{measure: multi, question: t}",
            "Which training?",
            "Percentage of social workers who chose each answer to “Which training?”, of all who "
            "chose at least one answer.",
        ),
        (
            "{measure: index, theme: w}",
            "Workload",
            "Mean score of social workers over two questions of the theme “Workload”, from 0, "
            "worst, to 100, "
            "best, averaged for each person first.",
        ),
        (
            "{measure: bands, question: m}",
            "My workload is manageable",
            "Percentage of social workers whose score on “My workload is manageable” lies in each "
            "band, from 0, "
            "worst, to 100, best.",
        ),
        (
            "{measure: ranking, theme: w, pick: worst, number: 1}",
            "Workload",
            "The question with the lowest share of the best answers, of social workers.",
        ),
        (
            "{measure: ranking, theme: w}",
            "Workload",
            "The two questions with the highest share of the best answers, of social workers.",
        ),
        (
            "{measure: representativeness, question: team}",
            "Which team?",
            "Each group's share of the replies from social workers to “Which team?”, beside its "
            "share of the workforce.",
        ),
        ("{measure: net, question: m, title: Net, definition: Mine.}", "Net", "Mine."),
    ],
)
def test_a_definition_reads_as_a_sentence(entry: str, title: str, definition: str) -> None:
    (spec,) = settings(BOOK, f"findings: {{sw: {{x: {entry}}}}}").findings
    assert title_of(spec, BOOK) == title
    assert definition_of(spec, BOOK) == definition
