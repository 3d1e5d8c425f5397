"""The comments of a Word file, each with the heading that it stands under."""

from __future__ import annotations

from itertools import accumulate

from generator.model.officer_comments import OfficerComment
from generator.word.reading.read_word import read_word


def comments_in(data: bytes, file: str) -> tuple[OfficerComment, ...]:
    """The comments in the order of the text. file: its name, as it is told.

    unit: the words of the heading above, '' before the first. Raises PackageError.
    """
    read = read_word(data)
    headings = list(
        accumulate(
            (one.text.strip() if one.kind == "heading" else None for one in read.accepted),
            lambda above, here: here or above,
            initial="",
        )
    )
    return tuple(
        OfficerComment(
            one.author,
            one.date,
            one.text,
            one.words,
            # With the initial one, a place's heading stands one further.
            headings[one.where + 1] or "" if one.where >= 0 else "",
            one.resolved,
            one.replies,
            file,
        )
        for one in read.comments
    )
