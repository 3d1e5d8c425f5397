"""A small workspace in a temporary folder, whose files a test may replace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config.report.report_file import LoadedReport, load_report
from generator.config.workspace import Workspace, find_workspace
from generator.errors import InputProblems

COUNCIL = """\
name: Borough of Example
short_name: Example
people:
  ada-byron:
    name: Councillor Ada Byron
    kind: member
    offices:
      - {post: Children, from: 2021-05-19, to: 2023-05-17}
      - {post: Housing, from: 2023-05-18}
  max-weber:
    name: Councillor Max Weber
    kind: member
    post: Children
    from: 2023-05-18
  dee-rector:
    name: Dee Rector
    kind: director
    post: Director of Families
    email: families@example.org
    telephone: 01902 000000
committees:
  families: {name: Families Scrutiny Panel, short_name: Panel, type: scrutiny}
  cabinet: {name: Cabinet, type: cabinet, meetings: [2023-03-15, 2023-04-19]}
"""

FORMAT = """\
name: Example scrutiny report
council: example
template: scrutiny.docx
valid: {from: 2022-09-01, to: 2024-08-31}
marking: NOT PROTECTIVELY MARKED
front_matter:
  - {key: title, label: Report title, kind: computed, source: title}
  - {key: cabinet_member, label: Cabinet member, kind: people, required: true, repeatable: true,
     who: member}
  - {key: wards, label: Wards affected, kind: wards, default: All}
  - {key: key_decision, label: Key decision, kind: yes_no, default: "no"}
  - {key: plan_reference, label: Forward plan reference, kind: text, required_when: key_decision,
     guidance: The number in the forward plan.}
  - {key: designation, label: Designation, kind: text, values: [RED, AMBER, GREEN]}
  - {key: considered_by, label: Considered by, kind: considerations, repeatable: true}
  - {key: employees, label: Employees, kind: contacts, repeatable: true, details: [email]}
  - {key: decided, label: Decided on, kind: date}
recommendations:
  - {key: decision, heading: Recommendation, lead_in: "The {committee} is recommended to:",
     required: true}
  - {key: noting, heading: For noting, lead_in: {scrutiny: "The {committee} notes:"}}
layout:
  - {kind: exempt, title: Exempt information}
  - {kind: recommendations}
  - {kind: section, key: purpose, title: Purpose, required: true}
  - {kind: section, key: reasons, title: Reasons, fixed: true}
  - {kind: free_sections}
  - {kind: implications}
  - {kind: background_papers, title: Background papers}
  - {kind: appendices_list, title: Appendices}
implications:
  - {key: financial, title: Financial implications, owner: Finance, sign_off: code,
     nil: There are none.}
  - {key: legal, title: Legal implications, sign_off: name_date}
  - {key: equalities, title: Equalities implications}
"""

REPORT = """\
format: example-scrutiny
title: Health check
committee: families
meeting: {date: 2023-03-15}
front_matter:
  cabinet_member: ada-byron
recommendations:
  decision:
    - Note the findings.
"""

Write = Callable[[str, str], Path]
Load = Callable[..., LoadedReport]
Problems = Callable[..., list[str]]


@pytest.fixture
def council_text() -> str:
    """config/councils/example.yaml as it is at first."""
    return COUNCIL


@pytest.fixture
def format_text() -> str:
    """config/formats/example-scrutiny.yaml as it is at first."""
    return FORMAT


@pytest.fixture(scope="session")
def report_text() -> str:
    """inputs/check/report.yaml as it is at first."""
    return REPORT


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a file of the workspace, by its relative path."""

    def write_file(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
        return path

    return write_file


@pytest.fixture
def workspace(tmp_path: Path, write: Write) -> Workspace:
    """A workspace with one council, one format and one report 'check'."""
    write("config/councils/example.yaml", COUNCIL)
    write("config/formats/example-scrutiny.yaml", FORMAT)
    write("report_templates/scrutiny.docx", "")
    write("inputs/check/report.yaml", REPORT)
    return find_workspace(tmp_path)


@pytest.fixture
def load(workspace: Workspace, write: Write) -> Load:
    """Loads the report 'check' with these texts in place of its files."""

    def load_texts(report: str = REPORT, sign_offs: str | None = None) -> LoadedReport:
        write("inputs/check/report.yaml", report)
        if sign_offs is not None:
            write("inputs/check/sign_offs.yaml", sign_offs)
        return load_report(workspace, "check")

    return load_texts


@pytest.fixture
def problems(load: Load) -> Problems:
    """The problems of loading, without the folder's name, in order."""

    def found(report: str = REPORT, sign_offs: str | None = None) -> list[str]:
        with pytest.raises(InputProblems) as caught:
            load(report, sign_offs)
        return [str(problem).removeprefix("inputs/check/") for problem in caught.value.problems]

    return found
