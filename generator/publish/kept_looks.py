"""What a check saw of a report, kept so that the next one looks only at what is new.

    output/.cache/reports/REPORT/SETTINGS/looks/DIGEST.json

The program itself counts, and the way in which was asked. Only the last check is kept: what a
report says no more must not stay in the cache.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from sys import version
from typing import Any

from generator.config.files import Files
from generator.config.workspace import Workspace
from generator.model.digests import digest
from generator.publish.cache_place import report_place
from generator.publish.digest import code_digest, library_identity
from generator.publish.kept_files import forget_others, keep, read_kept


class KeptLooks:
    """Where it is kept. asked: the way in which the report is checked."""

    def __init__(self, workspace: Workspace, folder: Path, files: Files, asked: str) -> None:
        program = (code_digest("generator").encode(), library_identity("lxml"), version.encode())
        place = report_place(workspace.output / ".cache", folder, files) / "looks"
        self._path = place / f"{digest(*program, asked.encode())[:16]}.json"

    def get(self) -> dict[str, Any]:
        """What was put; nothing where there is none, or it is damaged."""
        with suppress(OSError, ValueError):
            return dict(json.loads(read_kept(self._path)))
        return {}

    def put(self, seen: Mapping[str, Any]) -> None:
        """Keep what was seen."""
        keep({self._path: json.dumps(seen, ensure_ascii=False, separators=(",", ":")).encode()})
        forget_others(self._path.parent, (self._path,))
