"""Colours of styles that stand out too little are told of a template."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.shared import RGBColor

from generator.model.issues import Where
from generator.model.release.check_settings import RuleSetting
from generator.word.package.namespaces import W
from generator.word.package.parts import Parts
from generator.word.template.style_colours import pale_styles
from generator.word.template.template_check import check_template

from ..samples import SCRUTINY

PALE = RGBColor(0x99, 0x99, 0x99)


def pale(made: DocxDocument, folder: Path) -> dict[str, str]:
    """The styles of a template that are told, each with its colours and ratio."""
    made.save(str(folder / "t.docx"))
    found = pale_styles(Parts((folder / "t.docx").read_bytes()))
    return {name: f"{one.colour} on {one.ground} {one.have:.1f} {one.least}" for name, one in found}


def shade(colour: str) -> str:
    return f'<w:shd xmlns:w="{W}" w:val="clear" w:color="auto" w:fill="{colour}"/>'


def test_a_pale_style_of_reports_is_told_with_its_ratio(tmp_path: Path) -> None:
    made = docx.Document(str(SCRUTINY))
    made.styles["Caption"].font.color.rgb = PALE
    made.styles["Hyperlink"].font.color.rgb = PALE
    told = dict.fromkeys(("Caption", "Hyperlink"), "999999 on FFFFFF 2.8 4.5")
    assert pale(made, tmp_path) == told


def test_large_text_needs_less(tmp_path: Path) -> None:
    made = docx.Document(str(SCRUTINY))
    key = made.styles["Committee Key Figure"].font
    key.color.rgb = RGBColor(0x8A, 0x8A, 0x8A)
    assert pale(made, tmp_path) == {}
    key.color.rgb = PALE
    assert pale(made, tmp_path) == {"Committee Key Figure": "999999 on FFFFFF 2.8 3.0"}


def test_a_council_s_own_ratio_counts(tmp_path: Path) -> None:
    made, path = docx.Document(str(SCRUTINY)), tmp_path / "t.docx"
    made.styles["Caption"].font.color.rgb = RGBColor(0x6E, 0x6E, 0x6E)
    made.save(str(path))

    def told(**numbers: float) -> list[str]:
        settings = {"template.contrast": RuleSetting(Where("council.yaml"), numbers=numbers)}
        found = check_template(path, settings=settings)
        return [one.where.path or "" for one in found if one.rule == "template.contrast"]

    assert told() == []
    assert "style Caption" in told(contrast=7.0)


def test_headings_of_tables_stand_on_the_colour_of_the_first_row(tmp_path: Path) -> None:
    made = docx.Document(str(SCRUTINY))
    made.styles["Table Heading"].font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    table = made.styles["Committee Table"].element
    (first,) = table.xpath('w:tblStylePr[@w:type="firstRow"]')
    for cell in first.findall(f"{{{W}}}tcPr"):
        first.remove(cell)
    assert pale(made, tmp_path) == {"Table Heading": "FFFFFF on FFFFFF 1.0 4.5"}
    first.append(parse_xml(f'<w:tcPr xmlns:w="{W}">{shade("1F3864")}</w:tcPr>'))
    assert pale(made, tmp_path) == {}


def test_styles_of_the_templates_own_text_are_told_where_they_show(tmp_path: Path) -> None:
    made = docx.Document(str(SCRUTINY))
    style = made.styles.add_style("Strap Line", 1)
    style.font.color.rgb = PALE
    assert pale(made, tmp_path) == {}
    line = made.sections[0].header.add_paragraph("Working together", style)
    assert pale(made, tmp_path) == {"Strap Line": "999999 on FFFFFF 2.8 4.5"}
    line.runs[0].font.color.rgb = RGBColor(0, 0, 0)
    assert pale(made, tmp_path) == {}
    made.sections[0].header.add_paragraph("On a dark band", style)
    last = made.sections[0].header.paragraphs[-1]
    last._p.get_or_add_pPr().append(parse_xml(shade("000000")))
    assert pale(made, tmp_path) == {}
