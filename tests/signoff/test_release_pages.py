"""What the pages of a released PDF print, in the record of the release."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.release.record import ReleaseRecord
from generator.signoff.releases import record_bytes, record_from, release_digest

RECORD = ReleaseRecord(
    "check", 1, "T", "C", "P", date(2023, 3, 15), None, (("", "Words"),), (), (), {}, {}
)


def test_pages_are_kept_and_a_record_without_them_is_read() -> None:
    paged = replace(RECORD, pages=("One page", "Another"))
    assert record_from(record_bytes(paged)) == paged
    assert record_from(record_bytes(RECORD)) == RECORD
    assert b"pages" not in record_bytes(RECORD)


def test_a_release_is_known_by_its_words_whatever_its_pages() -> None:
    assert release_digest(replace(RECORD, pages=("One page",))) == release_digest(RECORD)
