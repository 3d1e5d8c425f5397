"""Comments, answers to them, and comments resolved."""

from __future__ import annotations

from generator.model.digests import short_digest
from generator.word.package.elements import Element, clark, w
from generator.word.package.namespaces import NAMESPACES
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts
from tests.edits.pieces import FINANCE, Officer, Opened, edit, new_run

_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def comment(data: bytes, words: str, remark: str, by: Officer = FINANCE) -> bytes:
    """Comment on words."""

    def change(opened: Opened) -> None:
        runs = opened.runs(words)
        number = _add(opened, remark)
        runs[0].addprevious(w("commentRangeStart", id=number))
        end = w("commentRangeEnd", id=number)
        runs[-1].addnext(end)
        end.addnext(w("r", w("commentReference", id=number)))

    return edit(data, by, change)


def reply(data: bytes, remark: str, answer: str, by: Officer = FINANCE) -> bytes:
    """Answer a comment; the answer stands where the comment does."""

    def change(opened: Opened) -> None:
        first = _find(opened.parts, remark)
        number = _add(opened, answer, _paragraph_id(first))
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for node in opened.root.iter(clark(f"w:{name}")):
                if node.get(clark("w:id")) == first.get(clark("w:id")):
                    place = node.getparent() if name == "commentReference" else node
                    made = w(name, id=number)
                    place.addnext(w("r", made) if name == "commentReference" else made)
                    break

    return edit(data, by, change)


def resolve(data: bytes, remark: str, by: Officer = FINANCE) -> bytes:
    """Mark a comment as resolved."""

    def change(opened: Opened) -> None:
        wanted = _paragraph_id(_find(opened.parts, remark))
        for node in _part(opened.parts, "commentsExtended"):
            if node.get(clark("w15:paraId")) == wanted:
                node.set(clark("w15:done"), "1")

    return edit(data, by, change)


def _add(opened: Opened, remark: str, parent: str = "") -> int:
    """Add a comment, and its entry among the extended ones; give its id."""
    number = opened.number()
    # Word asks for ids of paragraphs below 80000000.
    own = f"{int(short_digest(f'{number}{remark}')[:8], 16) % 0x80000000:08X}"
    by = opened.by
    paragraph = w("p", new_run(remark, None))
    paragraph.set(clark("w14:paraId"), own)
    said = {"id": number, "author": by.name, "date": by.date, "initials": by.initials}
    _part(opened.parts, "comments").append(w("comment", paragraph, **said))
    entry = w("x")
    entry.tag = clark("w15:commentEx")
    entry.set(clark("w15:paraId"), own)
    if parent:
        entry.set(clark("w15:paraIdParent"), parent)
    entry.set(clark("w15:done"), "0")
    _part(opened.parts, "commentsExtended").append(entry)
    return number


def _part(parts: Parts, kind: str) -> Element:
    """The root of a part for comments, made where there is none."""
    name = parts.related_part(DOCUMENT, kind)
    if name is None:
        name = f"word/{kind}.xml"
        root = w("comments")
        if kind == "commentsExtended":
            root.tag = f"{{{NAMESPACES['w15']}}}commentsEx"
        parts.add(name, root, f"{WORD_TYPE}{kind}+xml")
        parts.relate(DOCUMENT, _EXTENDED if kind == "commentsExtended" else kind, name)
    return parts.xml(name)


def _find(parts: Parts, remark: str) -> Element:
    for node in _part(parts, "comments"):
        if "".join(piece.text or "" for piece in node.iter(clark("w:t"))) == remark:
            return node
    raise ValueError(f"no comment says {remark!r}")


def _paragraph_id(node: Element) -> str:
    return [p.get(clark("w14:paraId"), "") for p in node.iter(clark("w:p"))][-1]
