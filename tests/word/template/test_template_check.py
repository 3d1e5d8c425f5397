"""What is wrong with a report template is said with its place."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.word.package.zip_package import read_parts, write_package
from generator.word.template.template_check import WANTED, check_template

from ..samples import SCRUTINY, TEMPLATES

Edit = Callable[[dict[str, bytes]], None]


def replacing(part: str, old: str, new: str) -> Edit:
    """An edit that replaces text in a part, and fails when the text is not there."""

    def edit(parts: dict[str, bytes]) -> None:
        assert old.encode() in parts[part], old
        parts[part] = parts[part].replace(old.encode(), new.encode())

    return edit


def in_footers(old: str, new: str) -> Edit:
    """An edit that replaces text in the footer of the first page and in that of the others."""

    def edit(parts: dict[str, bytes]) -> None:
        for part in (FOOTER, FIRST_FOOTER):
            replacing(part, old, new)(parts)

    return edit


@pytest.fixture
def problems(tmp_path: Path) -> Callable[..., list[str]]:
    """The problems of the scrutiny template after some edits."""

    def check(
        *edits: Edit, known: tuple[str, ...] = (), wanted: tuple[str, ...] = WANTED
    ) -> list[str]:
        parts = read_parts(SCRUTINY.read_bytes())
        for edit in edits:
            edit(parts)
        path = tmp_path / "template.docx"
        path.write_bytes(write_package(parts))
        return [str(each) for each in check_template(path, "t.docx", known, wanted)]

    return check


DOC, HEADER, FOOTER, STYLES = (
    "word/document.xml", "word/header1.xml", "word/footer1.xml", "word/styles.xml",
)  # fmt: skip
FIRST_FOOTER = "word/footer2.xml"


def test_a_template_that_prints_no_marking_is_told(
    problems: Callable[..., list[str]],
) -> None:
    gone = in_footers("{{ marking }}", "")
    mend = "put the tag there, or exempt reports are not marked"
    assert f"t.docx: no header or footer prints {{{{ marking }}}}; {mend}" in problems(gone)
    assert problems(gone, wanted=()) == []
    first = replacing(FIRST_FOOTER, "{{ marking }}", "")
    what = "no header or footer of the first page prints {{ marking }}"
    assert problems(first) == [f"t.docx: {what}; {mend}"]


def test_a_title_that_is_wanted_and_nowhere_printed_is_told(
    problems: Callable[..., list[str]],
) -> None:
    (found,) = problems(wanted=("title",))
    assert "the report's title is printed nowhere; put {{ title }} above" in found
    assert problems(replacing(DOC, "{{ committee }}", "{{ title }}"), wanted=("title",)) == []


def test_a_tab_stop_beyond_its_cell_is_told(problems: Callable[..., list[str]]) -> None:
    (found,) = problems(replacing(STYLES, 'w:pos="6746"', 'w:pos="6846"'))
    assert found == (
        "t.docx: style Front Matter Wide Columns: a tab stop lies beyond the cell of the table "
        "that it is used in; move it to 11.9 cm or less"
    )


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.docx")), ids=lambda path: path.stem)
def test_the_repositorys_templates_are_without_fault(path: Path) -> None:
    assert check_template(path) == []


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (
            replacing(HEADER, "{{ council }}", "{{ counsil }}"),
            "t.docx: header 1, paragraph 1: no such name: counsil; did you mean 'council'?",
        ),
        (
            replacing(DOC, "{{ row.label }}", "{{ row.lable }}"),
            "t.docx: table 1, row 2, cell 1: row has no 'lable'; it has: key, label, lines, wide",
        ),
        (
            replacing(DOC, "line.columns", "line.cols"),
            "t.docx: table 1, row 2, cell 2, paragraph 2: line has no 'cols'; "
            "it has: cells, columns",
        ),
        (
            replacing(HEADER, "{{ council }}", "{{ council }"),
            "t.docx: header 1, paragraph 1: a tag is not closed: '{{ council }'; "
            "write {{ name }} or {% ... %}",
        ),
        (
            replacing(HEADER, "{{ council }}", "{{ council + }}"),
            "t.docx: header 1, paragraph 1: {{ council + }} cannot be read: "
            "unexpected 'end of print statement'",
        ),
        (
            replacing(DOC, "{%tr endfor %}", "the end"),
            "t.docx: table 1, row 1, cell 1: {%tr for row in front_matter %} is never closed; "
            "add {%p endfor %} after what it repeats or guards",
        ),
        (
            replacing(DOC, "{%p endif %}", "x"),
            "t.docx: table 1, row 2, cell 2, paragraph 9: {%p endfor %} closes nothing; "
            "take it out",
        ),
        (
            replacing(DOC, "{{ body }}", "the body"),
            "t.docx: the placeholder {{ body }} is missing; put it in a paragraph of its own; "
            "'committee template fit' makes a report template of a letterhead or a paper",
        ),
        (
            replacing(DOC, "{{ body }}", "Here: {{ body }}"),
            "t.docx: paragraph 3: {{ body }} shares its paragraph with other text; "
            "give it a paragraph of its own",
        ),
        (
            replacing(DOC, "{{ meeting_date }}", "{{ body }}"),
            "t.docx: paragraph 3: {{ body }} stands here a second time; keep one of them",
        ),
        (
            replacing(DOC, "{{ row.label }}", "{{ body }}"),
            "t.docx: table 1, row 2, cell 1: {{ body }} stands in a table; put it under the table",
        ),
        (
            replacing("docProps/core.xml", "{{ title }}", "{{ titel }}"),
            "t.docx: core properties: title: no such name: titel; did you mean 'title'?",
        ),
        (
            replacing(STYLES, 'Committee Paragraph"', 'Comittee Paragraph"'),
            "t.docx: style Committee Paragraph: the paragraph style is missing (the numbered "
            "paragraphs); rename the style 'Comittee Paragraph'",
        ),
        (
            replacing(STYLES, 'w:name w:val="Hyperlink"', 'w:name w:val="Quelle"'),
            "t.docx: style Hyperlink: the character style is missing (links); "
            "add a character style of that name",
        ),
        (
            replacing(STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="22"/>'),
            "t.docx: style Body Text: its text is 11 pt, too small to read for many; "
            "set it to 12 pt or more",
        ),
        (
            replacing(STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"'),
            "t.docx: styles: the language of the text is en-US; "
            "set it to English (United Kingdom) for the whole document",
        ),
        (
            replacing(DOC, 'w:w="11906"', 'w:w="12240"'),
            "t.docx: section 1: the page is not A4; set Layout, Size to A4",
        ),
        (
            in_footers(" NUMPAGES ", " DATE "),
            "t.docx: no header or footer prints the number of pages; "
            "insert the field NUMPAGES, as in Page X of Y",
        ),
        (
            replacing(DOC, "front_matter", "'x'"),
            "t.docx: front_matter is printed nowhere; "
            "add the table of front matter; see docs/word/template.md",
        ),
        (
            replacing(HEADER, "<w:r>", '<w:ins w:id="9" w:author="A"/><w:r>'),
            "t.docx: header 1: a tracked insertion is left in it (2); "
            "accept or reject all, delete comments",
        ),
    ],
)
def test_each_fault_is_named_with_its_place(
    problems: Callable[..., list[str]], edit: Edit, expected: str
) -> None:
    assert expected in problems(edit)


def test_a_tag_that_word_has_split_over_runs_is_read_whole(
    problems: Callable[..., list[str]],
) -> None:
    split = "{{ coun</w:t></w:r><w:r><w:t>cil }}"
    assert problems(replacing(HEADER, "{{ council }}", split)) == []


def test_typographic_quotation_marks_in_a_tag_are_taken_as_typed_ones(
    problems: Callable[..., list[str]],
) -> None:
    tag = "{% if marking == \u2018x\u2019 %}{{ council }}{% endif %}"
    assert problems(replacing(HEADER, "{{ council }}", tag)) == []


def test_names_of_the_format_are_known_when_they_are_given(
    problems: Callable[..., list[str]],
) -> None:
    edit = replacing(HEADER, "{{ council }}", "{{ ward_name }}")
    assert len(problems(edit)) == 1
    assert problems(edit, known=("ward_name",)) == []


def test_every_fault_is_listed_at_once(problems: Callable[..., list[str]]) -> None:
    found = problems(
        replacing(HEADER, "{{ council }}", "{{ counsil }}"),
        replacing(DOC, "{{ body }}", "gone"),
        replacing(STYLES, 'w:val="Quote"', 'w:val="Citation"'),
    )
    assert len(found) == 3


def test_no_style_of_words_own_is_to_be_renamed(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "letter.docx"))
    found = [str(one) for one in check_template(tmp_path / "letter.docx")]
    assert any("style Table Heading: the paragraph style is missing" in each for each in found)
    assert not any("rename the style" in each for each in found)


def test_a_picture_needs_alternative_text(problems: Callable[..., list[str]]) -> None:
    space = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
    inside = f'<a:inline xmlns:a="{space}"><a:docPr id="1" name="x"/></a:inline>'
    picture = f"<w:r><w:drawing>{inside}</w:drawing></w:r>"
    edit = replacing(HEADER, "<w:r>", picture + "<w:r>")
    assert (
        "t.docx: header 1: a picture has no alternative text; add it, or mark it as decorative"
        in (problems(edit))
    )


def test_a_list_linked_to_a_style_that_is_gone_is_named(problems: Callable[..., list[str]]) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

    def numbered_by_nothing(parts: dict[str, bytes]) -> None:
        parts["word/numbering.xml"] = (
            f'<w:numbering xmlns:w="{w}"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
            '<w:pStyle w:val="Gone"/></w:lvl></w:abstractNum></w:numbering>'
        ).encode()
        parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
            b"</Relationships>",
            b'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships/numbering" Target="numbering.xml"/></Relationships>',
        )
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"</Types>", b'<Override PartName="/word/numbering.xml" ContentType="x/x"/></Types>'
        )

    found = problems(numbered_by_nothing)
    assert found == [
        "t.docx: numbering: a list is linked to the style 'Gone', which is not there; "
        "link the list's level to another style, or to none"
    ]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_damage_to_a_part_stops_the_check(tmp_path: Path, data: st.DataObject) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    at = data.draw(st.integers(0, len(content) - 1))
    content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=10))
    parts[name] = bytes(content)
    path = tmp_path / "damaged.docx"
    path.write_bytes(write_package(parts))
    assert isinstance(check_template(path), list)


def test_what_is_no_template_is_refused(tmp_path: Path) -> None:
    def said(name: str, data: bytes | None) -> str:
        path = tmp_path / name
        if data is not None:
            path.write_bytes(data)
        return str(check_template(path, name)[0])

    parts = read_parts(SCRUTINY.read_bytes())
    macros = parts | {"word/vbaProject.bin": b"x"}
    dotx = dict(parts)
    dotx["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main", b"wordprocessingml.template.main"
    )
    plain = tmp_path / "plain.zip"
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert said("absent.docx", None).startswith("absent.docx: cannot be read")
    assert "password" in said("locked.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    assert "not an Office document" in said("zip.docx", plain.read_bytes())
    assert "not a whole .docx" in said("text.docx", b"hello")
    assert "holds macros" in said("macros.docm", write_package(macros))
    assert "is a Word template" in said("template.dotx", write_package(dotx))
    assert "has the ending .doc" in said("old.doc", write_package(parts))
