"""The styles that a report template must bring, found by name without regard to case.

    <w:style w:type="paragraph" w:customStyle="1" w:styleId="CommitteeParagraph">
      <w:name w:val="Committee Paragraph"/>
      <w:basedOn w:val="Normal"/>
      <w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>
             <w:spacing w:after="160"/></w:pPr>
    </w:style>

Word shows "Heading 1" and keeps "heading 1" in the file; LibreOffice writes "Heading 1". So the
name is what a style is known by, in any case, and never its id. Look, spacing, colour, capitals:
all are the template's. The generator writes only the numbering link (see numbering.py) into a
style, and `w:caps` into Heading 1 when the council's format asks for upper-case headings.
"""

from __future__ import annotations

from copy import deepcopy

from generator.word.package.elements import Element, clark, is_on, value_at, w, words
from generator.word.package.parts import DOCUMENT, Parts

PARAGRAPH_STYLES: dict[str, str] = {
    "Normal": "what every other style is based on: font, size, language",
    "Heading 1": "headings of sections, numbered or not",
    "Heading 2": "sub-headings in a section",
    "Heading 3": "sub-headings under sub-headings",
    "Heading 4": "the lowest sub-headings",
    "Committee Paragraph": "the numbered paragraphs",
    "Committee Paragraph Continued": "text without a number in a section with numbered paragraphs",
    "Body Text": "text in sections without numbered paragraphs",
    "Committee Lead-in": "the sentence before the recommendations",
    "Committee Recommendation": "the items of the recommendations",
    "List Bullet": "items of bullet lists",
    "List Number": "items of numbered and lettered lists",
    "Quote": "quotations set off from the text",
    "Committee Sign-off": "sign-off codes and names under an implication",
    "Committee Note": "notes and sources under tables and charts",
    "Committee Guidance": "guidance to authors, to be taken out before publication",
    "Committee Key Figure": "large figures of a dashboard",
    "Committee Figure": "the paragraph that holds a chart",
    "Caption": "captions of tables and figures",
    "Table Text": "text in table cells",
    "Table Heading": "text in the header row of a table",
    "TOC Heading": "the heading of the contents list",
    "TOC 1": "entries of the contents list",
    "Footnote Text": "footnotes",
    "Header": "the header of each page",
    "Footer": "the footer of each page",
}
CHARACTER_STYLES: dict[str, str] = {
    "Footnote Reference": "the mark of a footnote",
    "Hyperlink": "links",
}
TABLE_STYLES: dict[str, str] = {
    "Committee Table": "every table: rules, header row, row headers",
}
REQUIRED: dict[str, dict[str, str]] = {
    "paragraph": PARAGRAPH_STYLES,
    "character": CHARACTER_STYLES,
    "table": TABLE_STYLES,
}


def style_names(root: Element) -> dict[tuple[str, str], Element]:
    """Styles of a styles part by (type, name in lower case); aliases count as names."""
    found: dict[tuple[str, str], Element] = {}
    for style in root.iterfind(clark("w:style")):
        kind = style.get(clark("w:type"), "paragraph")
        for tag in ("w:name", "w:aliases"):
            node = style.find(clark(tag))
            if node is not None:
                for name in node.get(clark("w:val"), "").split(","):
                    found.setdefault((kind, name.strip().casefold()), style)
    return found


def camel(name: str) -> str:
    """The id that Word gives a style of a name: 'Table Text' is TableText."""
    return "".join(name.split())


