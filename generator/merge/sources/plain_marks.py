"""What was read, with straight quotation marks: which way they were typed is no edit.

A draft prints ’ where its source has ', Word sets either as somebody types, and a draft of last
year may have the other. Texts are compared, and come into the sources, with straight marks; printed
they are as the format says. Places in a text stay the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model.draft_base import DraftBase
from generator.model.readings import ReadDocument, ReadText
from generator.model.wording.quotation_marks import straight


def plain_texts(texts: Sequence[ReadText]) -> tuple[ReadText, ...]:
    """The texts with straight marks."""
    return tuple(_plain(text) for text in texts)


def _plain(text: ReadText) -> ReadText:
    said = text.text
    if straight(said) == said:
        return text
    spans = tuple(replace(span, text=straight(span.text)) for span in text.spans)
    return replace(text, spans=spans)


def plain_read(read: ReadDocument) -> ReadDocument:
    """A file as read; its comments stay as they were written."""
    charts = tuple((name, straight(title), straight(text)) for name, title, text in read.charts)
    accepted = plain_texts(read.accepted)
    same = read.rejected is read.accepted  # nothing is tracked
    rejected = accepted if same else plain_texts(read.rejected)
    return replace(read, accepted=accepted, rejected=rejected, charts=charts)


def plain_base(base: DraftBase) -> DraftBase:
    """The base of a draft; its sources stay as they were written."""
    entries = tuple(
        replace(entry, printed=straight(entry.printed), lead=straight(entry.lead))
        for entry in base.entries
    )
    sign_offs = tuple((unit, straight(text)) for unit, text in base.sign_offs)
    values = {name: (key, straight(text)) for name, (key, text) in base.values.items()}
    return replace(base, entries=entries, sign_offs=sign_offs, values=values)
