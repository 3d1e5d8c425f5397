"""Files that appear whole or not at all.

Every file is first written under a temporary name beside its target and flushed to disk; only when
all are there are they renamed into place, one after the other. A build killed at any moment leaves
each target either as it was or as it should be; later builds clear stray temporary files. When a
rename fails (a file that Word holds open), those already done are taken back.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import CommitteeError

_PREFIX = ".committee-"
_STALE_SECONDS = 3600
_NO_MOVES: Mapping[Path, Path] = {}


def write_files(
    files: Mapping[Path, bytes],
    *,
    durable: bool = True,
    set_aside: Mapping[Path, Path] = _NO_MOVES,
) -> list[Path]:
    """Write all files or none; returns those whose content changed. Raises CommitteeError.

    durable: wait until the disk has them, so that a power cut cannot leave an empty file.
    set_aside: target -> the name under which what stands there is kept.
    """
    changed = [path for path, data in files.items() if not _same(path, data)]
    temporary: dict[Path, Path] = {}
    try:
        with readable_errors():
            for path in changed:
                temporary[path] = _write_temporary(path, files[path], durable)
            _put_in_place(temporary, set_aside)
    finally:
        for leftover in temporary.values():
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
    return changed


@contextmanager
def readable_errors() -> Iterator[None]:
    """Raise CommitteeError, which says what to do, for an OSError of the block."""
    try:
        yield
    except OSError as error:
        raise CommitteeError(_explain(error)) from error


def temporaries(path: Path) -> list[Path]:
    """What builds that were killed, or still run, have written to become this file."""
    name = f"-{path.name}.tmp"
    return [other for other in _ours(path.parent) if other.name.endswith(name)]


def _ours(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{_PREFIX}*.tmp"))


def _same(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _write_temporary(path: Path, data: bytes, durable: bool) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    _clear_stale(path.parent)
    temporary = path.with_name(f"{_PREFIX}{os.getpid()}-{path.name}.tmp")
    try:
        with temporary.open("wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
    except OSError:  # a full disk: half a file, that nobody else would clear
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    return temporary


def _put_in_place(temporary: Mapping[Path, Path], set_aside: Mapping[Path, Path]) -> None:
    """Rename everything, or leave everything as it was."""
    before = {path: path.read_bytes() if path.is_file() else None for path in temporary}
    kept: list[Path] = []
    try:
        for path, aside in set_aside.items():
            if not aside.exists():
                kept.append(aside)
                _keep_as(path, aside)
        for path, new in temporary.items():
            new.replace(path)
    except OSError:
        for path, data in before.items():
            _restore(path, data)
        for path, aside in set_aside.items():
            if aside in kept and _same(path, before[path] or b""):
                aside.unlink(missing_ok=True)
        raise


def _keep_as(path: Path, aside: Path) -> None:
    """Give a file a second name, so that it is under the first until that is replaced."""
    try:
        os.link(path, aside)
    except OSError:  # a file system without links
        path.replace(aside)


def _restore(path: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink(missing_ok=True)
        elif not _same(path, data):
            _write_temporary(path, data, durable=False).replace(path)


def _clear_stale(folder: Path) -> None:
    """Remove what a killed build left; never the files of a build that is still running."""
    for leftover in _ours(folder):
        try:
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink(missing_ok=True)
        except OSError:
            continue


def _explain(error: OSError) -> str:
    name = Path(error.filename2 or error.filename or "the output folder")
    reason = error.strerror or str(error)
    if name.name.startswith(_PREFIX):
        mend = "check the folder's permissions and space, or choose another"
        return f"{name.parent}: cannot be written to ({reason}); {mend}"
    if isinstance(error, PermissionError):
        return f"{name}: cannot be written ({reason}); close it in Word, or check its permissions"
    return f"{name}: cannot be written ({reason}); nothing was changed"
