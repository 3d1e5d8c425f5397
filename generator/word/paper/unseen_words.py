"""Words that stand in a file and that its pages do not show, or show as no longer valid.

    <w:r><w:rPr><w:vanish/></w:rPr>     hidden      <w:strike/>, <w:dstrike/>     struck through

A run says so itself, or its style, that of its paragraph, those that they are based on, or the
defaults: the nearest that says anything decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.word.package.elements import Element, clark, is_on, value_at

HIDDEN, STRUCK = "hidden", "struck"
_SAYS = {HIDDEN: ("w:vanish",), STRUCK: ("w:strike", "w:dstrike")}
_LOOKS, _DEFAULTS = clark("w:rPr"), f"{clark('w:docDefaults')}/{clark('w:rPrDefault')}"


class UnseenWords:
    """Tells of runs how their words are unseen. styles: the root of the styles, None for none."""

    def __init__(self, styles: Element | None) -> None:
        nodes = () if styles is None else styles.iterfind(clark("w:style"))
        self._styles: Mapping[str, Element] = {
            node.get(clark("w:styleId"), ""): node for node in nodes
        }
        self._plain = next((key for key, one in self._styles.items() if _is_plain(one)), "")
        self._styled: dict[tuple[str, str], list[Element]] = {}
        self._defaults = None if styles is None else styles.find(_DEFAULTS)

    def kinds(self, run: Element, paragraph_style: str) -> tuple[str, ...]:
        """'hidden', 'struck', both or none. paragraph_style: the id of it, '' for the default."""
        looks = run.find(_LOOKS)
        key = ("" if looks is None else value_at(looks, "w:rStyle"), paragraph_style or self._plain)
        if key not in self._styled:
            said = [*self._chain(key[0]), *self._chain(key[1])]
            said += [] if self._defaults is None else [self._defaults]
            self._styled[key] = [node for one in said for node in one.iterfind(_LOOKS)]
        found = [*run.iterfind(_LOOKS), *self._styled[key]]
        return tuple(kind for kind, names in _SAYS.items() if any(_on(found, one) for one in names))

    def _chain(self, key: str) -> Iterator[Element]:
        """A style and those it is based on."""
        seen: set[str] = set()
        while key in self._styles and key not in seen:
            seen.add(key)
            yield self._styles[key]
            key = value_at(self._styles[key], "w:basedOn")


def _is_plain(style: Element) -> bool:
    default = style.get(clark("w:default"), "0") not in ("0", "false", "off")
    return default and style.get(clark("w:type")) == "paragraph"


def _on(looks: list[Element], name: str) -> bool:
    """What the nearest says that says anything."""
    nodes = (one.find(clark(name)) for one in looks)
    return is_on(next((one for one in nodes if one is not None), None))
