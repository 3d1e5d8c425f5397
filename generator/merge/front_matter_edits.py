"""Front matter that an officer changed: people, bodies and dates become the report's own text.

    accountable_director: emma-bennett      accountable_director: {name: "Jane Example", ...}
    considered_by:                          considered_by:
      - {body: Board, date: 2023-02-16}       - {body: Board, date: 2023-02-23}

The council's file of people stays as it is: it is every report's.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from generator.config.yaml.yaml_file import YamlPath
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field, yaml_path
from generator.merge.work import EntryChange, ListChange, Work
from generator.model.draft_base import BaseEntry
from generator.model.wording.conflict_marks import both, marks_in
from generator.model.wording.dates import MONTHS

_ENTRY = re.compile(r"\[(\d+)\]\.(.*)", re.DOTALL)
_PART = re.compile(r"(name|post|telephone|email|service)")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+),?\s+(\d{4})")
_NUMBERS = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def change_front_matter(work: Work, entry: BaseEntry, new: str) -> bool:
    """Put new words into the row that printed a text. False where it cannot be told how."""
    if not new.strip() and take_out_entry(work, entry):
        return True
    found = _ENTRY.fullmatch(entry.place)
    path = yaml_path(entry.section)
    value = work.fields.value(entry.file, path)
    if found is None:
        return _yes_or_no(work, entry, path, value, new)
    index, part = int(found[1]), found[2]
    if isinstance(value, list):
        path, value = (*path, index), value[index] if index < len(value) else None
    elif index:
        return False
    if part in ("body", "date"):
        return _consideration(work, entry, (*path, part), value, new)
    return _person(work, entry, path, index, part, value, new)


def contested_words(entry: BaseEntry, said: str, who: str) -> str:
    """A text of front matter with both readings of what differs in it; '' where none can stand.

    Of 'name, post' each by itself. A day is none that two readings can stand for.
    """
    found = _ENTRY.fullmatch(entry.place)
    if found is None or found[2] == "date":
        return ""
    if found[2] == "body":
        return both(entry.printed, said, who)
    ours, theirs = _divided(found[2], entry.printed), _divided(found[2], said)
    if ours is None or theirs is None:
        return ""
    made = {
        name: text if theirs[name] == text else both(text, theirs[name], who)
        for name, text in ours.items()
    }
    marked = _PART.sub(lambda part: made[part[0]], found[2])
    return marked if _divided(found[2], marked) == made else ""


def contested_name(entry: BaseEntry, who: str) -> str:
    """A text with its person or body marked as one that an officer took out; '' for other texts."""
    found = _ENTRY.fullmatch(entry.place)
    if found is not None and found[2] == "body":
        return both(entry.printed, "", who)
    said = None if found is None or "name" not in found[2] else _divided(found[2], entry.printed)
    if found is None or said is None:
        return ""
    said["name"] = both(said["name"], "", who)
    return _PART.sub(lambda part: said[part[0]], found[2])


def contest_day(work: Work, entry: BaseEntry, said: str, who: str) -> str:
    """Mark both days behind the body that they are of; give the mark, '' where that cannot be."""
    found = _ENTRY.fullmatch(entry.place)
    body = entry.place.removesuffix("date") + "body"
    beside = (one for one in work.now.entries if one.section == entry.section)
    named = next((one for one in beside if one.place == body), None)
    if found is None or found[2] != "date" or named is None:
        return ""
    mark = both(entry.printed, said.strip(), who)
    if mark in named.printed:
        return mark  # of an earlier pull
    field = Field(entry.file, (*yaml_path(entry.section), int(found[1]), "body"))
    known = work.splices.get(field)
    _set(work, named, field.path, f"{known[0].text if known else named.printed} {mark}")
    return mark


def changed_since(work: Work, entry: BaseEntry) -> bool:
    """Whether the author has changed something of the person or body that a text is part of."""
    found = _ENTRY.fullmatch(entry.place)
    start = f"[{found[1]}]." if found is not None else entry.place
    return any(
        work.now.entries[now].printed != drafted.printed
        for at, now in work.became.items()
        if (drafted := work.draft.entries[at]).kind == "front-matter"
        and work.now.entries[now].section == entry.section
        and work.now.entries[now].place.startswith(start)
    )


def take_out_entry(work: Work, entry: BaseEntry) -> bool:
    """Take one of several people or bodies out, of whom the copy says nothing any more."""
    found = _ENTRY.fullmatch(entry.place)
    path = yaml_path(entry.section)
    value = work.fields.value(entry.file, path)
    if found is None or not isinstance(value, list) or _is_told(work, entry, found[1]):
        return False
    if changed_since(work, entry):
        return False
    gone = ListChange("remove", entry.file, (*path, int(found[1])))
    others = [one for one in work.lists if one.path[:-1] == path and one != gone]
    if len(value) - len(others) < 2:
        return False
    if gone not in work.lists:
        work.lists.append(gone)
    return True


def _is_told(work: Work, entry: BaseEntry, index: str) -> bool:
    """Whether the copy says something of the person or body that a text is part of."""
    for one in work.pairing.pairs:
        parts = work.today(one) or ()
        ours = [each for each in parts if each.section == entry.section]
        if any(each.place.startswith(f"[{index}].") for each in ours) and work.edited(one):
            return True
    return False


def _yes_or_no(work: Work, entry: BaseEntry, path: YamlPath, value: Any, new: str) -> bool:
    said = new.strip().casefold()
    if not isinstance(value, bool) and str(value).casefold() not in ("yes", "no"):
        return False
    if said not in ("yes", "no"):
        return False
    return _set(work, entry, path, said)


def _consideration(work: Work, entry: BaseEntry, path: YamlPath, value: Any, new: str) -> bool:
    if not isinstance(value, dict):
        return False
    said = new.strip()
    if path[-1] == "date":
        day = read_day(said)
        said = day.isoformat() if day is not None else ""
    return bool(said) and _set(work, entry, path, said)


def read_day(text: str) -> date | None:
    """A day as people write it: '3 May 2023', 'Tuesday, 3 May 2023', '03/05/2023'; or None."""
    try:
        if (found := _ISO.search(text)) is not None:
            return date(int(found[1]), int(found[2]), int(found[3]))
        if (found := _NUMBERS.search(text)) is not None:
            return date(int(found[3]), int(found[2]), int(found[1]))
        if (found := _DAY.search(text)) is not None:
            month = next(
                at for at, name in enumerate(MONTHS, 1) if name.startswith(found[2].capitalize())
            )
            return date(int(found[3]), month, int(found[1]))
    except (ValueError, StopIteration):
        return None
    return None


def _set(work: Work, entry: BaseEntry, path: YamlPath, said: str) -> bool:
    field = Field(entry.file, path)
    old, known = work.fields.text(field), work.splices.get(field, [])
    marks = [mark for one in known for _, mark in marks_in(one.text) if mark not in said]
    work.splices[field] = [Splice(0, len(old), " ".join([said, *marks]))]
    return True


# ---------------------------------------------------------------- people
def _person(
    work: Work, entry: BaseEntry, path: YamlPath, index: int, part: str, value: Any, new: str
) -> bool:
    said = _divided(part, new)
    if said is None or not said.get("name", "x"):
        return False
    known = work.entries.get(path)
    before = dict(known.value) if known is not None and not isinstance(known.value, str) else {}
    made = {**_as_printed(work, entry, index), **before, **said}
    was = _as_printed(work, entry, index).get("name")
    if not all(said.values()) or (before and "person" not in before):
        made.pop("person", None)  # the council's file would fill in what was taken out
    elif isinstance(value, str) and "," not in value and made.get("name") == was:
        made = {"person": value, **{key: text for key, text in said.items() if key != "name"}}
    elif isinstance(value, dict) and not before:
        made = {**value, **said}
        if "person" in value and made.get("name", was) == was:
            made.pop("name", None)
        elif "person" in value:
            made = {**_as_printed(work, entry, index), **said}
    told = {key: text for key, text in made.items() if text}
    work.entries[path] = EntryChange(entry.file, path, told)
    return True


def _divided(part: str, new: str) -> dict[str, str] | None:
    """'Jane Example, Director' by 'name, post'; None where the text has other parts."""
    pieces = _PART.split(part)
    names, between = pieces[1::2], pieces[2:-1:2]
    rest, said = new.strip(), dict[str, str]()
    for name, sign in zip(names, [*between, ""], strict=True):
        text, found, rest = rest.partition(sign) if sign else (rest, "", "")
        if sign and not found:
            return None
        said[name] = text.strip()
    return said


def _as_printed(work: Work, entry: BaseEntry, index: int) -> dict[str, str]:
    """The parts of a person as the report prints them now."""
    made: dict[str, str] = {}
    for one in work.now.entries:
        found = _ENTRY.fullmatch(one.place) if one.section == entry.section else None
        if found is not None and int(found[1]) == index:
            made |= _divided(found[2], one.printed) or {}
    return made
