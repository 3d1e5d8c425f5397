"""What a report keeps from the public: all of it, or single appendices, and on which grounds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.config.config_rules import EXEMPT_INTEREST, EXEMPT_PARAGRAPH, REPORT_EXEMPT
from generator.config.jurisdictions import load_law
from generator.config.report.report_context import ReportContext
from generator.config.workspace import Workspace
from generator.config.yaml.yaml_file import YamlPath
from generator.model.release.law import Law
from generator.model.report import Exemption, Report
from generator.model.wording.english import listed


def read_exemption(context: ReportContext) -> Exemption | None:
    """Why the report is exempt. A format that prints no exempt statement makes this a problem."""
    value = context.get("exempt")
    if value is None:
        return None
    format_ = context.format
    shown = any(part.kind == "exempt" for part in format_.layout)
    if not shown and not any(rule.source == "exemption" for rule in format_.front_matter):
        what = f"the format {format_.key} has no place for an exempt statement"
        mend = f"add {{kind: exempt}} to the layout of {format_.file}"
        context.add(REPORT_EXEMPT, ("exempt",), what, mend)
    return exemption_at(context, ("exempt",), value)


def exemption_at(context: ReportContext, path: YamlPath, value: Mapping[str, Any]) -> Exemption:
    """The exemption that stands at a path."""
    paragraphs = tuple(sorted(value["paragraphs"]))
    return Exemption(paragraphs, value.get("public_interest", ""), context.where(*path))


def with_law(workspace: Workspace, context: ReportContext, report: Report) -> Report:
    """The report, its exemptions in the words of the council's law and held against it.

    The law is only loaded where something is exempt.
    """
    parts = [one.exemption for one in report.appendices]
    if report.exemption is None and not any(parts):
        return report
    law = context.problems.attempt(lambda: load_law(workspace, report.council))
    if law is None:
        return report
    appendices = tuple(
        replace(one, exemption=_worded(context, one.exemption, law)) for one in report.appendices
    )
    return replace(report, exemption=_worded(context, report.exemption, law), appendices=appendices)


def _worded(context: ReportContext, exemption: Exemption | None, law: Law) -> Exemption | None:
    if exemption is None:
        return None
    wrong = [str(number) for number in exemption.paragraphs if number not in law.exempt]
    if wrong:
        what = f"{law.schedule} has no paragraph {listed(wrong)} to be exempt under"
        mend = f"choose from {min(law.exempt)} to {max(law.exempt)}"
        context.problems.add(EXEMPT_PARAGRAPH, exemption.where, what, mend)
    if law.public_interest and not exemption.public_interest:
        context.problems.add(
            EXEMPT_INTEREST,
            exemption.where,
            "the public interest is not stated",
            "add public_interest: why keeping it private outweighs publishing it",
        )
    words = {one: law.exempt[one] for one in exemption.paragraphs if one in law.exempt}
    return replace(exemption, words=words)
