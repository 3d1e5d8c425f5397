"""Numbering: linked both ways, every list starts anew, nested lists keep their own count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from generator.model.document import Block, Heading, Numbering, Section
from generator.word.package.zip_package import read_parts, write_package
from generator.word.styles.numbering import MARKERS

from ..samples import (
    SCRUTINY,
    W,
    body,
    document,
    find,
    inlines,
    item,
    listed,
    numbered,
    para,
    render,
    section,
    shown,
    styled,
    w,
)
from ..semantics import counted_numbers, findings


def numbers(*blocks: object, **about: object) -> list[str]:
    made = document(section("only", *blocks, **about))  # type: ignore[arg-type]
    return [number for number, _ in counted_numbers(render(made))]


def test_styles_and_levels_are_linked_both_ways() -> None:
    parts = render(document(section("a", numbered("1.1", "x"), numbered=True)))
    numbering = etree.fromstring(parts["word/numbering.xml"])
    styles = etree.fromstring(parts["word/styles.xml"])
    for style_id, level in (("Heading1", "0"), ("CommitteeParagraph", "1")):
        linked = find(numbering, f"//w:lvl[w:pStyle/@w:val='{style_id}']")
        assert [node.get(w("ilvl")) for node in linked] == [level]
        style = find(styles, f"//w:style[@w:styleId='{style_id}']/w:pPr/w:numPr")[0]
        assert style.find(w("ilvl")).get(w("val")) == level
        num = style.find(w("numId")).get(w("val"))
        abstract = find(numbering, f"//w:num[@w:numId='{num}']/w:abstractNumId/@w:val")[0]
        assert linked[0].getparent().get(w("abstractNumId")) == abstract


def test_abstract_lists_come_before_numbers_and_every_nsid_is_another() -> None:
    root = etree.fromstring(render(document(section("a", listed("1.", "x"), listed("A.", "y"))))[
        "word/numbering.xml"])  # fmt: skip
    tags = [node.tag for node in root]
    assert tags == sorted(tags, key=lambda tag: tag != w("abstractNum"))
    nsids = find(root, "//w:nsid/@w:val")
    assert len(nsids) == len(set(nsids))


@pytest.mark.parametrize(
    ("marker", "expected"),
    [
        ("1.", ["1.", "2.", "3."]),
        ("A.", ["A.", "B.", "C."]),
        ("a.", ["a.", "b.", "c."]),
        ("i.", ["i.", "ii.", "iii."]),
        ("(a)", ["(a)", "(b)", "(c)"]),
        ("(i)", ["(i)", "(ii)", "(iii)"]),
    ],
)
def test_each_marker_counts_in_its_form(marker: str, expected: list[str]) -> None:
    assert numbers(listed(marker, "x", "y", "z")) == expected


@pytest.mark.parametrize("marker", [marker for marker in MARKERS if marker != "bullet"])
def test_every_list_of_a_kind_starts_anew(marker: str) -> None:
    first = numbers(listed(marker, "x", "y"))
    again = numbers(listed(marker, "x", "y"), para("between"), listed(marker, "x", "y"))
    assert again == first * 2


def test_a_list_can_start_at_another_number() -> None:
    assert numbers(listed("1.", "x", "y", start=4), listed("1.", "x")) == ["4.", "5.", "1."]


def test_lists_of_the_same_kind_nest_three_deep_and_the_outer_count_goes_on() -> None:
    deep = listed(
        "1.", item("a", blocks=(listed("1.", "b", item("c", blocks=(listed("1.", "d"),))),)), "e"
    )
    assert numbers(deep) == ["1.", "1.", "2.", "1.", "2."]


def test_a_list_between_the_items_of_another_does_not_disturb_it() -> None:
    inner = item(
        "a", blocks=(para("text"), listed("i.", "b", "c"), para("text"), listed("i.", "d"))
    )
    assert numbers(listed("A.", inner, "e")) == ["A.", "i.", "ii.", "i.", "B."]


def test_bullets_share_one_list_and_change_their_mark_by_level() -> None:
    marks = numbers(listed("bullet", item("a", blocks=(listed("bullet", "b"),)), "c"))
    assert marks == ["\u2022", "\u2013", "\u2022"]


@pytest.mark.parametrize(
    "scheme", [Numbering(), Numbering("", "%1.", running=True), Numbering("%1.", "")]
)
def test_every_list_of_the_report_has_the_nine_levels_that_word_writes(scheme: Numbering) -> None:
    made = document(section("a", numbered("1.1", "x"), numbered=True), numbering=scheme)
    root = etree.fromstring(render(made)["word/numbering.xml"])
    levels = [[one.get(w("ilvl")) for one in each] for each in find_all_levels(root)]
    assert levels == [[str(level) for level in range(9)]] * len(levels)


def find_all_levels(root: etree._Element) -> list[list[etree._Element]]:
    """The levels of each abstract list."""
    return [find(each, "w:lvl") for each in find(root, "//w:abstractNum")]


def test_numbered_sub_headings_count_with_the_paragraphs() -> None:
    scheme = Numbering(numbered_sub_headings=True)
    made = document(
        section(
            "only",
            numbered("1.1", "x"),
            Heading(inlines("Sub"), 2, numbered=True, number="1.2"),
            numbered("1.3", "y"),
            numbered=True,
        ),
        numbering=scheme,
    )
    assert [number for number, _ in counted_numbers(render(made))] == ["1.0", "1.1", "1.2", "1.3"]


def test_paragraphs_below_a_numbered_sub_heading_count_for_themselves() -> None:
    scheme = Numbering("%1.", numbered_sub_headings=True, sub_paragraph="%1.%2.%3")
    made = document(
        section(
            "only",
            numbered("1.1", "x"),
            Heading(inlines("Sub"), 2, numbered=True, number="1.2"),
            replace(numbered("1.2.1", "y"), below=True),
            replace(numbered("1.2.2", "z"), below=True),
            Heading(inlines("Sub"), 2, numbered=True, number="1.3"),
            replace(numbered("1.3.1", "z"), below=True),
            numbered=True,
        ),
        replace(
            section("part", replace(numbered("1.4.1", "p"), below=True), numbered=True), level=2
        ),
        section("next", numbered("2.1", "q"), numbered=True),
        numbering=scheme,
    )
    assert [number for number, _ in counted_numbers(render(made))] == [
        "1.", "1.1", "1.2", "1.2.1", "1.2.2", "1.3", "1.3.1", "1.4", "1.4.1", "2.", "2.1",
    ]  # fmt: skip


def test_plain_sub_headings_and_unnumbered_sections_do_not_count() -> None:
    made = document(
        section("a", Heading(inlines("Sub"), 2), numbered("1.1", "x"), numbered=True),
        section("b", para("y"), title="Without"),
        section("c", numbered("2.1", "z"), numbered=True),
    )
    assert [number for number, _ in counted_numbers(render(made))] == ["1.0", "1.1", "2.0", "2.1"]


def test_enter_behind_a_heading_begins_a_paragraph_as_the_report_has_them() -> None:
    for scheme, following in (
        (Numbering(), "CommitteeParagraph"),
        (Numbering(heading="", paragraph=""), "BodyText"),
    ):
        parts = render(document(section("a", para("x")), numbering=scheme))
        styles = etree.fromstring(parts["word/styles.xml"])
        for level in "1234":
            path = f"//w:style[@w:styleId='Heading{level}']/w:next/@w:val"
            assert find(styles, path) == [following]


def test_upper_case_headings_are_a_property_of_the_style_and_the_text_stays() -> None:
    made = document(
        section("a", para("x"), title="Legal implications"),
        numbering=Numbering(upper_headings=True),
    )
    parts = render(made)
    styles = etree.fromstring(parts["word/styles.xml"])
    assert find(styles, "//w:style[@w:styleId='Heading1']/w:rPr/w:caps")
    assert b"Legal implications" in parts["word/document.xml"]


def test_recommendations_have_a_style_of_their_own_at_the_outer_level_only() -> None:
    inner = listed("1.", item("Approve", blocks=(listed("a.", "one"),)))
    root = body(render(document(Section("r", "recommendations", "Recommendations", (inner,)))))
    assert len(styled(root, "CommitteeRecommendation")) == 1
    assert len(styled(root, "ListNumber")) == 1


def test_lists_in_a_numbered_section_stand_under_the_text_of_its_paragraphs() -> None:
    def left(parts: dict[str, bytes]) -> int:
        number = styled(body(parts), "ListNumber")[0].find(f".//{w('numId')}").get(w("val"))
        root = etree.fromstring(parts["word/numbering.xml"])
        abstract = find(root, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val")[0]
        return int(
            find(
                root, f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[1]/w:pPr/w:ind/@w:left"
            )[0]
        )

    plain = left(render(document(section("a", listed("1.", "x")))))
    under = left(
        render(document(section("a", numbered("1.1", "t"), listed("1.", "x"), numbered=True)))
    )
    assert under - plain == 850  # what the template indents text under a number by
    alone = left(render(document(section("a", listed("1.", "x"), numbered=True, under=True))))
    assert alone == under


def _alone(parts: dict[str, bytes], style: str, after: str) -> dict[str, bytes]:
    """The parts with a paragraph 'added' that has a style and nothing else, after another."""
    root = body(parts)
    made = etree.fromstring(
        f'<w:p xmlns:w="{W}"><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        "<w:r><w:t>added</w:t></w:r></w:p>"
    )
    next(node for node in root.iter(w("p")) if shown(node) == after).addnext(made)
    return parts | {"word/document.xml": etree.tostring(root)}


def _indents(parts: dict[str, bytes], text: str) -> tuple[str, str]:
    """Where the level of a paragraph's list begins and hangs; no indent stands elsewhere."""
    node = next(node for node in body(parts).iter(w("p")) if shown(node) == text)
    styles = etree.fromstring(parts["word/styles.xml"])
    style = find(styles, f"//w:style[@w:styleId='{find(node, 'w:pPr/w:pStyle/@w:val')[0]}']")[0]
    assert not find(node, "w:pPr/w:ind")
    assert not find(style, "w:pPr/w:ind")
    number = (find(node, "w:pPr/w:numPr") or find(style, "w:pPr/w:numPr"))[0]
    num, level = (find(number, f"w:{name}/@w:val")[0] for name in ("numId", "ilvl"))
    root = etree.fromstring(parts["word/numbering.xml"])
    abstract = find(root, f"//w:num[@w:numId='{num}']/w:abstractNumId/@w:val")[0]
    path = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']/w:pPr/w:ind"
    found = find(root, path)[0]
    return found.get(w("left")), found.get(w("hanging"))


