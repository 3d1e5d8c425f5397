"""The front matter of report.yaml: a value for each row of the format that is not computed."""

from __future__ import annotations

from generator.config.config_rules import REPORT_FRONT_MATTER, REPORT_PEOPLE, YAML_MISSING_KEY
from generator.config.report.report_context import ReportContext
from generator.config.report.report_people import read_people
from generator.config.yaml.yaml_file import YamlPath
from generator.model.format import FrontMatterRule
from generator.model.report import Consideration, FrontMatterValue
from generator.model.wording.dates import date_text, day_or_none


def read_front_matter(context: ReportContext) -> dict[str, FrontMatterValue]:
    """Row key -> value in the format's order, with the format's defaults.

    Rows that the report does not give and that have no default are left out; a row that is required
    in this report's case is then a problem.
    """
    values: dict[str, FrontMatterValue] = {}
    for rule in context.format.front_matter:
        if rule.kind == "computed":
            continue
        value = _value(context, rule)
        if value is None and context.checked.sound("front_matter", rule.key):
            value = _default(rule)
        if value is not None and value != ():
            values[rule.key] = value
    _require_conditional(context, values)
    return values


def _value(context: ReportContext, rule: FrontMatterRule) -> FrontMatterValue | None:
    path: YamlPath = ("front_matter", rule.key)
    if rule.kind in ("people", "contacts"):
        people = read_people(context, path, rule.who)
        _require_columns(context, path, rule)
        return people
    if rule.kind == "considerations":
        return _considerations(context, path)
    given = context.get(*path)
    if given is None:
        return None
    if rule.kind == "yes_no":
        return given if isinstance(given, bool) else str(given).lower() == "yes"
    if rule.kind == "date":
        return day_or_none(given) or ""
    if isinstance(given, list):
        return tuple(str(text) for text in given)
    return str(given)


def _require_columns(context: ReportContext, path: YamlPath, rule: FrontMatterRule) -> None:
    """Whoever is named, by key or in a mapping, must have the post that the row prints."""
    if "post" not in rule.columns:
        return
    for here, item in context.items(*path):
        fields = item if isinstance(item, dict) else {"person": item}
        holder = context.council.people.get(fields.get("person", ""))
        if "post" in fields or (holder is not None and holder.offices):
            continue
        if holder is not None:
            what = f"{holder.name} has no post in {context.council.file}, and the row prints it"
            context.add(
                REPORT_PEOPLE,
                here,
                what,
                f"add it there, or write {{person: {holder.key}, post: ...}}",
            )
        elif "name" in fields and "person" not in fields:
            what = f"the key 'post' is missing for {fields['name']}"
            context.add(REPORT_PEOPLE, here, what, "add it: the row prints it")


def _considerations(context: ReportContext, path: YamlPath) -> tuple[Consideration, ...]:
    found: list[Consideration] = []
    for here, item in context.items(*path):
        day = day_or_none(item["date"])
        if day is None:
            continue
        committee = context.council.committees.get(item["body"])
        entry = Consideration(committee.name if committee else item["body"], day)
        if entry in found:
            what = f"{entry.body} on {date_text(day)} stands twice"
            context.add(REPORT_FRONT_MATTER, here, what, "remove one of the two")
        found.append(entry)
    return tuple(found)


def _default(rule: FrontMatterRule) -> FrontMatterValue | None:
    if not rule.default:
        return None
    return rule.default.lower() == "yes" if rule.kind == "yes_no" else rule.default


def _require_conditional(context: ReportContext, values: dict[str, FrontMatterValue]) -> None:
    for rule in context.format.front_matter:
        path = ("front_matter", rule.key)
        if not rule.required_when or rule.key in values or not context.checked.sound(*path):
            continue
        if rule.required_when == "exempt":
            holds, reason = context.get("exempt") is not None, "the report is exempt"
        elif rule.required_when == "published":
            holds, reason = context.published is not None, "there is a date of publication"
        else:
            holds = values.get(rule.required_when) is True
            reason = f"{rule.required_when} is yes"
        if holds:
            mend = f"add it: {rule.guidance}" if rule.guidance else "add it"
            what = f"the key {rule.key!r} is missing, and {reason}"
            context.add(YAML_MISSING_KEY, ("front_matter",), what, mend)
