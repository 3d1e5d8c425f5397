"""What of another document lies outside it: links that stay, and what is left out with a word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from generator.model.addresses import may_be_linked
from generator.word.external.review import review
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import write_package

from ..samples import body, shown
from .test_place import placed, png

__all__ = ["placed"]

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
ELSEWHERE = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "file:///S:/Shared/plan.docx",
    "../plan.docx",
    "data:text/html,x",
    r"\\server\share\plan.docx",
]
ALLOWED = ["https://example.org/a b", "HTTP://EXAMPLE.ORG", "mailto:a@b.example", "tel:01902550000"]
Place = Callable[[Callable[[DocxDocument], None]], dict[str, bytes]]


def relate(theirs: DocxDocument, kind: str, target: str) -> str:
    return str(theirs.part.relate_to(target, kind, is_external=True))


def addresses(parts: dict[str, bytes]) -> set[str]:
    """Where anything of the report leads that is not in it."""
    package = Parts(write_package(parts))
    return {
        one.target
        for name in ("", *package.names())
        for one in package.related(name)
        if one.external
    }


def link_to(target: str) -> Callable[[DocxDocument], None]:
    def fill(theirs: DocxDocument) -> None:
        paragraph = theirs.add_paragraph("see ")
        given = relate(theirs, RELATIONSHIP_TYPE.HYPERLINK, target)
        link = f'<w:hyperlink {NAMES} r:id="{given}"><w:r><w:t>the plan</w:t></w:r></w:hyperlink>'
        paragraph._p.append(parse_xml(link))

    return fill


def saved(folder: Path, fill: Callable[[DocxDocument], None]) -> Path:
    theirs = docx.Document()
    fill(theirs)
    theirs.save(str(folder / "plan.docx"))
    return folder / "plan.docx"


def linked_picture(theirs: DocxDocument) -> None:
    """A picture that Word fetches, and none of it in the file."""
    picture = theirs.add_picture(str(theirs.made_from))  # type: ignore[attr-defined]
    (blip,) = picture._inline.iter(f"{{{NAMES.split('xmlns:a=')[1].strip(chr(34))}}}blip")
    for name in list(blip.attrib):
        del blip.attrib[name]
    relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    given = relate(theirs, RELATIONSHIP_TYPE.IMAGE, "http://example.org/logo.png")
    blip.set(f"{{{relationships}}}link", given)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_a_link_that_leads_elsewhere_keeps_its_words_only(
    placed: Place, tmp_path: Path, target: str
) -> None:
    assert not may_be_linked(target)
    parts = placed(link_to(target))
    assert target not in addresses(parts)
    assert "see the plan" in shown(body(parts))
    (told,) = review(saved(tmp_path, link_to(target)))
    assert (told.rule, told.severity) == ("external.links", "warning")
    assert told.message == f"links to what is not on the web ({target!r})"


@pytest.mark.parametrize("target", ALLOWED)
def test_a_link_to_the_web_or_to_a_person_stays(placed: Place, tmp_path: Path, target: str) -> None:
    assert target.replace(" ", "%20") in addresses(placed(link_to(target)))
    assert review(saved(tmp_path, link_to(target))) == ()


def test_a_picture_that_word_would_fetch_is_left_out_and_told(
    placed: Place, tmp_path: Path
) -> None:
    def fill(theirs: DocxDocument) -> None:
        (tmp_path / "dot.png").write_bytes(png())
        theirs.made_from = tmp_path / "dot.png"  # type: ignore[attr-defined]
        theirs.add_paragraph("before")
        linked_picture(theirs)

    parts = placed(fill)
    assert not any("example.org/logo" in one for one in addresses(parts))
    assert b"wp:inline" not in parts[DOCUMENT]
    told = [one for one in review(saved(tmp_path, fill)) if one.rule == "external.fetched"]
    assert [one.message for one in told] == [
        "shows what is not in it but fetched from elsewhere ('http://example.org/logo.png')"
    ]


def test_addresses_of_vml_are_held_to_the_same(placed: Place) -> None:
    def fill(theirs: DocxDocument) -> None:
        shape = (
            f'<w:r {NAMES}><w:pict><v:shape id="s" href="javascript:alert(1)" style="width:9pt">'
            '<v:imagedata src="http://example.org/a.png" o:href="http://example.org/b.png"/>'
            "</v:shape></w:pict></w:r>"
        )
        theirs.add_paragraph("text")._p.append(parse_xml(shape))

    whole = placed(fill)[DOCUMENT]
    assert b"javascript" not in whole
    assert b"example.org/a.png" not in whole
    assert b"example.org/b.png" not in whole


def test_what_a_chart_of_theirs_fetches_is_left_out_of_its_part(placed: Place) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    def fill(theirs: DocxDocument) -> None:
        xml = (
            f"<c:chartSpace {NAMES} "
            'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            '<c:chart/><c:externalData r:id="rId1"/></c:chartSpace>'
        )
        kind = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
        chart = Part(PackURI("/word/charts/chart9.xml"), kind, xml.encode(), theirs.part.package)
        chart.relate_to("file:///S:/figures.xlsx", RELATIONSHIP_TYPE.OLE_OBJECT, is_external=True)
        given = theirs.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
        drawing = f'<w:r {NAMES}><w:drawing><a:graphic r:id="{given}"/></w:drawing></w:r>'
        theirs.add_paragraph("text")._p.append(parse_xml(drawing))

    parts = placed(fill)
    (chart,) = (data for name, data in parts.items() if name.endswith("external1-chart9.xml"))
    assert b"externalData" not in chart
    assert not any("figures.xlsx" in one for one in addresses(parts))
