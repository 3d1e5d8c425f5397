"""Captions: 'Table 2: ...' and 'Figure 3: ...', counted by Word, kept with what they belong to.

    <w:p><w:pPr><w:pStyle w:val="CommitteeCaptionAbove"/></w:pPr>
      <w:bookmarkStart w:id="7" w:name="_cap_leaving"/>
        <w:r><w:t xml:space="preserve">Table </w:t></w:r> ... SEQ Table \\* ARABIC ... 2 ...
      <w:bookmarkEnd w:id="7"/>
      <w:r><w:t>: Social workers who plan to leave</w:t></w:r></w:p>

The bookmark holds label and number only, so that a reference prints 'Table 2' and not the caption.
A second one inside it, `_num_...`, holds the number alone, for 'Tables 2 and 3'. A table's caption
stands above it, a figure's below; both are kept on the page with it.
"""

from __future__ import annotations

from generator.word.package.bookmarks import Bookmarks
from generator.word.package.runs import runs
from generator.word.writing.fields import sequence


class Captions:
    """Writes the labels of captions and appendices; knows the last number of each sequence."""

    def __init__(self, bookmarks: Bookmarks) -> None:
        self._bookmarks = bookmarks
        self._last: dict[str, int] = {}

    def label(self, word: str, number: str, name: str) -> str:
        """'Table 2' with its number as a field, inside a bookmark where it has a name."""
        place = _place(number)
        if place is None:
            content = runs(f"{word} {number}".strip())
        else:
            restart = None if place == self._last.get(word, 0) + 1 else place
            self._last[word] = place
            sequence_name = "".join(filter(str.isalnum, word)) or "Appendix"
            counted = sequence(sequence_name, number, restart)
            if name:
                counted = self._bookmarks.around(self._bookmarks.name("_num_", name), counted)
            content = runs(f"{word} ") + counted
        if not name:
            return content
        return self._bookmarks.around(self._bookmarks.name("_cap_", name), content)

    def caption(self, word: str, number: str, name: str, text: str) -> str:
        """The content of a caption: its label, then its words, written before; or these alone."""
        if not number:
            return text
        return self.label(word, number, name) + (runs(": ") + text if text else "")


def _place(number: str) -> int | None:
    """'2' is 2, 'B' is 2; None for what no field counts ('1a')."""
    if number.isascii() and number.isdecimal():
        return int(number)
    if len(number) == 1 and number.isascii() and number.isalpha():
        return ord(number.upper()) - ord("A") + 1
    return None
