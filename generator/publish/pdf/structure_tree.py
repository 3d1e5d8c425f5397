"""The structure tree of a tagged PDF: what a screen reader reads, as elements with kinds and kids.

    /StructTreeRoot /K -> /Document -> /H1, /Table -> /TR -> /TH /A << /O /Table /Scope /Column >>

An element's kind (/S) may be a style's name ('/Committee Paragraph'); /RoleMap says what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf


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
    return [one for one in _listed(element) if isinstance(one, Dictionary) and "/S" in one]


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
    listed = _listed(element, "/A")
    own = next((one for one in listed if str(one.get("/O", "")) == owner), None)
    if own is None:
        own = Dictionary(O=Name(owner))
        listed.append(own)
    own[name] = value
    element["/A"] = Array(listed)


def move_first(element: Object, target: Object) -> None:
    """Take an element from where it is, and make it the first under another."""
    parent = element["/P"]
    left = [one for one in _listed(parent) if not _same(one, element)]
    parent["/K"] = Array(left)
    target["/K"] = Array([element, *_listed(target)])
    element["/P"] = target


def _listed(element: Object, key: str = "/K") -> list[Object]:
    found = element.get(key)
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]


def _same(one: Object, other: Object) -> bool:
    return isinstance(one, Dictionary) and one.objgen == other.objgen
