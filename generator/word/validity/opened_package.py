"""A package as it is, whole or not: its parts, content types and relationships."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from generator.model.frozen import dataclass
from generator.word.package.elements import Element
from generator.word.package.parts import Relationship
from generator.word.validity.fault import Fault, Story
from generator.word.validity.xml_faults import parse_parts
from generator.word.validity.zip_faults import unpack

TYPES = "[Content_Types].xml"
_TEXTS = ("header", "footer", "footnotes", "endnotes", "comments")


@dataclass(frozen=True, slots=True)
class OpenedPackage:
    """What could be read. raw: bytes by part. xml: roots of well-formed parts, comments left out.

    defaults, overrides: content types by extension in small letters, and by part. related: the
    relationships of each part, '' for the package; targets are parts' names or addresses.
    main: the name of the part that holds the text, '' where there is none. unread: the parts that
    are in the file and could not be read, of which that alone is told.
    """

    raw: Mapping[str, bytes]
    xml: Mapping[str, Element]
    defaults: Mapping[str, str]
    overrides: Mapping[str, str]
    related: Mapping[str, tuple[Relationship, ...]]
    main: str
    unread: frozenset[str] = frozenset()

    def has(self, part: str) -> bool:
        """Whether the file holds a part, readable or not."""
        return part in self.raw or part in self.unread

    def type_of(self, part: str) -> str:
        """A part's content type, '' where none is declared."""
        return self.overrides.get(part) or self.defaults.get(extension(part), "")

    def of_kind(self, kind: str, source: str | None = None) -> Iterator[str]:
        """The parts that the text, or another source, relates to as a kind ('styles')."""
        for one in self.related.get(self.main if source is None else source, ()):
            if not one.external and kind_of(one) == kind:
                yield one.target

    def root(self, kind: str) -> Element | None:
        """The root of the first part of a kind that is well-formed."""
        return next((self.xml[one] for one in self.of_kind(kind) if one in self.xml), None)

    def name(self, kind: str) -> str:
        """The name of the first part of a kind, '' for none."""
        return next(self.of_kind(kind), "")

    def stories(self) -> tuple[Story, ...]:
        """The text, then headers, footers, notes and comments in the order of relationships."""
        found: dict[str, Story] = {}
        if self.main in self.xml:
            found[self.main] = Story(self.main, "document", self.xml[self.main])
        for one in self.related.get(self.main, ()):
            kind = kind_of(one)
            if kind in _TEXTS and one.target in self.xml and not one.external:
                found.setdefault(one.target, Story(one.target, kind, self.xml[one.target]))
        return tuple(found.values())


def kind_of(relationship: Relationship) -> str:
    """'styles' of a relationship of that kind."""
    return relationship.type.rsplit("/", 1)[-1]


def extension(part: str) -> str:
    """What stands behind the last dot of a part's name, in small letters."""
    return posixpath.basename(part).rpartition(".")[2].lower()


def read_package(data: bytes, faults: list[Fault]) -> OpenedPackage:
    """Open a file; what is wrong with zip and XML goes into the list. Nothing is mended."""
    raw = unpack(data, faults)
    unread = frozenset(one.part for one in faults if one.part not in raw)
    xml = parse_parts(raw, faults)
    types = xml.get(TYPES)
    defaults, overrides = {}, {}
    for node in () if types is None else types:
        said = node.get("ContentType", "")
        if str(node.tag).endswith("}Default"):
            defaults[node.get("Extension", "").lower()] = said
        else:
            overrides[node.get("PartName", "").lstrip("/")] = said
    related = {
        source_of(name): tuple(_relationships(source_of(name), root))
        for name, root in xml.items()
        if name.endswith(".rels")
    }
    main = next((one.target for one in related.get("", ()) if kind_of(one) == "officeDocument"), "")
    return OpenedPackage(raw, xml, defaults, overrides, related, main, unread)


def source_of(name: str) -> str:
    """The part whose relationships a .rels part holds; '' for the package's."""
    folder, file = posixpath.split(name)
    return posixpath.join(posixpath.dirname(folder), file.removesuffix(".rels"))


def _relationships(source: str, root: Element) -> Iterator[Relationship]:
    folder = posixpath.dirname(source)
    for node in root:
        target, external = node.get("Target", ""), node.get("TargetMode") == "External"
        if not external and not target.startswith("#"):
            whole = target if target.startswith("/") else posixpath.join(folder, target)
            target = posixpath.normpath(whole).lstrip("/")
        yield Relationship(node.get("Id", ""), node.get("Type", ""), target, external)
