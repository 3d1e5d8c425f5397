"""Marks: the hidden bookmark round each text that a person wrote, and what the base says of it.

    <w:bookmarkStart w:id="9" w:name="_p_5c1f0be24a77d0913e52"/> ... runs ...
    <w:bookmarkEnd w:id="9"/>

The name comes from the text's origin alone (model/origin.py): the file and section it was written
in, and its name or its words there. Adding, removing or moving another paragraph changes no mark;
the same words twice in a section have a count behind the second. What the program wrote has none.
Bookmarks are what LibreOffice and ONLYOFFICE keep; nothing hangs on controls or paragraph ids.
A printed sign-off, and what a draft says of it, have marks of another kind, named for their unit:

    <w:bookmarkStart w:id="10" w:name="_sgn_financial"/> [JG/15022023/Y] <w:bookmarkEnd .../>
    <w:bookmarkStart w:id="11" w:name="_sgn_state_legal"/> [awaiting Legal] <w:bookmarkEnd .../>

A copy for publication has neither marks nor base.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.document import Inline, Phrase
from generator.model.origin import Origin, mark_key
from generator.model.walk import plain
from generator.word.package.bookmarks import Bookmarks
from generator.word.writing.base_text import BaseText
from generator.word.writing.looks import looked_spans

PREFIX, SIGN_OFF, STATE = "_p_", "_sgn_", "_sgn_state_"


class Marks:
    """Marks texts in the order in which they are printed, and tells the base of each."""

    def __init__(self, bookmarks: Bookmarks, base: BaseText, public: bool) -> None:
        self._bookmarks, self._base, self._public = bookmarks, base, public

    def around(
        self,
        kind: str,
        markup: str,
        content: Iterable[Inline],
        origin: Origin,
        name: str = "",
        lead: str = "",
        shape: str = "",
    ) -> str:
        """The markup of a text, marked where a person wrote it. kind: 'paragraph', 'cell', ...

        name: its names, of the first of which the mark is made. lead: what is printed before it in
        its paragraph, of the format's. shape: BaseEntry's.
        """
        if self._public or not markup:
            return markup
        content = tuple(content)
        mark = self._name(origin, name) if origin.written else ""
        spans = looked_spans(content)
        self._base.add(kind, mark, plain(content), origin, name, spans, lead, shape)
        return self._bookmarks.around(mark, markup) if mark else markup

    def phrase(self, kind: str, markup: str, words: Phrase, name: str = "") -> str:
        """The markup of a caption or a note, marked where a person wrote it."""
        own = f"{name}.{kind}" if name else ""
        return self.around(kind, markup, words.pieces, words.origin, own)

    def title(self, kind: str, words: Phrase, name: str = "") -> None:
        """Tell the base of words that no bookmark can stand round: a chart's title."""
        if not self._public and words:
            spans = looked_spans(words.pieces)
            self._base.add(kind, "", words.text, words.origin, name, spans)

    def sign_off(self, unit: str, text: str, markup: str) -> str:
        """The markup of a printed sign-off, marked; the base is told of it."""
        if self._public:
            return markup
        self._base.add_sign_off(unit, text)
        return self._around(SIGN_OFF, unit, markup)

    def sign_off_state(self, unit: str, markup: str) -> str:
        """The markup of what a draft says of a unit's sign-offs, marked; the base knows nothing."""
        return self._around(STATE, unit, markup)

    def _around(self, prefix: str, unit: str, markup: str) -> str:
        return self._bookmarks.around(self._bookmarks.numbered_name(prefix, unit), markup)

    def _name(self, origin: Origin, name: str) -> str:
        return self._bookmarks.numbered_name(PREFIX, mark_key(origin, name.partition(" ")[0]))
