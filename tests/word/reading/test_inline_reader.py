"""What stands in a paragraph: looks, links, fields, signs, and what is no text at all."""

from __future__ import annotations

import pytest

from generator.model.readings import ReadText, Span
from generator.word.package.zip_package import read_parts, write_package
from generator.word.reading.read_word import read_word

from .packages import BY, deleted, inserted, paragraph, run, word_file

LINKS = {"l1": "https://example.org/plan"}
RUBY = "<w:r><w:ruby><w:rt>{}</w:rt><w:rubyBase>{}</w:rubyBase></w:ruby></w:r>"
HALF = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def read(content: str, style: str = "") -> ReadText:
    """The accepted text of one paragraph."""
    return read_word(word_file(paragraph(content, style=style), links=LINKS)).accepted[0]


def was(content: str) -> ReadText:
    """The rejected text of one paragraph."""
    return read_word(word_file(paragraph(content), links=LINKS)).rejected[0]


def field(instruction: str, shown: str, tag: str = "instrText") -> str:
    def character(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:{tag} xml:space="preserve">{instruction}</w:{tag}></w:r>'
    return f"{character('begin')}{code}{character('separate')}{shown}{character('end')}"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r>", "a-b"),
        ("<w:r><w:t>a</w:t><w:softHyphen/><w:t>b</w:t></w:r>", "a\u00adb"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "✓"),
        ('<w:r><w:sym w:font="Arial" w:char="20AC"/><w:sym w:char="D800"/></w:r>', "€"),
        (run("shown") + run("hidden", "<w:vanish/>"), "shown"),
        (run("shown", '<w:vanish w:val="0"/>'), "shown"),
        (f"<w:sdt><w:sdtContent>{run('in')}</w:sdtContent></w:sdt>{run('out')}", "inout"),
        (f"<w:smartTag><w:customXml>{run('in')}</w:customXml></w:smartTag>", "in"),
        ("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "x+y"),
        (RUBY.format(run("hint"), run("base")), "base"),
        ("<w:r><w:lastRenderedPageBreak/><w:t>a</w:t></w:r><w:proofErr/>", "a"),
        (f"<w:hyperlink r:id='l1'>{inserted('new')}{deleted('old')}</w:hyperlink>", "new"),
        (field(" PAGE ", ""), ""),
        (field(" IF " + field("PAGE", run("3")) + " ", run("yes")), "yes"),
        (HALF.format("begin") + run("half a field"), "half a field"),
        (run("half ") + HALF.format("end") + run("a field"), "half a field"),
    ],
)  # fmt: skip
def test_text_is_what_a_reader_sees(content: str, text: str) -> None:
    assert read(content).text == text


@pytest.mark.parametrize(
    ("content", "span"),
    [
        (field(" REF _ref_plan \\w \\h ", run("3.5")), Span("3.5", reference="_ref_plan")),
        (field("PAGEREF _sec_plan \\h", run("7")), Span("7", reference="_sec_plan", page=True)),
        (field("SEQ Table \\* ARABIC", run("2")), Span("2", counted=True)),
        (
            f'<w:fldSimple w:instr="SEQ Figure">{run("2")}</w:fldSimple>',
            Span("2", counted=True),
        ),
        (
            field(' HYPERLINK "https://example.org/a" \\o "tip" ', run("here")),
            Span("here", link="https://example.org/a"),
        ),
        (field('HYPERLINK \\l "part"', run("here")), Span("here", link="#part")),
        (
            f'<w:hyperlink r:id="l1" w:anchor="part">{run("here")}</w:hyperlink>',
            Span("here", link="https://example.org/plan#part"),
        ),
        (f'<w:hyperlink w:anchor="part">{run("here")}</w:hyperlink>', Span("here", link="#part")),
        (run("up", '<w:vertAlign w:val="superscript"/>'), Span("up", superscript=True)),
        (run("down", '<w:vertAlign w:val="subscript"/>'), Span("down")),
        (run("loud", "<w:b/>"), Span("loud", bold=True)),
        (run("quiet", '<w:b w:val="false"/>'), Span("quiet")),
        (run("loud", '<w:rStyle w:val="Strong"/>'), Span("loud", bold=True)),
        (run("soft", '<w:rStyle w:val="Emphasis"/>'), Span("soft", italic=True)),
        (run("none", '<w:rStyle w:val="Strong"/><w:b w:val="0"/>'), Span("none")),
    ],
)
def test_a_span_says_what_it_is(content: str, span: Span) -> None:
    assert read(content).spans == (span,)


