"""What Word writes into every file, for a template that some other program made.

    word/theme/theme1.xml, word/fontTable.xml, word/webSettings.xml
    <w:styles>...<w:latentStyles w:count="376" ...>

Runs that a default template marked as American English take the report's language: Word would mark
every "organisation" in a header as misspelt.

Word opens a file without them and fills them in with defaults of its own: another font and blue for
what an officer adds, and a list of styles in which nobody finds the council's. What a template has
is the designer's and stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts
from generator.word.styles.word_styles import complete_styles, rename_styles
from generator.word.template.font_table import font_table
from generator.word.template.theme import theme_of

_NO_STORIES = ("fontTable", "webSettings")
_FONTS = ("ascii", "hAnsi", "cs", "eastAsia")
_BULLETS = "Arial"  # of the lists that the program writes


def completed(document: bytes) -> bytes:
    """A .docx with all that Word would have written; the same bytes where nothing was missing."""
    parts = Parts(document)
    return parts.to_bytes() if complete_parts(parts) else document


def complete_parts(parts: Parts) -> bool:
    """Put in what is missing. Returns whether anything was."""
    styles = parts.related_part(DOCUMENT, "styles")
    if styles is None:
        return False
    root = parts.xml(styles)
    before = len(root)
    ids = complete_styles(root)
    changed = len(root) != before
    for name in _stories(parts) if changed else ():
        rename_styles(parts.xml(name), ids)
        declare_used(parts.xml(name))
    for name in _stories(parts):
        if name != styles and b"en-US" in parts.raw[name]:
            changed = take_off_american(parts.xml(name)) or changed
    for kind, (name, make, content_type) in _MADE.items():
        if parts.related_part(DOCUMENT, kind) is None:
            parts.add(name, make(parts, root), content_type)
            parts.relate(DOCUMENT, kind, name)
            changed = True
    return changed


def take_off_american(story: Element) -> bool:
    """Let runs marked as American English take the language of all. Returns whether any was."""
    said = clark("w:val")
    marked = [node for node in story.iter(clark("w:lang")) if node.get(said) == "en-US"]
    for node in marked:
        del node.attrib[said]
        parent = node.getparent()
        if not node.attrib and parent is not None:
            parent.remove(node)
    return bool(marked)


def declare_used(root: Element) -> None:
    """Take out the namespaces that a part declares and does not use."""
    used = {
        name[1:].partition("}")[0]
        for node in root.iter(etree.Element)
        for name in (str(node.tag), *map(str, node.attrib))
    }
    prefixes = [prefix for prefix, name in root.nsmap.items() if prefix and name in used]
    ignorable = root.attrib.pop(clark("mc:Ignorable"), "")
    kept = " ".join(prefix for prefix in ignorable.split() if prefix in prefixes)
    if kept:
        root.set(clark("mc:Ignorable"), kept)
    etree.cleanup_namespaces(root, keep_ns_prefixes=kept.split())


def _stories(parts: Parts) -> list[str]:
    """The parts that name styles: texts of every kind, and lists."""
    return [
        name
        for name in parts.names()
        if parts.content_type(name).startswith(WORD_TYPE)
        and parts.content_type(name).removesuffix("+xml").rsplit(".", 1)[-1] not in _NO_STORIES
    ]


def _font_table(parts: Parts, styles: Element) -> Element:
    names = {_BULLETS}
    for root in (styles, *map(parts.xml, _stories(parts))):
        for node in root.iter(clark("w:rFonts")):
            names |= {node.get(clark(f"w:{kind}"), "") for kind in _FONTS}
    return font_table(names - {""})


def _web_settings(_parts: Parts, _styles: Element) -> Element:
    return w("webSettings", w("optimizeForBrowser"), w("allowPNG"))


_MADE: dict[str, tuple[str, Callable[[Parts, Element], Element], str]] = {
    "theme": (
        "word/theme/theme1.xml",
        theme_of,
        "application/vnd.openxmlformats-officedocument.theme+xml",
    ),
    "fontTable": ("word/fontTable.xml", _font_table, f"{WORD_TYPE}fontTable+xml"),
    "webSettings": ("word/webSettings.xml", _web_settings, f"{WORD_TYPE}webSettings+xml"),
}
