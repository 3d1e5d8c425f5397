"""Edits of one text that can only be merged, or refused, together.

    printed  At 20.0%[1] and 17.6%[2]. Children wait.      source  At {{ a }} and {{ b }}. ...
    edited   [1][2]Children wait.                          one edit, though the marks stayed

    printed  as paragraph 3.2 says                         source  as [](#workload) says
    edited   as the plan told                              one edit: its words keep their order

A figure and the mark of its footnote come from one expression, and so do a reference and the noun
before it. Merged one by one, what is left between them would not read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.merge.sources.source_edits import Edit
from generator.merge.sources.source_map import Placed
from generator.merge.sources.tokens import Token

_REFERENCE = re.compile(r"\[[^\[\]]*\]\(#[^)\s]*(?:\s+\"[^\"]*\")?\)")


def gathered_edits(
    edits: Sequence[Edit], printed: Sequence[Token], placed: Sequence[Placed | None], source: str
) -> list[Edit]:
    """The edits in order, those that go into one expression as one.

    printed, placed: the text's tokens, and where each comes from in its source.
    """
    text = _Text(printed, placed, source)
    made: list[Edit] = []
    for edit in sorted(map(text.slid, edits), key=lambda one: (one.start, one.end)):
        if made and text.belong(made[-1], edit):
            made[-1] = text.joined(made[-1], edit)
        else:
            made.append(edit)
    return [text.widened(one) for one in made]


class _Text:
    def __init__(
        self, printed: Sequence[Token], placed: Sequence[Placed | None], source: str
    ) -> None:
        self._printed, self._placed, self._source = printed, placed, source

    def belong(self, one: Edit, other: Edit) -> bool:
        """Whether nothing but pieces of what both go into stands between two edits."""
        touched = self._touched(one) | self._touched(other)
        referred = self._covers_reference(one) or self._covers_reference(other)
        dropped = referred and not _refers((*one.tokens, *other.tokens))
        return bool(touched) and all(
            (dropped and self._printed[at].text.isspace())
            or (self._placed[at] in touched and self._is_rest(at, referred))
            for at in range(one.end, other.start)
        )

    def slid(self, edit: Edit) -> Edit:
        """The same edit at a place beside it where it parts no expression, if there is one.

        'paragraph 3.1 and ' went where 'paragraph 3.2' stays, and not '3.1 and paragraph '.
        """
        now, replaces = edit, bool(edit.tokens) and edit.start < edit.end
        while self._parts(now):
            back = self._printed[now.start - 1] if now.start else None
            run = now.tokens or self._printed[now.start : now.end]
            if replaces or back is None or back.key != run[-1].key:
                return edit
            tokens = (back, *now.tokens[:-1]) if now.tokens else ()
            now = Edit(now.start - 1, now.end - 1, tokens)
        return now

    def _parts(self, edit: Edit) -> bool:
        """Whether a piece of an expression is left on one side of an edit."""
        start, end = edit.start, edit.end
        edges = ((start - 1, start), (end - 1, end))
        return any(
            0 < after < len(self._placed)
            and (place := self._placed[after]) is not None
            and place.opaque
            and place == self._placed[before]
            for before, after in edges
        )

    def joined(self, one: Edit, other: Edit) -> Edit:
        between = self._printed[one.end : other.start]
        return Edit(one.start, other.end, (*one.tokens, *between, *other.tokens))

    def widened(self, edit: Edit) -> Edit:
        """An edit of a reference with the noun that its source prints before it."""
        start, end = edit.start, edit.end
        for place in self._touched(edit) if self._covers_reference(edit) else ():
            if _REFERENCE.fullmatch(self._source, place.start, place.end):
                own = [at for at, one in enumerate(self._placed) if one == place]
                start, end = min(start, own[0]), max(end, own[-1] + 1)
        before, after = self._printed[start : edit.start], self._printed[edit.end : end]
        return Edit(start, end, (*before, *edit.tokens, *after))

    def _touched(self, edit: Edit) -> set[Placed]:
        """The expressions that an edit changes something of."""
        places = (self._placed[at] for at in range(edit.start, edit.end))
        return {one for one in places if one is not None and one.opaque}

    def _covers_reference(self, edit: Edit) -> bool:
        return _refers(self._printed[edit.start : edit.end])

    def _is_rest(self, at: int, referred: bool) -> bool:
        """Whether a token of an expression is none that somebody would read by itself."""
        token = self._printed[at]
        noun = referred and token.kind == "word" and not token.value
        return token.kind == "note" or token.text.isspace() or noun


def _refers(tokens: Sequence[Token]) -> bool:
    return any(one.kind == "reference" for one in tokens)
