"""What must hold before a report has a copy for publication."""

from __future__ import annotations

import posixpath

from generator.errors import Problems, Where
from generator.model.format import Format, signing_rows
from generator.model.report import Report


def check_public_copy(report: Report, format_: Format) -> None:
    """Raise InputProblems for an exempt report, and for sign-offs that are still awaited."""
    problems = Problems()
    if report.exemption is not None:
        what = "the report is not for publication, so it has no public copy"
        problems.add(report.exemption.where, what, "build it without --public")
    signed = {one.implication for one in report.sign_offs}
    where = Where(posixpath.join(posixpath.dirname(report.file), "sign_offs.yaml"))
    for rule in format_.implications:
        awaited = rule.sign_off != "none" and rule.sign_off_required and rule.key not in signed
        if awaited and rule.required:
            who = f" ({rule.owner})" if rule.owner else ""
            what = f"{rule.title!r} is not signed off{who}, and the public copy needs it"
            problems.add(where, what, f"add {rule.key!r} when the officer has signed")
    tables = [part for part in format_.layout if part.kind == "sign_off_table" and part.required]
    needed = {key for part in tables for key in part.rows} - signed
    for row in signing_rows(format_):
        if row.key in needed:
            what = f"{row.label.rstrip(':')!r} has not signed, and the public copy needs it"
            problems.add(where, what, f"add {row.key!r} with the date")
    problems.raise_any()
