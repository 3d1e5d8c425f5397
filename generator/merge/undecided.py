"""Conflicts of edits that still stand in a report's sources."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.merge.merge_rules import MERGE_CONFLICT
from generator.model.issues import Issue, Where
from generator.model.wording.conflict_marks import marks_in
from generator.model.wording.english import shortened


def undecided(texts: Mapping[str, str]) -> Iterator[Issue]:
    """An issue for each conflict. texts: name of a source -> what it says."""
    for name, text in texts.items():
        for line, words in marks_in(text):
            what = f"a conflict is undecided: {shortened(words)!r}"
            mend = "put one of the two readings in the place of the mark"
            yield MERGE_CONFLICT.issue(Where(name, line, words=words), what, mend)
