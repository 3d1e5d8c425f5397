"""Numbering: Word counts headings, paragraphs and lists; nothing is typed.

One multilevel list numbers the report, linked both ways with the styles:

    <w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>
        <w:lvlText w:val="%1.0"/>...</w:lvl>
      <w:lvl w:ilvl="1">...<w:pStyle w:val="CommitteeParagraph"/><w:lvlText w:val="%1.%2"/>...
    <w:style w:styleId="Heading1">...<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>

Each list takes a number of its own and says where it starts, or Word would count on from the last:

    <w:num w:numId="7"><w:abstractNumId w:val="4"/>
      <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>

The style of lists is linked with the abstract list that most of its lists stand on, by a number of
its own without a start. A paragraph that an officer adds with the style alone looks like them and
counts on from the last; Word itself starts a list of a style anew and goes on with it like that.

    <w:style w:styleId="ListBullet">...<w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr>

Lists share an abstract list only one after the other. A list inside another's item takes a second
one, because Word keeps one counter for an abstract list, whatever numbers hang on it.
Numbered sub-headings are Heading 2 with level 1 of the report's list set directly: they count with
the paragraphs. Where paragraphs below them count for themselves (3.4.1), these have level 2.
Indents stand in the levels. An indent in the template's style would win over the level that the
style is linked with, but not over one that a paragraph names: list styles lose theirs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from generator.model.digests import short_digest
from generator.model.document import Numbering
from generator.word.package.elements import Element, clark, parse, value_at, w
from generator.word.package.namespaces import DECLARED
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts
from generator.word.package.xml_text import escape
from generator.word.styles.style_sheet import (
    PARAGRAPH_STYLES,
    StyleSheet,
    properties_of,
    put_in_order,
)

NUMBER_INDENT = 851  # twentieths of a point: 1.5 cm holds '10.10' in bold 12 pt
LIST_STEP = 567
_LEVELS = 9
_BULLETS = ("\u2022", "\u2013", "\u25aa")
_FORMATS = {
    "1.": ("decimal", "%{}."),
    "A.": ("upperLetter", "%{}."),
    "a.": ("lowerLetter", "%{}."),
    "i.": ("lowerRoman", "%{}."),
    "(a)": ("lowerLetter", "(%{})"),
    "(i)": ("lowerRoman", "(%{})"),
    "(1)": ("decimal", "(%{})"),
    "1)": ("decimal", "%{})"),
    "a)": ("lowerLetter", "%{})"),
    "i)": ("lowerRoman", "%{})"),
    "I.": ("upperRoman", "%{}."),
    "(A)": ("upperLetter", "(%{})"),
}
MARKERS = ("bullet", *_FORMATS)
_DEEPER = ("(a)", "(i)", "(A)", "1)", "a)", "i)", "A.", "I.")
"""How paragraphs are counted that an officer moves below the levels of the report's own list."""
_COUNTED = ("Heading 1", "Committee Paragraph")
LIST_STYLES = {"List Bullet": "bullet", "List Number": "1.", "Committee Recommendation": "1."}
_BULLET_FONT = (
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:hint="default"/>'
    '<w:b w:val="0"/><w:i w:val="0"/></w:rPr>'
)


class ListKind(NamedTuple):
    """What lists that share an abstract list agree in. base, step: in twips."""

    style: str
    marker: str
    base: int
    step: int


