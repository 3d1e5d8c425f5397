"""The equations of a file as plain text, for those who cannot see them.

    <m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>          'x=1'

How things stand to one another, as in a fraction, is not told: it has no words in the file.
"""

from __future__ import annotations

from generator.word.package.elements import clark
from generator.word.reading.word_file import open_word


def equation_texts(data: bytes) -> tuple[str, ...]:
    """The letters of each equation of the body, in their order. Raises PackageError."""
    body = open_word(data).body
    return tuple(
        " ".join("".join(one.text or "" for one in math.iter(clark("m:t"))).split())
        for math in body.iter(clark("m:oMath"))
    )
