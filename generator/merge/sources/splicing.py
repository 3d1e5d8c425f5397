"""An officer's changes to the printed words of a text, as changes of the characters of its source.

    printed  About 6.5% plan to leave.       source  About {{ sw.leaving.percent }} plan to leave.
    edit     plan -> intend                  splice  characters 31:35 become 'intend'

Only what changed is replaced: expressions, references, Markdown and layout around it stay as their
author wrote them. Where a change of look, or words across the edge of a look, leave no such place,
the text's words are written anew around its expressions, which stay.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.merge.sources.gathered_edits import gathered_edits
from generator.merge.sources.markdown_text import marked_up
from generator.merge.sources.names_behind import named_first, names_kept
from generator.merge.sources.source_edits import Edit, Refusal, RefusalKind, Splice
from generator.merge.sources.source_map import Placed, source_tokens
from generator.merge.sources.tokens import PLAIN, Look, Token, as_text
from generator.merge.sources.word_writing import Writing, paragraphs_of, whole_values

_OPENERS = re.compile(r"[*_\[]+$")
_CLOSERS = re.compile(r"(?:[*_]+|\]\([^()\s]*(?:\s+\"[^\"]*\")?\))+")


class Splicing:
    """One text's source, its printed tokens, and where each of these comes from."""

    def __init__(
        self,
        source: str,
        printed: Sequence[Token],
        placed: Sequence[Placed | None],
        writing: Writing,
    ) -> None:
        self._source, self._printed, self._placed = source, printed, placed
        self._writing = writing
        self._made = self._expressions()

    def _expressions(self) -> dict[str, str]:
        """What an expression printed -> its source, for words that moved within the text."""
        made: dict[str, str] = {}
        for one in {place for place in self._placed if place is not None and place.opaque}:
            printed = [self._printed[index] for index in self._of(one)]
            made.setdefault(as_text(printed).strip(), self._source[one.start : one.end])
        return made

    def _of(self, place: Placed) -> list[int]:
        return [index for index, one in enumerate(self._placed) if one == place]

    # ------------------------------------------------------------ what may change
    def apart(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits, each of what can be merged or refused by itself.

        Words beside figures that were typed over are edits of their own; what goes into the same
        expression from several sides is one edit.
        """
        return [one for edit in self.whole(edits) for one in self._parted(edit)]

    def whole(self, edits: Sequence[Edit]) -> list[Edit]:
        """The edits, each of a reference with the noun before it."""
        return gathered_edits(edits, self._printed, self._placed, self._source)

    def _parted(self, edit: Edit) -> list[Edit]:
        if any(one.kind == "reference" for one in self._printed[edit.start : edit.end]):
            return [edit]
        made = [self._placed[at] for at in range(edit.start, edit.end)]
        figures = [self._of(one) for one in dict.fromkeys(made) if one is not None and one.opaque]
        typed = [at for at, one in enumerate(edit.tokens) if self._types_figure((one,))]
        inside = figures and edit.start <= figures[0][0] and figures[-1][-1] < edit.end
        if not inside or len(figures) != len(typed):
            return [edit]
        parts: list[Edit] = []
        at = begin = 0
        for figure, number in zip(figures, typed, strict=True):
            parts.append(Edit(edit.start + at, figure[0], edit.tokens[begin:number]))
            parts.append(Edit(figure[0], figure[-1] + 1, (edit.tokens[number],)))
            at, begin = figure[-1] + 1 - edit.start, number + 1
        parts.append(Edit(edit.start + at, edit.end, edit.tokens[begin:]))
        return [one for one in parts if one.start < one.end or one.tokens]

    def sorted_out(self, edits: Sequence[Edit]) -> tuple[list[Edit], list[Refusal]]:
        """The edits that have a place, and those that have none."""
        kept: list[Edit] = []
        refused: list[Refusal] = []
        for edit in edits:
            refusal = self._refusal(edit)
            if refusal is None:
                kept.append(edit)
            else:
                refused.append(refusal)
        return kept, refused

    def _refusal(self, edit: Edit) -> Refusal | None:
        if not self._writing.between and any(one.kind == "end" for one in edit.tokens):
            return self._refused("divided", edit, None)
        inside = self._inside(edit)
        if inside is not None:
            return self._refused("made", edit, inside)
        covered = range(edit.start, edit.end)
        made = {one for one in (self._placed[at] for at in covered) if one is not None}
        made = {one for one in made if one.opaque}
        for place in sorted(made, key=lambda one: one.start):
            whole = all(at in covered for at in self._of(place))
            alone = all(
                self._placed[at] in made or self._printed[at].text.isspace() for at in covered
            )
            typed = self._types_figure(edit.tokens) or (alone and as_text(edit.tokens).strip())
            led = self._is_reference(place) and self._points(edit.tokens)
            if not whole or (typed and not led) or self._leaves_mark(edit, place):
                return self._refused("made", edit, place)
        if any(one.kind == "reference" and not self._carried(one) for one in edit.tokens):
            return self._refused("pointer", edit, None)
        if any(self._placed[at] is None for at in covered):
            return self._refused("unplaced", edit, None)
        return None

    def _is_reference(self, place: Placed) -> bool:
        return any(self._printed[at].kind == "reference" for at in self._of(place))

    def _points(self, tokens: Sequence[Token]) -> bool:
        """Whether words lead to something, as the source can say it."""
        pointers = [one for one in tokens if one.kind == "reference"]
        return bool(pointers) and all(self._carried(one) for one in pointers)

    def _leaves_mark(self, edit: Edit, place: Placed) -> bool:
        """Whether the mark of a footnote stays without the figure that brings it."""
        own = any(self._printed[at].kind == "note" for at in self._of(place))
        before = [None, *edit.tokens]
        return own and any(
            one.kind == "note" and not self._known(one) and (last is None or not last.value)
            for last, one in zip(before, edit.tokens, strict=False)
        )

    def _inside(self, edit: Edit) -> Placed | None:
        """The expression within whose words an insertion stands."""
        if edit.start < edit.end or not 0 < edit.start < len(self._placed):
            return None
        before, after = self._placed[edit.start - 1], self._placed[edit.start]
        return before if before is not None and before.opaque and before == after else None

    def _types_figure(self, tokens: Sequence[Token]) -> bool:
        return any(
            any(sign.isdigit() for sign in one.text)
            for one in whole_values(tokens)
            if not self._carried(one)
        )

    def _carried(self, token: Token) -> str:
        """The expression of a figure or reference that came along with other words; '' for none."""
        if token.kind == "reference" and self._writing.pointers is not None:
            said = self._writing.pointers.get(token.target, token.text)
            if said:
                return said
        computed = token.value or token.kind == "reference"
        return self._made.get(token.text.strip(), "") if computed else ""

    def _refused(self, kind: RefusalKind, edit: Edit, place: Placed | None) -> Refusal:
        start, end = edit.start, edit.end
        made = ""
        if place is not None:
            inside = self._of(place)
            start, end = min(start, inside[0]), max(end, inside[-1] + 1)
            made = self._source[place.start : place.end]
            if any(self._printed[at].kind == "reference" for at in inside):
                kind = "reference"
            elif any(self._printed[at].value for at in inside) and not made.startswith("{%"):
                kind = "figure"
        before = as_text(self._printed[start : edit.start])
        after = as_text(self._printed[edit.end : end])
        old = as_text(self._printed[start:end])
        return Refusal(kind, edit, old, f"{before}{as_text(edit.tokens)}{after}", made)

    @property
    def says_looks(self) -> bool:
        """Whether the source has bold, italics and links."""
        return self._writing.looks

    def sayable(self, looks: Mapping[int, Look]) -> dict[int, Look]:
        """Of looks those that the source can say: not of a part of what an expression prints."""
        if not self._writing.looks:
            return {}
        made: dict[int, Look] = {}
        for index, look in looks.items():
            place = self._placed[index]
            whole = self._of(place) if place is not None and place.opaque else [index]
            if all(looks.get(one) == look or not self._printed[one].text.strip() for one in whole):
                made[index] = look
        return made

    # ------------------------------------------------------------ splices
    def splices(self, edits: Sequence[Edit], looks: Mapping[int, Look]) -> list[Splice]:
        """The changes of the source. looks: of printed tokens that look otherwise from now on."""
        if looks and self._writing.looks:
            return self._rewritten(edits, looks)
        made: list[Splice] = []
        for edit in edits:
            one = self._splice(edit)
            if one is None:
                return self._rewritten(edits, looks)
            made += one
        return made + names_kept(self._source, self._joins(edits))

    def span(self, edit: Edit) -> tuple[int, int]:
        """The characters of the source that an edit replaces; of one that only puts in, a place."""
        first = self._placed[edit.start] if edit.start < edit.end else None
        last = self._placed[edit.end - 1] if edit.start < edit.end else None
        if first is not None and last is not None:
            return first.start, last.end
        place = self._gap(edit)
        at = len(self._source) if place is None else place[0]
        return at, at

    def written(self, tokens: Sequence[Token]) -> str:
        """Words as the source would say them within a paragraph."""
        return self._written(tokens, PLAIN, begins=False)

    def _splice(self, edit: Edit) -> list[Splice] | None:
        if edit.start == edit.end:
            return self._insertion(edit)
        first, last = self._placed[edit.start], self._placed[edit.end - 1]
        if first is None or last is None or not _balanced(self._source[first.start : last.end]):
            return None
        around = self._look(edit.start)
        if around != PLAIN and any(one.look != around for one in edit.tokens):
            return None
        text = self._written(edit.tokens, around, self._begins(first.start))
        return self._divided(edit, Splice(first.start, last.end, text))

    def _insertion(self, edit: Edit) -> list[Splice] | None:
        place = self._gap(edit)
        if place is None:
            return None
        at, around = place
        if around != PLAIN and any(one.look != around for one in edit.tokens):
            return None
        text = self._written(edit.tokens, around, self._begins(at))
        return self._divided(edit, Splice(at, at, text))

    def _gap(self, edit: Edit) -> tuple[int, Look] | None:
        """Where words are put in, and the look that they stand in there."""
        look = edit.tokens[0].look if edit.tokens else PLAIN
        before = self._placed[edit.start - 1] if edit.start else None
        after = self._placed[edit.start] if edit.start < len(self._placed) else None
        if before is not None and self._look(edit.start - 1) == look:
            return before.end, look
        if after is not None and self._look(edit.start) == look:
            return after.start, look
        if before is not None:
            closers = _CLOSERS.match(self._source, before.end)
            return (closers.end() if closers else before.end), PLAIN
        if after is not None:
            openers = _OPENERS.search(self._source, 0, after.start)
            return (openers.start() if openers else after.start), PLAIN
        return None

    def _look(self, index: int) -> Look:
        return self._printed[index].look

    def _begins(self, at: int) -> bool:
        """Whether a place begins a paragraph of the source."""
        before = self._source[:at].rpartition("\n")[2]
        return not before.strip(" \t>*_[")

    def _divided(self, edit: Edit, made: Splice) -> list[Splice]:
        if not any(one.kind == "end" for one in edit.tokens):
            return [made]
        return named_first(self._source, made, self._writing.between)

    def _joins(self, edits: Sequence[Edit]) -> list[tuple[int, int]]:
        """The characters that change where paragraphs are joined."""
        return [
            self.span(edit)
            for edit in sorted(edits, key=lambda one: one.start)
            if any(one.kind == "end" for one in self._printed[edit.start : edit.end])
        ]

    # ------------------------------------------------------------ writing
    def _written(self, tokens: Sequence[Token], around: Look, begins: bool) -> str:
        if not self._writing.looks:
            return self._words(tokens)
        groups = paragraphs_of(whole_values(tokens))
        texts = [
            marked_up(group, self._words, around, begins or index > 0, self._writing.pointers)
            for index, group in enumerate(groups)
        ]
        return self._writing.between.join(texts)

    def _words(self, tokens: Sequence[Token]) -> str:
        """A run of tokens as the source has them, without their look."""
        made, words = "", ""
        for token in tokens:
            known = self._known(token)
            if known is None:
                words += token.text
                continue
            made += (self._writing.escape(words) if words else "") + known
            words = ""
        return made + (self._writing.escape(words) if words else "")

    def _known(self, token: Token) -> str | None:
        """What stands for a token in the source as it is; None for words."""
        if token.kind == "note":
            return self._writing.notes.get(token.note) if self._writing.notes else ""
        if token.kind == "end":
            return self._writing.between
        return self._carried(token) or None

    def _rewritten(self, edits: Sequence[Edit], looks: Mapping[int, Look]) -> list[Splice]:
        """All words of the text written anew; expressions and the like stay as they are."""
        known = [place for place in self._placed if place is not None]
        if not known:
            return []
        raw: list[tuple[Token, str | None]] = self._as_they_are(looks)
        for edit in sorted(edits, key=lambda one: one.start, reverse=True):
            raw[edit.start : edit.end] = [(one, None) for one in whole_values(edit.tokens)]
        start, end = known[0].start, known[-1].end
        openers = _OPENERS.search(self._source, 0, start)
        closers = _CLOSERS.match(self._source, end)
        start, end = openers.start() if openers else start, closers.end() if closers else end
        sources = {id(token): text for token, text in raw if text is not None}

        def write(tokens: Sequence[Token]) -> str:
            return "".join(sources.get(id(one), "") or self._words((one,)) for one in tokens)

        text = marked_up([token for token, _ in raw], write, pointers=self._writing.pointers)
        whole = Splice(start, end, text)
        return [whole, *names_kept(self._source, self._joins(edits))]

    def _as_they_are(self, looks: Mapping[int, Look]) -> list[tuple[Token, str | None]]:
        """Printed tokens in their looks from now on with their source, one for each expression."""
        made: list[tuple[Token, str | None]] = []
        for index, (token, place) in enumerate(zip(self._printed, self._placed, strict=True)):
            look = looks.get(index, token.look)
            text = None if place is None else self._source[place.start : place.end]
            again = place is not None and place.opaque and self._of(place)[0] != index
            if again:
                made.append((Token("", made[-1][0].look if made else look), ""))
            else:
                made.append((replace(token, look=look), text))
        return made


def _balanced(source: str) -> bool:
    """Whether the signs of looks and links in a stretch begin and end in it."""
    text = re.sub(r"\\.|\{\{.*?\}\}", "", source, flags=re.DOTALL)
    syntax = "".join(one.text for one in source_tokens(text) if one.kind == "word")
    links = text.count("[") == text.count("](")
    stars = len(re.findall(r"\*+", syntax))
    return links and stars % 2 == 0 and "](" not in text.partition("[")[0]
