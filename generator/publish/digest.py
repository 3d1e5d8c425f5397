"""Digests: SHA-256, in hexadecimal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path

from generator import __version__


def digest(*parts: bytes) -> str:
    """The digest of several byte strings; where one ends and the next begins counts."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def file_digest(path: Path) -> str:
    """The digest of a file's bytes, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def files_digest(paths: Iterable[Path], root: Path) -> str:
    """The digest of several files' names (relative to root) and contents; a missing one counts."""
    parts: list[bytes] = []
    for path in sorted(paths):
        parts.append(path.relative_to(root).as_posix().encode())
        parts.append(file_digest(path).encode() if path.is_file() else b"")
    return digest(*parts)


@cache
def code_digest(*packages: str) -> str:
    """The digest of the program's version and of the source of some of its packages.

    What a cache keeps is only as good as the code that made it; a changed program computes anew.
    """
    parts = [__version__.encode()]
    for package in packages:
        folder = files(package)
        if isinstance(folder, Path):
            for path in sorted(folder.rglob("*")):
                if path.suffix in {".py", ".json"}:
                    parts.append(path.relative_to(folder).as_posix().encode())
                    parts.append(path.read_bytes())
    return digest(*parts)
