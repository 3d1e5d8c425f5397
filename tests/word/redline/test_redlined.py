"""A redline of two documents: accepted it is the new one, rejected the old."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from generator.word.package.zip_package import PackageError
from generator.word.reading.read_word import read_word
from generator.word.redline.redlined import redline, redlined
from tests.word.reading.pandoc import needs_pandoc, pandoc_reads

from .small_docx import Line, W, docx, field, item, lines, note, p, run, said, table, w

LINKS = {"rIdA": "https://a.example.org/"}


def document(data: bytes, part: str = "word/document.xml") -> etree._Element:
    """The root of a part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(part))


def check(old: bytes, new: bytes) -> bytes:
    """Compare two documents; accepted and rejected must be what they were."""
    made = redline(old, new)
    assert lines(made) == lines(new)
    assert lines(made, "reject") == lines(old)
    return made


def tracked(data: bytes, *names: str) -> list[str]:
    """The words in each tracked change of these names."""
    found = document(data).iter(*(w(name) for name in names or ("ins", "del")))
    return ["".join(t.text or "" for t in one.iter(w("t"), w("delText"))) for one in found]


def test_a_changed_word_is_replaced_and_nothing_else_is_touched() -> None:
    made = check(docx(p("About 46% of staff plan to stay.")), docx(p("About 47% of staff plan.")))
    assert tracked(made, "del") == ["46%", " to stay"]
    assert tracked(made, "ins") == ["47%"]


def test_the_same_document_gives_no_change() -> None:
    one = docx(p("Text"), table(("a", "b")), item("one"), notes={})
    made = redlined(one, one)
    assert sum(made.changes.values()) == 0
    assert not tracked(made.data)


def test_the_same_documents_give_the_same_bytes() -> None:
    old, new = docx(p("One"), p("Two")), docx(p("One more"), p("Three"))
    assert redline(old, new) == redline(old, new)


def test_paragraphs_are_put_in_and_taken_out_whole() -> None:
    old = docx(p("First one stays."), p("Gone for ever."), p("Last one stays."))
    new = docx(p("First one stays."), p("Come from nowhere."), p("Last one stays."))
    made = redlined(old, new)
    check(old, new)
    assert made.changes["paragraphs_inserted"] == made.changes["paragraphs_deleted"] == 1


def test_a_paragraph_put_in_at_the_end_leaves_none_behind_when_rejected() -> None:
    check(docx(p("Kept", "Quote")), docx(p("Kept", "Quote"), p("New", "Heading1"), p("Newer")))


def test_a_paragraph_taken_out_at_the_end_leaves_none_behind_when_accepted() -> None:
    check(docx(p("Kept", "Quote"), p("Old", "Heading1"), p("Older")), docx(p("Kept", "Quote")))


def test_a_move_is_a_deletion_and_an_insertion() -> None:
    old = docx(p("One moves away."), p("Two stays here."), p("Three stays as well."), p("End."))
    new = docx(p("Two stays here."), p("Three stays as well."), p("One moves away."), p("End."))
    made = check(old, new)
    assert b"moveFrom" not in etree.tostring(document(made))
    assert tracked(made, "del").count("One moves away.") == 1


def test_rows_come_and_go_and_cells_change() -> None:
    old = docx(table(("Team", "Base"), ("Adults", "46"), ("Children", "12")), p())
    new = docx(table(("Team", "Base"), ("Adults", "47"), ("Young people and carers", "9")), p())
    made = redlined(old, new)
    check(old, new)
    assert (made.changes["rows_inserted"], made.changes["rows_deleted"]) == (1, 1)
    assert tracked(made.data, "ins")[0] == "47"


def test_a_table_with_another_column_is_replaced_row_by_row() -> None:
    check(docx(table(("a", "b")), p()), docx(table(("a", "b", "c")), p()))


def test_tables_come_and_go_whole() -> None:
    check(docx(p("x"), table(("a", "b")), p()), docx(p("x"), p()))
    check(docx(p("x"), p()), docx(p("x"), table(("a", "b")), p()))


def test_a_table_in_a_cell_is_compared_too() -> None:
    old, new = (docx(table((table((word, "2")) + p(), "b")), p()) for word in ("one", "other"))
    check(old, new)


def test_list_items_keep_their_lists() -> None:
    old = docx(item("One item"), item("Two items", 1), item("Three of them"))
    made = check(old, docx(item("One item"), item("Three of them")))
    (gone,) = document(made).iter(w("delText"))
    copied = next(gone.iterancestors(w("p")))
    assert copied.find(f".//{w('numId')}").get(w("val")) == "1"


def test_a_list_that_the_new_document_defines_otherwise_is_brought_along() -> None:
    other = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    made = check(docx(item("Gone"), p("Kept")), docx(p("Kept"), numbering=other))
    number = document(made).find(f".//{w('numId')}").get(w("val"))
    numbers = document(made, "word/numbering.xml").iterfind(w("num"))
    assert number != "1"
    assert number in {one.get(w("numId")) for one in numbers}


