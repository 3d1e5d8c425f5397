"""The styles of the report templates, as make_templates.py writes them with python-docx."""

from __future__ import annotations

from dataclasses import dataclass

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

PAGE_WIDTH, PAGE_HEIGHT = Cm(21.0), Cm(29.7)
FONT = "Arial"


@dataclass(frozen=True)
class Look:
    """What tells one council's template from another's."""

    file: str
    colour: str  # of headings and rules; at least 4.5:1 on white
    shade: str  # of table header rows; the colour above must be readable on it
    margin: float = 2.5  # centimetres, left and right
    heading_sizes: tuple[float, ...] = (14, 13, 12, 12)
    heading_colour: bool = False
    title: tuple[str, ...] = ("{{ committee }}", "{{ meeting_date }}")
    header: tuple[str, ...] = ("{{ council }}", "{{ committee }}\t{{ meeting_date }}")
    header_rule: bool = True
    footer: tuple[str, ...] = ("{{ marking }}\tPage {PAGE} of {NUMPAGES}",)
    front_rules: str = "rows"  # rows, box or none
    label_width: float = 4.2
    wide_stop: float = 7.4  # where dates stand beside the bodies that considered the report
    label_bold: bool = True
    spacing_after: float = 8


# ---------------------------------------------------------------- small helpers
def element(tag: str, **attributes: str | int) -> object:
    """A w: element with w: attributes."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name.rstrip('_')}"), str(value))
    return made


def border(side: str, colour: str, size: int, space: int = 4) -> object:
    """One side of a border; size in eighths of a point, space in points."""
    return element(side, val="single", sz=size, space=space, color=colour)


def add_field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A complex field with the text that is shown until Word recomputes it."""
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = paragraph.add_run(shown if kind == "text" else "")
        if kind == "instr":
            code = OxmlElement("w:instrText")
            code.set(qn("xml:space"), "preserve")
            code.text = f" {instruction} "
            run._r.append(code)
        elif kind != "text":
            run._r.append(element("fldChar", fldCharType=kind))


# What the schema wants the order of children to be.
ORDERS = {
    "style": (
        "name aliases basedOn next link hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
        "pPr rPr tblPr trPr tcPr tblStylePr"
    ),
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr pBdr shd tabs bidi "
        "spacing ind contextualSpacing jc outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs caps color spacing sz szCs u vertAlign rtl cs lang",
    "tblPr": (
        "tblStyle tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook "
        "tblCaption tblDescription"
    ),
}


def put_in_order(root: object) -> None:
    """Sort the children of every properties element as the schema wants them."""
    for tag, names in ORDERS.items():
        places = {qn(f"w:{name}"): place for place, name in enumerate(names.split())}
        for parent in root.iter(qn(f"w:{tag}")):  # type: ignore[attr-defined]
            parent[:] = sorted(parent, key=lambda child: places[child.tag])


# ---------------------------------------------------------------- styles
def empty_document() -> DocxDocument:
    """python-docx's document without its styles, thumbnail and custom XML."""
    document = Document()
    root = document.styles.element
    for child in list(root):
        root.remove(child)
    defaults = element("docDefaults")
    run, paragraph = element("rPrDefault"), element("pPrDefault")
    properties = element("rPr")
    properties.append(element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT))
    properties.append(element("sz", val=24))
    properties.append(element("szCs", val=24))
    properties.append(element("lang", val="en-GB", eastAsia="en-GB", bidi="ar-SA"))
    run.append(properties)
    spacing = element("pPr")
    spacing.append(element("spacing", before=0, after=0, line=264, lineRule="auto"))
    paragraph.append(spacing)
    defaults.append(run)
    defaults.append(paragraph)
    root.append(defaults)
    for source in (document.part, document.part.package):
        for key, relationship in list(source.rels.items()):
            if relationship.reltype.rsplit("/", 1)[-1] in (
                "thumbnail",
                "stylesWithEffects",
                "customXml",
                "webSettings",
                "fontTable",
                "theme",
                "numbering",
            ):
                del source.rels[key]
    return document


