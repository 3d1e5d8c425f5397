"""A report template is made of any Word document."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.word.elements import clark
from generator.word.package import PackageError, read_parts, write_package
from generator.word.parts import DOCUMENT, Parts
from generator.word.styles import StyleSheet
from generator.word.template_check import check_template
from generator.word.template_fit import fit_template

from .external.test_place import png
from .samples import SCRUTINY, body, full_document, render, shown
from .semantics import findings


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


def test_nothing_is_wrong_with_it_and_a_report_can_be_built_on_it(fitted: Path) -> None:
    assert check_template(fitted) == []
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
    assert check_template(tmp_path / "mine.docx") == []


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
