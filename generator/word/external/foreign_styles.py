"""Another document's styles: those of the same name are the report's, others come along.

Headings go down a level, because the appendix has a heading of its own; under the title that a
document begins with they go down by two, or the title would stand over nothing.
"""

from __future__ import annotations

from copy import deepcopy

from generator.word.external.clean import in_schema_order, remove
from generator.word.external.foreign_lists import ForeignLists, level_of
from generator.word.external.mend import mend_definitions
from generator.word.package.elements import Element, clark, value_at, w
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.styles.numbering import LIST_STYLES
from generator.word.styles.style_sheet import StyleSheet, put_in_order

_HEADINGS = {f"heading {level}": level for level in range(1, 10)}
_LOWEST = 4  # level of a heading in a report
_NUMBERED_HERE = ("heading 1", "committee paragraph", *(name.casefold() for name in LIST_STYLES))
_DEFAULTS = {"paragraph": "Normal", "character": "", "table": "Normal Table"}


class ForeignStyles:
    """Gives style ids of the report for those of the other document."""

    def __init__(self, theirs: Parts, ours: StyleSheet, lists: ForeignLists) -> None:
        name = theirs.related_part(DOCUMENT, "styles")
        root = theirs.xml(name) if name else w("styles")
        self._ours, self._lists = ours, lists
        self._theirs = {
            node.get(clark("w:styleId"), ""): node for node in root.iterfind(clark("w:style"))
        }
        self._given: dict[str, str] = {}
        self._down = 2 if self._begins_with_title(theirs) else 1
        self.default = next(
            (
                key
                for key, node in self._theirs.items()
                if node.get(clark("w:type")) == "paragraph" and node.get(clark("w:default")) == "1"
            ),
            "",
        )

    def paragraph(self, style_id: str) -> tuple[str, bool]:
        """The report's style for one of theirs, and whether its number must be taken away."""
        name = self._name(style_id)
        bare = any(self._ours_for(each) in _NUMBERED_HERE for each in self._names(style_id))
        return self._id(style_id, "paragraph", self._ours_for(name)), bare

    def _ours_for(self, name: str) -> str:
        """The name of the report's style for one of theirs."""
        if name == "title":
            return "heading 2"
        level = _HEADINGS.get(name)
        return name if level is None else f"heading {min(level + self._down, _LOWEST)}"

    def _begins_with_title(self, theirs: Parts) -> bool:
        """Whether a title is the first heading of their document."""
        for style in theirs.xml(DOCUMENT).iter(clark("w:pStyle")):
            name = self._name(style.get(clark("w:val"), ""))
            if name == "title" or name in _HEADINGS:
                return name == "title"
        return False

    def _names(self, style_id: str) -> list[str]:
        """The name of a style of theirs, and of those that it is based on."""
        seen: dict[str, str] = {}
        while style_id in self._theirs and style_id not in seen:
            seen[style_id] = self._name(style_id)
            style_id = value_at(self._theirs[style_id], "w:basedOn")
        return list(seen.values())

    def fit(self, node: Element, kind: str) -> None:
        """Set a w:rStyle or w:tblStyle to the report's style; one that means nothing goes."""
        style_id = node.get(clark("w:val"), "")
        given = self._id(style_id, kind, self._name(style_id))
        if given:
            node.set(clark("w:val"), given)
        else:
            remove(node)

    def number_of(self, style_id: str) -> tuple[str, int] | None:
        """(number, level) that a paragraph style of theirs brings, through what it is based on."""
        seen: set[str] = set()
        while style_id in self._theirs and style_id not in seen:
            seen.add(style_id)
            style = self._theirs[style_id]
            found = style.find(f"{clark('w:pPr')}/{clark('w:numPr')}")
            if found is not None:
                num = found.find(clark("w:numId"))
                number = "0" if num is None else num.get(clark("w:val"), "0")
                return None if number == "0" else (number, level_of(found))
            style_id = value_at(style, "w:basedOn")
        return None

    def _name(self, style_id: str) -> str:
        style = self._theirs.get(style_id)
        return "" if style is None else value_at(style, "w:name").casefold()

    def _id(self, style_id: str, kind: str, name: str) -> str:
        key = f"{kind}/{style_id}"
        if key not in self._given:
            self._given[key] = self._known(kind, name) or self._copy(style_id, kind)
        return self._given[key]

    def _known(self, kind: str, name: str) -> str:
        try:
            return str(getattr(self._ours, kind)(name)) if name else ""
        except KeyError:
            return ""

    def _copy(self, style_id: str, kind: str) -> str:
        """A style that the report does not have, taken over with what it is based on."""
        style = self._theirs.get(style_id)
        if style is None:
            return self._known(kind, _DEFAULTS[kind])
        made = deepcopy(style)
        given = self._ours.free_id(style_id)
        self._given[f"{kind}/{style_id}"] = given
        made.set(clark("w:styleId"), given)
        if made.get(clark("w:default")):
            del made.attrib[clark("w:default")]
        for tag in ("w:link", "w:next", "w:rsid", "w:aliases"):
            for node in made.findall(clark(tag)):
                made.remove(node)
        parent = made.find(clark("w:basedOn"))
        if parent is not None:
            parent_id = parent.get(clark("w:val"), "")
            parent.set(clark("w:val"), self._id(parent_id, kind, self._name(parent_id)))
            if not parent.get(clark("w:val")):
                made.remove(parent)
        self._renumber(made)
        for fonts in made.iter(clark("w:rFonts")):
            for attribute in list(fonts.attrib):
                if str(attribute).endswith("Theme"):
                    del fonts.attrib[attribute]
        mend_definitions(made)
        in_schema_order(made)
        self._ours.add(made)
        return given

    def _renumber(self, style: Element) -> None:
        properties = style.find(clark("w:pPr"))
        number = None if properties is None else properties.find(clark("w:numPr"))
        if properties is None or number is None:
            return
        found = self.number_of(style.get(clark("w:styleId"), ""))
        properties.remove(number)
        if found is not None:
            made = self._lists.place(*found)
            if made is not None:
                put_in_order(properties, made)
