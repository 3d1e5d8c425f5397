"""The record of a release, written and read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from generator.model.digests import bytes_digest
from generator.model.release.record import ReleasedFigure, ReleasedSignOff, ReleaseRecord
from generator.signoff.releases import (
    as_event_statement,
    record_bytes,
    record_from,
    release_digest,
)

RECORD = ReleaseRecord(
    "check",
    1,
    "Staff check",
    "Council",
    "Panel",
    date(2023, 3, 15),
    date(2023, 3, 7),
    (("Background, 2.1", "Staff replied."),),
    (ReleasedSignOff("Legal implications", "Legal", date(2023, 2, 5), "[SB/05022023/I]"),),
    (ReleasedFigure("Background, 2.1", "35%", "Do you agree?", base="94"),),
    {"check.docx": "5c1f"},
    {"word/document.xml": "0be2"},
)


def test_a_record_is_read_as_it_was_written() -> None:
    assert record_from(record_bytes(RECORD)) == RECORD


def test_the_release_is_known_by_its_words_and_not_by_how_its_files_are_packed() -> None:
    assert release_digest(replace(RECORD, files={}, parts={})) == release_digest(RECORD)
    changed = replace(RECORD, lines=(("Background, 2.1", "Staff answered."),))
    assert release_digest(changed) != release_digest(RECORD)


@pytest.mark.parametrize("old", ["Staff replied.", "35%", "[SB/05022023/I]"])
def test_a_record_whose_words_were_changed_is_refused(old: str) -> None:
    with pytest.raises(ValueError, match="changed after it was written"):
        record_from(record_bytes(RECORD).replace(old.encode(), b"other"))


@pytest.mark.parametrize("old", ["5c1f", "0be2"])
def test_a_changed_digest_of_a_file_is_not_what_the_ledger_has(old: str) -> None:
    changed = record_from(record_bytes(RECORD).replace(old.encode(), b"other"))
    assert as_event_statement(changed) != as_event_statement(RECORD)


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b'{"predicate": {}, "subject": []}'])
def test_what_is_no_record_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="no record of a release"):
        record_from(data)


def test_the_ledger_holds_the_digests_and_not_the_words() -> None:
    told = json.loads(as_event_statement(RECORD))
    assert told["subject"] == [{"name": "check.docx", "digest": {"sha256": "5c1f"}}]
    assert told["predicate"] == {
        "report": "check",
        "version": 1,
        "record": bytes_digest(record_bytes(RECORD)),
        "release": release_digest(RECORD),
    }
