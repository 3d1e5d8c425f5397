"""Sentences of the format that an officer changed: the report says its own from then on.

    implications:                        implications:
      legal: {nil: true}                   legal: {text: "The contract has been reviewed."}

    sentences:
      recommendations.decision.lead_in: "The panel is asked to:"

A format stays as it is: it is the council's, and other reports print it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.materials import SENTENCES
from generator.merge.arrival_texts import as_markdown
from generator.merge.pairs.said_words import bare
from generator.merge.sources.tokens import Token, as_text, read_tokens
from generator.merge.work import EntryChange, Work
from generator.model.draft_base import BaseEntry

_NIL = "nil"
BROKEN = "a line break stands in a text of one line"


def is_sentence(entry: BaseEntry) -> bool:
    """Whether a text is a sentence of the format."""
    return not entry.written and bool(entry.place) and entry.section.partition(".")[0] in (
        "implications", "layout", "recommendations"
    )  # fmt: skip


def own_sentence(
    work: Work, entry: BaseEntry, edited: Sequence[Token], reads: Sequence[int]
) -> None:
    """Make an officer's words the report's own, in the stead of a sentence of the format."""
    file = work.fields.report_file
    new = as_text(edited)
    kind, _, key = entry.section.partition(".")
    printed = [" ".join(as_text(one).split()) for one in _paragraphs(edited)]
    if kind == "implications" and entry.place == _NIL and printed:
        said = "\n\n".join(as_markdown(one) for one in _paragraphs(edited))
        _set_text(work, key, said)
    else:
        path = (SENTENCES, f"{entry.section}.{entry.place}")
        work.entries[path] = EntryChange(file, path, " ".join(printed))
        if any(one.breaks for one in edited):
            work.note("refused", "line break", (entry,), entry.printed, new, BROKEN, reads, printed)
    work.note("merged", "sentence", (entry,), entry.printed, new, "", reads, printed)


def more_of_own(work: Work, entry: BaseEntry, texts: Sequence[int]) -> bool:
    """Put new paragraphs behind a nil statement: with it they are what the report says itself.

    False where the sentence is another, which can have none.
    """
    kind, _, key = entry.section.partition(".")
    if kind != "implications" or entry.place != _NIL:
        return False
    path = ("implications", key)
    known = work.entries.get(path)
    said = (
        str(known.value["text"]) if known is not None and not isinstance(known.value, str) else ""
    )
    parts = [said or as_markdown(_words(entry))]
    for at in texts:
        text = work.copy.accepted[at]
        parts.append(as_markdown(read_tokens(text)))
        work.note(
            "merged", "paragraph added", (entry,), "", text.text, "", (at,), (bare(text, ""),)
        )
    _set_text(work, key, "\n\n".join(parts))
    return True


def _set_text(work: Work, key: str, said: str) -> None:
    path = ("implications", key)
    known = work.fields.value(work.fields.report_file, path)
    kept = (
        {name: value for name, value in known.items() if name == "answer"}
        if isinstance(known, dict)
        else {}
    )
    value = {**kept, "text": said}
    work.entries[path] = EntryChange(work.fields.report_file, path, value)


def _paragraphs(tokens: Sequence[Token]) -> list[list[Token]]:
    made: list[list[Token]] = [[]]
    for one in tokens:
        if one.kind == "end":
            made.append([])
        else:
            made[-1].append(one)
    return [one for one in made if as_text(one).strip()]


def _words(entry: BaseEntry) -> list[Token]:
    return [Token(entry.printed)]
