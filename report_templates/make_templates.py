"""How the report templates of this folder were first made. Run: python make_templates.py [FOLDER]

Each .docx is the source from now on: change it in Word, not here. The script stays as the record of
what a template holds, and as a start for another council's. It writes with python-docx, throws out
what python-docx's own default template carries (latent styles, thumbnail, custom XML), and defines
every style the generator asks for.
"""

from __future__ import annotations

import sys
from pathlib import Path

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from template_styles import (
    PAGE_HEIGHT,
    PAGE_WIDTH,
    Look,
    add_field,
    add_styles,
    border,
    element,
    empty_document,
    put_in_order,
)

LOOKS = (
    Look("scrutiny.docx", colour="1F3864", shade="E7ECF4", label_width=3.7),
    Look(
        "cabinet.docx",
        colour="4A1942",
        shade="F1E9F0",
        header=("{{ council }}\t{{ meeting_date }}", "{{ committee }}"),
        title=("{{ title }}", "Report to {{ committee }}, {{ meeting_date }}"),
        front_rules="box",
        label_width=4.0,
        wide_stop=7.25,
        heading_colour=True,
    ),
    Look(
        "wirral.docx",
        colour="00594C",
        shade="E3F0EE",
        header=("{{ council }}", "{{ committee }}"),
        header_rule=False,
        title=("{{ committee }}", "{{ meeting_date }}"),
        footer=("{{ marking }}\tPage {PAGE} of {NUMPAGES}",),
        front_rules="box",
        heading_sizes=(13, 12, 12, 12),
    ),
    Look(
        "warwickshire.docx",
        colour="5B2C83",
        shade="EFE8F5",
        header=("{{ council }}\t{{ marking }}", "{{ committee }}"),
        title=("{{ committee }}", "{{ meeting_date }}", "{{ title }}"),
        footer=("{{ meeting_date }}\tPage {PAGE} of {NUMPAGES}",),
        front_rules="none",
        heading_sizes=(16, 13, 12, 12),
        heading_colour=True,
        margin=2.3,
    ),
    Look(
        "durham.docx",
        colour="1D1D1B",
        shade="EDEDED",
        header=("{{ committee }}\t{{ meeting_date }}",),
        title=("{{ committee }}", "{{ meeting_date }}", "{{ title }}"),
        footer=("{{ council }}\tPage {PAGE} of {NUMPAGES}", "{{ marking }}"),
        front_rules="rows",
        heading_sizes=(14, 13, 12, 12),
        margin=2.54,
    ),
)


# ---------------------------------------------------------------- page
def add_page(document: DocxDocument, look: Look) -> None:
    """A4, margins, header and footer."""
    section = document.sections[0]
    section.page_width, section.page_height = PAGE_WIDTH, PAGE_HEIGHT
    section.left_margin = section.right_margin = Cm(look.margin)
    section.top_margin, section.bottom_margin = Cm(3.0), Cm(2.6)
    section.header_distance = section.footer_distance = Cm(1.2)
    fill_lines(section.header, look.header, "Header", "bottom" if look.header_rule else "", look)
    fill_lines(section.footer, look.footer, "Footer", "top", look)
    if "{{ meeting_date }}" in " ".join(look.header):  # the first page says it in its title
        section.different_first_page_header_footer = True
        rule = "bottom" if look.header_rule else ""
        fill_lines(section.first_page_header, ("{{ council }}",), "Header", rule, look)
        fill_lines(section.first_page_footer, look.footer, "Footer", "top", look)


def fill_lines(story: object, lines: tuple[str, ...], style: str, rule: str, look: Look) -> None:
    """The lines of a header or footer, with a rule on the side towards the text."""
    for index, line in enumerate(lines):
        paragraph = story.paragraphs[0] if index == 0 else story.add_paragraph()  # type: ignore[attr-defined]
        paragraph.style = style
        fill_line(paragraph, line, bold=style == "Header" and index == 0)
        at_edge = index == (len(lines) - 1 if rule == "bottom" else 0)
        if rule and at_edge:
            edge = element("pBdr")
            edge.append(border(rule, look.colour, 8, 6))
            paragraph._p.get_or_add_pPr().append(edge)


def fill_line(paragraph: Paragraph, line: str, bold: bool = False) -> None:
    """Text with {PAGE} and {NUMPAGES} as fields."""
    rest = line
    while rest:
        marks = [(rest.find(f"{{{name}}}"), name) for name in ("PAGE", "NUMPAGES")]
        found = sorted((at, name) for at, name in marks if at >= 0)
        if not found:
            paragraph.add_run(rest).bold = bold or None
            return
        at, name = found[0]
        if at:
            paragraph.add_run(rest[:at]).bold = bold or None
        add_field(paragraph, name, "1")
        rest = rest[at + len(name) + 2 :]


