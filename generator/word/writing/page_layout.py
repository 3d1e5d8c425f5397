"""Landscape pages and columns: sections of the page that keep the template's header and footer.

    <w:p><w:pPr>...<w:sectPr>                       the last paragraph of a stretch ends it
      <w:headerReference w:type="default" r:id="rId5"/>...
      <w:type w:val="nextPage"/>
      <w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar .../>
      <w:cols w:space="567" w:num="2"/>
    </w:sectPr></w:pPr></w:p>

Properties of a stretch stand in its *last* paragraph, and the type says how the stretch itself
began. The stretch before a landscape one must be ended too, by the paragraph before it. A stretch
that ends in a table has no such paragraph; only there a paragraph without text is written (Word
itself writes the same). Landscape pages get copies of headers and footers whose tab stops reach the
new margin, or the page number would stop short of it. Only the first stretch keeps "different first
page" and the number its pages begin with.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import chain

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark, is_on, value_at, w, words
from generator.word.package.lengths import TWIPS_PER_POINT
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.paging.page_room import PageRoom
from generator.word.styles.fonts import Fonts
from generator.word.styles.style_sheet import StyleSheet, put_in_order

COLUMN_SPACE = 567
_COPIED_IDS = 5_000  # of drawings in copied headers: above the report's own
_ORDER = words(
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders "
    "lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter "
    "docGrid printerSettings footnoteColumns sectPrChange"
)


@dataclass(frozen=True, slots=True)
class StretchLayout:
    """How a stretch of the text is laid out."""

    landscape: bool = False
    columns: int = 1


class PageLayout:
    """Switches between layouts while the body is written."""

    def __init__(self, parts: Parts, styles: StyleSheet, base: Element) -> None:
        """base: the w:sectPr of the template that the body stands under."""
        self._parts = parts
        self._styles = styles
        self._base = deepcopy(base)
        self._current = StretchLayout()
        self._begun = value_at(base, "w:type", "nextPage")
        self._first = True
        self._turned: dict[str, str] = {}
        self._stories: dict[tuple[str, bool, str], float] = {}

    @property
    def current(self) -> StretchLayout:
        """The layout in force."""
        return self._current

    def text_width(self, layout: StretchLayout | None = None) -> int:
        """Width of the text between the margins, in twips, of one column."""
        layout = layout or self._current
        size, margins = self._base.find(clark("w:pgSz")), self._base.find(clark("w:pgMar"))
        if size is None or margins is None:
            return 9070
        page = (int(size.get(clark("w:w"), "11906")), int(size.get(clark("w:h"), "16838")))
        across = max(page) if layout.landscape else min(page)
        sides = sum(int(margins.get(clark(f"w:{side}"), "1440")) for side in ("left", "right"))
        gutters = COLUMN_SPACE * (layout.columns - 1)
        return (across - sides - gutters) // layout.columns

    def text_height(self, layout: StretchLayout | None = None, first: bool = False) -> float:
        """Height of the text between the margins, in points. first: on the first page, which may
        have a header and a footer of its own.
        """
        layout = layout or self._current
        size, margins = self._base.find(clark("w:pgSz")), self._base.find(clark("w:pgMar"))
        if size is None or margins is None:
            return 440.0 if layout.landscape else 700.0
        page = (int(size.get(clark("w:w"), "11906")), int(size.get(clark("w:h"), "16838")))
        down = min(page) if layout.landscape else max(page)
        ends = (("top", "header"), ("bottom", "footer"))
        kind = "first" if first and is_on(self._base.find(clark("w:titlePg"))) else "default"
        return down / TWIPS_PER_POINT - sum(self._end(margins, *end, layout, kind) for end in ends)

    def _end(
        self, margins: Element, end: str, story: str, layout: StretchLayout, kind: str
    ) -> float:
        """What an end of the page keeps from the text, in points: its margin, or more where header
        or footer need it. A negative margin is kept whatever stands there.
        """
        margin = int(margins.get(clark(f"w:{end}"), "1440"))
        if margin < 0:
            return -margin / TWIPS_PER_POINT
        from_edge = int(margins.get(clark(f"w:{story}"), "0")) / TWIPS_PER_POINT
        return max(margin / TWIPS_PER_POINT, from_edge + self._story_height(story, layout, kind))

    def _story_height(self, story: str, layout: StretchLayout, kind: str) -> float:
        """The height of the headers or footers of a kind of page, told once."""
        key = (story, layout.landscape, kind)
        if key not in self._stories:
            room = PageRoom(self._styles, Fonts(self._parts), self.text_width(layout), 0.0)
            references = self._base.findall(clark(f"w:{story}Reference"))
            ids = [each.get(clark("r:id")) for each in references if _kind_of(each) == kind]
            named = [each.target for each in self._parts.related(DOCUMENT) if each.id in ids]
            self._stories[key] = sum(room.of(self._parts.xml(name)) for name in named)
        return self._stories[key]

    def switch(self, to: StretchLayout) -> Element:
        """End the stretch in force and begin another; give the w:sectPr that ends it.

        It belongs into the last paragraph of the stretch. A new page begins where the page is
        turned; columns begin on the same page.
        """
        ending = self._properties()
        self._begun = "nextPage" if to.landscape != self._current.landscape else "continuous"
        self._current = to
        self._first = False
        return ending

    def begin(self, with_: StretchLayout) -> None:
        """Lay the first pages out otherwise than the template does, from the first on."""
        self._current = with_

    def finish(self, final: Element) -> None:
        """Write the layout in force into the sectPr that ends the text."""
        if self._first and self._current == StretchLayout():
            return
        final[:] = list(self._properties())

    def _properties(self) -> Element:
        made = deepcopy(self._base)
        put_in_section(made, w("type", val=self._begun))
        if self._current.landscape:
            self._turn(made)
        if self._current.columns > 1:
            put_in_section(made, w("cols", num=self._current.columns, space=COLUMN_SPACE))
        if not self._first:
            gone = [made.findall(clark(tag)) for tag in ("w:titlePg", "w:pgNumType")]
            gone += [
                [node for node in made.findall(clark(tag)) if node.get(clark("w:type")) == "first"]
                for tag in ("w:headerReference", "w:footerReference")
            ]
            for node in chain.from_iterable(gone):
                made.remove(node)
        return made

    def _turn(self, properties: Element) -> None:
        size = properties.find(clark("w:pgSz"))
        if size is not None:
            width, height = size.get(clark("w:w"), "11906"), size.get(clark("w:h"), "16838")
            put_in_section(properties, w("pgSz", w=height, h=width, orient="landscape"))
        for tag in ("w:headerReference", "w:footerReference"):
            for reference in properties.findall(clark(tag)):
                turned = self._turned_part(reference.get(clark("r:id"), ""))
                if turned:
                    reference.set(clark("r:id"), turned)

    def _turned_part(self, rel_id: str) -> str:
        """The relationship id of a landscape copy of a header or footer."""
        if rel_id not in self._turned:
            found = [each for each in self._parts.related(DOCUMENT) if each.id == rel_id]
            self._turned[rel_id] = self._copy(found[0].target, found[0].type) if found else ""
        return self._turned[rel_id]

    def _copy(self, name: str, kind: str) -> str:
        copy_name = name.replace(".xml", "-landscape.xml")
        root = deepcopy(self._parts.xml(name))
        narrow, wide = (
            self.text_width(StretchLayout()),
            self.text_width(StretchLayout(landscape=True)),
        )
        for paragraph in root.iter(clark("w:p")):
            self._widen_tabs(paragraph, wide / narrow)
        for drawing in root.iter(clark("wp:docPr")):
            drawing.set("id", str(_COPIED_IDS + int(drawing.get("id", "0"))))
        self._parts.add(copy_name, root, self._parts.content_type(name))
        self._parts.related(copy_name).extend(self._parts.related(name))
        return self._parts.relate(DOCUMENT, kind, copy_name)

    def _widen_tabs(self, paragraph: Element, ratio: float) -> None:
        properties = paragraph.find(clark("w:pPr"))
        if properties is None or paragraph.find(f".//{clark('w:r')}/{clark('w:tab')}") is None:
            return
        style = properties.find(clark("w:pStyle"))
        inherited = self._style_tabs(style.get(clark("w:val"), "") if style is not None else "")
        own = properties.find(clark("w:tabs"))
        stops = {
            stop.get(clark("w:pos"), "0"): stop
            for stop in (*inherited, *(own if own is not None else ()))
            if stop.get(clark("w:val")) in ("right", "center", "end")
        }
        tabs = w("tabs")
        for position, stop in stops.items():
            tabs.append(w("tab", val="clear", pos=position))
            moved = deepcopy(stop)
            moved.set(clark("w:pos"), str(round(int(position) * ratio)))
            tabs.append(moved)
        if len(tabs):
            tabs[:] = sorted(tabs, key=lambda stop: int(stop.get(clark("w:pos"), "0")))
            put_in_order(properties, tabs)

    def _style_tabs(self, style_id: str) -> list[Element]:
        by_id = {
            style.get(clark("w:styleId")): style
            for style in self._styles.root.iterfind(clark("w:style"))
        }
        found: list[Element] = []
        while style_id in by_id:
            style = by_id.pop(style_id)
            found = [
                *style.iterfind(f"{clark('w:pPr')}/{clark('w:tabs')}/{clark('w:tab')}"),
                *found,
            ]
            parent = style.find(clark("w:basedOn"))
            style_id = parent.get(clark("w:val"), "") if parent is not None else ""
        return found


def put_in_section(properties: Element, child: Element) -> None:
    """Put a property into a w:sectPr where the schema wants it, in the place of another."""
    place = _ORDER.index(str(child.tag).rsplit("}", 1)[-1])
    for node in properties.findall(child.tag):
        properties.remove(node)
    for other in properties:
        if _ORDER.index(str(other.tag).rsplit("}", 1)[-1]) > place:
            other.addprevious(child)
            return
    properties.append(child)


def _kind_of(reference: Element) -> str:
    """Of which pages a header or footer is: 'default', 'first' or 'even'."""
    return str(reference.get(clark("w:type"), "default"))
