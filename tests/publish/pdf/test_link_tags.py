"""Links of tagged PDFs: one that goes over the end of a line, and those of notes."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from generator.publish.pdf.link_tags import tag_links
from generator.publish.pdf.structure_tree import elements, kind, listed


class _Tagged:
    """A PDF of one page whose text is one paragraph."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.page = pdf.add_blank_page().obj
        self.page["/Annots"] = Array()
        parents = pdf.make_indirect(Dictionary(Nums=Array()))
        root = Dictionary(Type=Name.StructTreeRoot, K=Array(), ParentTree=parents)
        pdf.Root["/StructTreeRoot"] = pdf.make_indirect(root)
        self.text = self.element("P", pdf.Root.StructTreeRoot)

    def element(self, name: str, parent: Object, *content: int) -> Object:
        """An element of a kind, the last under its parent."""
        made = Dictionary(Type=Name.StructElem, S=Name(f"/{name}"), P=parent, K=Array(content))
        parent["/K"] = Array([*parent.K, found := self.pdf.make_indirect(made)])
        return found

    def annotation(self, address: str, element: Object | None = None) -> Object:
        """A link on the page, in an element or in none."""
        action = Dictionary(S=Name.URI, URI=String(address))
        made = self.pdf.make_indirect(Dictionary(Subtype=Name.Link, A=action))
        self.page.Annots.append(made)
        if element is not None:
            made["/StructParent"] = key = len(self.page.Annots)
            self.pdf.Root.StructTreeRoot.ParentTree.Nums.extend([key, element])
            element.K.append(Dictionary(Type=Name.OBJR, Obj=made))
        return made


@pytest.fixture
def tagged() -> Iterator[_Tagged]:
    with pikepdf.new() as pdf:
        yield _Tagged(pdf)


def _links(pdf: Pdf) -> list[Object]:
    return [one for one in elements(pdf) if kind(one) == "/Link"]


def test_a_link_over_the_end_of_a_line_is_one(tagged: _Tagged) -> None:
    first = tagged.element("Link", tagged.text)
    begun = tagged.annotation("https://example.org/a", first)
    whole = tagged.element("Link", tagged.text, 7)
    tagged.annotation("https://example.org/a", whole)
    tag_links(tagged.pdf)
    assert [one.objgen for one in _links(tagged.pdf)] == [whole.objgen]
    assert len(listed(whole)) == 3
    parents = pikepdf.NumberTree(tagged.pdf.Root.StructTreeRoot.ParentTree)
    assert parents[int(begun.StructParent)].objgen == whole.objgen


def test_two_links_side_by_side_stay_two(tagged: _Tagged) -> None:
    tagged.annotation("https://example.org/a", tagged.element("Link", tagged.text))
    tagged.annotation("https://example.org/b", tagged.element("Link", tagged.text, 7))
    tag_links(tagged.pdf)
    assert len(_links(tagged.pdf)) == 2


def test_the_link_from_a_note_back_to_its_mark_is_tagged_in_the_note(tagged: _Tagged) -> None:
    note = tagged.element("Note", tagged.text, 3)
    back = tagged.annotation("#mark")
    back["/Contents"] = String("1")
    tag_links(tagged.pdf)
    (link,) = _links(tagged.pdf)
    assert (link.P.objgen, str(link.Alt)) == (note.objgen, "Back to note mark 1")
    parents = pikepdf.NumberTree(tagged.pdf.Root.StructTreeRoot.ParentTree)
    assert parents[int(back.StructParent)].objgen == link.objgen


def test_links_say_where_they_lead_and_are_there_in_print(tagged: _Tagged) -> None:
    link = tagged.annotation("https://example.org/a", tagged.element("Link", tagged.text, 1))
    tag_links(tagged.pdf)
    assert (str(link.Contents), int(link.F)) == ("https://example.org/a", 4)
    assert tagged.page.Tabs == "/S"
