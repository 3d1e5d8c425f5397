"""Tables that would touch are kept apart by what nobody sees or hears."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.model.document import Block, External, Grid
from generator.word.package.elements import parse
from generator.word.package.namespaces import DECLARED
from generator.word.package.zip_package import read_parts, write_package
from generator.word.writing.apart import BETWEEN, kept_apart, let_go

from ..samples import (
    SCRUTINY,
    body,
    body_of,
    chart,
    document,
    find,
    para,
    render,
    section,
    table,
    w,
)
from ..semantics import findings

MARK = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
TEXT, TABLE = "<w:p><w:r/></w:p>", "<w:tbl></w:tbl>"
BARE = table("", "", caption="")


def letters(*blocks: str, after_table: bool = False, before_text: bool = True) -> str:
    names = {TEXT: "p", TABLE: "t", BETWEEN: "-", MARK: "m", MARK + TABLE: "mt"}
    return " ".join(names[block] for block in kept_apart(blocks, after_table, before_text))


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((TEXT, TABLE, TEXT), "p t p"),
        ((TABLE, TABLE, TABLE), "t - t - t"),
        ((TABLE, MARK + TABLE), "t - mt"),
        ((TABLE, MARK, TABLE), "t m - t"),
        ((TEXT, MARK, TEXT), "p m p"),
    ],
)
def test_something_stands_between_two_tables_and_nowhere_else(
    blocks: tuple[str, ...], expected: str
) -> None:
    assert letters(*blocks) == expected


def test_a_text_after_a_table_and_one_that_ends_in_a_table_are_kept_apart_too() -> None:
    assert letters(TABLE, after_table=True) == "- t"
    assert letters(TEXT, TABLE, before_text=False) == "p t -"
    assert letters(after_table=True, before_text=False) == "-"
    assert letters(TEXT, before_text=False) == "p"


def test_a_table_that_stays_with_the_next_takes_what_stands_between_along() -> None:
    kept = "<w:tbl><w:tr><w:p><w:pPr><w:keepNext/></w:pPr></w:p></w:tr></w:tbl>"
    assert "<w:keepNext/>" in list(kept_apart((kept, TABLE), False, True))[1]
    assert list(kept_apart((let_go(kept), TABLE), False, True))[1] == BETWEEN


def test_what_stands_between_has_no_height_no_space_and_no_mark_to_read_out() -> None:
    between = parse(f"<a {DECLARED}>{BETWEEN}</a>".encode())[0]
    assert find(between, "w:pPr/w:rPr/w:vanish")
    spacing = find(between, "w:pPr/w:spacing")[0]
    assert [spacing.get(w(name)) for name in ("before", "after", "line", "lineRule")] == [
        "0", "0", "20", "exact",
    ]  # fmt: skip
    assert not find(between, "w:r")


@pytest.mark.parametrize(
    "blocks",
    [
        (BARE, BARE),
        (BARE, table(), BARE),
        (Grid(((chart("1", "a"),), (chart("2", "b"),), (chart("3", "c"),)), 2),),
        (Grid(((chart("1", "a"),), (chart("2", "b"),)), 2), BARE),
    ],
)
def test_no_two_tables_of_a_report_touch_and_none_ends_it(blocks: tuple[Block, ...]) -> None:
    assert findings(render(document(section("a", *blocks), section("b", BARE, title="")))) == []


def test_the_only_control_is_that_of_the_contents_list() -> None:
    assert not find(body_of(BARE, BARE), "//w:sdt")


def test_tables_of_an_appended_file_do_not_touch(tmp_path: Path) -> None:
    source = document(section("a", BARE, para("between"), BARE), front_matter=())
    parts = render(source)
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"between", b"")
    file = tmp_path / "appended.docx"
    file.write_bytes(write_package(parts))
    assert findings(render(document(section("b", External(str(file)))))) == []


def test_tables_of_the_template_and_of_the_report_do_not_touch(tmp_path: Path) -> None:
    parts = read_parts(SCRUTINY.read_bytes())
    xml = parts["word/document.xml"].decode()
    last = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    end = xml.index("</w:p>", xml.index("{{ body }}")) + len("</w:p>")
    parts["word/document.xml"] = (xml[:end] + last + xml[end:]).encode()
    template = tmp_path / "template.docx"
    template.write_bytes(write_package(parts))
    root = body(render(document(section("a", BARE, title="")), template))
    tags = "".join("t" if node.tag == w("tbl") else "p" for node in find(root[0], "w:p|w:tbl"))
    assert tags.endswith("tptpt")  # front matter, the report's table, the template's
