"""Two reports on one survey, in a small workspace."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from generator.config.files import Files
from generator.config.workspace import PUBLISHED_FILE
from generator.model.digests import file_digest
from generator.model.findings import Findings
from generator.model.report import Report
from generator.model.survey.publications import Publication
from generator.publish.register import publication_of, record
from generator.survey.compute import compute_findings, read_survey

Rows = Sequence[tuple[str, str]]
"""(service, answer) of each respondent."""

SERVICES: Mapping[str, tuple[int, int]] = {
    "Court": (3, 12), "Care": (9, 11), "Duty": (12, 13), "Play": (15, 15),
}  # fmt: skip
BY = "findings: {sw: {all: {measure: %s}, by: {measure: %s, by: service}}}" % (
    ("percent, question: m, options: ['Yes']",) * 2
)


def rows_of(sizes: Mapping[str, tuple[int, int]] = SERVICES) -> list[tuple[str, str]]:
    """Service -> how many said yes, and no."""
    return [
        (service, answer)
        for service, counts in sizes.items()
        for answer, size in zip(("Yes", "No"), counts, strict=True)
        for _ in range(size)
    ]


def codebook(service: str = "", survey: str = "check-2022", more: str = "") -> str:
    """A codebook.yaml. service: lines of the question for the service, instead of its options."""
    asked = service or f"options: [{', '.join(SERVICES)}]"
    named = f"survey: {survey}\n" if survey else ""
    return f"""\
{named}cohorts: {{sw: {{name: social workers}}}}
waves: ["2022"]
files: [{{file: a.csv, cohort: sw, wave: "2022", layout: flat, mapping: {{id: Number}}, sent: 200}}]
filters: {{duplicates: none}}
questions:
  service:
    text: Service
    {asked}
  m: {{text: Manageable, options: ["Yes", "No"]}}
{more}"""


class Survey:
    """A workspace with reports on one survey."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def write(self, name: str, rows: Rows, findings: str = BY, book: str = "") -> None:
        """Put a report's survey files there."""
        folder = self.root / "inputs" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "codebook.yaml").write_text(book or codebook(), encoding="utf-8")
        (folder / "findings.yaml").write_text(findings, encoding="utf-8")
        with (folder / "a.csv").open("w", encoding="utf-8", newline="") as file:
            lines = [(str(at), *row) for at, row in enumerate(rows, start=1)]
            csv.writer(file).writerows([("Number", "Service", "Manageable"), *lines])

    def findings(self, name: str) -> Findings:
        """What the report may publish."""
        return compute_findings(self.root / "inputs" / name, Files(self.root))

    def publication(self, name: str) -> Publication:
        """What it publishes, as an entry of the register."""
        folder = self.root / "inputs" / name
        responses, settings = read_survey(folder, Files(self.root))
        report = report_named(name)
        return publication_of(name, report, responses.codebook, settings, self.findings(name))

    def publish(self, name: str) -> bool:
        """Put it into the register; whether that has changed."""
        register = self.root / "inputs" / PUBLISHED_FILE
        read = file_digest(register) if register.is_file() else None
        return record(register, self.publication(name), read)


def report_named(name: str) -> Report:
    """A report of that name, as far as the register looks at it."""
    report = object.__new__(Report)
    object.__setattr__(report, "title", name.capitalize())
    object.__setattr__(report, "meeting", date(2023, 3, 15))
    return report


def marked(findings: Findings, key: str) -> set[str | None]:
    """The groups that a finding withholds."""
    return {one.group for one in findings.items[key].estimates if one.mark == "[c]"}


def protecting(findings: str) -> str:
    """findings.yaml that asks to protect what was published."""
    return f"disclosure: {{published: protect}}\n{findings}"