def test_styles_are_known_by_their_names_in_any_case() -> None:
    old = docx(p("Gone", "Heading1"), p("Kept"))
    new = docx(p("Kept"), styles=("Normal", "Heading 1"))
    made = redline(old, new)
    assert lines(made, "reject")[0] == Line("", "heading 1", "Gone")
    assert len(list(document(made, "word/styles.xml"))) == 2


def test_a_style_that_only_the_old_document_has_is_brought_along() -> None:
    made = redline(docx(p("Gone", "Quote"), p("Kept")), docx(p("Kept"), styles=("Normal",)))
    assert lines(made, "reject") == [Line("", "quote", "Gone"), Line("", "normal", "Kept")]


def test_a_changed_style_is_a_change_of_formatting() -> None:
    made = redlined(docx(p("A title", "Heading1")), docx(p("A title", "Heading2")))
    assert made.changes["formatting"] == 1
    assert [line.style for line in lines(made.data, "reject")] == ["heading 1"]


def test_words_that_become_bold_keep_how_they_looked() -> None:
    made = check(
        docx(p("one two three")), docx(p(run("one ") + run("two", "<w:b/>") + run(" three")))
    )
    assert tracked(made) == []
    assert said(made) == ["one *two* three"]


def test_footnotes_are_edited_put_in_and_taken_out() -> None:
    old = docx(
        p(run("One") + note(1) + run(" two") + note(2)),
        notes={1: p("The source is 2021."), 2: p("Gone for ever")},
    )
    new = docx(
        p(run("One") + note(1) + run(" two, three") + note(2)),
        notes={1: p("The source is 2022."), 2: p("Something else")},
    )
    check(old, new)
    made = redlined(old, new)
    assert (made.changes["notes_inserted"], made.changes["notes_deleted"]) == (1, 1)
    notes = document(made.data, "word/footnotes.xml")
    assert "2021" in "".join(one.text for one in notes.iter(w("delText")))


def test_a_note_is_brought_into_a_document_that_has_no_notes() -> None:
    check(docx(p(run("One") + note(1)), notes={1: p("Source")}), docx(p("One")))


def test_a_field_is_one_thing_and_a_changed_result_is_a_change() -> None:
    old, new = (docx(p(run("See ") + field("REF x", text) + run("."))) for text in ("3.4", "3.5"))
    made = check(old, new)
    assert tracked(made, "del") == ["3.4"]
    assert [one.text for one in document(made).iter(w("delInstrText"))] == [" REF x "]


def test_a_short_field_is_compared_as_a_long_one() -> None:
    short = docx(p(f'{run("Table ")}<w:fldSimple w:instr=" SEQ T ">{run("1")}</w:fldSimple>'))
    assert not tracked(redline(short, docx(p(run("Table ") + field("SEQ T", "1")))))
    check(short, docx(p(run("Table ") + field("SEQ T", "2"))))


def test_a_page_number_that_somebody_wrote_out_is_no_change() -> None:
    old = docx(p(run("Next steps ") + field("PAGEREF a \\h", "12")))
    assert not tracked(redline(old, docx(p("Next steps 12"))))
    check(old, docx(p(run("Next steps ") + field("PAGEREF a \\h", "13"))))


