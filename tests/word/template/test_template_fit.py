"""A report template is made of any Word document."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Pt, RGBColor, Twips
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.word.charts.text_width import text_width
from generator.word.package.elements import clark, text_of
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import PackageError, read_parts, write_package
from generator.word.styles.style_sheet import StyleSheet
from generator.word.template.page_stories import field_codes, page_stories
from generator.word.template.tab_stops import cell_room, style_stops
from generator.word.template.template_check import WANTED, check_template
from generator.word.template.template_fit import fit_template
from generator.word.word_rules import TEMPLATE_CONTRAST
from tests.phrases import row

from ..external.test_place import png
from ..samples import (
    SCRUTINY,
    TEMPLATES,
    body,
    document,
    full_document,
    para,
    render,
    rendered,
    section,
    shown,
)
from ..semantics import findings


def paper(folder: Path) -> DocxDocument:
    """A finished paper in the looks of a council."""
    made = docx.Document()
    made.styles["Normal"].font.name = "Georgia"
    made.styles["Normal"].font.size = Pt(11)
    made.styles["Body Text"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    made.styles["Heading 1"].font.color.rgb = RGBColor(0x80, 0, 0)
    made.sections[0].header.paragraphs[0].text = "Borough of Example"
    made.add_heading("Old purpose", 1)
    made.add_comment(made.add_paragraph("An old and secret text.").runs, text="why?", author="A")
    picture = folder / "dot.png"
    picture.write_bytes(png())
    made.add_picture(str(picture))
    wide = made.add_section(WD_SECTION.NEW_PAGE)
    wide.orientation = WD_ORIENT.LANDSCAPE
    wide.page_width, wide.page_height = wide.page_height, wide.page_width
    return made


@pytest.fixture
def fitted(tmp_path: Path) -> Path:
    """The template made of the paper."""
    paper(tmp_path).save(str(tmp_path / "paper.docx"))
    content, _ = fit_template((tmp_path / "paper.docx").read_bytes(), SCRUTINY.read_bytes())
    (tmp_path / "mine.docx").write_bytes(content)
    return tmp_path / "mine.docx"


def faults(path: Path, wanted: tuple[str, ...] = WANTED) -> list[str]:
    """What is wrong with a template but its colours: python-docx's own are pale, and stay."""
    found = check_template(path, wanted=wanted)
    return [str(one) for one in found if one.rule != TEMPLATE_CONTRAST.id]


def test_nothing_is_wrong_with_it_and_a_report_can_be_built_on_it(fitted: Path) -> None:
    assert faults(fitted) == []
    parts = render(full_document(), fitted)
    assert [each for each in findings(parts) if "empty paragraph" not in each] == []
    assert "Why & wherefore" in " ".join(shown(node) for node in body(parts).iter(clark("w:p")))


def test_looks_and_header_stay_and_the_old_text_is_nowhere(fitted: Path) -> None:
    parts = read_parts(fitted.read_bytes())
    everything = b"".join(parts.values())
    assert b"Borough of Example" in everything
    assert b'w:val="800000"' in parts["word/styles.xml"]
    for gone in (b"secret", b"Old purpose", b"why?"):
        assert gone not in everything
    assert not [name for name in parts if "media" in name or "comments" in name]
    assert not [name for name in parts if name.startswith("docProps")]


def test_added_styles_take_the_documents_font(fitted: Path) -> None:
    sheet = StyleSheet(Parts(fitted.read_bytes()))
    assert next(sheet.element("Committee Paragraph").iter(clark("w:rFonts")), None) is None
    assert b"Georgia" in read_parts(fitted.read_bytes())["word/styles.xml"]


def test_its_pages_are_those_of_the_first_upright_section(fitted: Path) -> None:
    (page,) = Parts(fitted.read_bytes()).xml(DOCUMENT).iter(clark("w:sectPr"))
    size = page.find(clark("w:pgSz"))
    assert size is not None
    assert (size.get(clark("w:w")), size.get(clark("w:h"))) == ("11906", "16838")


def test_what_was_done_is_said(tmp_path: Path) -> None:
    paper(tmp_path).save(str(tmp_path / "paper.docx"))
    _, notes = fit_template((tmp_path / "paper.docx").read_bytes(), SCRUTINY.read_bytes())
    for part in (
        "its text was taken out", "styles added: ", "Committee Table", "12 pt", "Body Text",
        "A4", "English", "a footer was put in",
    ):  # fmt: skip
        assert part in "\n".join(notes)


def test_a_template_that_is_whole_stays_as_it_is() -> None:
    content, notes = fit_template(SCRUTINY.read_bytes(), SCRUTINY.read_bytes())
    assert notes == ()
    assert fit_template(content, SCRUTINY.read_bytes()) == (content, ())


