"""An edit in every story and place of a file that prints or is read aloud: none is lost."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from generator.word.package.namespaces import DECLARED
from generator.word.package.parts import DOCUMENT, WORD_TYPE, Parts
from tests import edits
from tests.build.test_pull import Edit, pulled
from tests.build.test_pull_asides import PLAN
from tests.build.test_pull_beside import CHART, CORE, SETTINGS, changed
from tests.conftest import Committee
from tests.edits.markup import paragraph, put_after, put_into

HEADER, FIRST_HEADER = "word/header1.xml", "word/header2.xml"
FOOTER, FIRST_FOOTER = "word/footer1.xml", "word/footer2.xml"
PANEL, COUNCIL = "Families Scrutiny Panel", "City of Wolverhampton Council"
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
_END = "</w:sectPr></w:body>"


def shape(inner: str) -> str:
    return f"<w:r><w:pict><v:shape {_V}>{inner}</v:shape></w:pict></w:r>"


def boxed(words: str) -> str:
    return shape(f"<v:textbox><w:txbxContent>{paragraph(words)}</w:txbxContent></v:textbox>")


def typed(old: str, new: str, part: str = DOCUMENT) -> Edit:
    return partial(edits.replace, old=old, new=new, part=part)


def endnote(data: bytes) -> bytes:
    parts = Parts(data)
    note = f'<w:endnotes {DECLARED}><w:endnote w:id="1">{paragraph("Endnoted.")}</w:endnote>'
    parts.add("word/endnotes.xml", f"{note}</w:endnotes>".encode(), f"{WORD_TYPE}endnotes+xml")
    parts.relate(DOCUMENT, "endnotes", "word/endnotes.xml")
    return put_into(parts.to_bytes(), PLAN, '<w:r><w:endnoteReference w:id="1"/></w:r>')


PLACES: dict[str, tuple[Edit, str]] = {
    "paragraph": (typed("Vacancies", "Vacant posts"), "Vacant posts"),
    "heading": (typed("What staff said", "What we heard"), "heard"),
    "item": (typed("one ", "the one "), "the one"),
    "quotation": (typed("A quotation.", "A saying."), "saying"),
    "front matter": (typed("Leadership Team", "Audit Board"), "Audit Board"),
    "cell of a computed table": (typed("Paperwork", "Paper"), "Paper"),
    "caption": (typed("Both groups", "Everybody"), "Everybody"),
    "footnote": (partial(edits.edit_footnote, old="February", new="May"), "May"),
    "endnote": (endnote, "Endnoted."),
    "text box": (partial(put_into, words=PLAN, xml=boxed("In a box.")), "In a box."),
    "equation": (
        partial(put_into, words=PLAN, xml="<m:oMath><m:r><m:t>x=y</m:t></m:r></m:oMath>"),
        "equation",
    ),
    "picture": (partial(put_into, words=PLAN, xml=shape("")), "shape"),
    "page break": (partial(put_into, words=PLAN, xml='<w:r><w:br w:type="page"/></w:r>'), "break"),
    "header": (typed(PANEL, "Audit Committee", HEADER), "Committee"),
    "header of first pages": (typed(COUNCIL, "Town", FIRST_HEADER), "Town"),
    "footer": (typed("MARKED", "STAMPED", FOOTER), "STAMPED"),
    "footer of first pages": (typed("Page ", "Leaf ", FIRST_FOOTER), "Leaf"),
    "line of a header": (
        partial(put_after, words=COUNCIL, xml=paragraph("For all."), part=HEADER), "For all."
    ),
    "text box of a header": (
        partial(put_into, words=COUNCIL, xml=boxed("Boxed."), part=HEADER), "Boxed."
    ),
    "watermark": (
        partial(put_into, words=COUNCIL, xml=shape('<v:textpath string="DRAFT"/>'), part=HEADER),
        "DRAFT",
    ),
    "look of a footer": (
        changed(FOOTER, "<w:rPr/>", "<w:rPr><w:strike/></w:rPr>"), "strike-through"
    ),
    "page number": (changed(FOOTER, " PAGE ", r" PAGE \\* roman "), "roman"),
    "first page number": (changed(DOCUMENT, _END, f'<w:pgNumType w:start="7"/>{_END}'), "from 7"),
    "page size": (changed(DOCUMENT, 'w:h="16838"', 'w:h="15840"'), "210 x 279 mm"),
    "page margins": (changed(DOCUMENT, 'w:right="1417"', 'w:right="2000"'), "30 35 26 25 mm"),
    "which pages have headers": (changed(DOCUMENT, "<w:titlePg/>", ""), "the same on all pages"),
    "title of a chart": (changed(CHART, "(<a:t>Workloads)", r"\1 truly"), "truly"),
    "description of a chart": (changed(DOCUMENT, 'descr="Bar', 'descr="My bar'), "My bar"),
    "figures of a chart": (changed(CHART, r"(<c:numCache>.*?<c:v>)[^<]*", r"\g<1>99"), "2021 99"),
    "description of a table": (
        changed(DOCUMENT, r'(<w:tblDescription w:val=")', r"\1Mine. "), "Mine."
    ),
    "document title": (changed(CORE, "<dc:title>Staff", "<dc:title>All staff"), "All staff"),
    "keywords": (changed(CORE, "(</cp:core)", r"<cp:keywords>pay</cp:keywords>\1"), "pay"),
    "setting": (changed(SETTINGS, "(<w:settings[^>]*>)", r"\1<w:mirrorMargins/>"), "mirrored"),
}  # fmt: skip


def said(account: list[dict[str, str]]) -> str:
    return "\n".join(
        f"{one['kind']} {one.get('old', '')} > {one.get('new', '')}" for one in account
    )


@pytest.mark.parametrize("place", PLACES)
def test_an_edit_is_in_the_account(workspace: Path, committee: Committee, place: str) -> None:
    change, told = PLACES[place]
    _, account = pulled(workspace, committee, change)
    assert told in said(account)


def test_edits_in_all_places_at_once_are_in_the_account(
    workspace: Path, committee: Committee
) -> None:
    places = {place: one for place, one in PLACES.items() if place != "which pages have headers"}
    _, account = pulled(workspace, committee, *(change for change, _ in places.values()))
    assert [place for place, (_, told) in places.items() if told not in said(account)] == []
