"""Another document's lists: copied under new numbers, so that they count for themselves."""

from __future__ import annotations

from copy import deepcopy

from generator.model.digests import short_digest
from generator.word.external.clean import in_schema_order
from generator.word.external.mend import mend_definitions
from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts

_LEVELS = 9
_LINKS = ("w:styleLink", "w:numStyleLink", "w:name")


class ForeignLists:
    """Gives list numbers of the report for those of the other document."""

    def __init__(self, theirs: Parts, ours: Parts) -> None:
        name = theirs.related_part(DOCUMENT, "numbering")
        self._theirs = theirs.xml(name) if name else w("numbering")
        styles = theirs.related_part(DOCUMENT, "styles")
        self._styles = theirs.xml(styles) if styles else w("styles")
        self._ours = ours
        self._nums = {
            node.get(clark("w:numId"), ""): node for node in self._theirs.iterfind(clark("w:num"))
        }
        self._abstracts = {
            node.get(clark("w:abstractNumId"), ""): node
            for node in self._theirs.iterfind(clark("w:abstractNum"))
        }
        self._given: dict[str, str] = {}
        self._given_abstracts: dict[str, str] = {}
        self._new: list[Element] = []
        self._root = self._numbering_root()
        self._next_num = 1 + self._highest("num", "numId")
        self._next_abstract = 1 + self._highest("abstractNum", "abstractNumId")

    def _numbering_root(self) -> Element:
        name = self._ours.related_part(DOCUMENT, "numbering")
        if name is None:
            name = "word/numbering.xml"
            self._ours.add(name, w("numbering"), WORD_TYPE + "numbering+xml")
            self._ours.relate(DOCUMENT, "numbering", name)
        return self._ours.xml(name)

    def _highest(self, tag: str, attribute: str) -> int:
        nodes = self._root.iterfind(clark(f"w:{tag}"))
        return max((int(node.get(clark(f"w:{attribute}"), "0")) for node in nodes), default=0)

    def place(self, num: str, level: int) -> Element | None:
        """w:numPr for a paragraph that has number `num` at `level` in the other document."""
        if num not in self._nums:
            return None
        if num not in self._given:
            self._given[num] = self._copy(num)
        return w(
            "numPr",
            w("ilvl", val=min(max(level, 0), _LEVELS - 1)),
            w("numId", val=self._given[num]),
        )

    def _copy(self, num: str) -> str:
        made = deepcopy(self._nums[num])
        reference = made.find(clark("w:abstractNumId"))
        source = "" if reference is None else reference.get(clark("w:val"), "")
        if source not in self._given_abstracts:
            self._given_abstracts[source] = self._copy_abstract(source)
        number = str(self._next_num)
        self._next_num += 1
        made.set(clark("w:numId"), number)
        if reference is not None:
            reference.set(clark("w:val"), self._given_abstracts[source])
        _without_links(made)
        mend_definitions(made)
        _drop_odd_levels(made, "w:lvlOverride")
        self._new.append(made)
        return number

    def _copy_abstract(self, source: str) -> str:
        found = self._followed(source)
        made = w("abstractNum") if found is None else deepcopy(found)
        number = str(self._next_abstract)
        self._next_abstract += 1
        made.set(clark("w:abstractNumId"), number)
        _without_links(made)
        for name in _LINKS:
            for node in made.findall(clark(name)):
                made.remove(node)
        digest = short_digest(f"external-{number}").upper()
        nsid = made.find(clark("w:nsid"))
        if nsid is None:
            made.insert(0, w("nsid", val=digest))
        else:
            nsid.set(clark("w:val"), digest)
        mend_definitions(made)
        _drop_odd_levels(made, "w:lvl")
        in_schema_order(made)
        self._new.append(made)
        return number

    def _followed(self, source: str) -> Element | None:
        """An abstract list, through the list style it may only name."""
        abstract = self._abstracts.get(source)
        link = None if abstract is None else abstract.find(clark("w:numStyleLink"))
        if link is None:
            return abstract
        name = link.get(clark("w:val"))
        for other in self._abstracts.values():
            style = other.find(clark("w:styleLink"))
            if style is not None and style.get(clark("w:val")) == name:
                return other
        return abstract

    def write(self) -> None:
        """Put the copied lists into the report's numbering."""
        first_num = self._root.find(clark("w:num"))
        last = self._root.find(clark("w:numIdMacAtCleanup"))
        for node in self._new:
            before = first_num if node.tag == clark("w:abstractNum") else last
            if before is None and node.tag == clark("w:abstractNum") and last is not None:
                before = last
            if before is None:
                self._root.append(node)
                first_num = node if node.tag == clark("w:num") and first_num is None else first_num
            else:
                before.addprevious(node)
        self._new = []


def level_of(numbered: Element) -> int:
    """The level in a w:numPr, 0 where none is said or it is no number."""
    level = numbered.find(clark("w:ilvl"))
    value = "0" if level is None else level.get(clark("w:val"), "0")
    return int(value) if value.isdecimal() else 0


def _drop_odd_levels(numbering: Element, tag: str) -> None:
    """Take out levels beyond the nine that there are, and those that are said twice."""
    known: set[str] = set()
    for level in numbering.findall(clark(tag)):
        place = level.get(clark("w:ilvl"), "")
        if place not in map(str, range(_LEVELS)) or place in known:
            numbering.remove(level)
        known.add(place)


def _without_links(node: Element) -> None:
    for name in ("w:pStyle", "w:lvlPicBulletId"):
        for found in list(node.iter(clark(name))):
            parent = found.getparent()
            if parent is not None:
                parent.remove(found)
