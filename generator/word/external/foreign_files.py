"""Pictures, charts, links and whatever else another document's text relates to, copied with it."""

from __future__ import annotations

import posixpath

from lxml import etree

from generator.word.package.elements import Element
from generator.word.package.namespaces import R
from generator.word.package.parts import Parts, Relationship
from generator.word.package.zip_package import PackageError

_IN_R = f"{{{R}}}"
_REFUSED = ("vbaProject", "control", "activeXControlBinary")


class ForeignFiles:
    """Copies parts under new names and gives out relationship ids of the report."""

    def __init__(self, theirs: Parts, ours: Parts, count: int) -> None:
        self._theirs, self._ours, self._count = theirs, ours, count
        self._copied: dict[str, str] = {}

    def fit(self, story: Element, part: str, target: str) -> None:
        """Set every relationship id in a story of `part` to one of the report's part `target`.

        Raises PackageError for controls and macros.
        """
        known = {each.id: each for each in self._theirs.related(part)}
        for node in story.iter(etree.Element):
            for name, value in list(node.attrib.items()):
                if not str(name).startswith(_IN_R):
                    continue
                relationship = known.get(str(value))
                if relationship is None:
                    del node.attrib[name]
                else:
                    node.set(name, self._relate(relationship, target))

    def _relate(self, relationship: Relationship, source: str) -> str:
        kind = relationship.type.rsplit("/", 1)[-1]
        if kind in _REFUSED:
            raise PackageError("it holds controls or macros; take them out")
        if relationship.external:
            return self._ours.relate(source, relationship.type, relationship.target, external=True)
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
        data, kind = self._theirs.raw[name], self._theirs.content_type(name)
        self._ours.add(given, data, kind)
        for relationship in self._theirs.related(name):
            target = relationship.target
            if not relationship.external:
                target = self._copy(target)
            self._ours.related(given).append(
                Relationship(relationship.id, relationship.type, target, relationship.external)
            )
        return given
