"""Edits told as WordprocessingML: pieces put in, looks and styles changed."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from generator.word.package.elements import Element, clark, w
from generator.word.package.namespaces import NAMESPACES
from generator.word.package.parts import DOCUMENT, Parts
from tests.edits.pieces import FINANCE, Officer, Opened, edit, properties, text_of

_BULLETS, _NUMBERS = "3", "6"  # lists of the small workspace's drafts
_ITEM = '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'


def put_after(
    data: bytes, words: str, xml: str, by: Officer = FINANCE, *, part: str = DOCUMENT
) -> bytes:
    """Put blocks behind the paragraph that says the words."""

    def change(opened: Opened) -> None:
        place = opened.paragraph(words)
        for node in reversed(_parsed(xml)):
            place.addnext(node)

    return edit(data, by, change, part)


def put_before(data: bytes, words: str, xml: str, by: Officer = FINANCE) -> bytes:
    """Put blocks before the paragraph that says the words."""

    def change(opened: Opened) -> None:
        place = opened.paragraph(words)
        for node in _parsed(xml):
            place.addprevious(node)

    return edit(data, by, change)


def put_into(
    data: bytes, words: str, xml: str, by: Officer = FINANCE, *, part: str = DOCUMENT
) -> bytes:
    """Put pieces at the end of the paragraph that says the words."""

    def change(opened: Opened) -> None:
        place = opened.paragraph(words)
        for node in _parsed(xml):
            place.append(node)

    return edit(data, by, change, part)


def with_part(data: bytes, part: str, old: str, new: str) -> bytes:
    """Replace markup of a part, wherever it stands in it."""
    parts = Parts(data)
    said = parts.raw[part].decode()
    if old not in said:
        raise ValueError(f"{part} has no {old!r}")
    parts.raw[part] = said.replace(old, new).encode()
    return parts.to_bytes()


def with_look(
    data: bytes, words: str, look: str, by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Set the looks of words: '<w:strike/>'."""

    def change(opened: Opened) -> None:
        for run in opened.runs(words):
            own = run.find(clark("w:rPr"))
            old = w("rPr") if own is None else deepcopy(own)
            if own is None:
                own = w("rPr")
                run.insert(0, own)
            for node in _parsed(look):
                own.append(node)
            if tracked:
                own.append(opened.change("rPrChange", old))

    return edit(data, by, change)


def restyle(
    data: bytes, words: str, style: str, by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Give the paragraph that says just these words another style, and a list's its number."""

    def change(opened: Opened) -> None:
        found = (one for one in opened.root.iter(clark("w:p")) if text_of(one) == words)
        said = properties(next(found))
        old = deepcopy(said)
        for name in ("pStyle", "numPr"):
            for node in said.findall(clark(f"w:{name}")):
                said.remove(node)
        for node in reversed(_parsed(_style(style))):
            said.insert(0, node)
        if tracked:
            for mark in old.findall(clark("w:rPr")):
                old.remove(mark)
            said.append(opened.change("pPrChange", old))

    return edit(data, by, change)


def paragraph(
    words: str, style: str = "CommitteeParagraph", by: Officer = FINANCE, *, tracked: bool = False
) -> str:
    """The markup of a paragraph; of an item of a list, where that is its style."""
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    mark = ""
    if tracked:
        said = f'w:id="991" w:author="{by.name}" w:date="{by.date}"'
        run, mark = f"<w:ins {said}>{run}</w:ins>", f"<w:rPr><w:ins {said}/></w:rPr>"
    return f"<w:p><w:pPr>{_style(style)}{mark}</w:pPr>{run}</w:p>"


def _style(style: str) -> str:
    lists = {"ListBullet": _BULLETS, "ListNumber": _NUMBERS}
    number = _ITEM.format(level=0, list=lists[style]) if style in lists else ""
    return f'<w:pStyle w:val="{style}"/>{number}'


def _parsed(xml: str) -> list[Element]:
    names = "".join(f' xmlns:{name}="{address}"' for name, address in NAMESPACES.items())
    return list(etree.fromstring(f"<x{names}>{xml}</x>"))


def table(rows: Sequence[Sequence[str]], by: Officer = FINANCE, *, tracked: bool = False) -> str:
    """The markup of a table. rows: of words, or of cells as `cell` gives them."""
    said = f'<w:ins w:id="995" w:author="{by.name}" w:date="{by.date}"/>' if tracked else ""
    made = ""
    for row in rows:
        cells = (
            one if one.startswith("<w:tc>") else cell(paragraph(one, by=by, tracked=tracked))
            for one in row
        )
        made += f"<w:tr><w:trPr>{said}</w:trPr>{''.join(cells)}</w:tr>"
    grid = '<w:gridCol w:w="3000"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>"


def cell(blocks: str, said: str = "") -> str:
    """The markup of a cell. said: of its properties."""
    return f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{said}</w:tcPr>{blocks}</w:tc>'
