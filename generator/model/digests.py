"""Digests of bytes, files and texts: SHA-256, in hexadecimal."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.model.plain_files import open_plain


def bytes_digest(data: bytes) -> str:
    """SHA-256 of the bytes as they are, as `sha256sum` prints it."""
    return hashlib.sha256(data).hexdigest()


def file_digest(path: Path) -> str:
    """The digest of a file's bytes, read in pieces. Raises OSError as `open_plain` does."""
    with open_plain(path) as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest(*parts: bytes) -> str:
    """The digest of several byte strings; where one ends and the next begins counts."""
    total = hashlib.sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def short_digest(text: str) -> str:
    """Eight hexadecimal digits that tell a text from others, for names and ids."""
    return bytes_digest(text.encode())[:8]
