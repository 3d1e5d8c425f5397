"""A document of too many paragraphs is refused while it is read, not when all of it has been."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.word.external import bounded_parts as reading
from generator.word.external.bounded_parts import bounded_parts
from generator.word.package.parts import DOCUMENT
from generator.word.package.zip_package import PackageError, read_parts, write_package


def document(body: bytes) -> bytes:
    """A .docx with this body in place of its own, also where it is no XML."""
    made = BytesIO()
    docx.Document().save(made)
    parts = read_parts(made.getvalue())
    head = parts[DOCUMENT].partition(b"<w:body>")[0]
    return write_package({**parts, DOCUMENT: head + b"<w:body>" + body})


def test_it_is_read_no_further_than_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PARAGRAPHS", 10)
    damaged = b"<w:p/>" * 11 + b"<w:p" * 11
    with pytest.raises(PackageError, match="it has more than 10 paragraphs"):
        bounded_parts(document(damaged))


def test_damage_before_the_limit_is_told_when_it_is_taken_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(reading, "MOST_PARAGRAPHS", 10)
    parts = bounded_parts(document(b"<w:p/>" * 9 + b"<w:p" * 11))
    with pytest.raises(PackageError, match="is damaged"):
        parts.xml(DOCUMENT)


def test_other_elements_are_not_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_PARAGRAPHS", 10)
    body = b"<w:p><w:pPr/><w:proofErr/></w:p>" * 10
    assert DOCUMENT in bounded_parts(document(body + b"</w:body></w:document>"))


def test_a_package_without_a_text_is_not_too_long() -> None:
    parts = read_parts(document(b"</w:body></w:document>"))
    del parts[DOCUMENT]
    assert DOCUMENT not in bounded_parts(write_package(parts))
