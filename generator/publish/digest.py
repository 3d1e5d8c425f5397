"""Digests of files, and of the program that reads them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import generator
from generator import __version__
from generator.config.files import Files
from generator.errors import InputProblems
from generator.model.digests import digest


def files_digest(paths: Iterable[Path], files: Files) -> str:
    """The digest of several files' names in the workspace and their contents.

    A file that is missing or cannot be read counts as such: whoever needs it will tell.
    """
    parts: list[bytes] = []
    for path in sorted(paths):
        content = b""
        with suppress(OSError, InputProblems):
            content = files.digest(path).encode()
        parts += [files.name(path).encode(), content]
    return digest(*parts)


@cache
def code_digest(*packages: str) -> str:
    """The digest of the program's version and of which source files some of its packages hold.

    What a cache keeps is only as good as the code that made it; a changed program computes anew.
    Names, sizes and times of the files stand for their contents: reading them all takes longer than
    what the cache saves.
    """
    parts = [__version__.encode()]
    for package in packages:
        folder = Path(generator.__file__).parent.joinpath(*package.split(".")[1:])
        parts += sorted(_signatures(folder))
    return digest(*parts)


def _signatures(folder: Path | str) -> Iterator[bytes]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith((".py", ".json")):
                about = entry.stat()
                yield f"{entry.path} {about.st_size} {about.st_mtime_ns}".encode()
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _signatures(entry.path)


def library_identity(library: str) -> bytes:
    """Which build of a library is installed here, without importing it."""
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        return b""
    about = Path(spec.origin).stat()
    return f"{spec.origin} {about.st_mtime_ns} {about.st_size}".encode()