def add_body(document: DocxDocument, look: Look) -> None:
    """The title block, the front-matter table and the place of the body."""
    for index, line in enumerate(look.title):
        document.add_paragraph(line, style="Title" if index == 0 else "Subtitle")
    add_front_matter(document, look)
    document.add_paragraph("{{ body }}", style="Body Text")


def add_front_matter(document: DocxDocument, look: Look) -> None:
    """Two columns; docxtpl repeats the middle row for each row of front matter."""
    width = PAGE_WIDTH - 2 * Cm(look.margin)
    label = Cm(look.label_width)
    table = document.add_table(rows=3, cols=2)
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, size in zip(table.columns, (label, width - label), strict=True):
        column.width = size
        for cell in column.cells:
            cell.width = size
    properties = table._tbl.tblPr
    front_borders(properties, look)
    describe(properties)
    set_lines(table.cell(0, 0), ["{%tr for row in front_matter %}"], "Front Matter Label")
    set_lines(table.cell(0, 1), ["each row of the front matter"], "Front Matter Text")
    set_lines(table.cell(1, 0), ["{{ row.label }}"], "Front Matter Label")
    value = (
        "{%p for line in row.lines %}", "{%p if line.columns == 1 %}", "{{ line }}",
        "{%p elif row.wide %}", "{{ line }}", "{%p else %}", "{{ line }}", "{%p endif %}",
        "{%p endfor %}",
    )  # fmt: skip
    set_lines(table.cell(1, 1), list(value), "Front Matter Text")
    table.cell(1, 1).paragraphs[4].style = document.styles["Front Matter Wide Columns"]
    table.cell(1, 1).paragraphs[6].style = document.styles["Front Matter Columns"]
    set_lines(table.cell(2, 0), ["{%tr endfor %}"], "Front Matter Label")
    set_lines(table.cell(2, 1), ["end of the rows"], "Front Matter Text")
    for row in table.rows:
        row._tr.get_or_add_trPr().append(element("cantSplit"))


def describe(properties: object) -> None:
    """Say what the front-matter table is: its first column heads its rows."""
    for mark in properties.findall(qn("w:tblLook")):  # type: ignore[attr-defined]
        properties.remove(mark)  # type: ignore[attr-defined]
    switches = {"firstRow": 0, "lastRow": 0, "firstColumn": 1, "lastColumn": 0, "noHBand": 1}
    said = "The report's title, who is responsible for it and who has considered it, a row each."
    properties.extend(  # type: ignore[attr-defined]
        [
            element("tblLook", val="0080", **switches, noVBand=1),
            element("tblCaption", val="Report details"),
            element("tblDescription", val=said),
        ]
    )


def front_borders(properties: object, look: Look) -> None:
    """Rules of the front-matter table."""
    if look.front_rules == "none":  # nothing shows where a cell begins but its text
        properties.append(element("tblInd", w=-108, type="dxa"))  # type: ignore[attr-defined]
        return
    sides = {
        "rows": ("top", "bottom", "insideH"),
        "box": ("top", "left", "bottom", "right", "insideH", "insideV"),
    }
    rules = element("tblBorders")
    for side in sides[look.front_rules]:
        rules.append(border(side, look.colour if side in ("top", "bottom") else "A6A6A6", 6, 0))
    properties.append(rules)  # type: ignore[attr-defined]


def set_lines(cell: object, lines: list[str], style: str) -> None:
    """One paragraph a line."""
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()  # type: ignore[attr-defined]
        paragraph.style = style
        paragraph.add_run(line)


def make(look: Look, folder: Path) -> Path:
    """Write one template."""
    document = empty_document()
    add_styles(document, look)
    add_page(document, look)
    add_body(document, look)
    core = document.core_properties
    core.title, core.author, core.subject = "{{ title }}", "{{ author }}", "{{ subject }}"
    core.language, core.comments, core.keywords = "en-GB", "", ""
    section = document.sections[0]
    roots = (document.styles.element, document.element.body, section.header._element)
    firsts = (section.first_page_header, section.first_page_footer)
    own = [one._element for one in firsts if section.different_first_page_header_footer]
    for root in (*roots, section.footer._element, *own):
        put_in_order(root)
    path = folder / look.file
    document.save(str(path))
    return path


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for each in LOOKS:
        print(make(each, target))
