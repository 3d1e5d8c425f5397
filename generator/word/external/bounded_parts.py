"""How long another document may be, told before it is taken apart.

Two hundred thousand paragraphs take a second to parse, and as long again wherever somebody looks at
them. So they are counted as they stream by, and no further than the limit.
"""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from itertools import islice

from lxml import etree

from generator.word.package.elements import clark
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import PackageError

MOST_PARAGRAPHS, MOST_RUNS = 50_000, 150_000
"""Some two thousand pages: nobody reads more within a report, and Word takes minutes to open it."""


def bounded_parts(data: bytes) -> Parts:
    """The parts of a document that is not too long. Raises PackageError."""
    parts = Parts(data)
    _check_length(parts.raw.get(DOCUMENT, b""))
    return parts


def _check_length(text: bytes) -> None:
    """Raise PackageError for a text that is longer than anybody reads."""
    elements = text.count(b"<")  # at most: few documents are counted at all
    for name, what, most in (("w:p", "paragraphs", MOST_PARAGRAPHS), ("w:r", "runs", MOST_RUNS)):
        if elements > most and _has_more(text, clark(name), most):
            raise PackageError(
                f"it has more than {most:,} {what}, which is the most that an appendix may have; "
                "give it as a file of its own and say listed_only: true"
            )


def _has_more(text: bytes, tag: str, most: int) -> bool:
    """Whether a text has more elements of a kind, up to where it is damaged, as parsing says."""
    with suppress(etree.XMLSyntaxError):
        found = etree.iterparse(BytesIO(text), tag=tag, resolve_entities=False, no_network=True)
        return next(islice(found, most, None), None) is not None
    return False
