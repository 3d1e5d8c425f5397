"""The two ways the XML of a .docx is written.

Parts that the template brings (styles, settings, section properties) are lxml elements, changed in
place: `w("pStyle", val="Quote")` is `<w:pStyle w:val="Quote"/>`. The text of a report is written as
strings: 1,437 paragraphs, those of a long paper, take 3 ms so, 23 ms as elements and 950 ms with
python-docx (`python -m benchmarks --only text`). `xml_text.escape` is then the one way for text to
get in. What is written is parsed once before it is kept, which takes 2 ms more.
"""

from __future__ import annotations

from functools import cache
from typing import cast

from lxml import etree
from lxml.etree import _Element

from generator.word.package.namespaces import NAMESPACES, W

Element = _Element
Shape = tuple[tuple[object, ...], ...]

_W_ONLY = {"w": W}
# Comments and instructions of whoever wrote the XML say nothing to Word.
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    huge_tree=False,
    remove_comments=True,
    remove_pis=True,
)


def words(text: str) -> tuple[str, ...]:
    """The names in a text; long lists of a schema read better so."""
    return tuple(text.split())


@cache
def clark(name: str) -> str:
    """'w:val' as lxml wants it: '{http://...}val'. Raises KeyError for an unknown prefix."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


@cache
def _clark_path(path: str) -> str:
    return "/".join(map(clark, path.split("/")))


@cache
def _w(local: str) -> str:
    return f"{{{W}}}{local.rstrip('_')}"


def default_namespace(name: str) -> dict[str, str]:
    """lxml's nsmap for a part whose elements stand without a prefix."""
    return cast("dict[str, str]", {None: name})


def w(tag: str, *children: Element, **attributes: str | int) -> Element:
    """A w: element with w: attributes and children; a trailing underscore of a name is dropped."""
    made = etree.Element(_w(tag), nsmap=_W_ONLY)
    for name, value in attributes.items():
        made.set(_w(name), str(value))
    if children:
        made.extend(children)
    return made


def value_at(node: Element, path: str, default: str = "") -> str:
    """The w:val of what lies at a path ('w:rPr/w:sz'); the default where there is none."""
    found = node.find(_clark_path(path))
    return default if found is None else str(found.get(clark("w:val"), default))


def local_name(node: Element) -> str:
    """The name of an element without its namespace: 'tbl'; '' of a comment or an instruction."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def shape_of(node: Element) -> Shape:
    """All that elements say but their texts: equal for elements that say the same."""
    return tuple([(one.tag, len(one), *one.items()) for one in node.iter()])


def is_on(switch: Element | None) -> bool:
    """Whether a switch such as w:b is there and not switched off."""
    return switch is not None and switch.get(clark("w:val"), "1") not in ("0", "false", "off")


def to_bytes(root: Element) -> bytes:
    """A part's bytes: XML declaration, UTF-8, standalone."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def to_text(element: Element) -> str:
    """An element as it stands in the text, without declaring the namespaces of the text again."""
    return undeclared(str(etree.tostring(element, encoding="unicode")))


def undeclared(text: str) -> str:
    """The XML text of an element without the namespaces that the text declares already."""
    for prefix in ("w", "r"):
        text = text.replace(f' xmlns:{prefix}="{NAMESPACES[prefix]}"', "")
    return text


def parse(data: bytes) -> Element:
    """Parse a part. Entities are not resolved. Raises lxml.etree.XMLSyntaxError."""
    return etree.fromstring(data, _PARSER)


def text_of(element: Element) -> str:
    """The text a reader sees in an element: runs, with tabs and line breaks, in order."""
    found: list[str] = []
    for node in element.iter(_w("t"), _w("tab"), _w("br"), _w("noBreakHyphen")):
        local = node.tag[len(W) + 2 :]
        if local == "t":
            found.append(node.text or "")
        elif local == "tab":
            parent = node.getparent()
            if parent is not None and parent.tag == _w("r"):
                found.append("\t")
        else:
            found.append("\n" if local == "br" else "-")
    return "".join(found)


def whole(text: str, default: int) -> int:
    """A whole number as files have it; the default for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else default
