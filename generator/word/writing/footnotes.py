"""Footnotes: real ones, in paragraphs, lists and table cells.

word/footnotes.xml opens with the two lines that Word draws itself, then holds the notes:

    <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
    <w:footnote w:type="continuationSeparator" w:id="0">...</w:footnote>
    <w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>
      <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>
      <w:r><w:t xml:space="preserve"> The note.</w:t></w:r></w:p></w:footnote>

word/settings.xml names the first two, and the text refers to the others:

    <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
    <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>

A template that has footnotes of its own keeps them and its separators; ours follow.
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark, parse, w
from generator.word.package.namespaces import DECLARED
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts
from generator.word.package.runs import runs
from generator.word.package.settings import put_setting
from generator.word.package.xml_text import escape
from generator.word.styles.style_sheet import StyleSheet

_KINDS = (("separator", -1), ("continuationSeparator", 0))


class Footnotes:
    """The footnotes part, made when the first note is added."""

    def __init__(self, parts: Parts, styles: StyleSheet) -> None:
        self._parts = parts
        mark, text = styles.character("Footnote Reference"), styles.paragraph("Footnote Text")
        self._mark = f'<w:rPr><w:rStyle w:val="{escape(mark)}"/></w:rPr>'
        self._style = f'<w:pPr><w:pStyle w:val="{escape(text)}"/></w:pPr>'
        self.part = parts.related_part(DOCUMENT, "footnotes") or ""
        self._next_id = 1 + self._highest() if self.part else 1

    def _highest(self) -> int:
        notes = self._parts.xml(self.part).iterfind(clark("w:footnote"))
        return max((int(note.get(clark("w:id"), "0")) for note in notes), default=0)

    def open_part(self) -> str:
        """The name of the footnotes part, for relationships of what stands in a note."""
        if not self.part:
            self.part = notes_part(self._parts)
        return self.part

    def root(self) -> Element | None:
        """The root of the part, where there is one."""
        return self._parts.xml(self.part) if self.part else None

    def take(self, note: Element) -> int:
        """Take over another document's note; give its number here. Its mark gets our style."""
        part = self.open_part()
        number = self._next_id
        self._next_id += 1
        made = w("footnote", *note, id=number)
        for mark in made.iter(clark("w:endnoteRef")):
            mark.tag = clark("w:footnoteRef")
        self._parts.xml(part).append(made)
        return number

    def add(self, paragraphs: list[str]) -> str:
        """Add a note of one or more paragraphs of runs; give the run that refers to it."""
        part = self.open_part()
        number = self._next_id
        self._next_id += 1
        first = f"<w:r>{self._mark}<w:footnoteRef/></w:r>{runs(' ')}"
        note = "".join(
            f"<w:p>{self._style}{first if index == 0 else ''}{content}</w:p>"
            for index, content in enumerate(paragraphs or [""])
        )
        made = f'<w:footnote {DECLARED} w:id="{number}">{note}</w:footnote>'
        self._parts.xml(part).append(parse(made.encode()))
        return f'<w:r>{self._mark}<w:footnoteReference w:id="{number}"/></w:r>'


def notes_part(parts: Parts, kind: str = "footnote") -> str:
    """The name of the part that holds footnotes, or endnotes; made where there is none."""
    name = parts.related_part(DOCUMENT, f"{kind}s")
    if name is not None:
        return name
    name = f"word/{kind}s.xml"
    root = w(f"{kind}s")
    for type_, number in _KINDS:
        line = w("p", w("pPr", w("spacing", after=0, line=240, lineRule="auto")))
        line.append(w("r", w(type_)))
        note = w(kind, line, id=number)
        note.set(clark("w:type"), type_)
        root.append(note)
    parts.add(name, root, f"{WORD_TYPE}{kind}s+xml")
    parts.relate(DOCUMENT, f"{kind}s", name)
    put_setting(parts, w(f"{kind}Pr", *(w(kind, id=number) for _, number in _KINDS)))
    return name
