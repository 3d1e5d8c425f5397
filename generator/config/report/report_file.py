"""Loading a report: report.yaml, sign_offs.yaml, its format and its council's file, joined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.config.config_rules import (
    REPORT_COMMITTEE,
    REPORT_DATES,
    REPORT_FORMAT,
    REPORT_TITLE,
)
from generator.config.format.council_file import council_from, read_council
from generator.config.format.format_file import format_from, read_chain
from generator.config.report.appendices import check_names, read_appendices
from generator.config.report.exemptions import read_exemption, with_law
from generator.config.report.front_matter import read_front_matter
from generator.config.report.report_context import ReportContext
from generator.config.report.report_parts import (
    read_history,
    read_implications,
    read_marking,
    read_notice,
    read_papers,
    read_recommendations,
    read_sections,
    read_sentences,
    read_sourced,
    read_terms,
    read_unmentioned,
    read_variables,
)
from generator.config.report.report_people import read_people
from generator.config.report.sign_offs import read_sign_offs
from generator.config.schema.report_schema import report_schema_for, sign_offs_schema_for
from generator.config.schema.schema_check import Checked, find_faults, load_schema
from generator.config.workspace import REPORT_FILE, SIGN_OFFS_FILE, Workspace
from generator.config.yaml.yaml_file import YamlFile, read_yaml
from generator.errors import Problems
from generator.model.council import CouncilFile
from generator.model.format import Format
from generator.model.report import Committee, Report, SignOff
from generator.model.wording.dates import date_text, day_or_none


class LoadedReport(NamedTuple):
    """A report, its format, and every YAML file they were read from."""

    report: Report
    format: Format
    files: tuple[YamlFile, ...]


def load_report(workspace: Workspace, report: str | Path) -> LoadedReport:
    """Load a report: by name, as a user types it, or by its folder.

    Raises InputProblems with all problems of all its files: what one file says wrongly does not
    hide what is wrong elsewhere.
    """
    folder = report if isinstance(report, Path) else workspace.report_folder(report)
    problems = Problems()
    files: list[YamlFile] = []
    own = _read(folder / REPORT_FILE, workspace, files, problems)
    signed = None
    if workspace.files.exists(folder / SIGN_OFFS_FILE):
        signed = _read(folder / SIGN_OFFS_FILE, workspace, files, problems)
    format_, council = _format_and_council(workspace, own, files, problems)
    if format_ is None or council is None or own is None:
        _check_generally(own, signed, problems)
        _raise_any(problems, files)
        raise AssertionError("a missing format or report is a problem")
    checked = Checked(own, find_faults(own, report_schema_for(format_, council)))
    problems.found.extend(fault.problem for fault in checked.faults)
    context = _context(checked, format_, council, problems)
    sign_offs = _sign_offs(context, signed)
    loaded = with_law(workspace, context, _report(context, folder, sign_offs))
    _raise_any(problems, files)
    return LoadedReport(loaded, format_, tuple(files))


def _raise_any(problems: Problems, files: Sequence[YamlFile]) -> None:
    """Raise what was found, file by file and line by line."""
    order = {file.file: index for index, file in enumerate(files)}
    problems.found.sort(key=lambda p: (order.get(p.where.file, len(order)), p.where.line or 0))
    problems.raise_any()


def _read(
    path: Path, workspace: Workspace, files: list[YamlFile], problems: Problems
) -> YamlFile | None:
    file = None
    with problems.collecting():
        file = read_yaml(path, workspace.files)
        files.append(file)
    return file


def _format_and_council(
    workspace: Workspace, own: YamlFile | None, files: list[YamlFile], problems: Problems
) -> tuple[Format | None, CouncilFile | None]:
    key = own.data.get("format") if own is not None and isinstance(own.data, dict) else None
    format_, council = None, None
    if own is None or not isinstance(key, str):
        return None, None
    with problems.collecting():
        chain = read_chain(workspace, key, own.where(["format"]))
        files.extend(chain)
        format_ = format_from(workspace, key, chain)
        file = read_council(workspace, format_.council)
        files.append(file)
        council = council_from(file, format_.council)
    return format_, council


def _check_generally(own: YamlFile | None, signed: YamlFile | None, problems: Problems) -> None:
    """What can be said of a report without its format."""
    for file, schema in ((own, "report"), (signed, "sign_offs")):
        if file is not None:
            problems.found.extend(fault.problem for fault in find_faults(file, load_schema(schema)))


def _context(
    checked: Checked, format_: Format, council: CouncilFile, problems: Problems
) -> ReportContext:
    meeting = day_or_none(checked.get("meeting", "date"))
    published = day_or_none(checked.get("published"))
    context = ReportContext(checked, format_, council, meeting, published, problems)
    if meeting is not None:
        _check_dates(context, meeting)
    return context


def _check_dates(context: ReportContext, meeting: date) -> None:
    format_ = context.format
    path = ("meeting", "date")
    if format_.valid_from is not None and meeting < format_.valid_from:
        what = f"the format {format_.key} is for meetings from {date_text(format_.valid_from)} on"
        context.add(REPORT_FORMAT, path, what, "choose the format of that time")
    if format_.valid_to is not None and meeting > format_.valid_to:
        what = f"the format {format_.key} is for meetings until {date_text(format_.valid_to)}"
        context.add(REPORT_FORMAT, path, what, "choose the format of that time")
    if context.published is not None and context.published > meeting:
        what = f"is after the meeting on {date_text(meeting)}"
        context.add(REPORT_DATES, ("published",), what, "check the two dates")


def _sign_offs(context: ReportContext, signed: YamlFile | None) -> tuple[SignOff, ...]:
    if signed is None or signed.data is None:
        return ()
    checked = Checked(signed, find_faults(signed, sign_offs_schema_for(context.format)))
    context.problems.found.extend(fault.problem for fault in checked.faults)
    return read_sign_offs(
        ReportContext(
            checked,
            context.format,
            context.council,
            context.meeting,
            context.published,
            context.problems,
        )
    )


def _report(context: ReportContext, folder: Path, sign_offs: tuple[SignOff, ...]) -> Report:
    committee = _committee(context)
    recommendations = read_recommendations(context, committee)
    appendices = read_appendices(context, folder)
    check_names(context, appendices, recommendations)
    exemption = read_exemption(context)
    contents = context.get("contents")
    return Report(
        name=folder.name,
        file=context.checked.file.where().file,
        title=_title(context),
        format=context.format.key,
        council=context.council.council,
        committee=committee or Committee("", "", "", ""),
        meeting=context.meeting or date.min,
        published=context.published,
        marking=read_marking(context, exemption is not None),
        front_matter=read_front_matter(context),
        recommendations=recommendations,
        sections=read_sections(context),
        implications=read_implications(context),
        sign_offs=sign_offs,
        appendices=appendices,
        background_papers=read_papers(context),
        history=read_history(context),
        authors=read_people(context, ("authors",)),
        terms_of_reference=read_terms(context),
        exemption=exemption,
        urgent=context.get("urgent") or "",
        notice=read_notice(context),
        chart_tables=context.get("chart_tables") or context.format.chart_tables,
        contents=contents,
        variables=read_variables(context),
        sentences=read_sentences(context),
        unmentioned=read_unmentioned(context),
        sourced=read_sourced(context),
    )


def _title(context: ReportContext) -> str:
    title = str(context.get("title") or "").strip("\n")
    if "\n" in title:
        context.add(
            REPORT_TITLE,
            ("title",),
            "goes over several lines",
            "write it in one line, or with '>-'",
        )
    return title


def _committee(context: ReportContext) -> Committee | None:
    value = context.get("committee")
    if value is None:
        return None
    if isinstance(value, dict):
        name = str(value["name"])
        return Committee("", name, value.get("short_name", name), value["type"])
    committee = context.council.committees.get(value) or _free_text(context, value)
    if committee is None:
        return None
    meetings = context.council.meetings.get(value, ())
    if meetings and context.meeting is not None and context.meeting not in meetings:
        near = min(meetings, key=lambda day: abs((day - context.meeting).days))  # type: ignore[operator]
        what = f"the {committee.short_name} does not meet on {date_text(context.meeting)}"
        mend = f"the nearest meeting in {context.council.file} is on {date_text(near)}"
        context.add(REPORT_DATES, ("meeting", "date"), what, mend)
    return committee


def _free_text(context: ReportContext, name: str) -> Committee | None:
    """A committee written by its name, of no type; one of the council's file is named by key."""
    council = context.council
    if " " not in name.strip():
        what = f"{council.file} has no committees, so no {name!r}"
        context.add(
            REPORT_COMMITTEE,
            ("committee",),
            what,
            "write its name, or a mapping with name and type",
        )
        return None
    for committee in council.committees.values():
        if name.casefold() in (committee.name.casefold(), committee.short_name.casefold()):
            what = f"{name} stands in {council.file}"
            mend = f"write the key {committee.key!r}; its meetings and lead-ins are then known"
            context.add(REPORT_COMMITTEE, ("committee",), what, mend)
    return Committee("", name, name, "")
