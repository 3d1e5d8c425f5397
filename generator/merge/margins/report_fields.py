"""A field of report.yaml that an officer changed where the template prints it.

    meeting: {date: 2023-03-15}      '22 March 2023' in a header      meeting: {date: 2023-03-22}

One field is printed in many places: what was changed alike in several is merged once, and what was
changed otherwise in two is a conflict. The council's file and the format stay as they are.
"""

from __future__ import annotations

from dataclasses import replace

from generator.compose.units import FRONT_MATTER
from generator.config.yaml.yaml_file import YamlPath
from generator.merge.account import ALREADY, Became
from generator.merge.front_matter_edits import read_day
from generator.merge.margins.printed_fields import FieldEdit
from generator.merge.rebasing import rebased
from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field, applied
from generator.merge.text_merge import merge_changes
from generator.merge.work import EntryChange, Work, tokens_of
from generator.model.draft_base import BaseEntry
from generator.model.wording.quotation_marks import straight

_DATES = {"meeting_date": ("meeting", "date"), "published": ("published",)}
_TEXTS = {"title": ("title",), "marking": ("marking",)}
_COMMITTEE = ("committee", "committee_name")
_NEEDED = "the report needs something there; write other words"
_NO_DAY = "it is no day that can be read; write it as in '15 March 2023'"
_CLASH = "the author has changed it too; choose one, in report.yaml"
_OTHERWISE = "it was changed to something else elsewhere in this copy; choose one, in report.yaml"
_BY_TEMPLATE = (
    "the report template prints it on every page; ask whoever keeps the format, or say it in the "
    "text. A marking is written as 'marking' in report.yaml"
)


class FieldMerge:
    """Merges one edit. kind: for the account. read: its number there. given_up: why it was."""

    def __init__(self, work: Work, kind: str, read: int, given_up: str = "") -> None:
        self._work, self._kind, self._read, self._given_up = work, kind, read, given_up
        self._file = work.fields.report_file

    def merge(self, edit: FieldEdit) -> None:
        """Put it into report.yaml, or into the account with the reason why not."""
        if not edit.name:
            self._note("refused", edit, _BY_TEMPLATE)
        elif self._given_up:
            self._note("refused", edit, self._given_up)
        elif not edit.new:
            self._note("refused", edit, _NEEDED)
        elif edit.name in _DATES:
            self._date(edit, _DATES[edit.name])
        else:
            path = self._path(edit)
            if path is None:
                self._note("refused", edit, self._made_by(edit.name))
            else:
                self._text(edit, path)

    # ------------------------------------------------------------ where it stands
    def _path(self, edit: FieldEdit) -> YamlPath | None:
        """The path of a text of report.yaml; None where the words come from elsewhere."""
        if edit.name in _TEXTS:
            return _TEXTS[edit.name]
        if edit.name in _COMMITTEE:
            value = self._value(("committee",))
            named = isinstance(value, str) and _plain(value) == self._now(edit)
            return ("committee", "name") if isinstance(value, dict) else _if(("committee",), named)
        row: YamlPath = ("front_matter", edit.name)
        value = self._value(row)
        return _if(row, isinstance(value, str) and _plain(value) == self._now(edit))

    def _made_by(self, name: str) -> str:
        if name in _COMMITTEE:
            return "the council's file names it; write another key as 'committee' in report.yaml"
        if self._value(("front_matter", name)) is not None:
            return f"'{name}' of the front matter makes it; change that in report.yaml"
        return (
            f"the format {self._work.now.format} or its council says it for every report; "
            "ask whoever keeps the format"
        )

    def _value(self, path: YamlPath) -> object:
        return self._work.fields.value(self._file, path)

    def _now(self, edit: FieldEdit) -> str:
        """What the report prints there today."""
        return _plain(self._work.now.pages.get(edit.name, edit.old))

    # ------------------------------------------------------------ into report.yaml
    def _date(self, edit: FieldEdit, path: YamlPath) -> None:
        day = read_day(edit.new)
        if day is None:
            self._note("refused", edit, _NO_DAY, path)
            return
        said, field = day.isoformat(), Field(self._file, path)
        pending = self._work.splices.get(field)
        if (self._pending(field) or str(self._value(path))) == said:
            self._note("merged", edit, "" if pending else ALREADY, path)
        elif pending or self._now(edit) != edit.old:
            self._clash(edit, self._pending(field), path)
        else:
            self._work.splices[field] = [Splice(0, len(self._work.fields.text(field)), said)]
            self._note("merged", edit, "", path)

    def _text(self, edit: FieldEdit, path: YamlPath) -> None:
        pending = self._pending(Field(self._file, path))
        if pending:
            if _plain(pending) == edit.new:
                self._note("merged", edit, "", path)
            else:
                self._clash(edit, pending, path)
        elif self._now(edit) == edit.new:
            self._note("merged", edit, ALREADY, path)
        elif self._value(path) is None:
            if self._now(edit) != edit.old:
                self._clash(edit, "", path)
                return
            self._work.entries[path] = EntryChange(self._file, path, edit.new)
            self._note("merged", edit, "", path)
        else:
            self._change(edit, path)

    def _pending(self, field: Field) -> str:
        """What another edit of this copy makes of a field; '' for none."""
        entry = self._work.entries.get(field.path)
        if entry is not None:
            return str(entry.value)
        splices = self._work.splices.get(field)
        return applied(self._work.fields.text(field), splices) if splices else ""

    def _change(self, edit: FieldEdit, path: YamlPath) -> None:
        """Merge the words of a text, word by word."""
        work, told = self._work, len(self._work.items)
        drafted, today, edited = (
            self._entry(edit.name, path, text) for text in (edit.old, self._now(edit), edit.new)
        )
        tokens = (tokens_of((one,)) for one in (drafted, edited, today))
        merge_changes(work, (drafted,), (today,), rebased(*tokens), (self._read,))
        work.items[told:] = [replace(one, kind=self._kind) for one in work.items[told:]]

    def _entry(self, name: str, path: YamlPath, text: str) -> BaseEntry:
        return BaseEntry(
            "front-matter",
            text,
            str(self._value(path)),
            unit=FRONT_MATTER + name,
            by="person",
            file=self._file,
            section=".".join(map(str, path)),
        )

    # ------------------------------------------------------------ the account
    def _clash(self, edit: FieldEdit, pending: str, path: YamlPath) -> None:
        """Two readings. pending: what another edit of this copy made of it; '' for none."""
        self._note("conflict", edit, _OTHERWISE if pending else _CLASH, path)
        ours = pending or self._now(edit)
        self._work.items[-1] = replace(self._work.items[-1], ours=ours)

    def _note(self, became: Became, edit: FieldEdit, reason: str, path: YamlPath = ()) -> None:
        entry = self._entry(edit.name, path, "") if path else None
        printed = (edit.new,) if became == "merged" and edit.name not in _DATES else ()
        self._work.note(
            became,
            self._kind,
            (entry,) if entry is not None else (),
            edit.old,
            edit.new,
            reason,
            (self._read,),
            printed,
        )


def _plain(text: str) -> str:
    return " ".join(straight(text).split())


def _if(path: YamlPath, there: bool) -> YamlPath | None:
    return path if there else None
