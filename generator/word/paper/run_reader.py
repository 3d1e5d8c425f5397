"""The runs of a paragraph with their looks, links, fields and notes; what was taken away left out.

<w:hyperlink r:id="rId4"><w:r><w:t>the survey</w:t></w:r></w:hyperlink>
<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _ref_pay \\h</w:instrText></w:r>
<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3.5</w:t></w:r>
<w:r><w:fldChar w:fldCharType="end"/></w:r>            -> '3.5', field 'REF _ref_pay \\h'
<w:del ...><w:r><w:delText>gone</w:delText></w:r></w:del>                  -> a revision, no text
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from generator.model.release.paper import PaperComment, PaperRevision, PaperRun
from generator.word.package.elements import Element, clark, local_name
from generator.word.reading.choices import chosen
from generator.word.styles.look_styles import LookStyles

_RPR = clark("w:rPr")
_HYPHEN = clark("w:noBreakHyphen")
_TEXTS = {
    clark("w:tab"): "\t", clark("w:br"): "\n", clark("w:cr"): "\n",
    _HYPHEN: "-", clark("w:softHyphen"): "",
}  # fmt: skip
_T, _MATH_T = clark("w:t"), clark("m:t")
_DRAWN = (clark("w:drawing"), clark("w:pict"), clark("w:object"))
_NOTES = {clark("w:footnoteReference"): "", clark("w:endnoteReference"): "e"}
_INSERTED = (clark("w:ins"), clark("w:moveTo"))
_TAKEN = (clark("w:del"), clark("w:moveFrom"))
_THROUGH = tuple(
    clark(f"w:{name}") for name in ("sdtContent", "smartTag", "customXml", "dir", "bdo")
)
_BREAK_PAGES = ("page", "column")
VALUE = "_val_"


class RunReader:
    """Reads the runs of one paragraph after another of a story; fields run over paragraphs."""

    def __init__(self, looks: LookStyles, drawn: Callable[[Element], None]) -> None:
        """drawn: takes each drawing that stands in the text."""
        self._looks, self._drawn = looks, drawn
        self.links: Mapping[str, str] = {}
        self.controls: list[str] = []
        self.revisions: list[tuple[str, Element, str]] = []
        self.commented: dict[str, int] = {}
        self.instructions: set[str] = set()
        self.index = 0
        self._fields: list[list[str]] = []
        self._shown: list[bool] = []
        self._values: dict[str, str] = {}
        self._style, self._around = "", ""
        self._table: tuple[str, ...] = ()
        self._steps: dict[str, Callable[[Element], None]] = {
            clark("w:r"): self._run,
            clark("w:hyperlink"): self._hyperlink,
            clark("w:fldSimple"): self._simple_field,
            clark("w:sdt"): self._control,
            clark("w:bookmarkStart"): self._bookmark,
            clark("w:bookmarkEnd"): self._bookmark_end,
            clark("w:commentRangeStart"): self._comment,
            clark("w:commentReference"): self._comment,
            clark("mc:AlternateContent"): self._choice,
            clark("m:oMath"): self._equation,
            clark("m:oMathPara"): self._equation,
            **dict.fromkeys(_INSERTED, self._inserted),
            **dict.fromkeys(_TAKEN, self._taken),
            **dict.fromkeys(_THROUGH, self._inside),
        }
        self.begin("", "", (), 0)

    def open_story(self, links: Mapping[str, str]) -> None:
        """A story begins; a field that another has not closed ends with that."""
        self.links = links
        self._fields.clear()
        self._shown.clear()

    def begin(self, style: str, around: str, table: tuple[str, ...], index: int) -> None:
        """A paragraph begins. style: its id. around: what it stands on. table: see LookStyles."""
        self._style, self._around, self._table = style, around, table
        self.index = index
        self.runs: list[PaperRun] = []
        self.bookmarks: list[str] = []
        self._link, self._tracked = "", False
        self.turned = False

    def read(self, node: Element) -> None:
        """Read what stands in a w:p or within a part of one."""
        for child in node:
            step = self._steps.get(child.tag)
            if step is not None:
                step(child)

    # ------------------------------------------------------------ what stands round runs
    def _inside(self, node: Element) -> None:
        self.read(node)

    def _control(self, node: Element) -> None:
        tag = node.find(f"{clark('w:sdtPr')}/{clark('w:tag')}")
        self.controls.append("" if tag is None else tag.get(clark("w:val"), ""))
        for content in node.iterfind(clark("w:sdtContent")):
            self.read(content)

    def _choice(self, node: Element) -> None:
        taken = chosen(node)
        if taken is not None:
            self.read(taken)

    def _hyperlink(self, node: Element) -> None:
        anchor = node.get(clark("w:anchor"), "")
        address = self.links.get(node.get(clark("r:id"), ""), "")
        before, self._link = self._link, address + (f"#{anchor}" if anchor else "")
        self.read(node)
        self._link = before

    def _inserted(self, node: Element) -> None:
        self.revisions.append((local_name(node), node, _words(node)))
        before, self._tracked = self._tracked, True
        self.read(node)
        self._tracked = before

    def _taken(self, node: Element) -> None:
        self.revisions.append((local_name(node), node, _words(node)))
        for character in node.iter(clark("w:fldChar")):
            self._field_character(character)

    def _bookmark(self, node: Element) -> None:
        name = node.get(clark("w:name"), "")
        self.bookmarks.append(name)
        if name.startswith(VALUE):
            self._values[node.get(clark("w:id"), "")] = name

    def _bookmark_end(self, node: Element) -> None:
        self._values.pop(node.get(clark("w:id"), ""), None)

    def _comment(self, node: Element) -> None:
        self.commented.setdefault(node.get(clark("w:id"), ""), self.index)

    def _equation(self, node: Element) -> None:
        self._add("".join(one.text or "" for one in node.iter(_MATH_T)), None)

    # ------------------------------------------------------------ fields
    def _simple_field(self, node: Element) -> None:
        self._fields.append([node.get(clark("w:instr"), "")])
        self._shown.append(True)
        self.read(node)
        self._field_ends()

    def _field_character(self, node: Element) -> None:
        kind = node.get(clark("w:fldCharType"))
        if kind == "begin":
            self._fields.append([])
            self._shown.append(False)
        elif self._fields and kind == "separate":
            self._shown[-1] = True
        elif self._fields and kind == "end":
            self._field_ends()

    def _field_ends(self) -> None:
        self.instructions.update("".join(self._fields.pop()).split(None, 1)[:1])
        self._shown.pop()

    # ------------------------------------------------------------ runs
    def _run(self, node: Element) -> None:
        properties: Element | None = None
        text: list[str] = []
        for child in node:
            tag = child.tag
            if tag == _T:
                text.append(child.text or "")
            elif tag == _RPR:
                properties = child
            elif tag in _TEXTS:
                if child.get(clark("w:type")) in _BREAK_PAGES:
                    self.turned = True
                else:
                    text.append(_TEXTS[tag])
            else:
                text = self._special(child, text, properties)
        self._add("".join(text), properties)

    def _special(self, node: Element, text: list[str], properties: Element | None) -> list[str]:
        """What else stands in a run; the text that is not yet a run of its own."""
        tag = node.tag
        if tag == clark("w:fldChar"):
            self._add("".join(text), properties)
            self._field_character(node)
            return []
        if tag == clark("w:instrText") and self._fields:
            self._fields[-1].append(node.text or "")
        elif tag in _NOTES:
            self._add("".join(text), properties)
            self._add("", properties, _NOTES[tag] + node.get(clark("w:id"), ""))
            return []
        elif tag in _DRAWN:
            self._drawn(node)
        elif tag == clark("mc:AlternateContent"):
            taken = chosen(node)
            for one in () if taken is None else taken:
                text = self._special(one, text, properties)
        elif tag == clark("w:commentReference"):
            self._comment(node)
        elif tag == clark("w:sym"):
            text.append(_symbol(node))
        return text

    def _add(self, text: str, properties: Element | None, note: str = "") -> None:
        if (not text and not note) or False in self._shown:
            return
        look = self._looks.look(self._style, properties, self._around, self._table)
        link, field, value, tracked = self._link, "", "", self._tracked
        if self._fields:
            field = "".join(self._fields[-1]).strip()
            link = link or _field_link(field)
        if self._values:
            value = next(reversed(self._values.values()))
        if text and self.runs:
            before = self.runs[-1]
            said = before.value, before.link, before.field, before.note, before.tracked
            alike = said == (value, link, field, note, tracked)
            if alike and (before.look is look or before.look == look):
                # Two runs that are one to a reader.
                text = self.runs.pop().text + text
        self.runs.append(PaperRun(text, look, link, field, note, value, tracked))


def _field_link(instruction: str) -> str:
    """The address of a HYPERLINK field, '' for another field."""
    if not instruction.upper().startswith("HYPERLINK"):
        return ""
    from generator.word.reading.field_stack import understood

    return understood(instruction).link


def _symbol(node: Element) -> str:
    code = node.get(clark("w:char"), "")
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _words(node: Element) -> str:
    found = node.iter(_T, clark("w:delText"), _HYPHEN)
    return "".join("-" if one.tag == _HYPHEN else one.text or "" for one in found)


def revision(kind: str, node: Element, words: str, index: int) -> PaperRevision:
    """A tracked change by its element."""
    author, date = node.get(clark("w:author"), ""), node.get(clark("w:date"), "")
    return PaperRevision(kind, author, date, index, words)


def comment(node: Element, index: int) -> PaperComment:
    """A comment by its w:comment."""
    author, date = node.get(clark("w:author"), ""), node.get(clark("w:date"), "")
    lines = ("".join(t.text or "" for t in p.iter(_T)) for p in node.iter(clark("w:p")))
    return PaperComment(author, date, "\n".join(lines).strip(), index)
