"""Lines that a page draws outside its tags, in PDFs of one page."""

from __future__ import annotations

import io

import pikepdf
import pytest

from generator.publish.pdf.drawn_lines import mark_decoration


def _marked(content: bytes) -> list[str]:
    """The operators of a page with that content, once its decoration is marked."""
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.Contents = pdf.make_stream(content)
        mark_decoration(pdf)
        made = io.BytesIO()
        pdf.save(made)
    with pikepdf.open(made) as saved:
        return [str(one.operator) for one in pikepdf.parse_content_stream(saved.pages[0])]


@pytest.mark.parametrize(
    ("content", "operators"),
    [
        (b"q 1 w 1 1 m 9 1 l S Q", "q w BMC m l S EMC Q"),
        (b"1 1 5 5 re f 2 2 5 5 re f", "BMC re f EMC BMC re f EMC"),
        (b"/P <</MCID 0>> BDC 1 1 5 5 re f EMC", "BDC re f EMC"),
        (b"/Artifact BMC q 1 1 m 9 1 l S Q EMC", "BMC q m l S Q EMC"),
        (b"q 0 0 9 9 re W n BT ET Q", "q re W n BT ET Q"),
    ],
)
def test_a_path_outside_the_tags_is_marked_as_decoration_and_nothing_else(
    content: bytes, operators: str
) -> None:
    assert _marked(content) == operators.split()
