"""Drafts a report in a format, fills its blanks and composes it, as an author would."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from generator.compose.document import compose_document, gather
from generator.config.format.council_file import load_council
from generator.config.format.format_file import load_format
from generator.config.report.report_file import load_report
from generator.config.workspace import Workspace, find_workspace
from generator.model.document import Block, Document
from generator.model.findings import NO_FINDINGS
from generator.model.narrative import Words
from generator.model.report import Prose
from generator.narrative.write import write_narrative, write_prose
from generator.starters.report_draft import draft_report_files

ROOT = Path(__file__).resolve().parents[2]
WORDS = Words("", {})


def workspace_in(folder: Path) -> Workspace:
    """A workspace with the shipped formats, councils and report templates."""
    for name in ("config", "report_templates"):
        shutil.copytree(ROOT / name, folder / name)
    (folder / "inputs").mkdir()
    return find_workspace(folder)


def drafted(workspace: Workspace, key: str, survey: bool = True) -> Path:
    format_ = load_format(workspace, key)
    folder = workspace.root / "inputs" / "new"
    folder.mkdir()
    council = load_council(workspace, format_.council)
    for name, text in draft_report_files(format_, council, "new", survey).items():
        (folder / name).write_text(text, "utf-8")
    return folder


def fill_metadata(folder: Path, workspace: Workspace, key: str) -> None:
    """Every blank of report.yaml with something that fits."""
    format_ = load_format(workspace, key)
    council = load_council(workspace, format_.council)
    committee = next(iter(council.committees))
    meetings = council.meetings.get(committee, ())
    day = meetings[-1].isoformat() if meetings else "2023-03-15"
    if format_.valid_to:
        committee, day = "children-families-2021", "2021-03-10"
    values = {"title": "A title", "committee": committee, "date": day, "from": "~"}
    for rule in format_.front_matter:
        if rule.kind == "computed":
            continue
        values[rule.key] = {
            "people": "{name: Ann Example, post: Head of Service}",
            "contacts": "{name: Ann Example, post: Head of Service}",
            "yes_no": "no",
            "considerations": "[{body: Leadership Team, date: 2023-02-16}]",
        }.get(rule.kind, rule.values[0] if rule.values else "some text")
    moods = {"finite": "notes", "that": "That the body notes"}
    verb = moods.get(format_.recommendations[0].mood, "Note")
    path = folder / "report.yaml"
    text = re.sub(r"^    -$", f"    - {verb} the report.", path.read_text("utf-8"), flags=re.M)
    text = re.sub(
        r"^( *)(\w+):$",
        lambda m: m[0] if m[2] in ("meeting", "front_matter", "recommendations", "decision")
        else f"{m[1]}{m[2]}: {values.get(m[2], 'Some text.')}",
        text,
        flags=re.M,
    )  # fmt: skip
    path.write_text(text, "utf-8")


def take_up_samples(folder: Path) -> None:
    """Take the # sign away before every sample of report.yaml, nil implications apart."""
    path = folder / "report.yaml"
    text = path.read_text("utf-8")
    text = re.sub(r"^# implications:\n(#   .*\n)*", "", text, flags=re.M)
    text = re.sub(r"^( *)# (?!published)(\w+:)(?=$| \S)", r"\1\2", text, flags=re.M)
    text = re.sub(r"^( *)#(  +- )(?!.*approve-plan|.*plan\.docx)", r"\1\2", text, flags=re.M)
    path.write_text(text, "utf-8")
    with (folder / "narrative.md").open("a", encoding="utf-8") as narrative:
        narrative.write("\n# Dashboard {#dashboard}\n\nSome text.\n")


def fill_narrative(folder: Path) -> None:
    """A paragraph under every heading that is not commented out."""
    path = folder / "narrative.md"
    text = re.sub(r"^(# .*\{#.*)$", r"\1\n\nSome text.", path.read_text("utf-8"), flags=re.M)
    path.write_text(text, "utf-8")


def compose_draft(workspace: Workspace, folder: Path) -> Document:
    report, format_, _ = load_report(workspace, "new")
    source = (folder / "narrative.md").read_text("utf-8")
    narrative = write_narrative(source, "inputs/new/narrative.md", NO_FINDINGS, report, WORDS)

    def write(prose: Prose) -> tuple[Block, ...]:
        return write_prose(prose, NO_FINDINGS, report, WORDS)

    return compose_document(gather(report, format_, narrative, NO_FINDINGS, write))
