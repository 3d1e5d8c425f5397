"""Lines and areas that a page draws outside its tags: decoration, which must be told as that.

LibreOffice tags what it draws, but the borders of pages. PDF/UA asks that all content is tagged or
an artifact (7.1):

    /Artifact BMC  72 787.6 m 523.25 787.6 l S  EMC
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Name,
    Operator,
    Pdf,
    parse_content_stream,
    unparse_content_stream,
)

_Instruction = ContentStreamInstruction | ContentStreamInlineImage
_BEGINS, _ENDS = {"BMC", "BDC"}, "EMC"
_PATHS = {"m", "l", "c", "v", "y", "h", "re", "W", "W*"}
_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}


def mark_decoration(pdf: Pdf) -> None:
    """Make an artifact of every path that a page paints outside its tags."""
    for page in pdf.pages:
        found = list(parse_content_stream(page))
        made = list(_marked(found))
        if len(made) > len(found):
            page.Contents = pdf.make_stream(unparse_content_stream(made))


def _marked(instructions: Sequence[_Instruction]) -> Iterator[_Instruction]:
    """The same, with marks round paths: between their first step and their painting none may be."""
    depth, path = 0, list[_Instruction]()
    for one in instructions:
        name = str(one.operator)
        depth += (name in _BEGINS) - (name == _ENDS)
        if name in _PATHS:
            path.append(one)
        elif name in _PAINTS and depth == 0:
            begin = ContentStreamInstruction([Name.Artifact], Operator("BMC"))
            yield from (begin, *path, one, ContentStreamInstruction([], Operator("EMC")))
            path = []
        else:
            yield from (*path, one)
            path = []
    yield from path
