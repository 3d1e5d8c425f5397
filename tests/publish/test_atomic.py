"""Files appear whole or not at all: with failing renames, full disks and killed processes."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import CommitteeError
from generator.model.digests import bytes_digest
from generator.publish.atomic import write_files
from tests.small import ROOT

OLD = {"a.docx": b"old a" * 1000, "findings.json": b"old f" * 1000, "provenance.json": b"{}"}
NEW = {"a.docx": b"new a" * 2000, "findings.json": b"new f" * 2000, "provenance.json": b"[1]"}


def write(folder: Path, files: Mapping[str, bytes]) -> list[Path]:
    return write_files({folder / name: data for name, data in files.items()})


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


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
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CommitteeError, match="No space left on device"):
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


# Kills itself at the count-th thing that it asks of the file system, from the first folder on.
KILLED = """
import os, signal, sys
from pathlib import Path
from generator.publish.output import publish
folder, count = Path(sys.argv[1]), int(sys.argv[2])
files = {name: bytes.fromhex(data) for name, data in zip(sys.argv[3::2], sys.argv[4::2])}
seen = 0
def hook(event, arguments):
    global seen
    if event in ("open", "os.rename", "os.mkdir", "os.remove") and "work" in str(arguments):
        seen += 1
        if seen > count:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
publish(files, folder)
"""


def publish_killed(folder: Path, files: Mapping[str, bytes], count: int) -> bool:
    """Publish in a process that is killed after `count` steps; whether it lived to the end."""
    words = [word for name, data in files.items() for word in (name, data.hex())]
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), str(count), *words],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    return done.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of POSIX")
@pytest.mark.parametrize("edited", [False, True], ids=["as built", "edited"])
def test_a_build_killed_at_any_step_leaves_every_file_old_or_new_and_whole(
    tmp_path: Path, edited: bool
) -> None:
    from generator.publish.output import publish

    old, new = with_record(OLD), with_record(NEW)
    by_officer = b"what an officer wrote"
    for count in range(200):
        folder = tmp_path / f"work{count}"
        publish(old, folder)
        if edited:
            (folder / "a.docx").write_bytes(by_officer)
        lived = publish_killed(folder, new, count)
        left = {name: data for name, data in content(folder).items() if not name.endswith(".tmp")}
        first = by_officer if edited else old["a.docx"]
        for name, data in left.items():
            assert data in (
                (first if name == "a.docx" else old.get(name)),
                new.get(name),
                by_officer,
            )
        assert set(left) >= set(old)
        assert not edited or by_officer in left.values()
        # The next build finishes the work, and takes nothing that a build wrote for an edit.
        done = publish(new, folder)
        assert {name: (folder / name).read_bytes() for name in new} == new
        aside = [name for name in content(folder) if "(edited" in name]
        assert len(aside) == (1 if edited else 0), (count, done)
        if lived:
            break
    assert count > 8


def with_record(files: Mapping[str, bytes]) -> dict[str, bytes]:
    outputs = {"a.docx": {"digest": f"sha256:{bytes_digest(files['a.docx'])}"}}
    return {**files, "provenance.json": json.dumps({"outputs": outputs}).encode()}
