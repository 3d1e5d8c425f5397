"""Loading findings.yaml: what it declares, and every mistake with its place and its remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.files import Files
from generator.config.schema.schema_check import load_schema
from generator.config.survey.findings_file import load_findings_file
from generator.errors import InputProblems
from generator.model.survey.codebook import ApprovedQuotation, Codebook
from generator.model.survey.finding_specs import Band, DisclosureRules, FindingsFile, FindingSpec
from tests.survey.made import HERE, codebook, question

BOOK: Codebook = codebook(
    [
        question("manageable", theme="work"),
        question("stressed", theme="work", reversed=True),
        question("cases", "number"),
        question("stay", "single", ["Yes", "No"], waves=("2021",)),
        question("training", "multi", ["Law", "Care"]),
        question("team", "single", ["Duty", "Care"], cohorts=("sw",)),
        question(
            "wide",
            "single",
            ["Any"],
            cohorts=("sw",),
            source="team",
            groups={"Any": ("Duty", "Care")},
        ),
        question("change", "text"),
    ],
    waves=("2020", "2021", "2022"),
    cohorts=("sw", "wf"),
    themes={"work": "Workload"},
    workforce={"team": {"Duty": 30, "Care": 40}},
    quotations=[
        ApprovedQuotation("q-1", "sw", "2022", "change", "Fine.", HERE, "Principal Social Worker")
    ],
)


def load(text: str, folder: Path) -> FindingsFile:
    path = folder / "findings.yaml"
    path.write_text(text, encoding="utf-8")
    return load_findings_file(path, Files(folder), BOOK)


def spec(entry: str, folder: Path) -> FindingSpec:
    (found,) = load(f"findings:\n  sw:\n    x: {entry}\n", folder).findings
    return found


def problems(text: str, folder: Path) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        load(text, folder)
    return [str(problem) for problem in caught.value.problems]


def problem(entry: str, folder: Path) -> str:
    (found,) = problems(f"findings:\n  sw:\n    x: {entry}\n", folder)
    assert found.startswith("findings.yaml:3: findings.sw.x")
    return found


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("{measure: shares, question: wide, by: team}", "'team' and 'wide' are the answers of one"),
        ("{measure: mean, question: cases, by: [wide, team]}", "'team' and 'wide' are the answers"),
        ("{measure: mean, question: cases, by: wide, where: {team: Duty}}", "of one column"),
    ],
)
def test_the_groups_of_one_column_are_not_set_against_themselves(
    tmp_path: Path, entry: str, said: str
) -> None:
    assert said in problem(entry, tmp_path)


def test_defaults_are_those_shipped(tmp_path: Path) -> None:
    file = load("findings: {sw: {r: {measure: response_rate}}}", tmp_path)
    assert (file.wave, file.waves, file.decimals) == ("2022", ("2020", "2021", "2022"), 0)
    assert file.rules == DisclosureRules(10, 10, 0, 5, 5, 1, 30)
    (found,) = file.findings
    assert (found.key, found.cohorts, found.wave) == ("sw.r", ("sw",), "2022")


def test_settings_are_read(tmp_path: Path) -> None:
    file = load(
        "wave: 2021\nwaves: [2020, 2021]\nrounding: {decimals: 1}\nintervals: true\ntests: true\n"
        "disclosure: {minimum_base: 5, minimum_cell_breakdown: 3, rounding_base: 5}\n"
        "confidence: 0.9\npopulation_correction: false\nmissing_items: all\n"
        "method: Agency staff were asked too.\n"
        "bands: [{name: high, from: 80}, {name: low}]\n"
        "findings: {sw: {m: {measure: index, theme: work}}}",
        tmp_path,
    )
    assert (file.wave, file.waves, file.decimals) == ("2021", ("2020", "2021"), 1)
    assert (file.rules.minimum_base, file.rules.protection_range, file.rules.rounding_base) == (
        5,
        3,
        5,
    )
    assert (file.confidence, file.correction, file.method) == (
        0.9,
        False,
        ("Agency staff were asked too.",),
    )
    (found,) = file.findings
    assert (found.interval, found.test, found.missing_items) == (True, True, 1.0)
    assert found.bands == (Band("high", at_least=80), Band("low"))
    assert found.questions == ("manageable", "stressed")


def test_top_and_bottom_become_options_also_of_a_reversed_question(tmp_path: Path) -> None:
    assert spec("{measure: percent, question: manageable, top: 1}", tmp_path).options == (
        "Strongly agree",
    )
    assert spec("{measure: top_box, question: stressed}", tmp_path).options == (
        "Disagree",
        "Strongly disagree",
    )
    assert spec("{measure: bottom_box, question: stressed, bottom: 1}", tmp_path).options == (
        "Strongly agree",
    )
    net = spec("{measure: net, question: manageable}", tmp_path)
    assert net.options == ("Strongly agree", "Agree")
    assert net.negative == ("Disagree", "Strongly disagree")


def test_a_finding_has_the_waves_in_which_it_was_asked(tmp_path: Path) -> None:
    found = spec("{measure: percent, question: stay, options: ['No'], wave: '2021'}", tmp_path)
    assert (found.wave, found.waves) == ("2021", ("2021",))
    found = spec("{measure: mean, question: cases, waves: ['2020', '2022']}", tmp_path)
    assert (found.waves, found.decimals) == (("2020", "2022"), 1)


def test_by_and_where_are_read_as_one_or_several(tmp_path: Path) -> None:
    found = spec(
        "{measure: top_box, question: manageable, by: team, where: {training: Law}}", tmp_path
    )
    assert (found.by, dict(found.only), found.breakdown) == (
        ("team",),
        {"training": ("Law",)},
        True,
    )


def test_the_questions_that_are_read_include_groups_and_filters(tmp_path: Path) -> None:
    entry = "{measure: top_box, question: manageable, by: team, where: {training: [Law]}}"
    text = f"findings: {{sw: {{a: {entry}}}}}"
    assert load(text, tmp_path).questions() == ("manageable", "team", "training")


@pytest.mark.parametrize(
    ("entry", "what", "mend"),
    [
        (
            "{measure: percent, question: managable, top: 1}",
            "no question 'managable'",
            "did you mean 'manageable'?",
        ),
        (
            "{measure: percent, question: manageable, options: [Agre]}",
            "has no answer 'Agre'",
            "did you mean 'Agree'?",
        ),
        (
            "{measure: percent, question: manageable}",
            "percent needs one of",
            "say which answers count",
        ),
        (
            "{measure: percent, question: manageable, top: 5}",
            "would be all answers",
            "its scale has 5",
        ),
        ("{measure: percent, question: cases, options: [a]}", "whose kind is number", "numbers"),
        (
            "{measure: mean, question: manageable}",
            "mean does not fit 'manageable'",
            "measure: index",
        ),
        ("{measure: index, question: cases}", "index does not fit 'cases'", "measure: mean"),
        (
            "{measure: shares, question: training}",
            "shares does not fit 'training'",
            "measure: multi",
        ),
        ("{measure: multi, question: stay}", "multi does not fit 'stay'", "measure: shares"),
        ("{measure: index, theme: wrk}", "no theme 'wrk'", "did you mean 'work'?"),
        (
            "{measure: index, theme: work, question: manageable}",
            "takes only one of",
            "remove the others",
        ),
        ("{measure: top_box}", "top_box needs 'question'", "add it"),
        (
            "{measure: mean, question: cases, options: [a]}",
            "mean takes no 'options'",
            "its keys are",
        ),
        (
            "{measure: mean, question: cases, by: teem}",
            "no question 'teem'",
            "did you mean 'team'?",
        ),
        (
            "{measure: mean, question: cases, by: training}",
            "cannot break down by 'training'",
            "one answer",
        ),
        (
            "{measure: shares, question: team, by: team}",
            "cannot be broken down by itself",
            "another question",
        ),
        (
            "{measure: mean, question: cases, where: {team: Dutty}}",
            "no answer 'Dutty'",
            "did you mean 'Duty'?",
        ),
        (
            "{measure: mean, question: cases, where: {change: x}}",
            "cannot filter by 'change'",
            "options",
        ),
        ("{measure: mean, question: cases, cohort: sv}", "no cohort 'sv'", "known: sw, wf"),
        (
            "{measure: mean, question: cases, waves: ['2012']}",
            "no wave '2012'",
            "did you mean '2022'?",
        ),
        ("{measure: top_box, question: manageable, wave: '202'}", "no wave '202'", "did you mean"),
        (
            "{measure: percent, question: stay, options: ['No'], wave: '2022'}",
            "was not asked in 2022",
            "asked in 2021",
        ),
        (
            "{measure: percent, question: stay, options: ['No']}",
            "no answers in 2022",
            'wave: "2021"',
        ),
        (
            "{measure: top_box, question: team, cohort: wf}",
            "was not asked of wf",
            "its cohorts are sw",
        ),
        (
            "{measure: representativeness, question: stay, wave: '2021'}",
            "no headcount",
            "workforce: {stay",
        ),
        ("{measure: quotation, ids: [q-2]}", "no approved quotation 'q-2'", "did you mean 'q-1'?"),
        ("{measure: quotation, ids: [q-1], cohort: wf}", "is of cohort 'sw'", "wf"),
        (
            "{measure: ranking, questions: [cases]}",
            "ranking of top_box does not fit 'cases'",
            "scale",
        ),
        (
            "{measure: ranking, theme: work, pick: falls, waves: ['2022']}",
            "needs an earlier wave",
            "pick: best",
        ),
        ("{measure: ranking, theme: work, since: '2022'}", "not an earlier wave", ""),
        ("{measure: net, question: team}", "net of a question without a scale", "negative"),
        ("{measure: bands, question: cases}", "need thresholds", "add 'bands:'"),
        (
            "{measure: bands, question: manageable, "
            "bands: [{name: a, from: 5}, {name: b, from: 7}, {name: c}]}",
            "do not run downwards",
            "highest band first",
        ),
        (
            "{measure: bands, question: manageable, bands: [{name: a}, {name: b}]}",
            "either 'from' or 'above'",
            "one of",
        ),
    ],
)
def test_a_mistake_is_told_with_its_place_and_its_remedy(
    entry: str, what: str, mend: str, tmp_path: Path
) -> None:
    found = problem(entry, tmp_path)
    assert what in found
    assert mend in found.partition("; ")[2]


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = (
        "wave: 2023\nfindings:\n  sw:\n    a: {measure: mean, question: casses}\n"
        "    b: {measure: mean, question: manageable}\n  staff:\n    c: {measure: response_rate}\n"
    )
    found = problems(text, tmp_path)
    assert [line.split(":")[1] for line in found] == ["1", "4", "5", "7"]
    assert "'staff' is not a cohort" in found[3]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("findings: {sw: {a: {measure: percnt, question: m}}}", "did you mean 'percent'?"),
        ("findings: {sw: {a: {measure: mean, qestion: m}}}", "did you mean 'question'?"),
        ("findings: {sw: {a: {measure: mean, question: m, decimals: 9}}}", "decimals"),
        ("findings: {sw: {a-b: {measure: mean, question: m}}}", "a-b"),
        (
            "disclosure: {minimum_bas: 3}\nfindings: {sw: {a: {measure: mean, question: m}}}",
            "minimum_base",
        ),
        (
            "findings: {sw: {a: {measure: mean, question: m}, a: {measure: mean, question: m}}}",
            "stands twice",
        ),
        ("wave: '2022'", "'findings' is missing"),
    ],
)
def test_what_does_not_fit_the_schema_is_told(text: str, what: str, tmp_path: Path) -> None:
    assert what in problems(text, tmp_path)[0]


def test_a_rate_needs_to_know_how_many_were_asked(tmp_path: Path) -> None:
    book = codebook([question("m")], sent=None)
    path = tmp_path / "findings.yaml"
    path.write_text("findings: {sw: {r: {measure: response_rate}}}", encoding="utf-8")
    with pytest.raises(
        InputProblems, match="not known how many were sent the survey in 2022; add 'sent:'"
    ):
        load_findings_file(path, Files(tmp_path), book)


def test_every_key_has_a_title_a_description_and_an_example() -> None:
    schema = load_schema("findings")
    parts = [schema, *schema["$defs"].values()]
    parts += [found for part in list(parts) for found in part.get("properties", {}).values()]
    keys = [(name, entry) for part in parts for name, entry in part.get("properties", {}).items()]
    assert len(keys) > 50
    for name, entry in keys:
        assert entry.get("title"), name
        assert entry.get("description"), name
        assert entry.get("examples"), name
