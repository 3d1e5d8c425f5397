"""One writer at a time in a folder of sets.

The lock is the operating system's, on a small file in the folder, and goes when its holder goes.
So a build that was killed holds nobody up, and one that is only slow, or stopped, still holds it:
nobody guesses from a process number, which means nothing in another container or machine, or from
a time. It holds between threads, processes and containers of one machine, and between machines
where the file system sends locks to its server (NFS, SMB). Two limits: a file system without locks
keeps apart only the threads of one process; a synchronised folder (OneDrive) is a copy on each
machine, and each locks its own.
"""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.errors import CommitteeError
from generator.publish.atomic import PREFIX, patiently

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

MARK = f"{PREFIX}set"
"""What the names of all that a build keeps in the folder, while it writes there, begin with."""
WAIT = 60.0  # seconds
_PAUSE = 0.005
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, errno.ESTALE}
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}
_THREADS: dict[str, threading.Lock] = {}


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder, which is made if need be; its lock file is there only meanwhile.

    Raises CommitteeError when others do not let go of it within WAIT seconds, and OSError.
    """
    until = time.monotonic() + WAIT
    folder.mkdir(parents=True, exist_ok=True)
    threads = _THREADS.setdefault(str(folder.resolve()), threading.Lock())
    if not threads.acquire(timeout=WAIT):
        raise _busy(folder)
    try:
        path = folder / f"{MARK}.lock"
        descriptor = _take(path, until)
        try:
            yield
        finally:
            _give_back(descriptor, path)
    finally:
        threads.release()


def _take(path: Path, until: float) -> int:
    """A descriptor of the lock file, locked."""
    while True:
        descriptor = patiently(lambda: os.open(path, os.O_RDWR | os.O_CREAT, 0o666))
        try:
            if _lock(descriptor) and _is_at(descriptor, path):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
        if time.monotonic() > until:
            raise _busy(path.parent)
        time.sleep(_PAUSE)


def _lock(descriptor: int) -> bool:
    """Lock an open file, unless another has."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            return False
        if error.errno not in _NO_LOCKS:
            raise
    return True


def _is_at(descriptor: int, path: Path) -> bool:
    """Whether the file is still under its name: who held it before has removed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _give_back(descriptor: int, path: Path) -> None:
    if sys.platform == "win32":
        # Windows removes no open file, so this leaves one for which another waits.
        with suppress(OSError):
            msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)
        os.close(descriptor)
        with suppress(OSError):
            path.unlink()
    else:
        # Removed while it is held: whoever then locks it sees that it is gone. Unlocked by word,
        # because a forked child has the same descriptor.
        with suppress(OSError):
            path.unlink()
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)


def _busy(folder: Path) -> CommitteeError:
    return CommitteeError(f"{folder}: another build is still writing there; wait for it, or end it")
