"""Issues as SARIF."""

from __future__ import annotations

from generator.checks.accessible.accessible_rules import TITLE_MISSING
from generator.checks.sarif import as_sarif
from generator.model.issues import Where


def test_a_file_of_any_name_has_an_address_that_leads_nowhere_else() -> None:
    issue = TITLE_MISSING.issue(Where("javascript:alert(1) a.docx"), "no title")
    (result,) = as_sarif([issue], "1.0")["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "javascript%3Aalert%281%29%20a.docx"}


def test_each_issue_is_a_result_with_its_rule_level_place_and_remedy() -> None:
    where = Where("inputs/a/narrative.md", 14, heading="Background", paragraph="2.3", words="Most")
    log = as_sarif([TITLE_MISSING.issue(where, "no title", "set one")], "1.0")
    (run,) = log["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "accessible.title"
    assert (result["level"], result["message"]["text"]) == ("error", "no title; set one")
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "inputs/a/narrative.md"},
        "region": {"startLine": 14},
    }
    assert location["logicalLocations"] == [{"fullyQualifiedName": "Background 2.3 Most"}]
