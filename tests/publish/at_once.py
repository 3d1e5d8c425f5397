"""Sets of files as builds publish them, and many threads that begin together."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from generator.model.digests import bytes_digest

THREADS = 8


def a_set(mark: str) -> dict[str, bytes]:
    """The files of a build; its record has the digest of each, as provenance.json has."""
    files = {"a.docx": mark.encode() * 5000, "findings.json": mark.encode() * 300}
    outputs = {name: {"digest": f"sha256:{bytes_digest(data)}"} for name, data in files.items()}
    return {**files, "provenance.json": json.dumps({"outputs": outputs}).encode()}


def content(folder: Path) -> dict[str, bytes]:
    """Everything that lies in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def together(act: Callable[[int], object]) -> None:
    """Call act(0) to act(7), each in a thread, all at once. Raises what one of them raises."""
    barrier = Barrier(THREADS)

    def run(number: int) -> None:
        barrier.wait()
        act(number)

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(run, range(THREADS)))
