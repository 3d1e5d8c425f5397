"""People in report.yaml: keys of the council's file, or written out as a mapping or as text."""

from __future__ import annotations

from typing import Any

from generator.config.config_rules import REPORT_PEOPLE
from generator.config.report.report_context import ReportContext
from generator.config.yaml.yaml_file import YamlPath
from generator.model.council import OfficeHolder
from generator.model.report import Person
from generator.model.wording.dates import date_text


def read_people(context: ReportContext, path: YamlPath, who: str = "") -> tuple[Person, ...]:
    """The people at a path, in order. who: the kind that a person of the council's file must be.

    Somebody without an office on the day of the meeting, of another kind, or named twice, is a
    problem.
    """
    people: list[Person] = []
    for here, item in context.items(*path):
        person = _person(context, here, item, who)
        if person is None:
            continue
        if person in people:
            context.add(REPORT_PEOPLE, here, f"{person.name} stands twice", "remove one of the two")
        people.append(person)
    return tuple(people)


def _person(context: ReportContext, path: YamlPath, item: Any, who: str) -> Person | None:
    if isinstance(item, str):
        holder = context.council.people.get(item)
        if holder is None:
            return _free_text(context, path, item)
        return _of_council(context, path, holder, {}, who)
    if "person" in item:
        if "name" in item:
            what = "has both 'person' and 'name'"
            context.add(
                REPORT_PEOPLE, path, what, "keep 'person' for somebody of the council's file"
            )
            return None
        holder = context.council.people.get(item["person"])
        if holder is None:
            what = f"{context.council.file} has nobody, so no {item['person']!r}"
            context.add(REPORT_PEOPLE, (*path, "person"), what, "write name and post instead")
            return None
        return _of_council(context, path, holder, item, who)
    if "name" not in item:
        context.add(
            REPORT_PEOPLE, path, "the key 'name' is missing", "add it, or 'person' with a key"
        )
        return None
    return Person(**item)


def _free_text(context: ReportContext, path: YamlPath, text: str) -> Person:
    """Somebody written as 'Name, Post'; one of the council's file is named by key."""
    name, _, post = (part.strip() for part in text.partition(","))
    for holder in context.council.people.values():
        if holder.name.casefold() == name.casefold():
            what = f"{holder.name} stands in {context.council.file}"
            context.add(
                REPORT_PEOPLE,
                path,
                what,
                f"write the key {holder.key!r}; the office is then filled in",
            )
    return Person(name, post)


def _of_council(
    context: ReportContext, path: YamlPath, holder: OfficeHolder, changed: dict[str, str], who: str
) -> Person | None:
    if who and holder.kind and holder.kind != who:
        mend = f"name a {who}" + _others(context, holder, who)
        context.add(REPORT_PEOPLE, path, f"{holder.name} is {_a(holder.kind)}, not {_a(who)}", mend)
    post = changed.get("post")
    if post is None:
        post = _post(context, path, holder)
    return Person(
        name=holder.name,
        post=post,
        telephone=changed.get("telephone", holder.telephone),
        email=changed.get("email", holder.email),
        service=changed.get("service", holder.service),
        key=holder.key,
        kind=holder.kind,
    )


def _post(context: ReportContext, path: YamlPath, holder: OfficeHolder) -> str:
    """The posts held on the day of the meeting; a problem when there were some, but none then."""
    day = context.meeting
    if day is None or not holder.offices:
        return ""
    posts = holder.posts_on(day)
    if not posts:
        ended = [o for o in holder.offices if o.last is not None and o.last < day]
        if ended:
            last = max(ended, key=lambda office: office.last or day)
            held = f"held {last.post!r} only until {date_text(last.last or day)}"
        else:
            first = min(holder.offices, key=lambda office: office.first or day)
            last = first
            held = f"holds {first.post!r} only from {date_text(first.first or day)}"
        what = f"{holder.name} {held}, and the meeting is on {date_text(day)}"
        mend = _successors(context, holder, last.post)
        context.add(
            REPORT_PEOPLE,
            path,
            what,
            mend or f"name who holds it then, or mend {context.council.file}",
        )
    return " and ".join(posts)


def _successors(context: ReportContext, holder: OfficeHolder, post: str) -> str:
    day = context.meeting
    names = [
        other.key
        for other in context.council.people.values()
        if day is not None and other.key != holder.key and post in other.posts_on(day)
    ]
    return f"on that day it is held by {' and '.join(names)}" if names else ""


def _others(context: ReportContext, holder: OfficeHolder, who: str) -> str:
    names = [p.key for p in context.council.people.values() if p.kind == who and p != holder]
    return ": " + ", ".join(names) if 0 < len(names) <= 6 else ""


def _a(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"
