"""Pictures, charts, links and whatever else another document's text relates to, copied with it."""

from __future__ import annotations

import posixpath

from generator.word.external.foreign_links import (
    address,
    drop_addresses,
    drop_reference,
    references,
    stays,
)
from generator.word.external.mend import mend_part
from generator.word.package.elements import Element, to_bytes
from generator.word.package.parts import Parts, Relationship
from generator.word.package.zip_package import PackageError

_REFUSED = ("vbaProject", "control", "activeXControlBinary")


class ForeignFiles:
    """Copies parts under new names and gives out relationship ids of the report."""

    def __init__(self, theirs: Parts, ours: Parts, count: int) -> None:
        self._theirs, self._ours, self._count = theirs, ours, count
        self._copied: dict[str, str] = {}

    def fit(self, story: Element, part: str, target: str) -> None:
        """Set every relationship id in a story of `part` to one of the report's part `target`.

        What lies outside the document is left out (foreign_links.py). Raises PackageError for
        controls and macros.
        """
        known = {each.id: each for each in self._theirs.related(part)}
        drop_addresses(story)
        for node, name, value in references(story):
            relationship = known.get(value)
            if relationship is None:
                del node.attrib[name]
            elif stays(relationship):
                node.set(name, self._relate(relationship, target))
            else:
                drop_reference(node, name)

    def _relate(self, relationship: Relationship, source: str) -> str:
        kind = relationship.type.rsplit("/", 1)[-1]
        if kind in _REFUSED:
            raise PackageError("it holds controls or macros; take them out")
        if relationship.external:
            given = address(relationship)
            return self._ours.relate(source, relationship.type, given, external=True)
        return self._ours.relate(source, relationship.type, self._copy(relationship.target))

    def _copy(self, name: str) -> str:
        """Copy a part and all that it relates to; give its name in the report."""
        if name in self._copied:
            return self._copied[name]
        if name not in self._theirs:
            raise PackageError(f"its part {name} is missing; save it again in Word")
        folder, file = posixpath.split(name)
        given = posixpath.join(folder, f"external{self._count}-{file}")
        self._copied[name] = given
        kept = [each for each in self._theirs.related(name) if stays(each)]
        self._ours.add(given, self._content(name), self._theirs.content_type(name))
        for relationship in kept:
            external = relationship.external
            target = address(relationship) if external else self._copy(relationship.target)
            self._ours.related(given).append(
                Relationship(relationship.id, relationship.type, target, relationship.external)
            )
        return given

    def _content(self, name: str) -> bytes:
        """A part's bytes, without what it refers to outside the document."""
        gone = {each.id for each in self._theirs.related(name) if not stays(each)}
        if not gone and not self._theirs.content_type(name).endswith("chart+xml"):
            return self._theirs.raw[name]
        root = self._theirs.xml(name)
        mend_part(root)
        for node, attribute, value in references(root):
            if value in gone:
                drop_reference(node, attribute)
        return to_bytes(root)