def paragraph_style(
    document: DocxDocument,
    name: str,
    based_on: str | None = "Normal",
    *,
    size: float | None = None,
    bold: bool | None = None,
    italic: bool | None = None,
    colour: str | None = None,
    before: float | None = None,
    after: float | None = None,
    keep_next: bool | None = None,
    keep_lines: bool | None = None,
    outline: int | None = None,
    following: str | None = None,
) -> ParagraphStyle:
    """Define one paragraph style; sizes and spacing in points."""
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=is_builtin(name))
    if based_on:
        style.base_style = document.styles[based_on]
    style.quick_style = True
    style.hidden = False
    if size is not None:
        style.font.size = Pt(size)
        style.element.get_or_add_rPr().append(element("szCs", val=int(size * 2)))
    style.font.bold = bold
    style.font.italic = italic
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)
    layout = style.paragraph_format
    layout.space_before = None if before is None else Pt(before)
    layout.space_after = None if after is None else Pt(after)
    layout.keep_with_next = keep_next
    layout.keep_together = keep_lines
    if outline is not None:
        style.element.get_or_add_pPr().append(element("outlineLvl", val=outline))
    if following:
        style.next_paragraph_style = document.styles[following]
    return style


def is_builtin(name: str) -> bool:
    """Whether Word knows the style by this name of its own."""
    return not name.startswith(("Committee", "Table ", "Front Matter"))


def add_styles(document: DocxDocument, look: Look) -> None:
    """Every style of the generator, and those of the front matter."""
    normal = paragraph_style(document, "Normal", None)
    normal.element.set(qn("w:default"), "1")
    normal.paragraph_format.widow_control = True
    default_table = element("style", type="table", default=1, styleId="TableNormal")
    for child in (
        element("name", val="Normal Table"),
        element("uiPriority", val=99),
        element("semiHidden"),
    ):
        default_table.append(child)
    table_properties = element("tblPr")
    margins = element("tblCellMar")
    for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108)):
        margins.append(element(side, w=width, type="dxa"))
    table_properties.append(element("tblInd", w=0, type="dxa"))
    table_properties.append(margins)
    default_table.append(table_properties)
    document.styles.element.append(default_table)
    font = document.styles.add_style(
        "Default Paragraph Font", WD_STYLE_TYPE.CHARACTER, builtin=True
    )
    font.element.set(qn("w:default"), "1")
    add_text_styles(document, look)
    add_heading_styles(document, look)
    add_page_styles(document, look)
    add_table_style(document, look)
    link = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb = RGBColor.from_string("0B4F8A")
    link.font.underline = True
    mark = document.styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER, builtin=True)
    mark.font.superscript = True


def add_heading_styles(document: DocxDocument, look: Look) -> None:
    """Heading 1 to 4 and the heading of the contents list."""
    colour = look.colour if look.heading_colour else "000000"
    for level, size in enumerate(look.heading_sizes, start=1):
        paragraph_style(
            document, f"Heading {level}", size=size, bold=True, italic=level == 4 or None,
            colour=colour, before=18 if level == 1 else 12, after=6, keep_next=True,
            keep_lines=True, outline=level - 1, following="Body Text",
        )  # fmt: skip
    paragraph_style(
        document, "TOC Heading", size=look.heading_sizes[0], bold=True, colour=colour, before=12,
        after=6, keep_next=True, keep_lines=True,
    )  # fmt: skip


