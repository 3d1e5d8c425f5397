"""Captions, titles and alternative texts that the program computes, where an officer wrote others.

    {{ chart(sw.stay) }}       {{ chart(sw.stay, title="Most plan to stay") }}

What the officer wrote becomes an argument of the tag, unless it says a figure that was computed:
as typed words it would stay when the data change.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.merge.sources.source_edits import Splice
from generator.merge.sources.source_fields import Field
from generator.merge.sources.tag_texts import new_argument
from generator.merge.sources.tokens import Token, as_text, entry_tokens
from generator.merge.work import Work
from generator.model.draft_base import BaseEntry

_KINDS = ("caption", "title", "description")


def in_tag(today: Sequence[BaseEntry]) -> bool:
    """Whether texts are one that a tag of the narrative computes."""
    entry = today[0]
    computed = entry.kind in _KINDS and not entry.written and not entry.repeated
    return len(today) == 1 and computed and entry.file.endswith(".md") and bool(entry.line)


def set_in_tag(
    work: Work, entry: BaseEntry, edited: Sequence[Token], reads: Sequence[int], kind: str
) -> None:
    """Put an officer's words into the tag that computes a text. kind: as the account tells it."""
    old, new = entry.printed, " ".join(as_text(edited).split())
    start = work.fields.line_start(entry.file, entry.line)
    text = work.fields.text(Field(entry.file))
    start += len(text[start:]) - len(text[start:].lstrip(" \t"))
    place = new_argument(text[start:], entry.kind, new) if new else None
    figure = _figure(entry, edited)
    if place is None:
        reason = f'the program prints it; write {entry.kind}="..." for that chart or table'
        work.note("refused", kind, (entry,), old, new, reason, reads, [old])
    elif figure:
        reason = f'{figure!r} in it is computed; write {entry.kind}="..." with its expression'
        work.note("refused", kind, (entry,), old, new, reason, reads, [old])
    else:
        work.change(Field(entry.file), [Splice(start + place[0], start + place[0], place[1])])
        work.note("merged", kind, (entry,), old, new, "", reads, [new])


def _figure(entry: BaseEntry, edited: Sequence[Token]) -> str:
    """A figure of the program that an officer's words say, too; '' for none."""
    known = {one.text for one in entry_tokens(entry) if one.value and _counts(one)}
    return next((one.text for one in edited if one.text in known), "")


def _counts(token: Token) -> bool:
    return any(sign.isdigit() for sign in token.text)
