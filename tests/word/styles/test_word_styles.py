"""Styles of other programs, made what Word would have written."""

from __future__ import annotations

from generator.word.package.elements import Element, clark, parse, value_at
from generator.word.package.namespaces import DECLARED
from generator.word.styles.latent_styles import COUNT, LATENT_STYLES, latent_styles
from generator.word.styles.style_sheet import style_names
from generator.word.styles.word_styles import complete_styles, rename_styles

MADE = f"""<w:styles {DECLARED}><w:docDefaults/>
  <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:styleId="header"><w:name w:val="Header"/>
    <w:basedOn w:val="Normal"/><w:qFormat/></w:style>
  <w:style w:type="paragraph" w:styleId="Left"><w:name w:val="Left Header"/>
    <w:basedOn w:val="header"/></w:style>
  <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="TOC 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:pPr/>
    <w:rPr><w:i/></w:rPr></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="Para">
    <w:name w:val="Committee Paragraph"/></w:style>
  <w:style w:type="character" w:styleId="Link"><w:name w:val="hyperlink"/></w:style>
  <w:style w:type="table" w:customStyle="1" w:styleId="T"><w:name w:val="Committee Table"/>
    <w:qFormat/><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr/></w:tblStylePr>
  </w:style></w:styles>"""


def completed() -> Element:
    root = parse(MADE.encode())
    complete_styles(root)
    return root


def style(root: Element, name: str, kind: str = "paragraph") -> Element:
    return style_names(root)[kind, name.casefold()]


def told(one: Element) -> list[str]:
    return [str(child.tag).rsplit("}", 1)[-1] for child in one]


def test_word_has_as_many_styles_as_it_says() -> None:
    assert len(LATENT_STYLES) == len(latent_styles()) == COUNT


def test_the_list_of_words_own_styles_stands_behind_the_defaults() -> None:
    assert told(completed())[:3] == ["docDefaults", "latentStyles", "style"]


def test_words_own_styles_get_their_names_ids_and_places() -> None:
    root = completed()
    names = {
        one.get(clark("w:styleId")): value_at(one, "w:name")
        for one in root.iterfind(clark("w:style"))
    }
    assert (names["Header"], names["TOC1"], names["Hyperlink"]) == ("header", "toc 1", "Hyperlink")
    assert value_at(style(root, "toc 1"), "w:uiPriority") == "39"
    assert "unhideWhenUsed" in told(style(root, "header"))
    assert "qFormat" not in told(style(root, "header"))
    assert value_at(style(root, "Left Header"), "w:basedOn") == "Header"


def test_what_refers_to_an_id_follows_it() -> None:
    ids = complete_styles(parse(MADE.encode()))
    story = parse(f'<w:p {DECLARED}><w:pPr><w:pStyle w:val="header"/></w:pPr></w:p>'.encode())
    rename_styles(story, ids)
    assert ids == {"header": "Header", "Link": "Hyperlink"}
    assert value_at(story, "w:pPr/w:pStyle") == "Header"


def test_there_is_a_style_of_each_kind_that_stands_for_none() -> None:
    root = completed()
    for name, kind in (("Normal Table", "table"), ("No List", "numbering")):
        assert style(root, name, kind).get(clark("w:default")) == "1"
        assert "semiHidden" in told(style(root, name, kind))


def test_a_style_of_text_is_linked_with_one_of_characters() -> None:
    root = completed()
    assert value_at(style(root, "Quote"), "w:link") == "QuoteChar"
    linked = style(root, "Quote Char", "character")
    assert (value_at(linked, "w:link"), value_at(linked, "w:basedOn")) == (
        "Quote",
        "DefaultParagraphFont",
    )
    assert told(linked)[-1] == "rPr"


def test_the_councils_styles_come_first_and_in_the_gallery() -> None:
    one = style(completed(), "Committee Paragraph")
    assert (value_at(one, "w:uiPriority"), "qFormat" in told(one)) == ("1", True)


def test_properties_are_spelt_out_and_empty_ones_left_out() -> None:
    root = completed()
    quote, table = style(root, "Quote"), style(root, "Committee Table", "table")
    looks = quote.find(clark("w:rPr"))
    assert looks is not None
    assert told(looks) == ["i", "iCs"]
    assert "pPr" not in told(quote)
    assert told(table) == ["name", "uiPriority", "tblStylePr"]
    assert told(table[-1]) == ["rPr", "tblPr", "tcPr"]


def test_what_word_has_saved_stays_as_it_is() -> None:
    saved = MADE.replace("<w:docDefaults/>", "<w:docDefaults/><w:latentStyles/>").encode()
    root, before = parse(saved), parse(saved)
    assert complete_styles(root) == {}
    assert [told(one) for one in root] == [told(one) for one in before]
