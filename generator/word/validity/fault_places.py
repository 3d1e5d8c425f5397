"""Where in the text a fault is, as people find it: heading, number of the paragraph, words.

The places of a part are counted once, when the first fault in it is told. Faults of a chart or
picture are placed where it stands in the text, those of a note where its mark stands.
"""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from generator.model.issues import Where, quotable
from generator.model.wording.late_pattern import late_pattern
from generator.word.lists.printed_numbers import BULLET, PrintedNumbers
from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, clark, local_name, text_of, value_at
from generator.word.reading.paragraph_kind import kind_of, list_number
from generator.word.reading.read_styles import ReadStyles
from generator.word.reading.text_builder import TextPlace
from generator.word.validity.fault import Fault
from generator.word.validity.opened_package import OpenedPackage
from generator.word.validity.reference_faults import Anchors

_SECTION_NUMBER = late_pattern(r"\d+(\.\d+)*\.?")
_NOTES = {"footnote": "footnoteReference", "endnote": "endnoteReference"}


class _Place(NamedTuple):
    heading: str = ""
    paragraph: str = ""


class FaultPlaces:
    """Gives faults their places."""

    def __init__(self, package: OpenedPackage, anchors: Anchors, file: str) -> None:
        """file: as it is shown to people."""
        self._package, self._anchors, self._file = package, anchors, file
        self._known: dict[Element, _Place] | None = None

    def where(self, fault: Fault) -> Where:
        """The place of a fault. Its part stands as the path."""
        place, paragraph = _Place(), None
        part, node = fault.part, fault.node
        if part in self._anchors.places and part not in self._texts():
            part, node = self._anchors.places[part]
        if node is not None:
            paragraph = _paragraph(node)
            place = self._place(paragraph, node)
        words = fault.words or ("" if paragraph is None else text_of(paragraph))
        path = fault.part or None
        return Where(self._file, None, path, place.heading, place.paragraph, quotable(words))

    def _texts(self) -> set[str]:
        return {story.name for story in self._package.stories()}

    def _place(self, paragraph: Element | None, node: Element) -> _Place:
        if self._known is None:
            self._known = dict(self._count())
        note = next((one for one in node.iterancestors() if local_name(one) in _NOTES), None)
        if note is None and local_name(node) in _NOTES:
            note = node
        if note is not None:
            paragraph = self._marked(note)
        if paragraph is None:
            paragraph = _before(node)
        return self._known.get(paragraph, _Place()) if paragraph is not None else _Place()

    def _marked(self, note: Element) -> Element | None:
        """The paragraph that holds the mark of a note."""
        root, key = self._package.xml.get(self._package.main), note.get(clark("w:id"))
        marks = () if root is None else root.iter(clark(f"w:{_NOTES[local_name(note)]}"))
        mark = next((one for one in marks if one.get(clark("w:id")) == key), None)
        return None if mark is None else _paragraph(mark)

    def _count(self) -> dict[Element, _Place]:
        """The places of all paragraphs of the text, counted as Word counts them."""
        root = self._package.xml.get(self._package.main)
        styles, lists = ReadStyles(self._package.root("styles")), self._package.root("numbering")
        read, found = ReadLists(lists), {}
        numbers, place = PrintedNumbers(read), _Place()
        for paragraph in () if root is None else root.iter(clark("w:p")):
            own = paragraph.find(clark("w:pPr"))
            style_id = "" if own is None else value_at(own, "w:pStyle")
            style = styles.paragraph(style_id)
            num, level = list_number(own, style, style_id, read)
            number = numbers.next(num, level) if num and num != "0" else ""
            inside = next(paragraph.iterancestors(clark("w:tc"), clark("w:txbxContent")), None)
            kind = kind_of(own, style_id, style, read, TextPlace(0 if inside is not None else -1))
            said = number
            if kind.kind == "heading" and inside is None:
                place = _Place(quotable(text_of(paragraph)), number)
            elif _SECTION_NUMBER.fullmatch(number) and kind.kind == "paragraph":
                place = place._replace(paragraph=number)
            else:
                shown = "" if number == BULLET else number
                said = f"{place.paragraph} {shown}".strip()
            found[paragraph] = place._replace(paragraph=said or place.paragraph)
        return found


def _paragraph(node: Element) -> Element | None:
    """The paragraph that an element is, stands in, or holds first."""
    tag = clark("w:p")
    around = chain([node], node.iterancestors())
    found = next((one for one in around if one.tag == tag), None)
    if found is not None:
        return found
    filled = (one for one in node.iter(tag) if text_of(one).strip())
    return next(filled, None) if local_name(node) not in ("document", "body") else None


def _before(node: Element) -> Element | None:
    """The paragraph before an element that stands in none."""
    for one in chain([node], node.iterancestors()):
        for sibling in one.itersiblings(preceding=True):
            inner = [sibling] if sibling.tag == clark("w:p") else list(sibling.iter(clark("w:p")))
            if inner:
                return inner[-1]
    return None
