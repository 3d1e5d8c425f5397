"""JSON in the one form that is digested: keys sorted, no spaces, UTF-8.

    canonical({"unit": "legal", "day": "2023-02-05"})    b'{"day":"2023-02-05","unit":"legal"}'

`jq -cS .` writes the same, so that everybody can check a digest without this program.
"""

from __future__ import annotations

import json
from typing import Any


def canonical(value: Any) -> bytes:
    """The canonical JSON of plain values (no floats, whose form differs between programs)."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()
