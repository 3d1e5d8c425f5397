"""Digests of what is held in memory: SHA-256, in hexadecimal."""

from __future__ import annotations

from hashlib import sha256


def bytes_digest(data: bytes) -> str:
    """SHA-256 of the bytes as they are, as `sha256sum` prints it."""
    return sha256(data).hexdigest()


def digest(*parts: bytes) -> str:
    """The digest of several byte strings; where one ends and the next begins counts."""
    total = sha256()
    for part in parts:
        total.update(len(part).to_bytes(8, "big"))
        total.update(part)
    return total.hexdigest()


def short_digest(text: str) -> str:
    """Eight hexadecimal digits that tell a text from others, for names and ids."""
    return bytes_digest(text.encode())[:8]
