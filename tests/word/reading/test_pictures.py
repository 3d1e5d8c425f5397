"""Charts and pictures: what they are called, and what they say to those who cannot see."""

from __future__ import annotations

from generator.word.package.elements import parse
from generator.word.package.zip_package import read_parts, write_package
from generator.word.reading.pictures import shown_title
from generator.word.reading.read_word import read_word

from .packages import BY, NAMES, paragraph, run, word_file

CHART = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart"
A, B = 'name="a"', 'name="b"'


def drawing(said: str, inside: str = "") -> str:
    inline = f"<wp:inline><wp:docPr w:id='1' {said}/>{inside}</wp:inline>"
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


def with_chart(data: bytes, chart: str) -> bytes:
    """The file with a chart part that r:id="c1" leads to."""
    parts = dict(read_parts(data))
    parts["word/charts/chart1.xml"] = f"<c:chartSpace {NAMES}>{chart}</c:chartSpace>".encode()
    name = "word/_rels/document.xml.rels"
    added = f'<Relationship Id="c1" Type="{CHART}" Target="charts/chart1.xml"/></Relationships>'
    parts[name] = parts[name].replace(b"</Relationships>", added.encode())
    return write_package(parts)


def test_a_picture_has_a_name_a_title_and_a_text() -> None:
    body = paragraph(run("One") + drawing('name="Map" title="Wards" descr="All wards."'))
    assert read_word(word_file(body)).charts == (("Map", "Wards", "All wards."),)


def test_a_charts_title_is_the_one_that_it_shows() -> None:
    line = "<a:p><a:r><a:t>More </a:t></a:r><a:r><a:t>stay</a:t></a:r></a:p>"
    title = f"<c:chart><c:title><c:tx><c:rich>{line}{line}</c:rich></c:tx></c:title></c:chart>"
    body = paragraph(drawing('name="stay" descr="Bars."', '<c:chart r:id="c1"/>'))
    (found,) = read_word(with_chart(word_file(body), title)).charts
    assert found == ("stay", "More stay More stay", "Bars.")


def test_what_is_deleted_or_stands_there_for_older_programs_is_left_out() -> None:
    gone = f'<w:del w:id="5" {BY}>{drawing(A)}</w:del>'
    old = f"<mc:AlternateContent><mc:Fallback>{drawing(B)}</mc:Fallback>"
    body = paragraph(gone + old + "</mc:AlternateContent>")
    assert read_word(word_file(body)).charts == ()


def test_a_title_in_two_paragraphs_is_not_glued_together() -> None:
    lines = "".join(f"<a:p><a:r><a:t>{words}</a:t></a:r></a:p>" for words in ("More", "stay"))
    title = f"<c:chart><c:title><c:tx><c:rich>{lines}</c:rich></c:tx></c:title></c:chart>"
    assert (
        shown_title(parse(f"<c:chartSpace {NAMES}>{title}</c:chartSpace>".encode())) == "More stay"
    )
    assert shown_title(parse(f"<c:chartSpace {NAMES}/>".encode())) == ""
