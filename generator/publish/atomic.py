"""Files that appear whole or not at all.

Every file is first written under a temporary name beside its target and flushed to disk; only when
all are there are they renamed into place, one after the other. A temporary name is used once, so
any number of threads and processes may write one target: each file is whole, and the last one wins.
When a rename fails (a file that Word holds open), those already done are taken back. Files that
must be of one build also where that is killed are switched by `generator.publish.switch`.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from generator.errors import CommitteeError

T = TypeVar("T")

PREFIX = ".committee-"
_STALE_SECONDS = 3600
# Windows lets nobody rename or remove a file that another thread, or a virus scanner, is reading.
_TRIES = 20 if os.name == "nt" else 0
_PAUSE = 0.025  # seconds
_WRITE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def write_files(files: Mapping[Path, bytes], *, durable: bool = True) -> list[Path]:
    """Write all files or none; returns those whose content changed. Raises CommitteeError.

    durable: wait until the disk has them, so that a power cut cannot leave an empty file.
    """
    changed = [path for path, data in files.items() if not same(path, data)]
    temporary: dict[Path, Path] = {}
    try:
        with readable_errors():
            for path in changed:
                temporary[path] = _write_beside(path, files[path], durable)
            _put_in_place(temporary, files)
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


def same(path: Path, data: bytes) -> bool:
    """Whether a file is there and holds these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def content(path: Path) -> bytes | None:
    """A file's bytes, or None where there is no file. Raises OSError when it cannot be read."""
    try:
        return path.read_bytes() if path.is_file() else None
    except FileNotFoundError:
        return None


def unused(start: str, end: str) -> str:
    """A name that nobody else has or will have: no process number, which two containers share."""
    return f"{start}{os.urandom(8).hex()}{end}"


def write_new(path: Path, data: bytes, durable: bool) -> Path:
    """Write a file under an unused name, or leave nothing. Raises OSError; returns the path."""
    try:
        with path.open("wb") as stream:
            stream.write(data)
            if durable:
                stream.flush()
                os.fsync(stream.fileno())
    except BaseException as error:  # a full disk: half a file, that nobody else would clear
        with suppress(OSError):
            path.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:
            error.filename = str(path)  # what was written to does not say where
        raise
    return path


def patiently(act: Callable[[], T]) -> T:
    """Do what Windows may refuse for a moment. Raises PermissionError when it keeps to that."""
    for _ in range(_TRIES):
        with suppress(PermissionError):
            return act()
        time.sleep(_PAUSE)
    return act()


def rename(path: Path, target: Path) -> None:
    """Give a file the name of another, which is replaced. Raises OSError, also for what somebody
    has set to read only: a folder that may be written to would let it be replaced, but on Windows.
    """
    if _is_read_only(target):
        raise PermissionError(errno.EACCES, "it is set to read only", str(target))
    patiently(lambda: path.replace(target))


def _is_read_only(path: Path) -> bool:
    """Whether nobody may write a file, not even its owner."""
    try:
        return path.is_file() and not path.stat().st_mode & _WRITE
    except OSError:
        return False


def is_temporary(path: Path) -> bool:
    """Whether a build that still runs, or was killed, has written this to become another file."""
    return path.name.startswith(PREFIX)


def clear_stale(folder: Path) -> None:
    """Remove what a killed build left; never the files of a build that is still running."""
    for leftover in sorted(folder.glob(f"{PREFIX}*.tmp")):
        try:
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink(missing_ok=True)
        except OSError:
            continue


def _write_beside(path: Path, data: bytes, durable: bool) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    clear_stale(path.parent)
    return write_new(path.with_name(unused(PREFIX, ".tmp")), data, durable)


def _put_in_place(temporary: Mapping[Path, Path], files: Mapping[Path, bytes]) -> None:
    """Rename everything, or leave everything as it was."""
    before = {path: content(path) for path in temporary}
    try:
        for path, new in temporary.items():
            rename(new, path)
    except OSError:
        for path, data in before.items():
            if same(path, files[path]):  # else another has written it since, or nobody
                _restore(path, data)
        raise


def _restore(path: Path, data: bytes | None) -> None:
    with suppress(OSError):
        if data is None:
            path.unlink(missing_ok=True)
        else:
            _write_beside(path, data, durable=False).replace(path)


def _explain(error: OSError) -> str:
    name = Path(error.filename2 or error.filename or "the output folder")
    reason = error.strerror or str(error)
    if name.name.startswith(PREFIX):
        mend = "check the folder's permissions and space, or choose another"
        return f"{name.parent}: cannot be written to ({reason}); {mend}"
    if isinstance(error, PermissionError) and name.is_file():
        return f"{name}: cannot be written ({reason}); close it in Word, or check its permissions"
    if isinstance(error, PermissionError):
        mend = "check the permissions of the folder it lies in, or choose another"
        return f"{name}: cannot be written ({reason}); {mend}"
    return f"{name}: cannot be written ({reason}); nothing was changed"
