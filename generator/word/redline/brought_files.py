"""Pictures, charts and links of what only the old document holds, copied into the new one.

A part that the new document holds byte for byte is not copied again.
"""

from __future__ import annotations

import posixpath

from generator.model.digests import bytes_digest
from generator.word.external.foreign_links import references
from generator.word.package.elements import Element
from generator.word.package.parts import Parts, Relationship
from generator.word.package.zip_package import PackageError

_REFUSED = ("vbaProject", "control", "activeXControlBinary")


class BroughtFiles:
    """Copies parts under new names and gives out relationship ids of the new document."""

    def __init__(self, old: Parts, new: Parts) -> None:
        self._old, self._new = old, new
        self._copied: dict[str, str] = {}
        self._held: dict[str, str] | None = None

    def fit(self, node: Element, part: str, target: str) -> None:
        """Set every relationship id in an element of the old `part` to one of the new `target`.

        Raises PackageError for what cannot be brought: controls, and parts that are missing.
        """
        known = {each.id: each for each in self._old.related(part)}
        for holder, name, value in references(node):
            relationship = known.get(value)
            if relationship is None:
                raise PackageError(f"its relationship {value!r} is missing")
            holder.set(name, self._relate(relationship, target))

    def _relate(self, one: Relationship, source: str) -> str:
        if one.type.rsplit("/", 1)[-1] in _REFUSED:
            raise PackageError("it holds controls or macros")
        if one.external:
            return self._new.relate(source, one.type, one.target, external=True)
        return self._new.relate(source, one.type, self._copy(one.target))

    def _copy(self, name: str) -> str:
        """Copy a part and all that it relates to; give its name in the new document."""
        if name in self._copied:
            return self._copied[name]
        if name not in self._old:
            raise PackageError(f"its part {name} is missing")
        related = self._old.related(name)
        held = "" if related else self._held_already(name)
        self._copied[name] = given = held or self._free_name(name)
        if not held:
            self._new.add(given, self._old.raw[name], self._old.content_type(name))
        for one in related:
            target = one.target if one.external else self._copy(one.target)
            self._new.related(given).append(Relationship(one.id, one.type, target, one.external))
        return given

    def _held_already(self, name: str) -> str:
        """The part of the new document that is the same, '' where there is none."""
        if self._held is None:
            self._held = {
                bytes_digest(self._new.raw[each]): each
                for each in self._new.names()
                if not each.endswith(".xml")
            }
        found = self._held.get(bytes_digest(self._old.raw[name]), "")
        alike = found and self._new.content_type(found) == self._old.content_type(name)
        return found if alike else ""

    def _free_name(self, name: str) -> str:
        folder, file = posixpath.split(name)
        taken = {each.casefold() for each in self._new.raw}
        made, number = posixpath.join(folder, f"old-{file}"), 1
        while made.casefold() in taken:
            number += 1
            made = posixpath.join(folder, f"old{number}-{file}")
        return made
