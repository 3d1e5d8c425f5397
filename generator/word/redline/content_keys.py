"""What is no text, as a key that is equal where a reader would see the same.

A field is its instruction and its result; page numbers are their result alone, so that a program
that wrote them out has changed nothing. A picture is its bytes, a chart its words and figures, a
note whatever note of the other document it was paired with (note_pairs.py).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from lxml import etree

from generator.model.digests import bytes_digest
from generator.model.wording.quotation_marks import straight
from generator.word.external.foreign_links import references
from generator.word.package.elements import Element, clark
from generator.word.package.namespaces import A, C, R
from generator.word.package.parts import Parts
from generator.word.redline.run_cuts import run_text

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MATHS = (f"{_MATH}oMath", f"{_MATH}oMathPara")
_NOTES = (clark("w:footnoteReference"), clark("w:endnoteReference"))
_PAGES = ("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES")
_SHOWN = {clark("w:t"), f"{_MATH}t", f"{{{A}}}t", f"{{{C}}}v"}
_SIGNS = {clark("w:sym"), clark("w:br"), clark("w:ptab")}

Note = tuple[str, str]  # 'footnoteReference' or 'endnoteReference', and its id


def note_of(node: Element) -> Note | None:
    """The note that a run refers to."""
    for name in _NOTES:
        found = node.find(name)
        if found is not None:
            return etree.QName(found).localname, found.get(clark("w:id"), "")
    return None


class ContentKeys:
    """Gives the keys of what stands in one part of a document."""

    def __init__(self, parts: Parts, part: str, notes: Mapping[Note, Hashable]) -> None:
        """notes: what each note is compared by."""
        self._parts, self._notes = parts, notes
        self._related = {each.id: each for each in parts.related(part)}
        self._shown: dict[str, Hashable] = {}

    def address(self, link: Element) -> str:
        """Where a w:hyperlink leads: an address; '' within the document."""
        found = self._related.get(link.get(f"{{{R}}}id", ""))
        return "" if found is None or not found.external else found.target.rstrip("/")

    def field(self, nodes: Sequence[Element]) -> Hashable:
        """The key of a complete field: its runs, in order."""
        instruction, result, depth, shows = "", "", 0, False
        for node in nodes:
            for part in node:
                if part.tag == clark("w:instrText"):
                    instruction += part.text or ""
                elif part.tag == clark("w:fldChar"):
                    kind = part.get(clark("w:fldCharType"))
                    depth += {"begin": 1, "end": -1}.get(kind or "", 0)
                    shows = shows or (kind == "separate" and depth == 1)
            result += run_text(node) if shows else ""
        said, result = tuple(instruction.split()), straight(result)
        if said and said[0].upper() in _PAGES:
            return result
        return "field", said, result

    def of(self, node: Element) -> Hashable:
        """The key of a run that is no text, or of an equation."""
        note = note_of(node)
        if note is not None:
            return self._notes.get(note, note)
        kinds = tuple(etree.QName(each).localname for each in node if each.tag != clark("w:rPr"))
        texts = _said(node)
        related = tuple(self._shown_by(value) for _, _, value in references(node))
        values = tuple(tuple(map(str, each.attrib.values())) for each in node if each.tag in _SIGNS)
        return kinds, texts, related, values

    def _shown_by(self, relationship: str) -> Hashable:
        found = self._related.get(relationship)
        if found is None or found.external:
            return None if found is None else found.target
        if found.target not in self._shown:
            self._shown[found.target] = self._content(found.target)
        return self._shown[found.target]

    def _content(self, name: str) -> Hashable:
        if name not in self._parts:
            return None
        if self._parts.content_type(name).endswith("chart+xml"):
            return _said(self._parts.xml(name))
        return bytes_digest(self._parts.raw[name])


def _said(node: Element) -> tuple[str, ...]:
    return tuple(straight(each.text or "") for each in node.iter(*_SHOWN))
