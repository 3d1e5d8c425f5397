"""Styles and lists of what only the old document holds, as the new one has them.

A style of the same name is the new document's, in any case of letters and under any id; others come
along. A list that both define alike under one number goes on counting with it; another is copied.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from generator.word.external.foreign_lists import ForeignLists, level_of
from generator.word.package.elements import Element, clark, value_at, w
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.styles.style_sheet import style_names

_OWN = ("w:nsid", "w:tmpl")  # what two programs number as they like
_IDS = ("w:numId", "w:abstractNumId")


class BroughtLists:
    """Gives numbers of lists in the new document for those of the old."""

    def __init__(self, old: Parts, new: Parts) -> None:
        self._old, self._new = old, new
        self._copied: ForeignLists | None = None
        self._same: dict[str, bool] = {}

    def fit(self, numbered: Element) -> None:
        """Set the number in a w:numPr to that of the new document; one of no list goes."""
        number = value_at(numbered, "w:numId", "0")
        if number == "0" or self._is_same(number):
            return
        if self._copied is None:
            self._copied = ForeignLists(self._old, self._new)
        placed = self._copied.place(number, level_of(numbered))
        if placed is not None:
            numbered[:] = list(placed)
        elif (parent := numbered.getparent()) is not None:
            parent.remove(numbered)

    def write(self) -> None:
        """Put the copied lists into the new document's numbering."""
        if self._copied is not None:
            self._copied.write()

    def _is_same(self, number: str) -> bool:
        if number not in self._same:
            old = _definition(self._old, number)
            self._same[number] = old == _definition(self._new, number) != b""
        return self._same[number]


def _definition(parts: Parts, number: str) -> bytes:
    """What a list is, apart from ids; b'' where there is none of that number."""
    name = parts.related_part(DOCUMENT, "numbering")
    root = w("numbering") if name is None else parts.xml(name)
    list_ = next((n for n in root.iter(clark("w:num")) if n.get(clark("w:numId")) == number), None)
    if list_ is None:
        return b""
    kind = value_at(list_, "w:abstractNumId")
    made = w("numbering", deepcopy(list_))
    made.extend(
        deepcopy(node)
        for node in root.iterfind(clark("w:abstractNum"))
        if node.get(clark("w:abstractNumId")) == kind
    )
    for node in made:
        node.attrib.clear()
        for child in [each for tag in (*_OWN, _IDS[1]) for each in node.findall(clark(tag))]:
            node.remove(child)
    return bytes(etree.tostring(made, method="c14n"))


class BroughtStyles:
    """Gives ids of styles in the new document for those of the old."""

    def __init__(self, old: Parts, new: Parts, lists: BroughtLists) -> None:
        self._old, self._lists = _Sheet(old), lists
        self._new = _Sheet(new)
        self._given: dict[tuple[str, str], str] = {}

    def fit(self, properties: Element) -> None:
        """Set the styles and list in a w:pPr, w:rPr or w:tblPr, and in what it holds."""
        for kind, tag in (("paragraph", "pStyle"), ("character", "rStyle"), ("table", "tblStyle")):
            for node in list(properties.iter(clark(f"w:{tag}"))):
                given = self.given(kind, node.get(clark("w:val"), ""))
                if given:
                    node.set(clark("w:val"), given)
                elif (parent := node.getparent()) is not None:
                    parent.remove(node)
        for numbered in list(properties.iter(clark("w:numPr"))):
            self._lists.fit(numbered)

    def look_alike(self, old: Element, new: Element) -> bool:
        """Whether a paragraph of each document has a style of the same name, and as deep a list."""
        return self._old.look_of(old) == self._new.look_of(new)

    def given(self, kind: str, id: str) -> str:
        """The id in the new document of a style of the old, '' where neither has it."""
        if (kind, id) not in self._given:
            style = self._old.by_id.get((kind, id))
            known = None if style is None else self._new.named(kind, value_at(style, "w:name"))
            if style is None:
                self._given[kind, id] = id if (kind, id) in self._new.by_id else ""
            elif known is not None:
                self._given[kind, id] = known.get(clark("w:styleId"), "")
            else:
                self._copy(kind, id, style)
        return self._given[kind, id]

    def _copy(self, kind: str, id: str, style: Element) -> None:
        made = deepcopy(style)
        self._given[kind, id] = self._new.add(kind, id, made)
        made.attrib.pop(clark("w:default"), "")
        for tag in ("w:link", "w:next", "w:rsid", "w:aliases"):
            for node in made.findall(clark(tag)):
                made.remove(node)
        parent = made.find(clark("w:basedOn"))
        if parent is not None:
            parent.set(clark("w:val"), self.given(kind, parent.get(clark("w:val"), "")))
        for numbered in list(made.iter(clark("w:numPr"))):
            self._lists.fit(numbered)


class _Sheet:
    """The styles of a document by kind and id, and by kind and name."""

    def __init__(self, parts: Parts) -> None:
        name = parts.related_part(DOCUMENT, "styles")
        self._root = w("styles") if name is None else parts.xml(name)
        self.by_id = {
            (node.get(clark("w:type"), "paragraph"), node.get(clark("w:styleId"), "")): node
            for node in self._root.iterfind(clark("w:style"))
        }
        self._by_name = style_names(self._root)
        on = ("1", "true", "on")
        self._default = next(
            (
                key
                for (kind, key), node in self.by_id.items()
                if kind == "paragraph" and node.get(clark("w:default")) in on
            ),
            "",
        )

    def named(self, kind: str, name: str) -> Element | None:
        """The style of a name, in any case of letters."""
        return self._by_name.get((kind, name.casefold()))

    def look_of(self, paragraph: Element) -> tuple[str, str]:
        """The name of a paragraph's style, and its level in a list, '' where it is in none."""
        key = value_at(paragraph, "w:pPr/w:pStyle") or self._default
        style = self.by_id.get(("paragraph", key))
        name = key if style is None else value_at(style, "w:name").casefold()
        return name, self._level(paragraph, key)

    def _level(self, paragraph: Element, key: str) -> str:
        """The level, of its own or through its style and what that is based on."""
        holder: Element | None = paragraph
        seen: set[str] = set()
        while holder is not None:
            numbered = holder.find(f"{clark('w:pPr')}/{clark('w:numPr')}")
            if numbered is not None:
                number = value_at(numbered, "w:numId", "0" if holder is paragraph else "1")
                return "" if number == "0" else value_at(numbered, "w:ilvl", "0")
            holder = None if key in seen else self.by_id.get(("paragraph", key))
            seen.add(key)
            key = "" if holder is None else value_at(holder, "w:basedOn")
        return ""

    def add(self, kind: str, wanted: str, style: Element) -> str:
        """Add a style under an id that no style has yet; gives the id."""
        taken = {key for _, key in self.by_id}
        made, number = wanted, 1
        while made in taken:
            number += 1
            made = f"{wanted}{number}"
        style.set(clark("w:styleId"), made)
        self._root.append(style)
        self.by_id[kind, made] = style
        self._by_name.setdefault((kind, value_at(style, "w:name").casefold()), style)
        return made