@pytest.mark.parametrize(
    ("style", "kind", "blocks", "expected"),
    [
        ("ListBullet", "section", (listed("bullet", "x", "y"),), ["•"] * 3),
        ("ListNumber", "section", (listed("a.", "x", "y"),), ["a.", "b.", "c."]),
        ("CommitteeRecommendation", "recommendations", (listed("1.", "x", "y"),),
         ["1.", "2.", "3."]),
        ("ListNumber", "section", (listed("1.", "w", "v"), para("-"), listed("1.", "x", "y")),
         ["1.", "2.", "1.", "2.", "3."]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("numbered_section", [False, True])
def test_a_paragraph_with_the_style_alone_is_the_next_item_and_looks_like_the_others(
    style: str, kind: str, blocks: tuple[Block, ...], expected: list[str], numbered_section: bool
) -> None:
    made = Section("a", kind, "", blocks, under=numbered_section)
    parts = _alone(render(document(made)), style, "x")
    assert [number for number, _ in counted_numbers(parts)] == expected
    assert _indents(parts, "added") == _indents(parts, "x") == _indents(parts, "y")


def test_a_list_style_that_no_list_has_still_makes_an_item() -> None:
    parts = render(document(section("a", para("x"), title="")))
    for style, number in (("ListBullet", "•"), ("ListNumber", "1.")):
        assert counted_numbers(_alone(parts, style, "x")) == [(number, "added")]


def test_a_list_style_follows_most_of_its_lists() -> None:
    made = document(
        section("a", listed("bullet", "plain")),
        section("b", numbered("1.1", "t"), listed("bullet", "x"), para("-"), listed("bullet", "y"),
                numbered=True),
    )  # fmt: skip
    parts = _alone(render(made), "ListBullet", "y")
    assert _indents(parts, "added") == _indents(parts, "x") != _indents(parts, "plain")


def test_numbering_and_indents_of_the_templates_list_styles_are_replaced(tmp_path: Path) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="4"><w:lvl w:ilvl="0">'
        '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/>'
        '<w:lvlText w:val="o"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="6"><w:abstractNumId w:val="4"/></w:num></w:numbering>'
    )
    own = '<w:numPr><w:numId w:val="6"/></w:numPr><w:spacing w:after="120"/><w:ind w:left="999"/>'
    styles = parts["word/styles.xml"].decode()
    at = styles.index('<w:spacing w:after="120"/>', styles.index('w:styleId="ListBullet"'))
    parts["word/styles.xml"] = (
        styles[:at] + own + styles[at:].removeprefix('<w:spacing w:after="120"/>')
    ).encode()
    template = tmp_path / "template.docx"
    template.write_bytes(with_numbering(parts, numbering.encode()))
    made = render(document(section("a", listed("bullet", "x", "y"), title="")), template)
    assert findings(made) == []
    added = _alone(made, "ListBullet", "x")
    assert [number for number, _ in counted_numbers(added)] == ["•", "•", "•"]
    assert _indents(added, "added") == _indents(added, "x")
    root = etree.fromstring(made["word/numbering.xml"])
    assert len(find(root, "//w:pStyle[@w:val='ListBullet']")) == 1


def with_numbering(parts: dict[str, bytes], numbering: bytes) -> bytes:
    """A package with a numbering part, which the template of the repository has not."""
    whole = dict(parts)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
    whole["word/_rels/document.xml.rels"] = whole["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="rId99" Type="{kind}" Target="numbering.xml"/></Relationships>'.encode(),
    )
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"
    whole["[Content_Types].xml"] = whole["[Content_Types].xml"].replace(
        b"</Types>",
        f'<Override PartName="/word/numbering.xml" ContentType="{content}"/></Types>'.encode(),
    )
    whole["word/numbering.xml"] = numbering
    return write_package(whole)


def test_a_style_based_on_a_numbered_heading_has_no_number(tmp_path: Path) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    styles = etree.fromstring(parts["word/styles.xml"])
    above = find(styles, "//w:style[w:name/@w:val='TOC Heading']/w:basedOn")[0]
    above.set(w("val"), "Heading1")
    own = find(styles, "//w:style[@w:styleId='Heading2']/w:pPr")[0]
    etree.SubElement(etree.SubElement(own, w("numPr")), w("numId")).set(w("val"), "1")
    parts["word/styles.xml"] = etree.tostring(styles)
    template = tmp_path / "based.docx"
    template.write_bytes(write_package(parts))
    made = render(document(section("a", numbered("1.1", "x"), numbered=True)), template)
    styles = etree.fromstring(made["word/styles.xml"])
    style = "//w:style[w:name/@w:val='{}']/w:pPr/w:numPr/w:numId/@w:val"
    assert find(styles, style.format("TOC Heading")) == ["0"]
    assert find(styles, style.format("heading 2")) == []
    assert find(styles, style.format("Heading 2")) == []
