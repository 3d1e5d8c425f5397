"""The structure tree of a tagged PDF: what a screen reader reads, as elements with kinds and kids.

    /StructTreeRoot /K -> /Document -> /H1, /Table -> /TR -> /TH /A << /O /Table /Scope /Column >>

An element's kind (/S) may be a style's name ('/Committee Paragraph'); /RoleMap says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

_KINDS = """\
Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot
Ruby RB RT RP Warichu WT WP Figure Formula Form"""
STANDARD = frozenset(f"/{name}" for name in _KINDS.split())
"""The kinds of PDF 1.7 (ISO 32000-1, 14.8.4)."""


def elements(pdf: Pdf) -> Iterator[Object]:
    """Every element of the tree, in reading order."""
    root = pdf.Root.get("/StructTreeRoot")
    if root is not None:
        for kid in kids(root):
            yield from elements_under(kid)


def elements_under(element: Object) -> Iterator[Object]:
    """An element and all that is under it, in reading order."""
    waiting = [element]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(kids(one))


def kids(element: Object) -> list[Object]:
    """The elements directly under one; what is content is none."""
    return [one for one in listed(element) if isinstance(one, Dictionary) and "/S" in one]


def listed(element: Object, key: str = "/K") -> list[Object]:
    """What hangs under an element, content among it; or another of its lists."""
    found = element.get(key)
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def kind(element: Object) -> str:
    """'/Table' of an element, as it stands there."""
    return str(element.get("/S", ""))


def role(pdf: Pdf, element: Object) -> str:
    """What an element is, its style's name followed through the role map."""
    name, roles = kind(element), pdf.Root.StructTreeRoot.get("/RoleMap", Dictionary())
    for _ in range(10):
        if name not in roles:
            break
        name = str(roles[name])
    return name


def set_attribute(element: Object, owner: str, name: str, value: object) -> None:
    """Set an attribute of an owner ('/Table', '/Scope'), beside the attributes of others."""
    told = listed(element, "/A")
    own = next((one for one in told if str(one.get("/O", "")) == owner), None)
    if own is None:
        own = Dictionary(O=Name(owner))
        told.append(own)
    own[name] = value
    element["/A"] = Array(told)


def move_first(element: Object, target: Object) -> None:
    """Take an element from where it is, and make it the first under another."""
    parent = element["/P"]
    left = [one for one in listed(parent) if not same(one, element)]
    parent["/K"] = Array(left)
    target["/K"] = Array([element, *listed(target)])
    element["/P"] = target


def same(one: Object, other: Object) -> bool:
    """Whether two of what hangs somewhere are one element."""
    return isinstance(one, Dictionary) and one.objgen == other.objgen
