"""Files that appear whole or not at all.

Every file is first written under a temporary name beside its target and flushed to disk; only when
all are there are they renamed into place, one after the other. A build killed at any moment leaves
each target either as it was or as it should be; later builds clear stray temporary files.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path

from generator.errors import CommitteeError

_PREFIX = ".committee-"
_STALE_SECONDS = 3600


def write_files(files: Mapping[Path, bytes], *, durable: bool = True) -> list[Path]:
    """Write all files or none; returns those whose content changed. Raises CommitteeError.

    durable: wait until the disk has them, so that a power cut cannot leave an empty file.
    """
    changed = [path for path, data in files.items() if not _same(path, data)]
    temporary: dict[Path, Path] = {}
    try:
        for path in changed:
            temporary[path] = _write_temporary(path, files[path], durable)
        for path in changed:
            temporary.pop(path).replace(path)
    except OSError as error:
        raise CommitteeError(_explain(error)) from error
    finally:
        for leftover in temporary.values():
            leftover.unlink(missing_ok=True)
    return changed


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _write_temporary(path: Path, data: bytes, durable: bool) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear_stale(path.parent)
    temporary = path.with_name(f"{_PREFIX}{os.getpid()}-{path.name}.tmp")
    with temporary.open("wb") as stream:
        stream.write(data)
        if durable:
            stream.flush()
            os.fsync(stream.fileno())
    return temporary


def _clear_stale(folder: Path) -> None:
    """Remove what a killed build left; never the files of a build that is still running."""
    for leftover in folder.glob(f"{_PREFIX}*.tmp"):
        try:
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink(missing_ok=True)
        except OSError:
            continue


def _explain(error: OSError) -> str:
    where = error.filename2 or error.filename or "the output folder"
    reason = error.strerror or str(error)
    if isinstance(error, PermissionError):
        return f"{where}: cannot be written ({reason}); close it in Word, or check its permissions"
    return f"{where}: cannot be written ({reason}); nothing was changed"
