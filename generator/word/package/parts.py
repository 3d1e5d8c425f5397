"""The parts of one document while it is made: XML read once, relationships and content types kept.

word/_rels/document.xml.rels:
    <Relationship Id="rId7" Type=".../footnotes" Target="footnotes.xml"/>
[Content_Types].xml:
    <Override PartName="/word/footnotes.xml" ContentType="...footnotes+xml"/>
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from lxml import etree

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, default_namespace, parse, to_bytes
from generator.word.package.zip_package import PackageError, read_parts, write_package

MAX_XML_BYTES = 60_000_000  # ten times as much when it is taken apart
DOCUMENT = "word/document.xml"
# What may stand before a document type; nothing is tried twice, however long it is.
_PROLOG = re.compile(rb"(?:\s++|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.DOTALL)
_MARKS = (b"\xff\xfe", b"\xfe\xff")
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."
DOCUMENT_TYPE = WORD_TYPE + "document.main+xml"


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a part. target: a part's name, or an address when external."""

    id: str
    type: str
    target: str
    external: bool = False


def relationships_name(part: str) -> str:
    """Where a part's relationships are kept; '' is the package itself."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def has_document_type(data: bytes) -> bool:
    """Whether XML begins with a document type, in whatever encoding programs write."""
    if b"<!DOCTYPE" not in data and data[:2] not in _MARKS and b"\0" not in data[:4]:
        return False
    if data[:2] in _MARKS or b"\0" in data[:4]:
        data = data.replace(b"\0", b"").lstrip(b"\xff\xfe")
    return _PROLOG.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def refuse_document_type(name: str, data: bytes) -> None:
    """Raises PackageError for XML with a document type, before anything parses it."""
    if has_document_type(data):
        raise PackageError(f"its part {name} has a document type, which Word never writes")


class Parts:
    """Parts by name. XML parts become elements when they are first asked for."""

    def __init__(self, data: bytes | Mapping[str, bytes]) -> None:
        """Take a package apart, or take its parts. Raises PackageError when it is not a package or
        not XML.
        """
        self.raw = read_parts(data) if isinstance(data, bytes) else dict(data)
        self._xml: dict[str, Element] = {}
        self._related: dict[str, list[Relationship]] = {}
        self._known: dict[str, _KnownRelationships] = {}
        types = self._parse("[Content_Types].xml")
        self.defaults = {
            node.get("Extension", "").lower(): node.get("ContentType", "")
            for node in types.iterfind(f"{{{_TYPES}}}Default")
        }
        self.overrides = {
            node.get("PartName", "").lstrip("/"): node.get("ContentType", "")
            for node in types.iterfind(f"{{{_TYPES}}}Override")
        }

    def _parse(self, name: str) -> Element:
        if len(self.raw[name]) > MAX_XML_BYTES:
            much = f"{MAX_XML_BYTES // 1_000_000} MB"
            raise PackageError(f"its part {name} is larger than {much}; divide the document")
        refuse_document_type(name, self.raw[name])
        try:
            return parse(self.raw[name])
        except etree.XMLSyntaxError as error:
            raise PackageError(f"its part {name} is damaged ({error})") from error

    def __contains__(self, name: object) -> bool:
        return name in self.raw

    def names(self) -> list[str]:
        """Names of all parts but relationships and content types, sorted."""
        return sorted(
            name
            for name in self.raw
            if not name.endswith(".rels") and name != "[Content_Types].xml"
        )

    def xml(self, name: str) -> Element:
        """The root of an XML part, the same element each time, so that changes stay."""
        if name not in self._xml:
            self._xml[name] = self._parse(name)
        return self._xml[name]

    def content_type(self, name: str) -> str:
        """A part's content type, '' where none is declared."""
        return self.overrides.get(name) or self.defaults.get(name.rsplit(".", 1)[-1].lower(), "")

    def add(self, name: str, content: Element | bytes, content_type: str) -> None:
        """Put a part in, or in place of another of its name."""
        self.overrides[name] = content_type
        if isinstance(content, bytes):
            self.raw[name] = content
            self._xml.pop(name, None)
        else:
            self.raw[name] = b""
            self._xml[name] = content

    def remove(self, name: str) -> None:
        """Take a part and its own relationships out; relationships to it must go separately."""
        for gone in (name, relationships_name(name)):
            self.raw.pop(gone, None)
            self._xml.pop(gone, None)
        self.overrides.pop(name, None)
        self._related.pop(name, None)

    def related(self, source: str) -> list[Relationship]:
        """The relationships of a part ('' for the package), in file order; the list is live."""
        if source not in self._related:
            name = relationships_name(source)
            self._related[source] = self._read(source, name) if name in self.raw else []
        return self._related[source]

    def _read(self, source: str, name: str) -> list[Relationship]:
        folder = posixpath.dirname(source)
        found = []
        for node in self._parse(name):
            target, external = node.get("Target", ""), node.get("TargetMode") == "External"
            if not external:
                whole = target if target.startswith("/") else posixpath.join(folder, target)
                target = posixpath.normpath(whole).lstrip("/")
            found.append(Relationship(node.get("Id", ""), node.get("Type", ""), target, external))
        return found

    def related_part(self, source: str, kind: str) -> str | None:
        """The part that `source` relates to as `kind` ('styles', 'numbering', ...), if any."""
        for relationship in self.related(source):
            if relationship.type.rsplit("/", 1)[-1] == kind and not relationship.external:
                return relationship.target if relationship.target in self.raw else None
        return None

    def relate(self, source: str, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship from `source` to `target`, made when it is not there yet.

        kind: the last word of an Office relationship type ('hyperlink'), or a whole type.
        """
        type_ = kind if ":" in kind else OFFICE_RELATIONSHIP + kind
        related = self.related(source)
        known = self._known.setdefault(source, _KnownRelationships())
        known.look(related)
        if (type_, target) in known.ids:
            return known.ids[type_, target]
        number = len(related) + 1
        while f"rId{number}" in known.taken:
            number += 1
        related.append(Relationship(f"rId{number}", type_, target, external))
        return f"rId{number}"

    def to_bytes(self) -> bytes:
        """The package, deterministic."""
        return write_package(self.written())

    def written(self) -> dict[str, bytes]:
        """All parts as they are written, by name."""
        parts = dict(self.raw)
        for name, root in self._xml.items():
            parts[name] = to_bytes(root)
        for source, relationships in self._related.items():
            if relationships:
                parts[relationships_name(source)] = _relationships_xml(source, relationships)
            else:
                parts.pop(relationships_name(source), None)
        parts["[Content_Types].xml"] = self._types_xml(parts)
        return parts

    def _types_xml(self, parts: dict[str, bytes]) -> bytes:
        root = etree.Element(f"{{{_TYPES}}}Types", nsmap=default_namespace(_TYPES))
        used = {name.rsplit(".", 1)[-1].lower() for name in parts}
        for extension in sorted(used & self.defaults.keys()):
            etree.SubElement(
                root,
                f"{{{_TYPES}}}Default",
                Extension=extension,
                ContentType=self.defaults[extension],
            )
        for name in sorted(self.overrides.keys() & parts.keys()):
            etree.SubElement(
                root,
                f"{{{_TYPES}}}Override",
                PartName="/" + name,
                ContentType=self.overrides[name],
            )
        return to_bytes(root)


class _KnownRelationships:
    """Finds a part's relationships by type and target. Their list is live: it is looked at anew."""

    def __init__(self) -> None:
        self._seen: list[Relationship] = []
        self.ids: dict[tuple[str, str], str] = {}
        self.taken: set[str] = set()

    def look(self, related: list[Relationship]) -> None:
        """Note what was added to the list; begin anew where something was taken out of it."""
        if self._seen and self._seen[-1:] != related[len(self._seen) - 1 : len(self._seen)]:
            self._seen.clear()
            self.ids.clear()
            self.taken.clear()
        for one in related[len(self._seen) :]:
            self._seen.append(one)
            self.ids.setdefault((one.type, one.target), one.id)
            self.taken.add(one.id)


def _relationships_xml(source: str, relationships: list[Relationship]) -> bytes:
    root = etree.Element(
        f"{{{_RELATIONSHIPS}}}Relationships", nsmap=default_namespace(_RELATIONSHIPS)
    )
    folder = posixpath.dirname(source)
    for relationship in relationships:
        target = relationship.target
        if not relationship.external:
            target = posixpath.relpath(target, folder) if folder else target
        node = etree.SubElement(
            root,
            f"{{{_RELATIONSHIPS}}}Relationship",
            Id=relationship.id,
            Type=relationship.type,
            Target=target,
        )
        if relationship.external:
            node.set("TargetMode", "External")
    return to_bytes(root)
