"""Files of the cache: sealed with a digest of name and content, so that damage is seen.

What cannot be read or written is done without; what somebody holds open goes the next time.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from generator.errors import CommitteeError
from generator.model.plain_files import plain_bytes
from generator.publish.atomic import clear_stale, is_temporary, write_files

_KEPT = 400
_SEAL = 32  # bytes of SHA-256


def _seal(path: Path, data: bytes) -> bytes:
    return sha256(path.name.encode() + b"\0" + data).digest()


def read_kept(path: Path) -> bytes:
    """The content of a kept file. Raises OSError when it is missing or not as it was written."""
    whole = plain_bytes(path)
    data = whole[_SEAL:]
    if whole[:_SEAL] != _seal(path, data):
        raise OSError(f"{path} is damaged")
    return data


def keep(files: dict[Path, bytes]) -> None:
    """Write files, each whole; and forget the oldest of their folders where there are too many."""
    sealed = {path: _seal(path, data) + data for path, data in files.items()}
    with suppress(CommitteeError, OSError):
        write_files(sealed, durable=False)
        for folder in {path.parent for path in files}:
            _trim(folder)


def forget_others(folder: Path, used: Collection[Path]) -> None:
    """Forget the files of a folder that were not used."""
    with suppress(OSError):
        forget(set(_files(folder)) - set(used))
        clear_stale(folder)


class KeptEntries:
    """Plain values under keys, in one kept file: `kept` by the last build, `used` by this one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.kept: dict[str, Any] = {}
        self.used: dict[str, Any] = {}
        with suppress(OSError, ValueError):
            self.kept = dict(json.loads(read_kept(path)))

    def flush(self) -> None:
        """Write what was put, and forget what nobody asked for."""
        if self.used != self.kept:
            data = json.dumps(self.used, ensure_ascii=False, separators=(",", ":"))
            keep({self.path: data.encode()})
        forget_others(self.path.parent, (self.path,))


def _trim(folder: Path) -> None:
    forget(sorted(_files(folder), key=_age, reverse=True)[_KEPT:])


def _files(folder: Path) -> list[Path]:
    """What is kept in a folder; not what another build is about to keep there."""
    return [path for path in folder.iterdir() if not is_temporary(path)]


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another build has forgotten it
        return 0.0


def forget(paths: Iterable[Path]) -> None:
    """Remove files, apart from those that another build has removed, or is reading on Windows."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
