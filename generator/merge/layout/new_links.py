"""Links that an officer put in to places in the document that can have no name.

    <w:hyperlink w:anchor="_Toc1234"><w:r><w:t>as told above</w:t></w:r></w:hyperlink>

The words stay, and the link goes: the narrative links to names. Links that the
report prints itself are known from today's draft.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from generator.merge.layout.not_words import entries_at
from generator.merge.work import Work
from generator.model.readings import ReadDocument, ReadText

_REASON = "leads to a place that can have no name; link to the heading or paragraph beside it"


def tell_links(work: Work, today: ReadDocument) -> None:
    """Put links that are in the copy and in no source into the account."""
    known = Counter((words, link) for _, words, link in _links(today.accepted))
    for at, words, link in _links(work.copy.accepted):
        known[words, link] -= 1
        if known[words, link] >= 0 or work.pointers.link(link.removeprefix("#")):
            continue
        work.note("refused", "link", entries_at(work, at), words, words, f"{words!r} {_REASON}")
        work.items[-1] = replace(work.items[-1], author=work.author([at]))


def _links(texts: Sequence[ReadText]) -> Iterator[tuple[int, str, str]]:
    """The text, words and address of each link to a hidden bookmark; contents lists have many."""
    for at, text in enumerate(texts):
        if text.kind == "contents":
            continue
        for link, spans in groupby(text.spans, key=lambda one: "" if one.reference else one.link):
            words = " ".join("".join(span.text for span in spans).split())
            if link.startswith("#_") and words:
                yield at, words, link
