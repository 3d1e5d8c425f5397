"""Sections, texts and values can be found again in the file, and the base says what they are."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from generator.compose.units import with_unit
from generator.model.document import (
    Block,
    Chart,
    Contents,
    Document,
    Footnote,
    Grid,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphBreak,
    Phrase,
    PrintedSignOff,
    Reference,
    Section,
    SignOffText,
    Table,
    Text,
    Value,
)
from generator.model.origin import Origin, mark_key
from generator.word.writing.base_text import ITEM, NAMESPACE
from tests.phrases import row

from ..samples import (
    body,
    chart,
    document,
    find,
    full_document,
    full_parts,
    inlines,
    item,
    numbered,
    para,
    render,
    section,
    shown,
    table,
    w,
)

B = f"{{{NAMESPACE}}}"
FILE = "inputs/check/narrative.md"


def typed(source: str, line: int = 3, **about: object) -> Origin:
    """Where a text comes from that a person wrote."""
    origin = Origin(FILE, line, line, "costs", str(line), "financial", "person", source)
    return replace(origin, **about)  # type: ignore[arg-type]


def written(text: str, line: int = 3, **about: object) -> Paragraph:
    """A paragraph as a person wrote it."""
    return para(text, origin=typed(text, line), **about)


def base_of(parts: dict[str, bytes]) -> etree._Element:
    return etree.fromstring(parts[ITEM])


_IN_CHARTS = ("title", "description")


def told(parts: dict[str, bytes], *kinds: str) -> list[etree._Element]:
    """The texts of the body in the base, of these kinds or of all."""
    found = base_of(parts).findall(f"{B}text")
    return [
        text
        for text in found
        if text.get("kind") != "front-matter" and (not kinds or text.get("kind") in kinds)
    ]


def printed(text: etree._Element) -> str:
    return text.findtext(f"{B}printed") or ""


def names(parts: dict[str, bytes]) -> list[str]:
    """Of all bookmarks, of the body first and then of the footnotes."""
    stories = [parts.get(f"word/{story}.xml") for story in ("document", "footnotes")]
    roots = [etree.fromstring(story) for story in stories if story is not None]
    return [name for root in roots for name in find(root, "//w:bookmarkStart/@w:name")]


def between(parts: dict[str, bytes], mark: str) -> list[etree._Element]:
    """What stands in the body between the start of a bookmark and its end."""
    (start,) = find(body(parts), f"//w:bookmarkStart[@w:name='{mark}']")
    nodes: list[etree._Element] = []
    for node in start.itersiblings():
        if node.tag == w("bookmarkEnd") and node.get(w("id")) == start.get(w("id")):
            return nodes
        nodes.append(node)
    raise AssertionError(f"{mark} does not end in its paragraph")


def marked(parts: dict[str, bytes], mark: str) -> str:
    """The text between the start of a bookmark and its end."""
    return "".join(map(shown, between(parts, mark)))


# ---------------------------------------------------------------- sections
def test_each_section_is_marked_by_a_bookmark_and_by_no_control() -> None:
    root = body(full_parts())
    for each in full_document().sections:
        name = "_sec_" + each.key.replace("-", "_")
        assert len(find(root, f"//w:bookmarkStart[@w:name='{name}']")) == 1
    assert find(root, "//w:sdt//w:docPartGallery/@w:val") == ["Table of Contents"]
    assert len(find(root, "//w:sdt")) == 1


def test_the_bookmark_of_a_section_is_around_its_heading() -> None:
    root = body(
        render(document(section("purpose", numbered("1.1", "x"), title="Purpose", numbered=True)))
    )
    start = find(root, "//w:bookmarkStart[@w:name='_sec_purpose']")[0]
    assert shown(start.getnext()) == "Purpose"


def test_a_section_that_begins_with_a_table_and_has_no_heading_is_marked_too() -> None:
    bare = table("", "", caption="")
    root = body(render(document(section("only", bare, title=""))))
    assert find(root, "//w:body/w:bookmarkStart[@w:name='_sec_only']")


# ---------------------------------------------------------------- what a person wrote
def everything() -> Document:
    """A document with a written text of each kind."""
    note = Footnote((inlines("A note."),), (typed("[^a]: A note.", 20, place="note 1.1"),))
    costs = (
        ParagraphBreak(origin=typed("one", 12)),
        Text("one"),
        ParagraphBreak("bullet", origin=typed("- two", 13)),
        Text("two"),
    )
    cells = Table(
        header=(inlines("Item"), inlines("Cost")),
        rows=((inlines("Pay"), costs),),
        caption=Phrase((Text("Costs in "), Value("2022", "survey.wave")), typed("Table: c", 8)),
        note=Phrase((Text("Rounded."),), typed("{{ note }}", 9)),
        name="costs",
        number="1",
        origin=typed("| Item | Cost |", 10),
        origins=((typed("Item", 10), typed("Cost", 10)), (typed("Pay", 11), typed("", 11))),
    )  # fmt: skip
    figure = chart(
        caption=Phrase((Text("What it shows"),), typed("{{ chart(...) }}", 15)),
        title=Phrase((Text("It rises"),), typed("{{ chart(...) }}", 15)),
        note=Phrase((Text("Base: 9."),), typed("{{ chart(...) }}", 15)),
    )
    return document(
        section(
            "costs",
            Heading(inlines("Pay"), 2, origin=typed("## Pay", 2)),
            Paragraph(
                (Text("About "), Value("6%", "sw.x"), note, Text(" leave.")),
                origin=typed("About {{ sw.x }}[^a] leave.", 4, end=5, repeated=True),
            ),
            ListBlock((ListItem(inlines("an item"), origin=typed("- an *item*", 6)),)),
            cells,
            figure,
            title="What it costs",
            origin=typed("# What it costs", 1),
        )
    )


def test_every_written_text_is_in_the_base_in_the_order_in_which_it_is_printed() -> None:
    found = told(render(everything()))
    assert [(text.get("kind"), printed(text)) for text in found] == [
        ("heading", "What it costs"),
        ("heading", "Pay"),
        ("footnote", "A note."),
        ("paragraph", "About 6% leave."),
        ("item", "an item"),
        ("caption", "Costs in 2022"),
        ("cell", "Item"),
        ("cell", "Cost"),
        ("cell", "Pay"),
        ("cell", "one"),
        ("cell", "two"),
        ("note", "Rounded."),
        ("caption", "What it shows"),
        ("title", "It rises"),
        ("description", "Column chart: 78% in 2021, 67% in 2022."),
        ("note", "Base: 9."),
    ]
    computed = [text for text in found if text.get("by") == "program"]
    assert [text.get("kind") for text in computed] == ["description"]


def test_the_base_says_where_a_text_comes_from_and_how_it_was_written() -> None:
    (text,) = told(render(everything()), "paragraph")
    origin = typed("About {{ sw.x }}[^a] leave.", 4)
    assert dict(text.attrib) == {
        "kind": "paragraph",
        "mark": f"_p_{mark_key(origin)}",
        "unit": "financial",
        "by": "person",
        "file": FILE,
        "line": "4",
        "end": "5",
        "section": "costs",
        "place": "4",
        "repeated": "yes",
    }
    assert [(node.tag, node.text) for node in text] == [
        (f"{B}printed", "About 6% leave."),
        (f"{B}source", "About {{ sw.x }}[^a] leave."),
        (f"{B}span", None),
        (f"{B}span", None),
    ]


def test_what_is_one_line_or_written_as_printed_is_said_once() -> None:
    (text,) = told(render(document(section("a", written("As it stands."), title=""))))
    assert (text.get("line"), text.get("end")) == ("3", None)
    assert [node.tag for node in text] == [f"{B}printed"]


def test_the_bookmark_of_a_mark_stands_round_the_text_as_printed_and_nothing_else() -> None:
    parts = render(everything())
    found = [text for text in told(parts) if text.get("kind") not in (*_IN_CHARTS, "footnote")]
    assert [marked(parts, text.get("mark")) for text in found] == [printed(text) for text in found]
    marks = [text.get("mark") for text in [*found, *told(parts, "footnote")]]
    assert sorted(name for name in names(parts) if name.startswith("_p_")) == sorted(marks)


def test_a_charts_title_has_no_mark_because_no_bookmark_can_stand_there() -> None:
    (text,) = told(render(everything()), "title")
    assert (text.get("mark"), text.get("by"), printed(text)) == (None, "person", "It rises")


def test_the_marks_of_a_note_stand_round_its_reference_one_for_each_paragraph() -> None:
    origins = (typed("[^a]: One.", 20), typed("Two.", 22))
    note = Footnote((inlines("One."), inlines("Two.")), origins)
    parts = render(document(section("a", para("Text", note, " on."), title="")))
    found = told(parts, "footnote")
    assert [printed(text) for text in found] == ["One.", "Two."]
    assert len({text.get("mark") for text in found}) == 2
    for text in found:
        nodes = between(parts, text.get("mark"))
        assert [shown(node) for node in nodes if shown(node)] == []
        assert sum(len(find(node, "w:footnoteReference")) for node in nodes) == 1
    assert b"_p_" not in parts["word/footnotes.xml"]


def test_a_named_text_is_found_by_its_name() -> None:
    parts = render(document(section("a", written("Text.", name="aim"), title="")))
    (text,) = told(parts)
    assert text.get("name") == "aim"
    assert text.get("mark") == f"_p_{mark_key(typed('Text.'), 'aim')}"
    changed = render(document(section("a", written("Other words.", name="aim"), title="")))
    assert told(changed)[0].get("mark") == text.get("mark")


def test_the_same_words_twice_have_two_marks() -> None:
    made = document(section("a", written("Same."), written("Same.", 7), title=""))
    first, second = told(render(made))
    assert (first.get("line"), second.get("line")) == ("3", "7")
    assert second.get("mark") == f"{first.get('mark')}_2"


def test_links_are_told_with_their_addresses() -> None:
    link = Link("https://example.org/?a&b", inlines("the report"))
    made = para("See ", link, ".", origin=typed("See [the report](...)."))
    (text,) = told(render(document(section("a", made, title=""))))
    assert printed(text) == "See the report."
    assert [dict(one.attrib) for one in text.findall(f"{B}span")] == [
        {"at": "4", "to": "14", "link": "https://example.org/?a&b"}
    ]


def test_signs_of_xml_and_characters_that_it_does_not_allow_are_no_harm() -> None:
    made = document(section('"&<a', written('<b> & "c" \x07', 3), title="T & <t>"))
    found = told(render(made))
    assert [printed(text) for text in found] == ["T & <t>", '<b> & "c" ']


def test_a_cell_of_front_matter_is_marked_and_told_with_its_row() -> None:
    origin = Origin("inputs/check/report.yaml", section="front_matter.member",
                    unit="front-matter.member", by="person", source="Ada & Co")  # fmt: skip
    made = row("member", "Cabinet member", (("Ada & Co", "Children"),))
    ((first, second),) = made.lines
    front = (replace(made, lines=((replace(first, origin=origin), second),)),)
    parts = render(document(section("a", para("x"), title=""), front_matter=front))
    found = [one for one in base_of(parts).iter(f"{B}text") if one.get("kind") == "front-matter"]
    assert [(printed(one), one.get("name"), one.get("by")) for one in found] == [
        ("Ada & Co", "member", "person"),
        ("Children", "member", "program"),
    ]
    assert found[0].get("unit") == "front-matter.member"
    assert found[0].get("mark") == f"_p_{mark_key(origin)}"
    assert marked(parts, found[0].get("mark")) == "Ada & Co"
    assert found[1].get("mark") is None


# ---------------------------------------------------------------- what the program wrote
def test_what_the_program_wrote_is_listed_without_a_mark() -> None:
    stated = Origin("config/formats/x.yaml", section="implications.legal", place="nil",
                    unit="legal", source="None.")  # fmt: skip
    parts = render(document(section("legal", para("None.", origin=stated), title="Law")))
    heading, text = told(parts)
    assert (printed(heading), heading.get("by"), heading.get("mark")) == ("Law", "program", None)
    assert dict(text.attrib) == {
        "kind": "paragraph",
        "unit": "legal",
        "by": "program",
        "file": "config/formats/x.yaml",
        "section": "implications.legal",
        "place": "nil",
    }
    assert [node.tag for node in text] == [f"{B}printed"]
    assert [name for name in names(parts) if name.startswith("_p_")] == []


def test_a_lead_in_that_runs_on_is_no_part_of_what_was_written() -> None:
    made = replace(written("endorse the plan."), lead=(Text("The Panel is asked to "),))
    parts = render(document(section("a", made, title="")))
    (text,) = told(parts)
    assert printed(text) == marked(parts, text.get("mark")) == "endorse the plan."
    lines = [shown(node) for node in body(parts).iter(w("p"))]
    assert "The Panel is asked to endorse the plan." in lines


def test_the_base_agrees_with_the_text_of_the_document() -> None:
    units = [
        replace(one, blocks=with_unit(one.blocks, one.key)) for one in full_document().sections
    ]
    parts = render(replace(full_document(), sections=tuple(map(with_cells, units))))
    said = [
        node.text if node.tag == f"{B}sign-off" else printed(node)
        for node in base_of(parts)
        if node.tag in (f"{B}text", f"{B}sign-off")
        and node.get("kind") not in ("front-matter", "footnote", *_IN_CHARTS)
    ]
    assert said == [line for line in lines_of(parts) if line]


def with_cells(one: Section) -> Section:
    """The section with cells that know their unit; without grids, which print row by row."""
    origin = Origin(unit=one.key)

    def made(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        return replace(block, origins=((origin,) * 3,) * (len(block.rows) + 1))

    kept = (block for block in one.blocks if not isinstance(block, Grid))
    return replace(one, blocks=tuple(map(made, kept)))


def lines_of(parts: dict[str, bytes]) -> list[str]:
    """The paragraphs under the list of contents, without labels and numbers of captions."""
    lines = []
    for node in body(parts).iter(w("p")):
        style = "".join(find(node, "w:pPr/w:pStyle/@w:val"))
        if not style.startswith(("TOC", "Title", "Subtitle", "FrontMatter")):
            lines.append(re.sub(r"^(Table|Figure|Appendix) \d+: ", "", shown(node)))
    return lines


# ---------------------------------------------------------------- sign-offs
def signed(trailing: bool) -> dict[str, bytes]:
    codes = ("[AB/1/C]", "[DE/2/F]")
    blocks = (written("It costs £5."), PrintedSignOff("financial", codes, trailing))
    return render(document(section("costs", *blocks, title="")))


@pytest.mark.parametrize("trailing", [False, True])
def test_sign_offs_are_listed_apart_and_in_no_text(trailing: bool) -> None:
    parts = signed(trailing)
    found = base_of(parts).findall(f"{B}sign-off")
    assert {one.get("unit") for one in found} == {"financial"}
    assert " ".join(one.text or "" for one in found) == "[AB/1/C] [DE/2/F]"
    (text,) = told(parts)
    assert printed(text) == marked(parts, text.get("mark")) == "It costs £5."


def test_sign_offs_stand_on_lines_of_their_own_or_at_the_end_of_the_text() -> None:
    def lines(trailing: bool) -> list[tuple[str, list[str]]]:
        found = [(shown(one), find(one, "w:pPr/w:pStyle/@w:val"))
                 for one in body(signed(trailing)).iter(w("p"))]  # fmt: skip
        at = next(i for i, (text, _) in enumerate(found) if text.startswith("It costs"))
        return [one for one in found[at:] if one[0]]

    (_, style), *codes = lines(trailing=False)
    assert codes == [("[AB/1/C]", ["CommitteeSign-off"]), ("[DE/2/F]", ["CommitteeSign-off"])]
    assert lines(trailing=True) == [("It costs £5. [AB/1/C] [DE/2/F]", style)]


@pytest.mark.parametrize("trailing", [False, True])
def test_what_a_draft_says_of_sign_offs_has_a_mark_and_is_nowhere_in_the_base(
    trailing: bool,
) -> None:
    def built(state: str) -> dict[str, bytes]:
        blocks = (written("It costs £5."), PrintedSignOff("legal", ("[AB/1/C]",), trailing, state))
        return render(document(section("costs", *blocks, title="")))

    parts = built("[Legal: to be signed again]")
    assert marked(parts, "_sgn_legal").strip() == "[AB/1/C]"
    assert marked(parts, "_sgn_state_legal").strip() == "[Legal: to be signed again]"
    assert base_of(parts).get("draft") == base_of(built("")).get("draft")
    assert "signed again" not in etree.tostring(base_of(parts), encoding="unicode")


def test_a_draft_says_what_is_awaited_where_nothing_is_signed() -> None:
    blocks = (written("It costs £5."), PrintedSignOff("legal", (), False, "[awaiting Legal]"))
    cell = (SignOffText("–", "pay", given=False, state="[awaiting Finance]"),)
    cells = Table((inlines("Issue"), inlines("Sign-off")), ((inlines("Pay"), cell),))
    parts = render(document(section("costs", *blocks, cells, title="")))
    texts = [shown(one) for one in body(parts).iter(w("p"))]
    assert "[awaiting Legal]" in texts
    assert "[awaiting Finance]" in texts
    assert base_of(parts).findall(f"{B}sign-off") == []


def test_a_copy_for_publication_has_no_mark_round_its_sign_offs() -> None:
    blocks = (written("It costs £5."), PrintedSignOff("legal", ("[AB/1/C]",)))
    whole = document(section("costs", *blocks, title=""), public=True)
    assert b"_sgn_" not in render(whole)["word/document.xml"]


def test_a_sign_off_in_a_cell_is_listed_apart_too() -> None:
    cells = Table(
        header=(inlines("Issue"), inlines("Sign-off")),
        rows=((inlines("Pay"), (SignOffText("[AB/1/C]", "financial"),)),),
        origins=((typed("Issue"), typed("Sign-off")), (typed("Pay"), Origin(unit=""))),
    )
    parts = render(document(section("costs", cells, title="")))
    found = base_of(parts).findall(f"{B}sign-off")
    assert [(one.get("unit"), one.text) for one in found] == [("financial", "[AB/1/C]")]
    assert [printed(text) for text in told(parts)] == ["Issue", "Sign-off", "Pay"]
    assert "[AB/1/C]" in [shown(one) for one in body(parts).iter(w("p"))]


# ---------------------------------------------------------------- values and the whole
def test_the_base_holds_every_value_with_its_bookmark() -> None:
    link = Link("https://example.org", (Value("5", "sw.z"),))
    caption = Phrase((Text("In "), Value("2022", "survey.wave")))
    parts = render(
        document(
            section(
                "a",
                para(Value("<67%>", "sw.x"), Value("3", "sw.y"), Value("3", "sw.y"), link),
                replace(table(), caption=caption),
            )
        )
    )
    found = base_of(parts).findall(f"{B}value")
    assert [(one.get("bookmark"), one.get("key"), one.text) for one in found] == [
        ("_val_sw_x", "sw.x", "<67%>"),
        ("_val_sw_y", "sw.y", "3"),
        ("_val_sw_y_2", "sw.y", "3"),
        ("_val_sw_z", "sw.z", "5"),
        ("_val_survey_wave", "survey.wave", "2022"),
    ]
    for one in found:
        assert marked(parts, one.get("bookmark")) == one.text


def test_the_base_knows_its_report_and_format() -> None:
    made = document(section("a", para("x")), report="health-check", format="eastmere-2023")
    root = base_of(render(made))
    assert (root.get("folder"), root.get("format")) == ("health-check", "eastmere-2023")


def test_drafts_that_say_the_same_have_the_same_digest() -> None:
    def draft(text: str, **about: object) -> str:
        return base_of(render(document(section("a", para(text)), **about))).get("draft") or ""

    assert re.fullmatch("[0-9a-f]{64}", draft("x"))
    assert draft("x") == draft("x", created="2024-01-01")
    assert draft("x") != draft("y")


def test_the_part_is_related_to_the_document_and_has_properties() -> None:
    parts = full_parts()
    assert f'Target="../{ITEM}"' in parts["word/_rels/document.xml.rels"].decode()
    assert NAMESPACE in parts["customXml/itemProps1.xml"].decode()
    assert "itemProps1.xml" in parts["customXml/_rels/item1.xml.rels"].decode()


# ---------------------------------------------------------------- the copy for publication
def both(made: Document) -> tuple[dict[str, bytes], dict[str, bytes]]:
    return render(made), render(replace(made, public=True))


@pytest.mark.parametrize("made", [everything(), full_document()])
def test_a_copy_for_publication_prints_the_same_without_base_and_marks(made: Document) -> None:
    draft, public = both(made)
    assert [name for name in public if "customXml" in name] == []
    told_of = (public["[Content_Types].xml"], public["word/_rels/document.xml.rels"])
    assert not any(b"customXml" in part for part in told_of)
    kept = [name for name in names(public) if name.startswith(("_p_", "_val_"))]
    assert kept == []
    assert any(name.startswith("_val_") for name in names(draft))
    for story in ("document", "footnotes"):
        before, after = (etree.fromstring(one[f"word/{story}.xml"]) for one in (draft, public))
        assert [shown(p) for p in before.iter(w("p"))] == [shown(p) for p in after.iter(w("p"))]


def test_a_copy_for_publication_has_bookmarks_of_sections_where_a_field_needs_them() -> None:
    pointing = para("See ", Reference("plan", "section", "2", "section ", "2"), ".")
    leading = para(Link("#means", inlines("as told")))
    sections = [section("why", pointing, leading)]
    sections += [section(key, para("x"), numbered=True) for key in ("plan", "means", "end")]
    draft, public = both(document(*sections))

    def marked_sections(parts: dict[str, bytes]) -> list[str]:
        return [name for name in names(parts) if name.startswith("_sec_")]

    assert marked_sections(draft) == ["_sec_why", "_sec_plan", "_sec_means", "_sec_end"]
    assert marked_sections(public) == ["_sec_plan", "_sec_means"]
    listed = section("contents", Contents(), title="", kind="contents")
    _, public = both(document(listed, *sections))
    assert marked_sections(public) == ["_sec_why", "_sec_plan", "_sec_means", "_sec_end"]


def test_a_chart_is_the_same_for_publication() -> None:
    draft, public = both(document(section("a", chart(), item_list())))
    assert isinstance(chart(), Chart)
    parts = [name for name in draft if name.startswith("word/charts/")]
    assert parts
    assert all(draft[name] == public[name] for name in parts)


def item_list() -> ListBlock:
    return ListBlock((item("x"),))
