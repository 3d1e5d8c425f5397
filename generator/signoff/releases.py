"""A release in the shape of in-toto: what was released is named by the digests of its files.

    {"_type": "https://in-toto.io/Statement/v1",
     "subject": [{"name": "Health check.docx", "digest": {"sha256": "5c1f..."}}],
     "predicateType": "urn:committee-report:release:1",
     "predicate": {"report": "health-check-2022", "version": 1, "title": ..., "lines": [...],
                   "sign_offs": [...], "figures": [...], "parts": {...}, "pages": [...],
                   "release": "0be2..."}}

`release` is the digest of the canonical JSON of the rest of the predicate without `parts` and
`pages`: of what the report says, and not of how its file is packed or laid out. The released .docx
holds it as a property, which programs that save the file again keep. The whole stands in
`inputs/<report>/released/1.json` and on the page that is published with the report; the ledger
holds the digest of that file.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.model.digests import bytes_digest
from generator.model.release.record import ReleasedFigure, ReleasedSignOff, ReleaseRecord
from generator.model.wording.dates import day_or_none
from generator.signoff.canonical_json import canonical
from generator.signoff.statements import TYPE

PREDICATE = "urn:committee-report:release:1"
_FIGURE = ("place", "printed", "question", "who", "wave", "base", "rounding", "note")


def release_digest(record: ReleaseRecord) -> str:
    """What the release is known by: SHA-256 of what the report says. No file's name or digest."""
    return bytes_digest(canonical(_said(record)))


def as_statement(record: ReleaseRecord) -> dict[str, Any]:
    """The whole release as plain values."""
    said = _said(record)
    parts = dict(sorted(record.parts.items()))
    pages = {"pages": list(record.pages)} if record.pages else {}
    return {
        "_type": TYPE,
        "subject": _subject(record),
        "predicateType": PREDICATE,
        "predicate": {**said, "parts": parts, **pages, "release": bytes_digest(canonical(said))},
    }


def as_event_statement(record: ReleaseRecord) -> str:
    """What the ledger holds of a release, as canonical JSON."""
    told: dict[str, Any] = {"report": record.report, "version": record.version}
    told |= {"record": bytes_digest(record_bytes(record)), "release": release_digest(record)}
    statement = {
        "_type": TYPE,
        "subject": _subject(record),
        "predicateType": PREDICATE,
        "predicate": told,
    }
    return canonical(statement).decode()


def record_bytes(record: ReleaseRecord) -> bytes:
    """The file of a release: a line to each part, so that two releases can be compared."""
    return json.dumps(as_statement(record), ensure_ascii=False, indent=1).encode() + b"\n"


def record_from(data: bytes) -> ReleaseRecord:
    """The release of a file. Raises ValueError for what is none, or was changed since."""
    try:
        told = json.loads(data)
        record = _record(told["predicate"], told["subject"])
        release = told["predicate"]["release"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise ValueError("it is no record of a release") from error
    if release_digest(record) != release or as_statement(record) != told:
        raise ValueError("it was changed after it was written: its digest is not that of its words")
    return record


def _subject(record: ReleaseRecord) -> list[dict[str, Any]]:
    return [
        {"name": name, "digest": {"sha256": digest}}
        for name, digest in sorted(record.files.items())
    ]


def _said(record: ReleaseRecord) -> dict[str, Any]:
    return {
        "report": record.report,
        "version": record.version,
        "title": record.title,
        "council": record.council,
        "committee": record.committee,
        "meeting": record.meeting.isoformat(),
        "published": record.published.isoformat() if record.published else None,
        "lines": [list(line) for line in record.lines],
        "sign_offs": [
            {
                "title": one.title,
                "owner": one.owner,
                "date": one.date.isoformat() if one.date else None,
                "code": one.code,
            }
            for one in record.sign_offs
        ],
        "figures": [{name: getattr(one, name) for name in _FIGURE} for one in record.figures],
    }


def _record(told: Mapping[str, Any], subject: list[Any]) -> ReleaseRecord:
    return ReleaseRecord(
        report=told["report"],
        version=told["version"],
        title=told["title"],
        council=told["council"],
        committee=told["committee"],
        meeting=date.fromisoformat(told["meeting"]),
        published=day_or_none(told["published"]),
        lines=tuple((place, text) for place, text in told["lines"]),
        sign_offs=tuple(
            ReleasedSignOff(one["title"], one["owner"], day_or_none(one["date"]), one["code"])
            for one in told["sign_offs"]
        ),
        figures=tuple(
            ReleasedFigure(**{name: one[name] for name in _FIGURE}) for one in told["figures"]
        ),
        files={one["name"]: one["digest"]["sha256"] for one in subject},
        parts=dict(told["parts"]),
        pages=tuple(told.get("pages", ())),
    )
