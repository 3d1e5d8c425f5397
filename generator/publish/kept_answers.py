"""An answer about a report, kept while nothing changes that it was made from.

    output/.cache/reports/REPORT/SETTINGS/KIND/DIGEST.json

It is kept with the digest of each file that was read for it, and under the names of all files that
there were, since one that is new may change it too. The program itself counts, and what was asked.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.config.files import Files
from generator.config.workspace import Workspace
from generator.errors import InputProblems
from generator.model.digests import digest
from generator.publish.atomic import PREFIX
from generator.publish.cache_place import report_place
from generator.publish.digest import code_digest
from generator.publish.kept_files import forget_others, keep, read_kept


class KeptAnswer:
    """Where an answer to one question about one report is kept."""

    def __init__(
        self,
        workspace: Workspace,
        folder: Path,
        files: Files,
        kind: str,
        asked: str = "",
        shared: str = "",
    ) -> None:
        """kind: of the answer ('status'). asked: what it depends on besides files.

        shared: what `shared_names` tells, where many reports are asked about.
        """
        names = (shared or shared_names(workspace), *_names(folder))
        own = digest(code_digest("generator").encode(), asked.encode(), *map(_bytes, names))
        self._place = report_place(workspace.output / ".cache", folder, files) / kind
        self._path, self._files = self._place / f"{own[:16]}.json", files

    def get(self) -> Any:
        """The plain values of the answer; None where there is none, or a file has changed."""
        with suppress(OSError, ValueError, KeyError, TypeError, InputProblems):
            data = json.loads(read_kept(self._path))
            root = self._files.root
            if all(self._files.digest(root / name) == was for name, was in data["files"].items()):
                return data["answer"]
        return None

    def put(self, answer: Any, read: Mapping[str, str]) -> None:
        """Keep an answer. read: name -> digest of each file that it was made from."""
        data = {"files": dict(read), "answer": answer}
        keep({self._path: json.dumps(data, ensure_ascii=False).encode()})
        forget_others(self._place, (self._path,))


def shared_names(workspace: Workspace) -> str:
    """The digest of the names of all files that reports share."""
    return digest(*map(_bytes, (*_names(workspace.config), *_names(workspace.templates))))


def _bytes(text: str) -> bytes:
    return text.encode()


def _names(folder: Path) -> Iterator[str]:
    """The names of the files of a folder and its folders, sorted."""
    found = [
        f"{Path(here).relative_to(folder).as_posix()}/{name}"
        for here, _, names in os.walk(folder)
        for name in names
        if not name.startswith(PREFIX)
    ]
    yield from sorted(found)
