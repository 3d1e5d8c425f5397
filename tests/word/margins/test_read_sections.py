"""Pages with their headers and footers, read as they are with all changes accepted."""

from __future__ import annotations

from dataclasses import replace

from generator.model.surroundings import PageLines, PageSection
from generator.word.margins.read_surroundings import read_whole
from generator.word.package.parts import Parts
from tests.word.reading.packages import word_file

SIZE = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="-1134" w:right="900" w:left="800"/>'
UPRIGHT = PageSection((11906, 16838), (1134, 900, 0, 800))
_V = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def section(inner: str = SIZE) -> str:
    return f"<w:sectPr>{inner}</w:sectPr>"


def lines(inner: str) -> tuple[str, ...]:
    """What a header with these blocks says."""
    end = section(f'<w:headerReference r:id="pheader"/>{SIZE}')
    data = word_file(f"<w:p><w:pPr>{end}</w:pPr></w:p>", {"header": inner})
    one, _ = read_whole(data).around.sections
    return next(each for each in one.lines if each.story == "header").lines


def test_sizes_and_margins_are_those_of_the_accepted_file() -> None:
    change = (
        '<w:sectPrChange w:id="1" w:author="A"><w:sectPr><w:pgSz w:w="1" w:h="2"/></w:sectPr>'
        "</w:sectPrChange>"
    )
    data = word_file(f"<w:p><w:pPr>{section(SIZE + change)}</w:pPr></w:p>")
    one, _ = read_whole(data).around.sections
    assert replace(one, lines=()) == UPRIGHT
    assert one.lines == (PageLines("header", "default", ()), PageLines("footer", "default", ()))


def test_a_section_whose_end_is_deleted_is_none() -> None:
    gone = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
    blocks = f"<w:p><w:pPr>{gone}{section()}</w:pPr></w:p><w:p/>"
    assert len(read_whole(word_file(blocks)).around.sections) == 1


def test_words_are_read_as_accepted_with_one_space_between_them() -> None:
    old = '<w:del w:id="1" w:author="A"><w:r><w:delText>14 March</w:delText></w:r></w:del>'
    new = '<w:ins w:id="2" w:author="A"><w:r><w:t>15  March</w:t></w:r></w:ins>'
    said = f"<w:p><w:r><w:t>Panel</w:t><w:tab/></w:r>{old}{new}</w:p><w:p/>"
    assert lines(said) == ("Panel\t15 March",)


def test_a_drawn_word_is_a_line_and_one_that_was_taken_out_is_none() -> None:
    drawn = f'<w:r><w:pict><v:shape {_V}><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    gone = drawn.replace("DRAFT", "FINAL")
    said = f'<w:p>{drawn}<w:del w:id="1" w:author="A">{gone}</w:del></w:p>'
    assert lines(said) == ("DRAFT",)


def test_the_same_look_of_the_same_words_counts_once_in_all_headers_and_footers() -> None:
    said = '<w:p><w:r><w:rPr><w:color w:val="0B5D4B"/></w:rPr><w:t>Council</w:t></w:r></w:p>'
    ends = '<w:headerReference r:id="pheader"/><w:footerReference r:id="pfooter"/>'
    data = word_file(
        f"<w:p><w:pPr>{section(ends + SIZE)}</w:pPr></w:p>", {"header": said, "footer": said}
    )
    (one,) = read_whole(data).around.asides
    assert (one.kind, one.words, one.detail) == ("formatting", "Council", "colour")


def test_properties_that_people_write_are_read() -> None:
    parts = Parts(word_file("<w:p/>"))
    core = (
        b'<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc">'
        b"<dc:title> Staff  check </dc:title>"
        b"<cp:lastModifiedBy>Jo</cp:lastModifiedBy><cp:keywords>staff</cp:keywords>"
        b"</cp:coreProperties>"
    )
    parts.add("docProps/core.xml", core, "application/xml")
    parts.relate("", "x:/core-properties", "docProps/core.xml")
    around = read_whole(parts.to_bytes()).around
    assert around.properties == (("title", "Staff check"), ("keywords", "staff"))