def test_text_around_the_placeholder_of_the_body_stays(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Before it all")
    made.add_paragraph("{{ body }}")
    made.save(str(tmp_path / "mine.docx"))
    content, _ = fit_template((tmp_path / "mine.docx").read_bytes(), SCRUTINY.read_bytes())
    assert b"Before it all" in read_parts(content)["word/document.xml"]


def with_kind(kind: str) -> bytes:
    parts = read_parts(SCRUTINY.read_bytes())
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    assert main in parts["[Content_Types].xml"]
    types = parts["[Content_Types].xml"].replace(main, kind.encode())
    return write_package({**parts, "[Content_Types].xml": types})


def test_a_word_template_becomes_a_document(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    content, _ = fit_template(with_kind(kind), SCRUTINY.read_bytes())
    (tmp_path / "mine.docx").write_bytes(content)
    assert faults(tmp_path / "mine.docx") == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"text",
        with_kind("application/vnd.ms-word.document.macroEnabled.main+xml"),
        with_kind("application/vnd.ms-word.template.macroEnabledTemplate.main+xml"),
    ],
    ids=["empty", "text", "macros", "template with macros"],
)  # fmt: skip
def test_what_is_no_document_is_refused(content: bytes) -> None:
    with pytest.raises(PackageError):
        fit_template(content, SCRUTINY.read_bytes())


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_any_header_stays_and_any_text_goes(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("fit")
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = f"kept {text}"
    made.add_paragraph(f"gone {text}")
    made.save(str(folder / "paper.docx"))
    content, _ = fit_template((folder / "paper.docx").read_bytes(), SCRUTINY.read_bytes())
    (folder / "mine.docx").write_bytes(content)
    again = docx.Document(str(folder / "mine.docx"))
    assert again.sections[0].header.paragraphs[0].text == f"kept {text}"
    assert not any(paragraph.text.startswith("gone") for paragraph in again.paragraphs)


def fit(made: DocxDocument, folder: Path, model: Path = SCRUTINY) -> tuple[Path, str]:
    """The template made of a document, and what was said."""
    made.save(str(folder / "paper.docx"))
    content, notes = fit_template((folder / "paper.docx").read_bytes(), model.read_bytes())
    (folder / "mine.docx").write_bytes(content)
    return folder / "mine.docx", "\n".join(notes)


def headed() -> DocxDocument:
    """A paper with a header and footer of its own, and others on the first and on even pages."""
    made = docx.Document()
    section = made.sections[0]
    section.different_first_page_header_footer = True
    made.settings.odd_and_even_pages_header_footer = True
    for story in (section.header, section.first_page_header, section.even_page_header):
        story.paragraphs[0].text = "Borough of Example"
    for story in (section.footer, section.first_page_footer, section.even_page_footer):
        story.paragraphs[0].text = "Civic Centre"
    return made


def said_on(path: Path, marking: str) -> list[tuple[str, str, str]]:
    """(kind of page, header, footer) of a report on a template, with fields as their codes."""
    parts = Parts(rendered(document(section("a", para("x")), marking=marking), path))
    return [
        (page.kind, *(text_of(root) + " ".join(sorted(field_codes(root))) for root in roots))
        for page in page_stories(parts)
        if (roots := page.roots(parts))
    ]


def test_every_kind_of_page_gets_the_marking_and_its_number(tmp_path: Path) -> None:
    path, said = fit(headed(), tmp_path)
    assert "{{ marking }} was put into the header of the first page" in said
    assert "'Page X of Y' was put into the footer of even pages" in said
    assert faults(path) == []
    header, footer = "Borough of Example", "Civic CentrePage 1 of 1NUMPAGES PAGE"
    assert said_on(path, "NOT FOR PUBLICATION") == [
        (kind, f"{header}NOT FOR PUBLICATION", footer) for kind in ("default", "first", "even")
    ]
    assert said_on(path, "") == [(kind, header, footer) for kind in ("default", "first", "even")]
    again, notes = fit_template(path.read_bytes(), SCRUTINY.read_bytes())
    assert (again, [one for one in notes if "contrast" not in one]) == (path.read_bytes(), [])


def test_what_is_put_into_header_and_footer_keeps_off_the_text(tmp_path: Path) -> None:
    path, _ = fit(headed(), tmp_path)
    parts = Parts(path.read_bytes())
    page = next(page_stories(parts))
    header, footer = page.roots(parts)
    spaced = [one for one in header if one.find(f".//{clark('w:spacing')}") is not None]
    assert [text_of(one) for one in spaced] == ["{{ marking }}"]
    white = footer[0].find(f"{clark('w:pPr')}/{clark('w:spacing')}")
    assert white is not None
    assert white.get(clark("w:before")) == "200"


def test_a_first_page_without_header_and_footer_gets_them(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Borough of Example"
    made.sections[0].footer.paragraphs[0].text = "Civic Centre"
    properties = made.sections[0]._sectPr
    properties.append(properties.makeelement(clark("w:titlePg"), {}))
    path, _ = fit(made, tmp_path)
    assert faults(path) == []
    assert said_on(path, "SECRET")[1] == ("first", "SECRET", "Page 1 of 1NUMPAGES PAGE")


def test_a_page_that_has_them_gets_nothing_more(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Borough, {{ marking }}"
    made.sections[0].footer.paragraphs[0].text = "Civic Centre"
    path, said = fit(made, tmp_path)
    assert "marking" not in said
    assert said_on(path, "SECRET")[0][1] == "Borough, SECRET"


@pytest.mark.parametrize("margin", [1800, 2400, 700])
def test_tab_stops_follow_from_the_width_of_the_page(tmp_path: Path, margin: int) -> None:
    made = docx.Document()
    made.sections[0].left_margin = made.sections[0].right_margin = Twips(margin)
    path, _ = fit(made, tmp_path)
    parts = Parts(path.read_bytes())
    sheet = StyleSheet(parts)
    (cell,) = (
        node for node in parts.xml(DOCUMENT).iter(clark("w:tc")) if "line.columns" in text_of(node)
    )
    stops = style_stops([sheet.element("Front Matter Wide Columns")])
    assert max(stops) <= cell_room(cell)
    assert max(stops) - min(stops) > text_width("30 September 2022", 12) * 20
    assert style_stops([sheet.element("TOC 1")]) == {11906 - 2 * margin: "right"}


def test_properties_come_in_the_order_of_the_schema(tmp_path: Path) -> None:
    made = docx.Document()
    properties = made.sections[0].header.paragraphs[0]._p.get_or_add_pPr()
    for name in ("w:jc", "w:pBdr"):
        properties.append(OxmlElement(name))
    path, _ = fit(made, tmp_path)
    header = Parts(path.read_bytes()).xml("word/header1.xml")
    names = [str(node.tag).rpartition("}")[2] for node in header[0][0]]
    assert names.index("pBdr") < names.index("jc")


@pytest.mark.parametrize("margin", [1800, 1417, 700])
def test_the_table_of_front_matter_is_as_wide_as_the_text(tmp_path: Path, margin: int) -> None:
    made = docx.Document()
    made.sections[0].left_margin = made.sections[0].right_margin = Twips(margin)
    path, _ = fit(made, tmp_path)
    table = next(Parts(path.read_bytes()).xml(DOCUMENT).iter(clark("w:tbl")))
    columns = sum(int(one.get(clark("w:w"), "0")) for one in table.iter(clark("w:gridCol")))
    assert columns == pytest.approx(11906 - 2 * margin, abs=2)


@pytest.mark.parametrize("rows", [("title",), ()])
def test_the_title_is_printed_once_whatever_the_model_and_the_format(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    path, said = fit(docx.Document(), tmp_path, TEMPLATES / "wirral.docx")
    assert "title, front matter and {{ body }} were put in" in said
    assert faults(path, wanted=("marking", "title")) == []
    title = "Health check 2022"
    front = (row("by", "Author", (("A Person",),)),)
    front += tuple(row(key, "Title", ((title,),)) for key in rows)
    parts = render(document(section("a", para("x")), front_matter=front), path)
    texts = [shown(node) for node in body(parts).iter(clark("w:p"))]
    assert texts.count(title) == 1
    assert "" not in texts


def test_colours_that_are_too_pale_stay_and_are_said(tmp_path: Path) -> None:
    made = docx.Document()
    for name in ("Heading 2", "Heading 3", "Heading 4", "Subtitle"):
        made.styles[name].font.color.rgb = RGBColor(0, 0, 0)
    path, said = fit(made, tmp_path)
    ratio = "#4F81BD on #FFFFFF has a contrast of 4.03:1, not 4.5:1"
    assert said.splitlines()[-1] == f"left as it was, though {ratio}: Caption"
    assert [str(one) for one in check_template(path, "t.docx")] == [
        f"t.docx: style Caption: its text in {ratio}; give it a colour that stands out more, "
        "or Automatic"
    ]


def test_stops_of_headers_that_lie_beyond_the_text_are_drawn_in(tmp_path: Path) -> None:
    made = paper(tmp_path)
    made.sections[0].header.paragraphs[0].text = "Borough of Example\t\t1 May 2024"
    path = tmp_path / "paper.docx"
    made.save(str(path))
    fitted, notes = fit_template(path.read_bytes(), SCRUTINY.read_bytes())
    parts = Parts(fitted)
    style = next(
        one
        for one in parts.xml("word/styles.xml").iter(clark("w:style"))
        if one.get(clark("w:styleId")) == "Header"
    )
    page = next(parts.xml(DOCUMENT).iter(clark("w:sectPr")))
    margins = page.find(clark("w:pgMar"))
    sides = sum(int(margins.get(clark(f"w:{side}"), "0")) for side in ("left", "right"))
    width = int(page.find(clark("w:pgSz")).get(clark("w:w"), "0")) - sides
    assert style_stops([style]) == {width // 2: "center", width: "right"}
    assert "style header: tab stops drawn in to the edge of the text" in notes
