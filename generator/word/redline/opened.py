"""A .docx opened for comparing, or for writing into: its stories."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace

from generator.model.surroundings import PageSection
from generator.word.margins.page_layouts import layout_of
from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT, DOCUMENT_TYPE, Parts
from generator.word.reading.word_file import open_word
from generator.word.redline.accepted import accept_changes
from generator.word.redline.block_texts import blocks_of, paragraphs_in
from generator.word.redline.content_keys import ContentKeys

NOTE_KINDS = ("footnote", "endnote")


class OpenedDocument:
    """The parts of a .docx, its body, and its notes by kind and id.

    accepted: how many tracked changes were in it.
    """

    def __init__(self, data: bytes, accept: bool = True) -> None:
        """accept: take the changes tracked in it as accepted. Raises PackageError."""
        file = open_word(data)
        self.parts, self.body = file.parts, file.body
        _name_as_word_does(self.parts, file.main)
        self.note_parts = {
            kind: self.parts.related_part(DOCUMENT, f"{kind}s") for kind in NOTE_KINDS
        }
        self.accepted = sum(map(accept_changes, self.stories())) if accept else 0

    def stories(self) -> list[Element]:
        """The roots of text and notes."""
        names = [DOCUMENT, *(name for name in self.note_parts.values() if name)]
        return [self.parts.xml(name) for name in names]

    def notes(self, kind: str) -> dict[str, Element]:
        """The notes of a kind that the text can refer to, by id."""
        name = self.note_parts[kind]
        root = w(f"{kind}s") if name is None else self.parts.xml(name)
        return {
            node.get(clark("w:id"), ""): node
            for node in root.iterfind(clark(f"w:{kind}"))
            if node.get(clark("w:type"), "normal") == "normal"
        }

    def margins(self) -> list[str]:
        """What the headers and footers say, without page numbers and other fields."""
        named = [one.target for one in self.parts.related(DOCUMENT) if _is_margin(one.type)]
        texts = [self._margin(name) for name in named if name in self.parts]
        return sorted(text for text in texts if text.strip())

    def pages(self) -> list[PageSection]:
        """How the pages of each section lie."""
        sections = self.body.iter(clark("w:sectPr"))
        around = ((one, one.getparent()) for one in sections)
        return [layout_of(one) for one, holder in around if not _is_kept(holder)]

    def _margin(self, name: str) -> str:
        keys = ContentKeys(self.parts, name, {})
        blocks = blocks_of(deepcopy(self.parts.xml(name)), keys)
        return "\n".join(one.text.text for one in paragraphs_in(blocks))


def _is_kept(holder: Element | None) -> bool:
    """Whether a tracked change keeps what was."""
    return holder is not None and holder.tag == clark("w:sectPrChange")


def _is_margin(type_: str) -> bool:
    return type_.rsplit("/", 1)[-1] in ("header", "footer")


def _name_as_word_does(parts: Parts, main: str) -> None:
    """Let the text be where everybody looks for it: 'word/document2.xml' is as good, but rare.

    A template, and a document in Strict Open XML, is an ordinary document from here on.
    """
    root, related = parts.xml(main), list(parts.related(main))
    root.attrib.pop(clark("w:conformance"), "")
    if main != DOCUMENT:
        parts.remove(main)
        parts.related("")[:] = [
            replace(one, target=DOCUMENT) if one.target == main else one
            for one in parts.related("")
        ]
        parts.related(DOCUMENT)[:] = related
    parts.add(DOCUMENT, root, DOCUMENT_TYPE)
