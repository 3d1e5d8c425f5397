"""The styles of a file that is read: what they say of outline, lists and look, by name in any case.

<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>
  <w:basedOn w:val="Standard"/>
  <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>
  <w:rPr><w:b/></w:rPr></w:style>
"""

from __future__ import annotations

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark, is_on, value_at, whole

DIRECT_LOOK = {
    clark("w:b"): "bold", clark("w:i"): "italic", clark("w:vanish"): "hidden",
}  # fmt: skip
RAISED = clark("w:vertAlign")
BODY_LEVEL = 9  # Word's 'body text' among the levels of the outline
_NONE = {"paragraph": "normal", "character": "default paragraph font"}


@dataclass(frozen=True, slots=True)
class StyleLook:
    """What properties say of text: True, False, or None where they say nothing."""

    bold: bool | None = None
    italic: bool | None = None
    hidden: bool | None = None
    superscript: bool | None = None


@dataclass(frozen=True, slots=True)
class ReadStyle:
    """A style with all that it is based on. names: its own, then theirs, in small letters.

    outline: 0 to 8 for headings, 9 for text, -1 where nothing is said. num, level: of its list, ''
    and -1 where it has none or does not say.
    """

    names: tuple[str, ...]
    look: StyleLook = StyleLook()
    outline: int = -1
    num: str = ""
    level: int = -1


def look_of(properties: Element | None) -> StyleLook:
    """What a w:rPr says itself."""
    if properties is None:
        return StyleLook()
    said: dict[str, bool] = {}
    for child in properties:
        name = DIRECT_LOOK.get(child.tag)
        if name is not None:
            said[name] = is_on(child)
        elif child.tag == RAISED:
            said["superscript"] = child.get(clark("w:val")) == "superscript"
    return StyleLook(**said)


class ReadStyles:
    """Styles by id. An id that the file does not have means the default style, as in Word."""

    def __init__(self, root: Element | None) -> None:
        styles = [] if root is None else root.findall(clark("w:style"))
        self._nodes = {(_type(node), node.get(clark("w:styleId"), "")): node for node in styles}
        self._known: dict[tuple[str, str], ReadStyle] = {}
        defaults = None if root is None else root.find(clark("w:docDefaults"))
        path = f"{clark('w:rPrDefault')}/{clark('w:rPr')}"
        self._defaults = look_of(None if defaults is None else defaults.find(path))
        self._default_ids = {
            _type(node): node.get(clark("w:styleId"), "")
            for node in styles
            if node.get(clark("w:default"), "0") not in ("0", "false", "off")
        }

    def paragraph(self, style_id: str) -> ReadStyle:
        """A paragraph style, with the file's defaults under it."""
        return self._style("paragraph", style_id)

    def character(self, style_id: str) -> ReadStyle:
        """A character style; '' is that of text without one."""
        return self._style("character", style_id)

    def _style(self, kind: str, style_id: str) -> ReadStyle:
        key = (kind, style_id)
        if key not in self._known:
            if key not in self._nodes:
                key = (kind, self._default_ids.get(kind, ""))
            self._known[kind, style_id] = self._resolved(key)
        return self._known[kind, style_id]

    def _resolved(self, key: tuple[str, str]) -> ReadStyle:
        """A style from the outermost that it is based on inwards: the inner one wins."""
        chain: list[Element] = []
        while key in self._nodes and self._nodes[key] not in chain:
            chain.append(self._nodes[key])
            key = (key[0], value_at(chain[-1], "w:basedOn"))
        made = ReadStyle((), self._defaults if key[0] == "paragraph" else StyleLook())
        for node in reversed(chain):
            made = _over(made, node)
        return made if made.names else ReadStyle((_NONE.get(key[0], ""),), made.look)


def _type(node: Element) -> str:
    return node.get(clark("w:type"), "paragraph")


def _over(under: ReadStyle, node: Element) -> ReadStyle:
    """A style with what a style based on it says."""
    own, look = look_of(node.find(clark("w:rPr"))), under.look
    properties = node.find(clark("w:pPr"))
    outline, num, level = under.outline, under.num, under.level
    if properties is not None:
        outline = whole(value_at(properties, "w:outlineLvl"), outline)
        num = value_at(properties, "w:numPr/w:numId", num)
        level = whole(value_at(properties, "w:numPr/w:ilvl"), level)
    return ReadStyle(
        (value_at(node, "w:name").strip().casefold(), *under.names),
        StyleLook(
            *(
                theirs if mine is None else mine
                for mine, theirs in (
                    (own.bold, look.bold),
                    (own.italic, look.italic),
                    (own.hidden, look.hidden),
                    (own.superscript, look.superscript),
                )
            )
        ),
        outline,
        num,
        level,
    )
