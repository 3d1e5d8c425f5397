"""The base of a draft, read back from its custom XML part.

    <report xmlns="urn:committee-report:base:3" folder="health-check-2022" ...>

It is found by its namespace: programs that save the file again may give the part another name.
"""

from __future__ import annotations

from lxml import etree

from generator.model.draft_base import BaseEntry, BaseSpan, DraftBase
from generator.model.surroundings import Beside, PageLines, PageSection, Story
from generator.word.package.elements import Element
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.writing.base_text import NAMESPACE

_B = f"{{{NAMESPACE}}}"


def read_base(parts: Parts, whole: bool = True) -> DraftBase | None:
    """The base that a draft carries; None where it has none. Raises PackageError for a damaged one.

    whole: with what it says of texts and values, else only of itself.
    The base of another version of the program is not read: a draft is built anew for it.
    """
    name = base_part_name(parts)
    return None if name is None else _base(parts.xml(name), name, whole)


def base_part_name(parts: Parts) -> str | None:
    """The name of the part that holds the base, None where there is none. Raises PackageError."""
    for name in parts.names():
        known = name.startswith("customXml/") and NAMESPACE.encode() in parts.raw[name]
        if known and parts.xml(name).tag == f"{_B}report":
            return name
    return None


def _base(root: Element, name: str, whole: bool) -> DraftBase:
    folder, format_, draft = (root.get(one, "") for one in ("folder", "format", "draft"))
    if not whole:
        return DraftBase(folder, format_, draft, (), (), {})
    try:
        return DraftBase(
            folder,
            format_,
            draft,
            tuple(_entry(node) for node in root.iterfind(f"{_B}text")),
            tuple((one.get("unit", ""), one.text or "") for one in root.iterfind(f"{_B}sign-off")),
            {
                one.get("bookmark", ""): (one.get("key", ""), one.text or "")
                for one in root.iterfind(f"{_B}value")
            },
            {one.get("name", ""): one.text or "" for one in root.iterfind(f"{_B}page")},
            tuple(_section(node) for node in root.iterfind(f"{_B}section")),
            tuple(Beside(n.get("kind", ""), n.text or "") for n in root.iterfind(f"{_B}beside")),
        )
    except ValueError as error:
        raise PackageError(f"its part {name} is not as it was written ({error})") from error


def _entry(node: Element) -> BaseEntry:
    printed = node.findtext(f"{_B}printed") or ""
    line = int(node.get("line", "0"))
    said = {name: node.get(name, "") for name in ("mark", "name", "unit", "file", "section")}
    source = node.findtext(f"{_B}source")
    written = node.get("by") == "person"
    return BaseEntry(
        node.get("kind", ""),
        printed,
        source if source is not None else printed if written else "",
        **said,
        by=node.get("by", "program"),
        line=line,
        end=int(node.get("end", line)),
        place=node.get("place", ""),
        repeated=node.get("repeated") == "yes",
        aliases=tuple(node.get("aliases", "").split()),
        lead=node.get("lead", ""),
        shape=node.get("shape", ""),
        spans=tuple(_span(one) for one in node.iterfind(f"{_B}span")),
    )


def _span(node: etree._Element) -> BaseSpan:
    def has(name: str) -> bool:
        return node.get(name) == "yes"

    return BaseSpan(
        int(node.get("at", "0")),
        int(node.get("to", "0")),
        has("bold"),
        has("italic"),
        has("superscript"),
        node.get("link", ""),
        node.get("value", ""),
        node.get("reference", ""),
        has("note"),
    )


def _section(node: Element) -> PageSection:
    width, height = map(int, node.get("size", "").split())
    top, right, bottom, left = map(int, node.get("edges", "").split())
    columns, numbers = int(node.get("columns", "1")), node.get("numbers", "")
    lines = tuple(_lines(one) for one in node)
    return PageSection((width, height), (top, right, bottom, left), columns, numbers, lines)


def _lines(node: Element) -> PageLines:
    said = tuple(line.text or "" for line in node)
    story: Story = "footer" if node.tag == f"{_B}footer" else "header"
    return PageLines(story, node.get("page", ""), said)
