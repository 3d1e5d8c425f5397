"""Packages that differ by their words alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.word.package.zip_package import read_parts
from generator.word.paper.wordless_digest import wordless_digest
from generator.word.writing.base_text import ITEM, NAMESPACE
from tests.word.reading.packages import paragraph, run, word_file

MARK, OTHER = "_p_" + "0a" * 10, "_p_" + "1b" * 10
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ Table </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def marked(words: str, mark: str = MARK, number: int = 1) -> str:
    """A paragraph in a bookmark."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>'
    return paragraph(f'{start}{run(words)}<w:bookmarkEnd w:id="{number}"/>')


BODY = marked("Fewer replied.") + marked("Table 1 shows it.", OTHER, 2) + paragraph(FIELD)


def parts(body: str = BODY, base: str = "<text by='x'>Fewer replied.</text>") -> dict[str, bytes]:
    """The parts of a draft."""
    item = f'<report xmlns="{NAMESPACE}" draft="{len(base):064x}">\n{base}</report>'
    return read_parts(word_file(body)) | {ITEM: item.encode()}


def test_other_words_in_a_paragraph_and_in_the_base_are_the_same_package() -> None:
    new = BODY.replace("Fewer replied.", "More &amp; more replied.").replace(
        MARK, "_p_" + "2c" * 10
    )
    other = parts(new, "<text by='x'>More &amp; more replied.</text><text by='y'>Yes</text>")
    assert wordless_digest(parts()) == wordless_digest(other) != ""


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace(OTHER, MARK),
        lambda body: body.replace(MARK, "_ref_one"),
        lambda body: body.replace('w:id="2"', 'w:id="1"'),
        lambda body: body.replace("<w:t>1</w:t>", "<w:t>2</w:t>"),
        lambda body: body.replace("<w:t>1</w:t>", "<w:t>one</w:t>"),
        lambda body: body.replace(run("Fewer replied."), run("Fewer") + run(" replied.")),
        lambda body: body.replace(run("Fewer replied."), "Fewer replied."),
        lambda body: body.replace(run("Fewer replied."), run("")),
        lambda body: body + paragraph(""),
        lambda body: body.replace("Fewer", "Fewer " * 900),
    ],
    ids=[
        "one mark twice", "another name", "one id twice", "another number", "no number",
        "runs", "no run", "no words", "a paragraph", "much longer",
    ],
)  # fmt: skip
def test_whatever_a_rule_may_look_at_counts(change: Callable[[str], str]) -> None:
    assert change(BODY) != BODY
    assert wordless_digest(parts(change(BODY))) != wordless_digest(parts())


def test_a_link_to_a_mark_that_is_not_there_any_more_counts() -> None:
    link = f'<w:hyperlink w:anchor="{MARK}">{run("there")}</w:hyperlink>'
    before = BODY + paragraph(link)
    after = before.replace(f'w:name="{MARK}"', 'w:name="_p_' + "3d" * 10 + '"')
    assert wordless_digest(parts(before)) != wordless_digest(parts(after))


def test_another_part_counts_by_every_byte() -> None:
    other = parts()
    other["word/_rels/document.xml.rels"] += b" "
    assert wordless_digest(other) != wordless_digest(parts())
    strange = parts(base="<x:text xmlns:x='urn:x'>Fewer replied.</x:text>")
    assert wordless_digest(strange) != wordless_digest(parts())


def test_there_is_none_where_a_text_says_that_a_field_is_broken() -> None:
    assert wordless_digest(parts(BODY.replace("Fewer", "Error! Unknown"))) == ""