def add_text_styles(document: DocxDocument, look: Look) -> None:
    """Numbered paragraphs, lists, quotations, sign-offs, notes."""
    after = look.spacing_after
    paragraph_style(document, "Body Text", after=after)
    paragraph_style(document, "Committee Paragraph", after=after)
    continued = paragraph_style(document, "Committee Paragraph Continued", after=after)
    continued.paragraph_format.left_indent = Cm(1.5)
    paragraph_style(document, "Committee Lead-in", after=6, keep_next=True)
    paragraph_style(document, "Committee Recommendation", after=6)
    paragraph_style(document, "List Bullet", after=6)
    paragraph_style(document, "List Number", after=6)
    quote = paragraph_style(document, "Quote", before=2, after=after, italic=True, keep_lines=True)
    quote.paragraph_format.left_indent = Cm(1.0)
    quote.paragraph_format.right_indent = Cm(1.0)
    edge = element("pBdr")
    edge.append(border("left", look.colour, 18, 10))
    quote.element.get_or_add_pPr().append(edge)
    paragraph_style(document, "Committee Sign-off", after=after, keep_lines=True)
    paragraph_style(
        document, "Committee Note", before=3, after=10, colour="404040", keep_lines=True
    )
    guidance = paragraph_style(
        document, "Committee Guidance", after=after, italic=True, colour="7A2E00"
    )
    shade = element("shd", val="clear", color="auto", fill="FFF4E5")
    guidance.element.get_or_add_pPr().append(shade)
    paragraph_style(
        document, "Committee Key Figure", size=28, bold=True, colour=look.colour, before=0,
        after=0, keep_next=True, keep_lines=True,
    )  # fmt: skip
    paragraph_style(document, "Committee Figure", before=6, after=4, keep_next=True)
    paragraph_style(document, "Caption", bold=True, before=8, after=6, keep_lines=True)
    paragraph_style(document, "Footnote Text", after=2)
    paragraph_style(document, "Table Text", before=2, after=2)
    paragraph_style(document, "Table Heading", "Table Text", bold=True, keep_next=True)


def add_page_styles(document: DocxDocument, look: Look) -> None:
    """Title, header, footer, contents list and front matter."""
    width = PAGE_WIDTH - 2 * Cm(look.margin)
    paragraph_style(document, "Title", size=20, bold=True, colour=look.colour, before=6, after=2)
    paragraph_style(document, "Subtitle", size=14, bold=True, after=10)
    header = paragraph_style(document, "Header", colour=look.colour)
    footer = paragraph_style(document, "Footer", colour="404040")
    for style in (header, footer):
        style.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    for level in (1, 2):
        entry = paragraph_style(document, f"TOC {level}", after=4)
        entry.paragraph_format.left_indent = Cm(0.6 * (level - 1))
        leader = element("tab", val="right", leader="dot", pos=int(width / 635))
        tabs = element("tabs")
        tabs.append(leader)
        properties = entry.element.get_or_add_pPr()
        properties.insert_element_before(
            tabs, "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl"
        )
    paragraph_style(
        document,
        "Front Matter Label",
        "Table Text",
        bold=look.label_bold or None,
        before=3,
        after=3,
    )
    paragraph_style(document, "Front Matter Text", "Table Text", before=3, after=3)
    columns = paragraph_style(document, "Front Matter Columns", "Front Matter Text")
    columns.paragraph_format.left_indent = Cm(3.9)
    columns.paragraph_format.first_line_indent = -Cm(3.9)
    columns.paragraph_format.tab_stops.add_tab_stop(Cm(3.9))
    wide = paragraph_style(document, "Front Matter Wide Columns", "Front Matter Text")
    wide.paragraph_format.tab_stops.add_tab_stop(Cm(look.wide_stop))
    # A first part that runs past the stop sends the second one to the cell's right edge.
    edge = width - Cm(look.label_width) - Cm(0.4)
    wide.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)


def add_table_style(document: DocxDocument, look: Look) -> None:
    """Rules between rows and a shaded header row."""
    style = document.styles.add_style("Committee Table", WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    style.quick_style = True
    properties = element("tblPr")
    rules = element("tblBorders")
    for side in ("top", "bottom", "insideH"):
        rules.append(
            border(
                side,
                look.colour if side != "insideH" else "BFBFBF",
                8 if side != "insideH" else 4,
                0,
            )
        )
    margins = element("tblCellMar")
    for side, width in (("top", 28), ("left", 85), ("bottom", 28), ("right", 85)):
        margins.append(element(side, w=width, type="dxa"))
    properties.append(element("tblInd", w=0, type="dxa"))
    properties.append(rules)
    properties.append(margins)
    style.element.append(properties)
    first = element("tblStylePr", type="firstRow")
    bold = element("rPr")
    bold.append(element("b"))
    cell = element("tcPr")
    lines = element("tcBorders")
    lines.append(border("bottom", look.colour, 8, 0))
    cell.append(lines)
    cell.append(element("shd", val="clear", color="auto", fill=look.shade))
    first.append(bold)
    first.append(cell)
    style.element.append(first)
