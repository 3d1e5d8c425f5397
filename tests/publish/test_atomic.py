"""Files appear whole or not at all: with failing renames, full disks and many threads."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import CommitteeError
from generator.publish import atomic
from generator.publish.atomic import write_files
from tests.publish.at_once import content, together

OLD = {"a.docx": b"old a" * 1000, "findings.json": b"old f" * 1000, "provenance.json": b"{}"}
NEW = {"a.docx": b"new a" * 2000, "findings.json": b"new f" * 2000, "provenance.json": b"[1]"}


def write(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    return write_files({folder / name: data for name, data in files.items()})


def test_files_are_written_and_only_the_changed_ones_are_told(tmp_path: Path) -> None:
    assert [path.name for path in write(tmp_path / "deep" / "er", OLD)] == list(OLD)
    assert write(tmp_path / "deep" / "er", OLD) == []
    changed = write(tmp_path / "deep" / "er", OLD | {"findings.json": b"x"})
    assert [path.name for path in changed] == ["findings.json"]


@pytest.mark.parametrize("failing", range(3))
def test_a_failing_rename_leaves_every_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    write(tmp_path, OLD)
    fail_at(monkeypatch, failing)
    with pytest.raises(CommitteeError, match="close it in Word"):
        write(tmp_path, NEW)
    assert content(tmp_path) == OLD


@pytest.mark.parametrize("failing", range(3))
def test_a_failing_rename_leaves_an_empty_folder_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    fail_at(monkeypatch, failing)
    with pytest.raises(CommitteeError):
        write(tmp_path, NEW)
    assert content(tmp_path) == {}


def fail_at(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Let the count-th rename (and it only) fail as Windows does when Word holds the file open."""
    plain = Path.replace
    calls = iter(range(100))

    def replace(self: Path, target: Path) -> Path:
        if next(calls) == count:
            raise PermissionError(errno.EACCES, "Permission denied", str(self), None, str(target))
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", replace)


def test_a_full_disk_leaves_nothing_behind_and_names_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, OLD)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")  # of a write: it names no file

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommitteeError, match=f"^{tmp_path}: .*No space left on device.*space"):
        write(tmp_path, NEW)
    assert content(tmp_path) == OLD


def test_a_folder_that_cannot_be_written_to_is_told_without_a_temporary_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Path.open

    def refuse(self: Path, mode: str = "r", **settings: object) -> object:
        if "w" in mode:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return plain(self, mode, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CommitteeError) as caught:
        write(tmp_path, NEW)
    assert str(caught.value).startswith(f"{tmp_path}: cannot be written to (Permission denied)")


def test_a_file_that_is_set_to_read_only_is_not_replaced(tmp_path: Path) -> None:
    write(tmp_path, {"findings.json": b"old", "provenance.json": b"old"})
    (tmp_path / "provenance.json").chmod(0o444)
    with pytest.raises(CommitteeError, match="read only") as caught:
        write(tmp_path, {"findings.json": b"new", "provenance.json": b"new"})
    assert "close it in Word, or check its permissions" in str(caught.value)
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}


def test_a_folder_in_the_way_of_a_file_is_told_and_nothing_changes(tmp_path: Path) -> None:
    write(tmp_path, {"findings.json": b"old"})
    (tmp_path / "provenance.json").mkdir()
    with pytest.raises(CommitteeError, match=r"provenance\.json"):
        write(tmp_path, NEW)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["findings.json", "provenance.json"]
    assert (tmp_path / "findings.json").read_bytes() == b"old"


def test_a_file_in_the_way_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"x")
    with pytest.raises(CommitteeError, match="cannot be written"):
        write(tmp_path / "out" / "in", NEW)


def test_what_a_killed_build_left_is_cleared_after_an_hour(tmp_path: Path) -> None:
    stray, running = tmp_path / ".committee-1-a.docx.tmp", tmp_path / ".committee-2-a.docx.tmp"
    stray.write_bytes(b"half")
    running.write_bytes(b"half")
    os.utime(stray, (0, 0))
    write(tmp_path, NEW)
    assert not stray.exists()
    assert running.exists()


def test_threads_that_write_one_target_leave_it_whole_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "new" / "a.docx"
    texts = [[bytes([65 + thread]) * (9000 + turn) for turn in range(25)] for thread in range(8)]

    def write_all(thread: int) -> None:
        for text in texts[thread]:
            write_files({target: text}, durable=False)

    together(write_all)
    assert content(target.parent) in [{"a.docx": of_thread[-1]} for of_thread in texts]


def test_threads_that_write_several_targets_in_other_orders_leave_all_whole(tmp_path: Path) -> None:
    names = [f"{number}.json" for number in range(5)]

    def write_all(thread: int) -> None:
        turned = names[thread % 5 :] + names[: thread % 5]
        for turn in range(25):
            write(tmp_path, {name: f"{thread} {turn} {name}".encode() * 500 for name in turned})

    together(write_all)
    left = content(tmp_path)
    assert set(left) == set(names)
    for name, data in left.items():
        assert data in [f"{thread} 24 {name}".encode() * 500 for thread in range(8)]


def test_what_another_has_written_since_is_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, OLD)
    plain = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "findings.json":
            (tmp_path / "a.docx").write_bytes(b"of another")
            raise PermissionError(errno.EACCES, "Permission denied", str(self), None, str(target))
        return plain(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(CommitteeError):
        write(tmp_path, NEW)
    assert content(tmp_path) == OLD | {"a.docx": b"of another"}


def test_what_windows_refuses_for_a_moment_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_TRIES", 3)
    monkeypatch.setattr(atomic, "_PAUSE", 0)
    fail_at(monkeypatch, 1)
    write(tmp_path, NEW)
    assert content(tmp_path) == NEW
