"""Tracked changes of one author accepted or rejected, and nobody else's: an own way, for tests.

It works as Word does: `settled(data, accept=False)` undoes what the program did to an officer's
file, with its comments, and leaves the officer's changes and comments where they are.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STORIES = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_COMMENTS = "word/comments.xml"


def settled(data: bytes, *, accept: bool, author: str = "committee") -> bytes:
    """A file without the tracked changes and comments of an author."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        gone = _comments_of(old, author)
        for name in old.namelist():
            content = old.read(name)
            if name in _STORIES:
                root = etree.fromstring(content)
                _settle(root, accept, author)
                _without_comments(root, gone)
                content = etree.tostring(root)
            elif name == _COMMENTS:
                root = etree.fromstring(content)
                _without_comments(root, gone)
                content = etree.tostring(root)
            new.writestr(name, content)
    return made.getvalue()


def _comments_of(file: zipfile.ZipFile, author: str) -> set[str]:
    if _COMMENTS not in file.namelist():
        return set()
    comments = etree.fromstring(file.read(_COMMENTS)).iter(f"{W}comment")
    return {one.get(f"{W}id") for one in comments if one.get(f"{W}author") == author}


def _without_comments(root: etree._Element, gone: set[str]) -> None:
    tags = ("comment", "commentRangeStart", "commentRangeEnd", "commentReference")
    for node in list(root.iter(*(W + tag for tag in tags))):
        if node.get(f"{W}id") in gone:
            parent = node.getparent()
            parent.remove(node)
            if parent.tag == f"{W}r" and not len(parent):
                parent.getparent().remove(parent)


def _settle(root: etree._Element, accept: bool, author: str) -> None:
    gone, kept = ("del", "ins") if accept else ("ins", "del")
    joined = []
    for node in list(_changes(root, "sectPrChange", author)):
        _settle_section(node, accept)
    for node in list(_changes(root, gone, author)):
        parent = node.getparent()
        if parent.tag == f"{W}rPr":
            joined.append(next(node.iterancestors(f"{W}p")))
        elif parent.tag == f"{W}trPr":
            row = parent.getparent()
            row.getparent().remove(row)
            continue
        parent.remove(node)
    for node in list(_changes(root, kept, author)):
        parent = node.getparent()
        at = parent.index(node)
        children = list(node)
        parent.remove(node)
        parent[at:at] = children
        if not accept:
            _as_text(children)
    for paragraph in joined:
        _join(paragraph)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)


def _settle_section(change: etree._Element, accept: bool) -> None:
    """Pages as they lie, or as they lay: their headers are not tracked and stay."""
    section = change.getparent()
    section.remove(change)
    if not accept:
        kept = [node for node in section if node.tag.endswith("Reference")]
        section[:] = [*kept, *change[0]]


def _changes(root: etree._Element, tag: str, author: str) -> Iterator[etree._Element]:
    return (node for node in root.iter(W + tag) if node.get(f"{W}author") == author)


def _as_text(runs: list[etree._Element]) -> None:
    """Deleted text as text again, but for what somebody else has deleted, too."""
    for run in runs:
        if any(node.tag == f"{W}del" for node in run.iterancestors()):
            continue
        for node in run.iter(f"{W}delText", f"{W}delInstrText"):
            node.tag = W + ("t" if node.tag == f"{W}delText" else "instrText")


def _join(paragraph: etree._Element) -> None:
    """Put what is left of a paragraph whose end goes before the next."""
    following = paragraph.getnext()
    content = [node for node in paragraph if node.tag != f"{W}pPr"]
    if following is not None and following.tag == f"{W}p":
        at = 1 if following.find(f"{W}pPr") is not None else 0
        following[at:at] = content
    elif any(node.tag == f"{W}r" for node in content):
        return
    paragraph.getparent().remove(paragraph)
