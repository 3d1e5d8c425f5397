"""Fields with the right result already in them: references, sequence numbers, page numbers.

    <w:r><w:fldChar w:fldCharType="begin"/></w:r>
    <w:r><w:instrText xml:space="preserve"> REF _ref_workload \\w \\h </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>
    <w:r><w:t>3.5</w:t></w:r>
    <w:r><w:fldChar w:fldCharType="end"/></w:r>

The composed document knows every number, so each field is written with its result: nothing needs
updating, and Word asks nothing on opening (`w:updateFields` would make it ask). When an officer
moves paragraphs and presses F9, Word recomputes them. Only a contents list whose page numbers
nobody has counted is marked as stale (contents.py).

| points at              | field               | result      |
| ---------------------- | ------------------- | ----------- |
| numbered paragraph     | REF name \\w \\h      | 3.5         |
| section heading        | REF name \\w \\h      | 3.0         |
| list item              | REF name \\n \\h      | 2           |
| figure, table, appendix| REF name \\h         | Table 2     |
| caption number         | SEQ Table \\* ARABIC | 2           |
"""

from __future__ import annotations

from generator.word.package.runs import runs
from generator.word.package.xml_text import escape

FIELD_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def field_start(instruction: str, stale: bool = False) -> str:
    """The runs of a field up to where its result begins. stale: Word is to update it on opening."""
    dirty = ' w:dirty="true"' if stale else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{dirty}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def field(instruction: str, shown: str) -> str:
    """The runs of a complex field; `shown` is its result."""
    return f"{field_start(instruction)}{runs(shown)}{FIELD_END}"


def sequence(label: str, number: str, restart: int | None = None) -> str:
    """A SEQ field: the number of a figure, table or appendix ('2', or 'B' in letters).

    restart: the number to begin from, where it is not the one after the last.
    """
    scheme = "ALPHABETIC" if number.isalpha() else "ARABIC"
    reset = "" if restart is None else f" \\r {restart}"
    return field(f"SEQ {label} \\* {scheme}{reset}", number)


def reference(bookmark: str, shown: str, switch: str = "") -> str:
    """A REF field to a bookmark. switch: 'w' full paragraph number, 'n' own number, '' its text."""
    switches = f" \\{switch} \\h" if switch else " \\h"
    return field(f"REF {bookmark}{switches}", shown)


def page_of(bookmark: str, shown: str) -> str:
    """A PAGEREF field: the page a bookmark is on."""
    return field(f"PAGEREF {bookmark} \\h", shown)
