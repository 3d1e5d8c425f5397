"""One writer at a time in a folder; a killed one holds nobody up, a stopped one is waited for."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.errors import CommitteeError
from generator.publish import folder_lock
from generator.publish.folder_lock import locked
from tests.publish.at_once import together
from tests.small import ROOT

HOLDER = """
import sys
from pathlib import Path
from generator.publish.folder_lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def held_elsewhere(folder: Path) -> Iterator[None]:
    """Another process that holds the folder until it is ended."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"held"
        try:
            yield
        finally:
            process.kill()


def count_up(folder: Path) -> None:
    """Add one to a number in a file, as only one at a time may."""
    with locked(folder):
        path = folder / "number"
        number = int(path.read_text()) if path.exists() else 0
        path.write_text(str(number + 1))


def test_threads_hold_a_folder_one_at_a_time_and_leave_nothing_in_it(tmp_path: Path) -> None:
    together(lambda _: [count_up(tmp_path / "new") for _ in range(25)])
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["number"]
    assert (tmp_path / "new" / "number").read_text() == "200"


def test_without_locks_in_the_file_system_threads_still_hold_it_one_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def no_locks(_descriptor: int, _what: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    together(lambda _: [count_up(tmp_path) for _ in range(25)])
    assert (tmp_path / "number").read_text() == "200"


def test_a_folder_that_another_process_holds_is_told_when_it_does_not_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_lock, "WAIT", 0)
    with (
        held_elsewhere(tmp_path),
        pytest.raises(CommitteeError, match="another build is still writing there") as caught,
        locked(tmp_path),
    ):
        pass
    assert str(caught.value).startswith(str(tmp_path))


def test_a_killed_holder_holds_nobody_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with held_elsewhere(tmp_path):
        pass
    assert list(tmp_path.iterdir()), "a killed process removes nothing"
    monkeypatch.setattr(folder_lock, "WAIT", 0)
    with locked(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_error_while_it_is_held_lets_go_of_it(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    count_up(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["number"]


def test_a_lock_file_that_was_removed_meanwhile_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, calls = folder_lock._lock, iter([True, False])

    def lock(descriptor: int) -> bool:
        if next(calls):  # as when the holder before removes it between opening and locking
            next(tmp_path.iterdir()).unlink()
        return plain(descriptor)

    monkeypatch.setattr(folder_lock, "_lock", lock)
    with locked(tmp_path):
        assert len(list(tmp_path.iterdir())) == 1
    assert list(calls) == []
