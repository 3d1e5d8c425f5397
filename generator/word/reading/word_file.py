"""A Word file that somebody else saved, opened with suspicion.

[Content_Types].xml says what it is, and decides before anything is read:
    ...wordprocessingml.document.main+xml              a document, read
    ...wordprocessingml.template.main+xml              a template, read
    application/vnd.ms-word.document.macroEnabled...   refused: macros

Strict Open XML (ISO/IEC 29500) is the same XML in other namespaces, and is read as if in the usual
ones. XML is never mended: half of an officer's words would be worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark
from generator.word.package.parts import WORD_TYPE, Parts
from generator.word.package.zip_package import PackageError

_KINDS = (WORD_TYPE + "document.main+xml", WORD_TYPE + "template.main+xml")
_STRICT = b"http://purl.oclc.org/ooxml/"
_USUAL = (
    (b"officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
    (b"wordprocessingml/", b"http://schemas.openxmlformats.org/wordprocessingml/2006/"),
    (b"drawingml/", b"http://schemas.openxmlformats.org/drawingml/2006/"),
)
_NOTES = ("footnote", "endnote")
_READ_PARTS = ("styles", "numbering", "comments", *(f"{kind}s" for kind in _NOTES))
MOST_TEXTS = 100_000
"""Paragraphs that are read: some four thousand pages, within half a minute."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file's parts, and the name of the one that holds its text."""

    parts: Parts
    main: str
    body: Element

    def part(self, kind: str) -> Element | None:
        """The root of a part that the text relates to ('styles', 'comments'), if there is one."""
        name = self.parts.related_part(self.main, kind)
        return None if name is None else self.parts.xml(name)

    def links(self, kind: str = "") -> dict[str, str]:
        """Addresses by relationship id, of the text or of one of its parts ('footnotes')."""
        name = self.parts.related_part(self.main, kind) if kind else self.main
        related = self.parts.related(name) if name else []
        return {one.id: one.target for one in related if one.external}


def open_word(data: bytes | Mapping[str, bytes]) -> WordFile:
    """Open a file, or its parts.

    Raises PackageError for what is no Word document, or cannot be read safely.
    """
    parts = Parts(data)
    _without_strict(parts)
    main = parts.related_part("", "officeDocument")
    if main is None:
        raise PackageError("it is an Office file without a text; save it as .docx in Word")
    _check_kind(parts, main)
    body = parts.xml(main).find(clark("w:body"))
    if body is None:
        raise PackageError("it has no text; save it as .docx in Word")
    if next(body.iter(clark("w:altChunk"), clark("w:subDoc")), None) is not None:
        raise PackageError("it includes another file; open and save it in Word first")
    if sum(1 for _ in body.iter(clark("w:p"))) > MOST_TEXTS:
        raise PackageError(f"it has more than {MOST_TEXTS:,} paragraphs; divide it")
    file = WordFile(parts, main, body)
    _check_whole(file)
    return file


def _check_kind(parts: Parts, main: str) -> None:
    kind = parts.content_type(main)
    macros = any(name.endswith("vbaProject.bin") for name in parts.names())
    if "macroEnabled" in kind or macros:
        raise PackageError(
            "it holds macros; save it in Word as 'Word Document (*.docx)', without them"
        )
    if kind not in _KINDS:
        raise PackageError("it is not a Word document; save it as .docx in Word")


def _check_whole(file: WordFile) -> None:
    """Without a part that it relates to, words, links or notes of an officer would be gone."""
    related = file.parts.related(file.main)
    for one in related:
        kind = one.type.rsplit("/", 1)[-1]
        if kind in _READ_PARTS and not one.external and one.target not in file.parts:
            raise PackageError(f"its part {one.target} is missing; save it again in Word")
    known = {"", *(one.id for one in related)}
    for link in file.body.iter(clark("w:hyperlink")):
        if link.get(clark("r:id"), "") not in known:
            raise PackageError("it has lost where its links lead; save it again in Word")
    for kind in _NOTES:
        notes = file.part(f"{kind}s")
        held = set() if notes is None else {node.get(clark("w:id")) for node in notes}
        for node in file.body.iter(clark(f"w:{kind}Reference")):
            if node.get(clark("w:id")) not in held:
                raise PackageError(f"it has lost a {kind}; save it again in Word")


def _without_strict(parts: Parts) -> None:
    for name, content in parts.raw.items():
        if name.endswith((".xml", ".rels")):
            parts.raw[name] = usual_namespaces(content)


def usual_namespaces(content: bytes) -> bytes:
    """XML with the namespaces of Strict Open XML replaced by the usual ones."""
    if _STRICT in content:
        for strict, usual in _USUAL:
            content = content.replace(_STRICT + strict, usual)
    return content
