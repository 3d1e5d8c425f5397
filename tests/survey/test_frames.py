"""DataFrames of findings and of answers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import pytest

from generator.model.survey.codebook import Codebook
from generator.survey.answers.responses import NOT_APPLICABLE, PREFER_NOT_TO_SAY
from generator.survey.frames import answers_frame, asked_for_answers, changes_frame, figures_frame
from tests.survey.made import Row, answers, codebook, computed, question, responses

QUESTIONS = (
    question("team", "single", ["North", "South"]),
    question("workload"),
    question("hours", "number"),
    question("training", "multi", ["A", "B"]),
    question("comment", "text"),
    question("started", "date"),
    question("name", "personal"),
)
ROWS: Sequence[Row] = (
    {"team": "South", "workload": "Agree", "hours": 3, "training": ["B"]},
    {"team": "North", "workload": PREFER_NOT_TO_SAY, "hours": None, "training": None},
    {"team": "North", "workload": "Strongly agree", "hours": 5, "training": ["A", "B"]},
    {"team": None, "workload": NOT_APPLICABLE, "hours": 4, "training": ["A"]},
)


def made(rows: Sequence[Row] = ROWS, book: Codebook | None = None) -> pd.DataFrame:
    book = book or codebook(QUESTIONS)
    return answers_frame(responses(book, answers(book, rows)))


class TestAnswers:
    def test_are_choices_in_the_order_of_options_numbers_and_a_flag_for_each_of_several(
        self,
    ) -> None:
        frame = made()
        assert list(frame.columns) == [
            "cohort", "wave", "team", "workload", "hours", "training: A", "training: B",
        ]  # fmt: skip
        assert list(frame["team"].cat.categories) == ["North", "South"]
        assert not frame["team"].cat.ordered
        assert frame["workload"].cat.ordered
        assert frame["workload"].cat.categories[0] == "Strongly agree"
        assert frame["hours"].dtype == "float64"
        assert frame["training: A"].dtype == "boolean"

    def test_that_were_not_given_are_missing_whatever_the_reason(self) -> None:
        frame = made()
        assert frame.isna().sum().to_dict() == {
            "cohort": 0, "wave": 0, "team": 1, "workload": 2, "hours": 1,
            "training: A": 1, "training: B": 1,
        }  # fmt: skip

    def test_have_the_bases_of_findings(self) -> None:
        book = codebook(QUESTIONS)
        found = computed(
            book,
            "disclosure: {minimum_base: 1}\n"
            "findings: {sw: {training: {measure: multi, question: training}}}\n",
            answers(book, ROWS),
        )
        shares = [one.value for one in found.items["sw.training"].estimates]
        frame = made()
        means = [100 * frame[f"training: {option}"].mean() for option in "AB"]
        assert means == pytest.approx(shares)

    def test_name_nobody_and_quote_nobody(self) -> None:
        shown = [one.id for one in asked_for_answers(codebook(QUESTIONS))]
        assert shown == ["team", "workload", "hours", "training"]

    def test_stand_in_the_same_order_whoever_sent_first(self) -> None:
        pd.testing.assert_frame_equal(made(ROWS), made(ROWS[::-1]))
        assert made()["team"].dropna().tolist() == ["North", "North", "South"]
        assert made().index.tolist() == [0, 1, 2, 3]

    def test_of_every_cohort_and_wave_are_one_frame(self) -> None:
        book = codebook(QUESTIONS[:2], cohorts=("sw", "wf"), waves=("2021", "2022"))
        frame = answers_frame(
            responses(
                book,
                answers(book, [{"team": "North"}], "sw", "2021"),
                answers(book, [{"workload": "Agree"}], "wf", "2022"),
            )
        )
        assert frame["cohort"].tolist() == ["sw", "wf"]
        assert frame["wave"].cat.ordered
        assert frame["wave"].max() == "2022"
        assert frame["team"].isna().tolist() == [False, True]
        assert list(frame["workload"].cat.categories)[1] == "Agree"

    def test_have_a_weight_where_the_codebook_names_one(self) -> None:
        book = codebook(QUESTIONS[:1], weights="w")
        rows = [{"team": "South"}, {"team": "North"}]
        frame = answers_frame(responses(book, answers(book, rows, weights=[0.5, 1.5])))
        assert frame["weight"].tolist() == [1.5, 0.5]

    def test_to_a_question_called_as_a_column_of_the_frame_keep_apart_from_it(self) -> None:
        book = codebook([question("wave", "single", ["Yes", "No"])])
        frame = made([{"wave": "No"}], book)
        assert frame.iloc[0].tolist() == ["sw", "2022", "No"]
        assert list(frame.columns) == ["cohort", "wave", "wave (question)"]


class TestFindings:
    FINDINGS = computed(
        codebook(QUESTIONS[:2], waves=("2021", "2022")),
        "disclosure: {minimum_base: 3, minimum_base_breakdown: 3, minimum_cell_breakdown: 0}\n"
        "findings:\n  sw:\n"
        "    workload: {measure: top_box, question: workload}\n"
        "    by_team: {measure: top_box, question: workload, by: team, waves: ['2022']}\n",
        *(
            answers(
                codebook(QUESTIONS[:2], waves=("2021", "2022")),
                [{"team": "North" if n else "South", "workload": "Agree"} for n in range(8)],
                wave=wave,
            )
            for wave in ("2021", "2022")
        ),
    )

    def test_have_a_type_for_each_column(self) -> None:
        frame = figures_frame(self.FINDINGS)
        assert frame["value"].dtype == "float64"
        assert frame["base"].dtype == "Int64"
        assert frame["key"].dtype == "str"
        assert list(frame["wave"].cat.categories) == ["2021", "2022"]
        assert frame["wave"].cat.ordered
        assert list(frame["cohort"].cat.categories) == ["sw"]

    def test_that_are_withheld_are_missing_with_their_mark(self) -> None:
        frame = figures_frame(self.FINDINGS)
        withheld = frame[frame["mark"] == "[c]"]
        assert len(withheld) > 0
        assert withheld[["value", "base", "count", "low", "high"]].isna().all(axis=None)
        assert (withheld["text"] == "[c]").all()

    def test_have_a_row_for_each_figure_and_changes_one_for_each_change(self) -> None:
        items = self.FINDINGS.items.values()
        assert len(figures_frame(self.FINDINGS)) == sum(len(one.estimates) for one in items)
        changes = changes_frame(self.FINDINGS)
        assert len(changes) == sum(len(one.changes) for one in items) == 1
        assert changes["difference"].tolist() == [0.0]
        assert changes["tested"].dtype == "bool"
        assert (changes["earlier"] < changes["later"].astype(changes["earlier"].dtype)).all()

    def test_of_a_report_without_a_survey_have_columns_and_no_rows(self) -> None:
        from generator.pipeline.stages import NO_FINDINGS

        frame = figures_frame(NO_FINDINGS)
        assert frame.empty
        assert list(frame.columns) == list(figures_frame(self.FINDINGS).columns)
        assert frame["value"].dtype == "float64"
        assert changes_frame(NO_FINDINGS).empty