def test_half_a_field_in_another_paragraph_is_left_alone() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    old = docx(p(begin + middle + run("One")), p(run("Two") + end), p("x"))
    new = docx(p(begin + middle + run("One more")), p("Other"), p(run("Two") + end), p("x"))
    made = redline(old, new)
    kinds = [one.get(w("fldCharType")) for one in document(made).iter(w("fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    assert tracked(made) == [" more", "", "Other"]


def test_links_of_both_sides_lead_where_they_led() -> None:
    def linked(key: str, text: str) -> str:
        return f'<w:hyperlink r:id="{key}">{run(text)}</w:hyperlink>'

    old = docx(p(run("See ") + linked("rIdA", "our plan") + run(" today")), links=LINKS)
    new = docx(
        p(run("See ") + linked("rIdB", "our plan") + run(" today")),
        links={"rIdB": "https://b.example.org/"},
    )
    made = check(old, new)
    links = list(document(made).iter(w("hyperlink")))
    relations = document(made, "word/_rels/document.xml.rels")
    targets = {one.get("Id"): one.get("Target") for one in relations}
    id_ = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert [targets[one.get(id_)] for one in links] == [
        "https://a.example.org/",
        "https://b.example.org/",
    ]


def test_words_put_into_a_link_stand_in_it() -> None:
    old, new = (
        docx(p(f'<w:hyperlink r:id="rIdA">{run(text)}</w:hyperlink>'), links=LINKS)
        for text in ("our plan", "our new plan")
    )
    (link,) = document(check(old, new)).iter(w("hyperlink"))
    assert link.find(w("ins")) is not None


def test_bookmarks_of_deleted_text_come_along_unless_the_name_is_taken() -> None:
    def marked(name: str, text: str) -> str:
        return f'<w:bookmarkStart w:id="1" w:name="{name}"/>{run(text)}<w:bookmarkEnd w:id="1"/>'

    old = docx(p(marked("kept", "Gone away")), p(marked("Taken", "Off it went")), p("End"))
    new = docx(p(marked("taken", "Here")), p("End"))
    made = check(old, new)
    names = [one.get(w("name")) for one in document(made).iter(w("bookmarkStart"))]
    assert sorted(names) == ["kept", "taken"]


def picture(key: str) -> str:
    """A picture in a run."""
    wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    a = "http://schemas.openxmlformats.org/drawingml/2006/main"
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{wp}"><wp:docPr id="1" name="P"/>'
        f'<a:blip xmlns:a="{a}" r:embed="{key}"/></wp:inline></w:drawing></w:r>'
    )


def test_a_deleted_picture_is_brought_into_the_new_package() -> None:
    old = docx(p(picture("rIdP")), p("End"), pictures={"rIdP": b"old picture"})
    made = check(old, docx(p("End")))
    with zipfile.ZipFile(BytesIO(made)) as archive:
        assert archive.read("word/media/old-rIdP.png") == b"old picture"


def test_the_same_picture_under_another_name_is_no_change() -> None:
    one = docx(p(picture("rIdP")), pictures={"rIdP": b"same"})
    other = docx(p(picture("rIdQ")), pictures={"rIdQ": b"same"})
    assert not tracked(redline(one, other))


def test_a_picture_that_is_not_in_its_file_leaves_a_word_in_brackets() -> None:
    made = redline(docx(p(run("See ") + picture("rIdGone")), p("End")), docx(p("End")))
    assert said(made, "reject") == ["See [left out]", "End"]


def test_changes_that_are_there_already_are_accepted_first() -> None:
    by = 'w:author="Finance" w:date="2023-01-01T00:00:00Z"'
    old = docx(p(run("One") + f'<w:ins w:id="1" {by}>{run(" two")}</w:ins>'))
    new = docx(p("One two three"))
    made = redlined(old, new)
    assert made.accepted == (1, 0)
    assert tracked(made.data) == [" three"]


def test_a_content_control_round_blocks_is_looked_through() -> None:
    def held(*blocks: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(blocks)}</w:sdtContent></w:sdt>"

    old = docx(held(p("One", "Heading1"), p("Gone")), held(p("Two", "Heading1")), p("End"))
    new = docx(held(p("One", "Heading1")), held(p("New"), p("Two", "Heading1")), p("End"))
    check(old, new)


def test_a_page_break_is_no_text() -> None:
    broken = docx(p(run("One") + '<w:r><w:br w:type="page"/></w:r>'), p("Two"))
    assert not tracked(redline(docx(p("One"), p("Two")), broken))


def test_author_and_day_are_those_asked_for() -> None:
    made = redline(docx(p("a")), docx(p("b")), "J Smith", "2023-03-15")
    told = {(one.get(w("author")), one.get(w("date"))) for one in document(made).iter(w("ins"))}
    assert told == {("J Smith", "2023-03-15T00:00:00Z")}


def test_ids_are_each_given_out_once() -> None:
    old = docx(p("One two"), p("Three"), table(("a", "b")), p())
    made = redline(old, docx(p("One more"), table(("c", "b")), p()))
    ids = document(made).xpath("//w:ins/@w:id | //w:del/@w:id", namespaces={"w": W})
    assert len(ids) == len(set(ids)) > 3


def test_what_is_no_document_is_refused() -> None:
    with pytest.raises(PackageError, match="not a whole"):
        redline(b"PK nothing", docx(p("x")))


def test_the_reader_of_returned_files_finds_both_texts() -> None:
    old, new = docx(p("One two"), table(("a", "b")), p()), docx(p("One"), table(("a", "c")), p())
    read = read_word(redline(old, new))
    assert [one.text for one in read.accepted] == [one.text for one in read_word(new).accepted]
    assert [one.text for one in read.rejected] == [one.text for one in read_word(old).accepted]


@needs_pandoc
def test_pandoc_finds_both_texts(tmp_path: Path) -> None:
    notes = {1: p("A source of 2021.")}
    old = docx(
        p("About 46% plan to stay" + "."),
        item("One"),
        p(run("x") + note(1)),
        p("Gone"),
        notes=notes,
    )
    new = docx(
        # No item is put in: pandoc counts it in what it rejects.
        p("About 47% plan" + "."),
        item("One more"),
        p("Two"),
        p(run("x y") + note(1)),
        notes={1: p("A source of 2022.")},
    )
    made = redline(old, new)
    assert pandoc_reads(made, tmp_path, "accept") == pandoc_reads(new, tmp_path, "accept")
    assert pandoc_reads(made, tmp_path, "reject") == pandoc_reads(old, tmp_path, "accept")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it(tmp_path: Path) -> None:
    made = tmp_path / "redline.docx"
    old = docx(p("One two"), table(("a", "b"), ("c", "d")), p("End"))
    made.write_bytes(redline(old, docx(p("One"), table(("a", "b")), p("The end"))))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(made)], check=True, capture_output=True, timeout=180)
    assert "One" in (tmp_path / "redline.txt").read_text("utf-8-sig")
