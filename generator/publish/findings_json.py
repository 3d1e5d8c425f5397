"""Findings as JSON and back: what `findings.json` holds and what the cache keeps.

The JSON is the model value field by field, so a withheld figure is null there with its mark.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from generator.model.findings import Findings
from generator.model.json_data import as_json_data, json_reader

_encoded = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def to_json(findings: Findings) -> bytes:
    """UTF-8 JSON, indented, keys in the order of the model; the same bytes every time."""
    return _indented(as_json_data(findings)).encode() + b"\n"


def public_json(findings: Findings) -> bytes:
    """The same for publication: figures, without who said or approved what and without exports.

    A quotation is published where the report prints it. Its id tells the row of the answer, and the
    names and layouts of exports are nobody's business but the council's.
    """
    published = replace(
        findings,
        items={key: replace(one, quotations=()) for key, one in findings.items.items()},
        collections=tuple(replace(one, file="", layout="") for one in findings.collections),
        quotations={},
        notes=(),
    )
    return to_json(published)


def from_json(data: bytes) -> Findings:
    """The value that `to_json` wrote. Raises ValueError when the data is something else."""
    try:
        value: Findings = json_reader(Findings)(json.loads(data))
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a findings file: {error}") from error
    return value


def _indented(data: Any, line: str = "\n") -> str:
    """As `json.dumps` with an indent of 1, which takes three times as long.

    data: as `as_json_data` gives it. line: what a line begins with at this depth. Raises ValueError
    for numbers that are none.
    """
    deeper = f"{line} "
    if isinstance(data, dict):
        parts = [f"{_encoded(key)}: {_indented(item, deeper)}" for key, item in data.items()]
        first, last = "{}"
    elif isinstance(data, list):
        parts = [_indented(item, deeper) for item in data]
        first, last = "[]"
    else:
        return "null" if data is None else _encoded(data)
    return f"{first}{deeper}{f',{deeper}'.join(parts)}{line}{last}" if parts else first + last
