"""The parts of report.yaml besides the front matter: recommendations, implications and more."""

from __future__ import annotations

from typing import Any

from generator.config.config_rules import (
    REPORT_COMMITTEE,
    REPORT_IMPLICATION,
    REPORT_MARKING,
)
from generator.config.report.report_context import ReportContext, prose
from generator.config.yaml.yaml_file import YamlPath
from generator.model.format import ImplicationRule
from generator.model.release.due_days import Notice
from generator.model.report import (
    Committee,
    HistoryEntry,
    Implication,
    Prose,
    Recommendation,
    SectionTitle,
    SourcedFigure,
)
from generator.model.wording.dates import day_or_none


def read_recommendations(
    context: ReportContext, committee: Committee | None
) -> dict[str, tuple[Recommendation, ...]]:
    """Group key -> its recommendations, in the format's order of groups; empty groups left out."""
    groups: dict[str, tuple[Recommendation, ...]] = {}
    for group in context.format.recommendations:
        path = ("recommendations", group.key)
        items = tuple(
            Recommendation(
                prose(context, here, item),
                item.get("name", "") if isinstance(item, dict) else "",
            )
            for here, item in context.items(*path)
        )
        if items:
            groups[group.key] = items
            _require_lead_in(context, path, group.lead_in, committee)
    return groups


def _require_lead_in(
    context: ReportContext, path: YamlPath, lead_in: Any, committee: Committee | None
) -> None:
    if committee is None or path[-1] in committee.lead_in:
        return
    if committee.type not in lead_in and "any" not in lead_in:
        known = ", ".join(lead_in)
        what = f"the format has no lead-in for committees of type {committee.type!r} ({known})"
        mend = f"add one to {context.format.file}, or change the committee's type"
        if not committee.type:
            what = f"the format has lead-ins by the committee's type ({known}), which is not given"
            mend = f"write committee: {{name: {committee.name}, type: {next(iter(lead_in))}}}"
        context.add(REPORT_COMMITTEE, path, what, mend)


def read_sections(context: ReportContext) -> tuple[SectionTitle, ...]:
    """Sections that the report adds or gives another heading, in its order."""
    titles: list[SectionTitle] = []
    for key in context.checked.keys("sections"):
        item = context.get("sections", key)
        where = context.where("sections", key)
        if isinstance(item, str):
            titles.append(SectionTitle(key, item, True, where))
        else:
            titles.append(SectionTitle(key, item["title"], item.get("required", True), where))
    return tuple(titles)


def read_implications(context: ReportContext) -> dict[str, Implication]:
    """Implication key -> what report.yaml says of it, in the format's order."""
    grid = any(part.style == "grid" for part in context.format.layout)
    found: dict[str, Implication] = {}
    for rule in context.format.implications:
        path = ("implications", rule.key)
        value = context.get(*path)
        if isinstance(value, str):
            found[rule.key] = Implication(
                rule.key, context.where(*path), prose(context, path, value)
            )
        elif value is not None:
            _check_implication(context, path, rule, value, grid)
            text = prose(context, path, {"text": value["text"]}) if "text" in value else None
            answer = value.get("answer")
            if isinstance(answer, str):
                answer = answer.lower() == "yes"
            nil = value.get("nil", False)
            found[rule.key] = Implication(rule.key, context.where(*path), text, nil, answer)
    return found


def _check_implication(
    context: ReportContext, path: YamlPath, rule: ImplicationRule, value: Any, grid: bool
) -> None:
    if value.get("nil") and "text" in value:
        what = "has both 'nil: true' and a text"
        context.add(REPORT_IMPLICATION, (*path, "nil"), what, "remove one of the two")
    elif value.get("nil") and not rule.nil:
        what = f"the format has no nil statement for {rule.title!r}"
        context.add(REPORT_IMPLICATION, (*path, "nil"), what, "write it as text")
    if "answer" in value and not grid:
        what = "the format prints no Yes/No grid, so an answer has no place"
        context.add(REPORT_IMPLICATION, (*path, "answer"), what, "remove it")


def read_papers(context: ReportContext) -> tuple[Prose, ...]:
    """The background papers, in order."""
    return tuple(prose(context, here, item) for here, item in context.items("background_papers"))


def read_history(context: ReportContext) -> tuple[HistoryEntry, ...]:
    """The rows of the subject history, in order."""
    rows = context.items("subject_history")
    return tuple(HistoryEntry(row["meeting"], row["date"]) for _, row in rows)


def read_terms(context: ReportContext) -> Prose | None:
    """The terms of reference, if the report gives any."""
    path = ("terms_of_reference",)
    value = context.get(*path)
    return None if value is None else prose(context, path, value)


def read_notice(context: ReportContext) -> Notice | None:
    """The notice of a key decision, or why there was none."""
    value = context.get("notice")
    if value is None:
        return None
    return Notice(
        day_or_none(value.get("date")), value.get("exception", ""), value.get("reason", "")
    )


def read_marking(context: ReportContext, exempt: bool) -> str:
    """The report's marking: its own, or the format's for public or for exempt reports."""
    own = context.get("marking")
    public = context.format.marking
    if not exempt:
        return public if own is None else str(own)
    if own is None and context.format.exempt_marking:
        return context.format.exempt_marking
    marking = public if own is None else str(own)
    if marking and marking.casefold() == public.casefold():
        path: YamlPath = ("exempt",) if own is None else ("marking",)
        what = f"an exempt report cannot be marked {marking!r} as public ones are"
        context.add(REPORT_MARKING, path, what, "write the marking of exempt reports as 'marking'")
    return marking


def read_sentences(context: ReportContext) -> dict[str, Prose]:
    """Place of a sentence in the format -> the report's own, as plain text."""
    return {
        place: Prose(str(context.get("sentences", place)), context.where("sentences", place))
        for place in context.checked.keys("sentences")
    }


def read_unmentioned(context: ReportContext) -> dict[str, Prose]:
    """Name of a table or chart -> why the text need not speak of it."""
    path = ("checks", "consistent.unmentioned")
    return {
        name: Prose(str(context.get(*path, name)), context.where(*path, name))
        for name in context.checked.keys(*path)
    }


def read_variables(context: ReportContext) -> dict[str, str]:
    """Name -> text, for the narrative."""
    names = context.checked.keys("variables")
    return {name: str(context.get("variables", name)) for name in names}


def read_sourced(context: ReportContext) -> dict[str, SourcedFigure]:
    """Name -> figure from elsewhere, for the narrative."""
    figures: dict[str, SourcedFigure] = {}
    for name in context.checked.keys("sourced"):
        item = context.get("sourced", name)
        figures[name] = SourcedFigure(
            key=name,
            value=item["value"],
            source=item["source"],
            where=context.where("sourced", name),
            date=day_or_none(item.get("date")),
            url=item.get("url", ""),
        )
    return figures
