"""Every word that a document prints has its marks in one way; nothing else of it changes."""

from __future__ import annotations

from dataclasses import replace

from generator.compose.printed_quotes import with_quotes
from generator.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Footnote,
    FrontMatterRow,
    Grid,
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
    SignOffText,
    Table,
    Text,
    Value,
    phrase,
)

DOCUMENT = Document(
    title="Staff's check",
    council="King's Council",
    committee="Children's Panel",
    meeting_date="15 March 2023",
    marking="",
    language="en-GB",
    author="Ann O'Brien",
    subject="Report to Children's Panel",
    created="2023-03-07T00:00:00Z",
    front_matter=(FrontMatterRow("lead", "Whose 'lead'", ((phrase("Cllr O'Brien"),),)),),
    sections=(),
    numbering=Numbering(),
    context={"committee": "Children's Panel"},
)


def printed(*blocks: Block) -> tuple[Block, ...]:
    section = Section("purpose", "section", "The panel's task", blocks)
    (made,) = with_quotes(replace(DOCUMENT, sections=(section,)), "curly").sections
    assert made.title == "The panel’s task"
    return made.blocks


def test_front_matter_title_and_the_words_of_the_template_are_turned() -> None:
    made = with_quotes(DOCUMENT, "curly")
    assert (made.title, made.council, made.author) == (
        *("Staff’s check", "King’s Council", "Ann O’Brien"),
    )
    (row,) = made.front_matter
    assert (row.label, row.lines[0][0].text) == ("Whose ‘lead’", "Cllr O’Brien")
    assert made.context == {"committee": "Children’s Panel"}


def test_a_quotation_over_several_pieces_is_one() -> None:
    content = (
        Text('They said "'),
        Text("it's", bold=True),
        Value(" 46%", "sw.leaving.percent"),
        Link("https://example.org/'a'", (Text("'own' "),)),
        Reference("x", text='3.5"', before="paragraph "),
        LineBreak(),
        Text("'90s"),
    )
    (made,) = printed(Paragraph(content))
    assert isinstance(made, Paragraph)
    assert made.content == (
        Text("They said “"),
        Text("it’s", bold=True),
        Value(" 46%", "sw.leaving.percent"),
        Link("https://example.org/'a'", (Text("‘own’ "),)),
        Reference("x", text="3.5”", before="paragraph "),
        LineBreak(),
        Text("’90s"),
    )


def test_lists_quotations_notes_grids_and_contents_are_turned() -> None:
    said, turned = (Text("it's"),), (Text("it’s"),)
    note = Paragraph((Text("Done"), Footnote((said,))), lead=(Text("King's "),))
    item = ListItem(said, (Quote((Paragraph(said),)),))
    made = printed(note, ListBlock((item,)), Grid(((Paragraph(said),),)), Contents("What's in it"))
    assert made == (
        Paragraph((Text("Done"), Footnote((turned,))), lead=(Text("King’s "),)),
        ListBlock((ListItem(turned, (Quote((Paragraph(turned),)),)),)),
        Grid(((Paragraph(turned),),)),
        Contents("What’s in it"),
    )


def test_tables_and_charts_are_turned_with_all_their_words() -> None:
    told, turned = phrase("It's"), phrase("It’s")
    table = Table(((Text("Year's"),),), (((Text('"end"'),),),), (), told, "t", "1", told, told)
    chart = Chart("bars", told, ("Don't",), (Series("Men's", (1.0,)),), note=told)
    chart = replace(chart, caption=told, description=told)
    made = printed(table, chart)
    assert made == (
        Table(((Text("Year’s"),),), (((Text("“end”"),),),), (), turned, "t", "1", turned, turned),
        replace(
            chart,
            title=turned,
            categories=("Don’t",),
            series=(Series("Men’s", (1.0,)),),
            note=turned,
            caption=turned,
            description=turned,
        ),
    )


def test_sign_offs_stay_as_they_were_given() -> None:
    given = PrintedSignOff("legal", ("Ann O'Brien, 5 March 2023",))
    cell = Table(((Text("Who"),),), (((SignOffText("Ann O'Brien", "legal"), Text("'s")),),))
    made, table = printed(given, cell)
    assert made == given
    assert isinstance(table, Table)
    assert table.rows == (((SignOffText("Ann O'Brien", "legal"), Text("’s")),),)


def test_a_format_of_straight_marks_prints_no_other() -> None:
    curly = with_quotes(replace(DOCUMENT, title="“Staff’s” ‘check’"), "straight")
    assert curly.title == "\"Staff's\" 'check'"
