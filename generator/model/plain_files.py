"""Opening plain files only: a pipe or a device would be waited for, or read, without end."""

from __future__ import annotations

import errno
from io import BufferedReader
from pathlib import Path
from stat import S_ISDIR, S_ISREG


def open_plain(path: Path) -> BufferedReader:
    """Open a file to read its bytes. Raises OSError, also for what is no plain file."""
    kind = path.stat().st_mode
    if not S_ISREG(kind) and not S_ISDIR(kind):  # of a folder the system says so itself
        raise OSError(errno.EINVAL, "it is a pipe or a device, not a file", str(path))
    return path.open("rb")


def plain_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises OSError, also for what is no plain file."""
    with open_plain(path) as stream:
        return stream.read()