class StyleSheet:
    """Style ids of one document by name. Raises KeyError with the name for a style not there."""

    def __init__(self, parts: Parts) -> None:
        self.name = parts.related_part(DOCUMENT, "styles") or "word/styles.xml"
        self.root = parts.xml(self.name)
        self._by_name = style_names(self.root)
        self._ids = {key: style.get(clark("w:styleId"), "") for key, style in self._by_name.items()}

    def paragraph(self, name: str) -> str:
        """The id of a paragraph style."""
        return self._ids["paragraph", name.casefold()]

    def character(self, name: str) -> str:
        """The id of a character style."""
        return self._ids["character", name.casefold()]

    def table(self, name: str) -> str:
        """The id of a table style."""
        return self._ids["table", name.casefold()]

    def has(self, name: str) -> bool:
        """Whether there is a paragraph style of this name."""
        return ("paragraph", name.casefold()) in self._ids

    def based_on(self, kind: str, style_id: str) -> tuple[Element, ...]:
        """A style and those that it is based on, the nearest first; () for one not there."""
        by_id = {each: self._by_name[key] for key, each in self._ids.items() if key[0] == kind}
        found: dict[str, Element] = {}
        while style_id in by_id and style_id not in found:
            found[style_id] = by_id[style_id]
            style_id = value_at(by_id[style_id], "w:basedOn")
        return tuple(found.values())

    def free_id(self, wanted: str) -> str:
        """A style id that no style has yet."""
        taken, number, made = set(self._ids.values()), 1, wanted
        while made in taken:
            number += 1
            made = f"{wanted}{number}"
        return made

    def add(self, style: Element) -> None:
        """Add a style under a free id."""
        self.root.append(style)
        for key, node in style_names(self.root).items():
            self._by_name.setdefault(key, node)
            self._ids.setdefault(key, node.get(clark("w:styleId"), ""))

    def aligned(self, name: str, base: str, alignment: str) -> str:
        """The id of a paragraph style; made where there is none, like another but for its side.

        base: the name of the style that it is like. alignment: w:jc's value.
        """
        return self.derived(name, base, w("pPr", w("jc", val=alignment)))

    def derived(self, name: str, base: str, properties: Element) -> str:
        """The id of a paragraph style; made where there is none, like another but for some things.

        base: the name of the style that it is like. properties: a w:pPr or w:rPr of what differs.
        """
        if not self.has(name):
            like = self.element(base)
            made = w("style", type="paragraph", customStyle=1, styleId=self.free_id(camel(name)))
            made.append(w("name", val=name))
            made.append(w("basedOn", val=self.paragraph(base)))
            for tag in ("w:next", "w:uiPriority", "w:qFormat"):
                made.extend(deepcopy(node) for node in like.findall(clark(tag)))
            made.append(properties)
            self.add(made)
        return self.paragraph(name)

    def keeps_next(self, style_id: str) -> bool:
        """Whether a paragraph style says that its paragraphs stay with what follows."""
        by_id = {s.get(clark("w:styleId"), ""): s for s in self.root.iterfind(clark("w:style"))}
        while style_id in by_id:
            style = by_id.pop(style_id)
            said = style.find(f"{clark('w:pPr')}/{clark('w:keepNext')}")
            if said is not None:
                return is_on(said)
            style_id = value_at(style, "w:basedOn")
        return False

    def element(self, name: str, kind: str = "paragraph") -> Element:
        """The w:style element."""
        return self._by_name[kind, name.casefold()]


# The order that the schema wants of what a style and its properties hold.
_STYLE_ORDER = words(
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed "
    "qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr "
    "tblStylePr"
)
_PPR_ORDER = words(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers "
    "pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE "
    "autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents "
    "suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle "
    "rPr sectPr pPrChange"
)
_RPR_ORDER = words(
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint "
    "noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect "
    "bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"
)
_TCPR_ORDER = words(
    "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText "
    "vAlign hideMark"
)
ORDERS = {"style": _STYLE_ORDER, "pPr": _PPR_ORDER, "rPr": _RPR_ORDER, "tcPr": _TCPR_ORDER}


def put_in_order(parent: Element, child: Element) -> None:
    """Put a child where the schema wants it in a w:style or its properties, replacing its like."""
    order = ORDERS[parent.tag.rsplit("}", 1)[-1]]
    place = order.index(child.tag.rsplit("}", 1)[-1])
    for index, other in enumerate(parent):
        if other.tag == child.tag:
            parent[index] = child
            return
        local = other.tag.rsplit("}", 1)[-1]
        if local in order and order.index(local) > place:
            parent.insert(index, child)
            return
    parent.append(child)


def properties_of(style: Element, tag: str = "pPr") -> Element:
    """A style's w:pPr or w:rPr, made in its place when it is missing."""
    found = style.find(clark(f"w:{tag}"))
    if found is None:
        found = w(tag)
        put_in_order(style, found)
    return found
