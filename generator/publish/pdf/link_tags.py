"""The links of a tagged PDF as a screen reader meets them, each whole and each told as a link.

LibreOffice makes two elements of a link that goes over the end of a line, the first of them without
words, and none at all for the marks of notes that lead back to the text. PDF/UA asks that every
annotation of a link hangs in an element of its own (7.18.5).

    /Link /K [ 24 << /Type /OBJR /Obj 152 0 R >> << /Type /OBJR /Obj 153 0 R >> ]
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

from generator.publish.pdf.structure_tree import elements, elements_under, listed, role, same

_PRINTED = 4  # the flag of what is printed, as PDF 32000-1, table 165, counts them


def tag_links(pdf: Pdf) -> None:
    """Links are whole, are reached in the order of the text, and say where they lead."""
    parents = NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for link, rest in _broken(pdf):
        _join(link, rest, parents)
    _tag_back_links(pdf, parents)
    for page in pdf.pages:
        page.obj["/Tabs"] = Name.S
        for annotation in page.obj.get("/Annots", []):
            _describe(annotation)


def _describe(annotation: Object) -> None:
    """What a link says of itself, where nothing does; and that it is there in print."""
    action = annotation.get("/A")
    if not str(annotation.get("/Contents", "")) and action is not None:
        annotation["/Contents"] = String(str(action.get("/URI", "link")))
    annotation["/F"] = int(annotation.get("/F", 0)) | _PRINTED


def _broken(pdf: Pdf) -> Iterator[tuple[Object, Object]]:
    """Links without words, each with the link behind it that leads to the same place."""
    for parent in list(elements(pdf)):
        beside = listed(parent)
        for link, rest in pairwise(beside):
            if _is_link(link) and _is_link(rest) and not _worded(link):
                ends = [_target(one) for one in (link, rest)]
                if ends[0] is not None and ends[0] == ends[1]:
                    yield link, rest


def _is_link(kid: Object) -> bool:
    return isinstance(kid, Dictionary) and kid.get("/S") == "/Link"


def _worded(link: Object) -> bool:
    return any(not isinstance(one, Dictionary) or "/S" in one for one in listed(link))


def _annotations(element: Object) -> list[Object]:
    kids = (one for one in listed(element) if isinstance(one, Dictionary))
    return [one.Obj for one in kids if one.get("/Type") == "/OBJR"]


def _target(link: Object) -> bytes | None:
    """Where a link leads, to be compared; None for one without an annotation."""
    found = _annotations(link)
    if not found:
        return None
    place = found[0].get("/A", found[0].get("/Dest"))
    return None if place is None else place.unparse()


def _join(link: Object, rest: Object, parents: NumberTree) -> None:
    """Make the first part of a link part of the element that has its words."""
    for annotation in _annotations(link):
        if "/StructParent" in annotation:
            parents[int(annotation.StructParent)] = rest
    rest["/K"] = Array([*listed(link), *listed(rest)])
    parent = link["/P"]
    parent["/K"] = Array(one for one in listed(parent) if not same(one, link))


# ---------------------------------------------------------------- notes
def _tag_back_links(pdf: Pdf, parents: NumberTree) -> None:
    """The links from notes back to their marks. Both come in the order of the pages."""
    tagged = {one.objgen for element in elements(pdf) for one in _annotations(element)}
    loose = [
        (page.obj, one)
        for page in pdf.pages
        for one in page.obj.get("/Annots", [])
        if one.get("/Subtype") == "/Link" and one.objgen not in tagged
    ]
    notes = [one for one in elements(pdf) if role(pdf, one) == "/Note"]
    if len(notes) != len(loose):
        return
    for note, (page, annotation) in zip(notes, loose, strict=True):
        key = max(parents.keys(), default=-1) + 1
        annotation["/StructParent"] = key
        parents[key] = _put_first(pdf, note, page, annotation)


def _put_first(pdf: Pdf, note: Object, page: Object, annotation: Object) -> Object:
    """A link as the first of what a note says."""
    text = next((one for one in elements_under(note) if not same(one, note)), note)
    shown = str(annotation.get("/Contents", "")).strip()
    link = pdf.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Link,
            P=text,
            Pg=page,
            Alt=String(f"Back to note mark {shown}".strip()),
            K=Array([Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)]),
        )
    )
    text["/K"] = Array([link, *listed(text)])
    return link