def test_fields_within_what_another_shows_say_both() -> None:
    inner = field("PAGEREF _sec_plan \\h", run("7"))
    read_spans = read(field("TOC \\o", field('HYPERLINK \\l "p"', run("Plan ") + inner))).spans
    assert read_spans == (
        Span("Plan ", link="#p"),
        Span("7", link="#p", reference="_sec_plan", page=True),
    )


def test_a_bold_heading_has_nothing_bold_in_it_and_strong_in_it_is_upright() -> None:
    text = read(run("a", "<w:b/>") + run("b") + run("c", '<w:rStyle w:val="Strong"/>'), "H1")
    assert text.spans == (Span("abc"),)


def test_a_field_that_was_overtyped_is_text_and_was_a_field() -> None:
    gone = field("REF _ref_plan \\h", deleted("3.5"), "delInstrText")
    whole = f'<w:del w:id="5" {BY}>{gone}</w:del>{inserted("3.6")}'
    assert read(whole).spans == (Span("3.6"),)
    assert was(whole).spans == (Span("3.5", reference="_ref_plan"),)
    within = field("REF _ref_plan \\h", deleted("3.5") + inserted("3.6"))
    assert read(within).spans == (Span("3.6", reference="_ref_plan"),)


def test_a_field_goes_over_paragraphs() -> None:
    begin, end = field("TOC", "\0").split("\0")
    body = paragraph(begin + run("One")) + paragraph(run("Two")) + paragraph(end)
    assert [text.text for text in read_word(word_file(body)).accepted] == ["One", "Two", ""]


def test_what_was_inserted_by_one_and_deleted_by_another_is_in_neither_reading() -> None:
    both = f'<w:ins w:id="5" {BY}>{deleted("maybe")}</w:ins>{run("sure")}'
    assert (read(both).text, was(both).text) == ("sure", "sure")


def test_a_rejected_look_is_the_old_one() -> None:
    old = f'<w:i/><w:rPrChange w:id="5" {BY}><w:rPr><w:b/></w:rPr></w:rPrChange>'
    assert read(run("a", old)).spans == (Span("a", italic=True),)
    assert was(run("a", old)).spans == (Span("a", bold=True),)


def notes(content: str, body: str) -> list[tuple[str, str, str]]:
    parts = {"footnotes": f'<w:footnote w:id="1">{content}</w:footnote>'}
    parts["endnotes"] = f'<w:endnote w:id="1">{paragraph(run("An endnote."))}</w:endnote>'
    read_texts = read_word(word_file(body, parts)).accepted
    return [(text.kind, text.note, text.text) for text in read_texts]


def test_notes_follow_in_the_order_of_their_marks_without_the_space_behind_these() -> None:
    marks = '<w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
    note = paragraph("<w:r><w:footnoteRef/></w:r>" + run(" ") + run("A note.")) + paragraph(
        run(" Its end.")
    )
    assert notes(note, paragraph(run("Text.") + marks)) == [
        ("paragraph", "", "Text."),
        ("footnote", "e1", "An endnote."),
        ("footnote", "1", "A note."),
        ("footnote", "1", " Its end."),
    ]


def test_a_note_goes_with_its_mark() -> None:
    gone = f'<w:del w:id="5" {BY}><w:r><w:footnoteReference w:id="1"/></w:r></w:del>'
    assert len(notes(paragraph(run("A note.")), paragraph(run("Text.") + gone))) == 1


def test_a_note_has_its_own_links() -> None:
    link = f'<w:hyperlink r:id="l1">{run("here")}</w:hyperlink>'
    note = f'<w:footnote w:id="1">{paragraph(link)}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    data = word_file(paragraph(link + mark), {"footnotes": note}, LINKS)
    parts = dict(read_parts(data))
    related = parts["word/_rels/document.xml.rels"].replace(b"/plan", b"/note")
    parts["word/_rels/footnotes.xml.rels"] = related
    texts = read_word(write_package(parts)).accepted
    assert [text.spans[0].link for text in texts] == [
        "https://example.org/plan",
        "https://example.org/note",
    ]
