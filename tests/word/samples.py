"""Documents for the tests, and the file that a document becomes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from lxml import etree

from generator.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Footnote,
    Grid,
    Heading,
    Inline,
    LineBreak,
    Link,
    ListBlock,
    ListItem,
    Numbering,
    Paragraph,
    PrintedSignOff,
    Quote,
    Reference,
    Section,
    Series,
    Table,
    Text,
    Value,
    phrase,
)
from generator.word.charts.chart_part import ChartPart
from generator.word.package.zip_package import read_parts
from generator.word.render import build_on_shell
from generator.word.template.shell import render_shell
from tests.phrases import row, with_phrases

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "report_templates"
SCRUTINY = TEMPLATES / "scrutiny.docx"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
}


class Shelf(dict[str, ChartPart]):
    """A chart store in memory."""

    def put(self, digest: str, part: ChartPart) -> None:
        self[digest] = part


SHELF = Shelf()


def w(name: str) -> str:
    """A Clark name in the w namespace."""
    return f"{{{W}}}{name}"


def para(*content: Inline | str, **about: object) -> Paragraph:
    """A paragraph of texts and inlines."""
    return Paragraph(inlines(*content), **about)  # type: ignore[arg-type]


def numbered(number: str, *content: Inline | str, name: str = "") -> Paragraph:
    """A numbered paragraph."""
    return para(*content, numbered=True, number=number, name=name)


def inlines(*content: Inline | str) -> tuple[Inline, ...]:
    """Strings become Text."""
    return tuple(Text(item) if isinstance(item, str) else item for item in content)


def item(*content: Inline | str, blocks: tuple[Block, ...] = (), name: str = "") -> ListItem:
    """A list item."""
    return ListItem(inlines(*content), blocks, name)


def listed(marker: str, *items: ListItem | str, start: int = 1) -> ListBlock:
    """A list; strings become items."""
    made = tuple(item(each) if isinstance(each, str) else each for each in items)
    return ListBlock(made, marker, start)


def table(number: str = "1", name: str = "answers", rows: int = 3, **about: object) -> Table:
    """A table of one text column and two columns of figures."""
    made = Table(
        header=(inlines("Statement"), inlines("2021"), inlines("2022")),
        rows=tuple(
            (inlines(f"Statement {row}"), inlines(f"{50 + row}%"), inlines(f"{60 + row}%"))
            for row in range(rows)
        ),
        alignments=("left", "right", "right"),
        caption=phrase("Agreement by year"),
        name=name,
        number=number,
    )
    return replace(made, **with_phrases(about))  # type: ignore[arg-type]


def chart(number: str = "1", name: str = "workload", **about: object) -> Chart:
    """A chart of two waves."""
    made = Chart(
        "columns",
        phrase("Fewer find their workload manageable"),
        ("2021", "2022"),
        (Series("Social workers", (78.0, 67.0)),),
        caption=phrase("Workload is manageable"),
        name=name,
        number=number,
        description=phrase("Column chart: 78% in 2021, 67% in 2022."),
    )
    return replace(made, **with_phrases(about))  # type: ignore[arg-type]


def document(*sections: Section, **about: object) -> Document:
    """A document of these sections in the scrutiny scheme."""
    made = Document(
        title="Health check 2022",
        council="Anytown Council",
        committee="Scrutiny Panel",
        meeting_date="15 March 2023",
        marking="[NOT PROTECTIVELY MARKED]",
        language="en-GB",
        author="Children's Services",
        subject="Report to the Scrutiny Panel",
        created="2023-03-07",
        front_matter=(
            row("title", "Report title", (("Health check 2022",),)),
            row("employee", "Accountable employee", (("A Person", "Analyst"),)),
        ),
        sections=sections,
        numbering=Numbering(),
    )
    return replace(made, **about)  # type: ignore[arg-type]


def section(key: str, *blocks: Block, title: str = "A section", **about: object) -> Section:
    """A plain section."""
    made = Section(key, "section", title, blocks)
    return replace(made, **about)  # type: ignore[arg-type]


def full_document() -> Document:
    """A document with one of everything."""
    note = Footnote(
        (inlines("The first note, with a ", Link("https://example.org", inlines("link"))),)
    )
    return document(
        section("contents", Contents(), title="", kind="contents"),
        Section(
            "decision",
            "recommendations",
            "Recommendations for decision:",
            (
                para("The Panel is recommended to:", style="lead-in"),
                listed("1.", "Note the findings.", item("Approve the plan.", name="approve")),
            ),
        ),
        Section(
            "noting",
            "recommendations",
            "Recommendation for noting:",
            (listed("1.", "The progress made."),),
        ),
        section(
            "purpose",
            numbered("1.1", "Why & wherefore", note, " <here>."),
            numbered(
                "1.2", "See ", Reference("approve", "recommendation", "2", "recommendation ", "2")
            ),
            title="Purpose",
            number="1.0",
            numbered=True,
        ),
        section(
            "findings",
            Heading(inlines("Social workers"), 2),
            numbered(
                "2.1",
                "In 2022 ", Value("67%", "sw.workload.percent"), " agreed, see ",
                Reference("workload", "figure", "Figure 1", "", "1"), " and ",
                Reference("answers", "table", "1", "tables ", "1"), ".",
                name="workload-text",
            ),
            chart(note="Base: 94."),
            numbered("2.2", "The figures are in paragraph ",
                     Reference("workload-text", "paragraph", "2.1", "", "2.1"), ":"),
            table(note="Base: all."),
            listed("bullet", item("outer", blocks=(listed("bullet", item("inner", blocks=(
                listed("bullet", "innermost"),))),))),
            listed("A.", item("letter", blocks=(listed("i.", "roman", "roman"),)), "letter"),
            listed("A.", "again", note_item := item("with a note", name="noted")),
            listed("(a)", "four", "five", start=4),
            Quote((para("People help each other."),)),
            para("A line", LineBreak(), "and another."),
            title="Findings",
            number="2.0",
            numbered=True,
        ),
        Section(
            "financial",
            "implication",
            "Financial implications",
            (numbered("3.1", "None."), PrintedSignOff("financial", ("[AB/15022023/C]",))),
            number="3.0",
            numbered=True,
        ),
        section("closing", para("Text without a heading."), title=""),
        Section(
            "appendix-1",
            "appendix",
            "Statements",
            (para("See ", Reference("appendix-2", "appendix", "Appendix 2", "", "2")),
             table("2", "more", 12)),
            label="Appendix 1",
            page_break=True,
        ),
        Section(
            "appendix-2",
            "appendix",
            "Dashboard",
            (
                Grid(((para("67%", style="key-figure"), para("manageable")),
                      (para("35%", style="key-figure"), para("replied"))), 2),
                Grid(((chart("2", "one", title="First"),),
                      (chart("3", "two", title="Second"),)), 2),
                para("The dashboard ends here."),
            ),
            label="Appendix 2",
            page_break=True,
            landscape=True,
        ),
        Section("appendix-3", "appendix", "Method", (para(note_item.content[0]),),
                label="Appendix 3", page_break=True),
    )  # fmt: skip


def rendered(
    made: Document, template: Path = SCRUTINY, charts: Shelf = SHELF, **about: object
) -> bytes:
    """The file that a document becomes."""
    shell = render_shell(made, template)
    return build_on_shell(made, shell, template, charts, **about)  # type: ignore[arg-type]


def render(made: Document, template: Path = SCRUTINY, **about: object) -> dict[str, bytes]:
    """Its parts."""
    return read_parts(rendered(made, template, **about))  # type: ignore[arg-type]


@cache
def full_parts() -> dict[str, bytes]:
    """The parts of the full document, made once."""
    return render(full_document())


def body(parts: dict[str, bytes]) -> etree._Element:
    """The root of the document part."""
    return etree.fromstring(parts["word/document.xml"])


def body_of(*blocks: Block, **about: object) -> etree._Element:
    """The document part of a document with one section of these blocks and no front matter."""
    return body(render(document(section("only", *blocks, **about), front_matter=())))


def shown(element: etree._Element) -> str:
    """The text of an element's w:t, tabs and breaks."""
    marks = {w("tab"): "\t", w("br"): "\n", w("noBreakHyphen"): "-"}
    return "".join(
        node.text or "" if node.tag == w("t") else marks[node.tag]
        for node in element.iter(w("t"), *marks)
        if node.tag == w("t") or node.getparent().tag == w("r")
    )


def find(root: etree._Element, path: str) -> list[etree._Element]:
    """XPath with the prefixes w, r and wp."""
    return list(root.xpath(path, namespaces=NS))


def styled(root: etree._Element, style: str) -> list[etree._Element]:
    """The paragraphs of a style."""
    return find(root, f"//w:p[w:pPr/w:pStyle/@w:val='{style}']")
