"""What Word may count for what references lead to."""

from __future__ import annotations

import pytest

from generator.word.reading.read_word import read_word

from .packages import BY, paragraph, run, word_file

HEADING = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
TO = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _ref_a \\r \\h'
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1.1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
START = '<w:bookmarkStart w:id="7" w:name="_ref_a"/>'
END = '<w:bookmarkEnd w:id="7"/>'
A = paragraph(f"{START}{run('A')}{END}", style="Num")
ONE = paragraph(run("One"), style="H1", more=HEADING)
INSERTED = paragraph(
    f"<w:ins {BY}>{run('New')}</w:ins>", style="Num", more=f"<w:rPr><w:ins {BY}/></w:rPr>"
)
DELETED = paragraph(
    f"<w:del {BY}><w:r><w:delText>Old</w:delText></w:r></w:del>",
    style="Num",
    more=f"<w:rPr><w:del {BY}/></w:rPr>",
)
PLAIN = paragraph(run("Plain"), style="Num")
ROW = f"<w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{PLAIN}</w:tc></w:tr>"
TABLE = f"<w:tbl>{ROW}<w:tr><w:tc>{PLAIN}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        (ONE + A, {"1.1"}),
        (ONE + PLAIN + A, {"1.2"}),
        (ONE + ONE + A, {"2.1"}),
        (ONE + INSERTED + A, {"1.1", "1.2"}),
        (ONE + DELETED + A, {"1.1", "1.2"}),
        (ONE + DELETED + INSERTED + A, {"1.2", "1.3"}),
        (ONE + TABLE + A, {"1.2", "1.3"}),
        (ONE + START + PLAIN + END, {"1.1"}),
        (paragraph(START + run("No number") + END), {""}),
        (ONE, set[str]()),
    ],
)
def test_a_number_counts_with_changes_shown_accepted_or_rejected(
    body: str, numbers: set[str]
) -> None:
    found = read_word(word_file(body + TO)).numbers
    assert found.get("_ref_a", frozenset()) == numbers


def test_nothing_is_counted_where_no_reference_asks() -> None:
    assert read_word(word_file(ONE + A)).numbers == {}
