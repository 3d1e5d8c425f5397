"""Tables and figures that report.yaml says why nothing speaks of, by the labels that they print.

checks: {consistent.unmentioned: {workload-chart: It is there to be looked up.}}
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.checks.check_rules import SETTING_UNKNOWN
from generator.errors import InputProblems, did_you_mean
from generator.model.document import Chart, Document, Table
from generator.model.report import Report
from generator.model.walk import every_block


def excused_captions(report: Report, document: Document) -> Mapping[str, str]:
    """'Figure 3' -> why the text need not speak of it.

    Raises InputProblems for a name that no numbered table or chart has.
    """
    if not report.unmentioned:
        return {}
    labels = {
        block.name: f"{'Figure' if isinstance(block, Chart) else 'Table'} {block.number}"
        for section in document.sections
        for block in every_block(section.blocks)
        if isinstance(block, Chart | Table) and block.name and block.number
    }
    unknown = [
        SETTING_UNKNOWN.issue(
            said.where,
            f"no table or chart has the name {name!r}",
            did_you_mean(name, list(labels)) or "give it one: chart(..., name='...')",
        )
        for name, said in report.unmentioned.items()
        if name not in labels
    ]
    if unknown:
        raise InputProblems(unknown)
    return {labels[name]: said.text for name, said in report.unmentioned.items()}