class NumberingPart:
    """The numbering part: the report's own list, and one number for each list in the text."""

    def __init__(self, parts: Parts, styles: StyleSheet) -> None:
        self._styles = styles
        name = parts.related_part(DOCUMENT, "numbering")
        if name is None:
            name = "word/numbering.xml"
            parts.add(name, w("numbering"), WORD_TYPE + "numbering+xml")
            parts.relate(DOCUMENT, "numbering", name)
        self.root = parts.xml(name)
        self._next_abstract = 1 + _highest(self.root, "abstractNum", "abstractNumId")
        self._next_num = 1 + _highest(self.root, "num", "numId")
        self._free: dict[ListKind, list[int]] = {}
        self._first: dict[ListKind, int] = {}
        self._used: Counter[ListKind] = Counter()
        self._bullets: dict[ListKind, int] = {}
        self._abstracts = self._nums = ""
        self.indents: dict[int, tuple[int, int]] = {}  # by number: a list's base and its step
        self.paragraph_num = 0
        self.paragraph_level = 0

    # ------------------------------------------------------------ the report's list
    def link_styles(self, scheme: Numbering) -> None:
        """Number headings and paragraphs by the council's scheme, through their styles."""
        heading, paragraph = scheme.heading, scheme.paragraph
        shared = bool(heading) and "%2" in paragraph
        main = ""
        if heading:
            main += self._level(0, "decimal", heading, NUMBER_INDENT, "Heading 1")
        if shared:
            main += self._level(1, "decimal", paragraph, NUMBER_INDENT, "Committee Paragraph")
            main += self._below(2, scheme.sub_paragraph)
        num = self._add_num(self._add_abstract(self._whole(main), "report")) if main else 0
        self._link("Heading 1", num if heading else 0, 0)
        if paragraph and not shared:
            own = self._level(0, "decimal", paragraph, NUMBER_INDENT, "Committee Paragraph")
            own += self._below(1, scheme.sub_paragraph)
            num = self._add_num(self._add_abstract(self._whole(own), "paragraphs"))
        self.paragraph_num = num if paragraph else 0
        self.paragraph_level = 1 if shared else 0
        self._link("Committee Paragraph", self.paragraph_num, self.paragraph_level)
        self._free_others()
        if self.paragraph_num:
            self._follow_headings()
        if scheme.upper_headings:
            capitals = properties_of(self._styles.element("Heading 1"), "rPr")
            put_in_order(capitals, w("caps"))

    def _free_others(self) -> None:
        """No number for styles that have one of the template's, or from a style that has ours: Word
        bases TOC Heading on Heading 1, and the list of contents would be section 1.
        """
        counted = {self._styles.paragraph(name) for name in _COUNTED}
        for name in PARAGRAPH_STYLES:
            if name in _COUNTED or name in LIST_STYLES or not self._styles.has(name):
                continue
            above = self._styles.based_on("paragraph", self._styles.paragraph(name))
            numbered = (one.find(f"{clark('w:pPr')}/{clark('w:numPr')}") for one in above)
            if any(one is not None for one in numbered):
                self._link(name, 0, 0)
            if not counted.isdisjoint(one.get(clark("w:styleId"), "") for one in above):
                put_in_order(properties_of(above[0]), w("numPr", w("numId", val=0)))

    def _follow_headings(self) -> None:
        """Enter behind a heading begins a numbered paragraph where templates begin plain text."""
        plain = {self._styles.paragraph(name) for name in ("Body Text", "Normal")}
        numbered = self._styles.paragraph("Committee Paragraph")
        for level in range(1, 5):
            heading = self._styles.element(f"Heading {level}")
            if value_at(heading, "w:next") in plain:
                put_in_order(heading, w("next", val=numbered))

    def _below(self, level: int, pattern: str) -> str:
        """The level of paragraphs below a numbered sub-heading; set on each, as no style has it."""
        if not pattern:
            return ""
        return self._level(level, "decimal", pattern, NUMBER_INDENT, hanging=NUMBER_INDENT)

    def _whole(self, levels: str) -> str:
        """All nine levels, as Word writes them: on one that is not there a paragraph has no number,
        nor an indent.
        """
        first = levels.count("<w:lvl ")
        for place, level in enumerate(range(first, _LEVELS)):
            form, pattern = _FORMATS[_DEEPER[place]]
            indent = NUMBER_INDENT + LIST_STEP * (place + 1)
            levels += self._level(level, form, pattern.format(level + 1), indent)
        return levels

    def _link(self, style: str, num: int, level: int) -> None:
        self._free_from_template(style)
        properties = properties_of(self._styles.element(style))
        old = properties.find(clark("w:numPr"))
        if num:
            put_in_order(properties, w("numPr", w("ilvl", val=level), w("numId", val=num)))
        elif old is not None:
            properties.remove(old)

    def _free_from_template(self, style: str) -> None:
        """Unlink the template's own lists from a style: one style belongs to one level."""
        name = self._styles.paragraph(style)
        for level in self.root.iter(clark("w:lvl")):
            for link in level.findall(clark("w:pStyle")):
                if link.get(clark("w:val")) == name:
                    level.remove(link)

    def _level(
        self, level: int, form: str, text: str, indent: int, style: str = "", hanging: int = 0
    ) -> str:
        link = f'<w:pStyle w:val="{escape(self._styles.paragraph(style))}"/>' if style else ""
        hanging = hanging or (indent if style else LIST_STEP)
        return (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{link}'
            f'<w:suff w:val="tab"/><w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr>'
            f"{_BULLET_FONT if form == 'bullet' else ''}</w:lvl>"
        )

    # ------------------------------------------------------------ lists in the text
    @contextmanager
    def list(
        self,
        marker: str,
        start: int,
        level: int,
        base: int,
        step: int = LIST_STEP,
        style: str = "",
    ) -> Iterator[int]:
        """The number id for one list while its items are written.

        level: 0 for a list in the text, 1 for one in an item of it. base: indent of the text around
        it in twips; step: how far each level stands in. style: the name of its items' style. Raises
        KeyError for a marker that is not one of MARKERS.
        """
        kind = ListKind(style, marker, base, step)
        if level == 0:
            self._used[kind] += 1
        if marker == "bullet":
            number = self._bullet(kind)
            self.indents[number] = (base, step)
            yield number
            return
        free = self._free.setdefault(kind, [])
        abstract = free.pop() if free else self._list_abstract(kind)
        number = self._add_num(abstract, (level, start))
        self.indents[number] = (base, step)
        yield number
        free.append(abstract)

    def _bullet(self, kind: ListKind) -> int:
        if kind not in self._bullets:
            self._bullets[kind] = self._add_num(self._list_abstract(kind))
        return self._bullets[kind]

    def _list_abstract(self, kind: ListKind) -> int:
        levels = ""
        for level in range(_LEVELS):
            indent = kind.base + kind.step * (level + 1)
            form, text = "bullet", _BULLETS[level % len(_BULLETS)]
            if kind.marker != "bullet":
                form, pattern = _FORMATS[kind.marker]
                text = pattern.format(level + 1)
            levels += self._level(level, form, text, indent, hanging=kind.step)
        abstract = self._add_abstract(levels, f"{kind.marker}-{kind.base}")
        self._first.setdefault(kind, abstract)
        return abstract

    # ------------------------------------------------------------ the styles of lists
    def complete(self) -> None:
        """Link the styles of lists, now that all are written, and put everything into the part.

        Numbering and indents that the template's styles have are replaced: the items of the report
        do not follow them, and what is added should look like its neighbours.
        """
        linked = {style: self._abstract_of(style) for style in LIST_STYLES}
        nums = {style: self._add_num(abstract) for style, abstract in linked.items()}
        self.finish()
        for style, abstract in linked.items():
            self._link(style, nums[style], 0)
            properties = properties_of(self._styles.element(style))
            for indent in properties.findall(clark("w:ind")):
                properties.remove(indent)
            which = f"[@{clark('w:abstractNumId')}='{abstract}']"
            path = f"{clark('w:abstractNum')}{which}/{clark('w:lvl')}/{clark('w:numFmt')}"
            form = self.root.find(path)  # of the outermost level
            if form is not None:
                form.addnext(w("pStyle", val=self._styles.paragraph(style)))

    def _abstract_of(self, style: str) -> int:
        """The abstract list that most lists of a style stand on, or that one would."""
        used = [kind for kind, _ in self._used.most_common() if kind.style == style]
        if used:
            return self._first[used[0]]
        under = NUMBER_INDENT if self.paragraph_num and style.startswith("List") else 0
        return self._list_abstract(ListKind(style, LIST_STYLES[style], under, LIST_STEP))

    # ------------------------------------------------------------ the part
    def _add_abstract(self, levels: str, name: str) -> int:
        number = self._next_abstract
        self._next_abstract += 1
        # Word takes lists with the same nsid for one list: derive it from what tells them apart.
        nsid = short_digest(f"{name}-{number}").upper()
        template = short_digest(nsid).upper()
        self._abstracts += (
            f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{nsid}"/>'
            f'<w:multiLevelType w:val="multilevel"/><w:tmpl w:val="{template}"/>{levels}'
            "</w:abstractNum>"
        )
        return number

    def _add_num(self, abstract: int, start: tuple[int, int] | None = None) -> int:
        number = self._next_num
        self._next_num += 1
        override = ""
        if start is not None:
            level, value = start
            begin = f'<w:startOverride w:val="{value}"/>'
            override = f'<w:lvlOverride w:ilvl="{level}">{begin}</w:lvlOverride>'
        self._nums += (
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
        )
        return number

    def count_on(self) -> None:
        """Go on after numbers that were put into the part from elsewhere."""
        self._next_abstract = 1 + _highest(self.root, "abstractNum", "abstractNumId")
        self._next_num = 1 + _highest(self.root, "num", "numId")

    def finish(self) -> None:
        """Put what was added into the part: abstract lists come before the numbers on them."""
        added = parse(
            f"<w:numbering {DECLARED}>{self._abstracts}{self._nums}</w:numbering>".encode()
        )
        first_num = self.root.find(clark("w:num"))
        last = self.root.find(clark("w:numIdMacAtCleanup"))
        for node in list(added):
            before = first_num if node.tag == clark("w:abstractNum") else None
            before = last if before is None else before
            if before is None:
                self.root.append(node)
            else:
                before.addprevious(node)
        self._abstracts = self._nums = ""


def _highest(root: Element, tag: str, attribute: str) -> int:
    numbers = [
        int(node.get(clark(f"w:{attribute}"), "0")) for node in root.iterfind(clark(f"w:{tag}"))
    ]
    return max(numbers, default=0)
