"""The files of a build are switched as one set: with threads, processes, failures and kills."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.errors import CommitteeError
from generator.model.digests import bytes_digest
from generator.publish.output import mend, publish
from tests.publish.at_once import a_set, content, together
from tests.small import ROOT

OLD, NEW, NEXT = a_set("old"), a_set("new"), a_set("next")
EDITED = b"what an officer wrote"
ASIDE = f"a (edited {bytes_digest(EDITED)[:8]}).docx"
JOURNAL = ".committee-set.json"


@pytest.fixture(autouse=True)
def no_power_cuts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing here waits for the disk: that takes most of the time of a switch."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


def test_threads_that_publish_into_one_folder_leave_the_set_of_one_of_them(tmp_path: Path) -> None:
    together(lambda one: [publish(a_set(f"{one} {turn}"), tmp_path) for turn in range(25)])
    assert content(tmp_path) in [a_set(f"{one} 24") for one in range(8)]


def test_threads_that_publish_into_folders_of_their_own_do_not_meet(tmp_path: Path) -> None:
    together(lambda one: [publish(a_set(f"{turn}"), tmp_path / str(one)) for turn in range(5)])
    assert [content(tmp_path / str(one)) for one in range(8)] == [a_set("4")] * 8


PUBLISHING = """
import os, sys
from pathlib import Path
from generator.publish.output import publish
from tests.publish.at_once import a_set
os.fsync = lambda _: None
for turn in range(25):
    done = publish(a_set(f"{sys.argv[2]} {turn}"), Path(sys.argv[1]))
    assert done.set_aside == () == done.mended
"""


def run(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stderr=subprocess.PIPE,
        text=True,
    )


def test_processes_that_publish_into_one_folder_leave_the_set_of_one_of_them(
    tmp_path: Path,
) -> None:
    running = [run(PUBLISHING, str(tmp_path), str(one)) for one in range(3)]
    for process in running:
        _, err = process.communicate()
        assert (process.returncode, err) == (0, "")
    assert content(tmp_path) in [a_set(f"{one} 24") for one in range(3)]


# Ends, as a kill ends it, before the count-th change that it makes in the folder. 'refused' is
# refused one rename, as by Windows for a file held open, and so takes all back.
KILLED = """
import os, sys
from pathlib import Path
from generator.publish.output import publish
from tests.publish.at_once import a_set
os.fsync = lambda _: None
folder, count, refused = Path(sys.argv[1]), int(sys.argv[2]), "refused" in sys.argv[3]
changes = ("os.rename", "os.mkdir", "os.remove", "os.link")
def hook(event, arguments):
    global count, refused
    writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & os.O_CREAT
    if (writes or event in changes) and str(folder) in str(arguments):
        count -= 1
        if count < 0:
            os._exit(9)
        if refused and event == "os.rename" and "findings.json" in str(arguments[1]):
            refused = False
            raise PermissionError(13, "Permission denied", arguments[0], None, arguments[1])
sys.addaudithook(hook)
try:
    publish(a_set("new"), folder)
except Exception as error:
    sys.exit(str(error))
"""


@dataclass(frozen=True)
class Kills:
    """Folders with the set `old`, each left by a build that was to put NEW there and was killed.

    aside: the copy of an edited report that may, and after the next build must, be there too.
    """

    folders: Sequence[Path]
    old: Mapping[str, bytes]
    aside: Mapping[str, bytes]

    def copies(self, root: Path) -> Iterator[Path]:
        """Each folder, copied."""
        for folder in self.folders:
            yield Path(shutil.copytree(folder, root / folder.name))


@pytest.fixture(scope="module", params=["as built", "edited", "refused", "refused at first"])
def kills(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Kills:
    """A build killed at every step; the last folder is of one that came to its end."""
    edited = {"a.docx": EDITED} if request.param == "edited" else {}
    old = {} if request.param == "refused at first" else OLD | edited
    folders = []
    for count in range(60):
        folder = tmp_path_factory.mktemp("killed")
        for name, data in old.items():
            (folder / name).write_bytes(data)
        process = run(KILLED, str(folder), str(count), request.param)
        process.communicate()
        folders.append(folder)
        if process.returncode != 9:
            return Kills(folders, old, {ASIDE: EDITED} if edited else {})
    raise AssertionError("it never ends")


def test_a_build_killed_at_any_step_leaves_each_file_old_or_new(kills: Kills) -> None:
    assert len(kills.folders) > 10
    for folder in kills.folders:
        left = content(folder)
        assert all(left.get(name) in (kills.old.get(name), NEW[name]) for name in NEW)


def test_mending_leaves_the_old_set_or_the_new_and_tells_what_it_did(
    kills: Kills, tmp_path: Path
) -> None:
    told = 0
    for folder in kills.copies(tmp_path):
        left = {name: data for name, data in content(folder).items() if name in NEW}
        done = mend(folder)
        after = content(folder)
        assert after in (kills.old, {**kills.old, **kills.aside}, {**NEW, **kills.aside})
        put = {name for name in NEW if after.get(name) != left.get(name)}
        assert set(done.files) == put
        told += left not in (kills.old, NEW)
        publish(NEXT, folder)
        assert content(folder) == {**NEXT, **kills.aside}
    assert told >= 2, "of which some were sets of two builds"


def test_a_build_after_a_kill_takes_nothing_that_a_build_wrote_for_an_edit(
    kills: Kills, tmp_path: Path
) -> None:
    for folder in kills.copies(tmp_path):
        publish(NEXT, folder)
        assert content(folder) == {**NEXT, **kills.aside}


def test_what_is_edited_after_a_kill_is_kept(kills: Kills, tmp_path: Path) -> None:
    later = b"what an officer wrote later"
    name = f"a (edited {bytes_digest(later)[:8]}).docx"
    for folder in kills.copies(tmp_path):
        (folder / "a.docx").write_bytes(later)
        publish(NEXT, folder)
        after = content(folder)
        assert after in ({**NEXT, name: later}, {**NEXT, name: later, **kills.aside})


def test_a_dry_run_after_a_kill_tells_of_true_edits_only_and_touches_nothing(
    kills: Kills, tmp_path: Path
) -> None:
    for folder in kills.copies(tmp_path):
        before = content(folder)
        edited = before.get("a.docx") == EDITED
        assert publish(NEXT, folder, dry_run=True).set_aside == (
            ((folder / "a.docx", folder / ASIDE),) if edited else ()
        )
        assert content(folder) == before


@pytest.mark.parametrize(
    "journal",
    ["", "{", "[]", '{"a.docx": 3}', "\0\xff", '{"a.docx": {}}', '{"a.docx": {"temporary": 3}}'],
)
def test_a_journal_that_cannot_be_understood_is_done_without(tmp_path: Path, journal: str) -> None:
    publish(OLD, tmp_path)
    (tmp_path / JOURNAL).write_text(journal, "latin-1")
    assert mend(tmp_path).files == ()
    assert content(tmp_path) == OLD


@pytest.mark.parametrize("name", ["../a.docx", "deep/a.docx", "/a.docx"])
def test_a_journal_moves_no_files_of_other_folders(tmp_path: Path, name: str) -> None:
    publish(OLD, tmp_path / "out")
    (tmp_path / "a.docx").write_bytes(b"of another")
    for step in ((name, "findings.json"), ("findings.json", name)):
        steps = {step[0]: {"temporary": step[1], "known": None}}
        (tmp_path / "out" / JOURNAL).write_text(json.dumps(steps))
        assert mend(tmp_path / "out").files == ()
    assert (tmp_path / "a.docx").read_bytes() == b"of another"
    assert content(tmp_path / "out") == OLD


def test_a_folder_that_is_not_there_or_is_settled_needs_no_mending(tmp_path: Path) -> None:
    assert mend(tmp_path / "new").files == ()
    publish(OLD, tmp_path / "out")
    assert mend(tmp_path / "out").files == ()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_same_files_again_need_no_folder_that_can_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, tmp_path)
    monkeypatch.setattr(os, "open", refuse)
    assert publish(OLD, tmp_path).changed == ()
    with pytest.raises(CommitteeError, match="cannot be written to") as caught:
        publish(NEW, tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}: cannot be written to (Permission denied)")
    assert content(tmp_path) == OLD


def refuse(path: Path, *_: object) -> int:
    raise PermissionError(errno.EACCES, "Permission denied", str(path))


@pytest.mark.parametrize("error", [PermissionError(errno.EACCES, "held open"), KeyboardInterrupt()])
@pytest.mark.parametrize("edited", [False, True])
def test_whatever_stops_a_switch_leaves_the_old_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, edited: bool
) -> None:
    publish(OLD, tmp_path)
    if edited:
        (tmp_path / "a.docx").write_bytes(EDITED)
    before, plain = content(tmp_path), Path.replace
    for failing in range(4):
        calls = iter(range(100))

        def replace(
            self: Path, target: Path, calls: Iterator[int] = calls, failing: int = failing
        ) -> Path:
            if next(calls) == failing:
                raise error
            return plain(self, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace)
            with pytest.raises((CommitteeError, KeyboardInterrupt)):
                publish(NEW, tmp_path)
        assert content(tmp_path) == before


def test_a_full_disk_leaves_the_old_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, tmp_path)
    for room in range(4):  # three files and the journal
        calls = iter(range(100))

        def fsync(_: int, calls: Iterator[int] = calls, room: int = room) -> None:
            if next(calls) >= room:
                raise OSError(errno.ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", fsync)
            with pytest.raises(CommitteeError, match="No space left on device"):
                publish(NEW, tmp_path)
        assert content(tmp_path) == OLD


def test_what_cannot_be_taken_back_is_mended_by_the_next_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, tmp_path)
    plain = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "findings.json":
            monkeypatch.setattr(os, "fsync", full)
            raise PermissionError(errno.EACCES, "Permission denied", str(self), None, str(target))
        return plain(self, target)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(CommitteeError, match="close it in Word"):
            publish(NEW, tmp_path)
    monkeypatch.undo()
    assert mend(tmp_path).files == ("findings.json", "provenance.json")
    assert content(tmp_path) == NEW


def test_a_copy_that_was_edited_too_is_not_taken_for_the_first(tmp_path: Path) -> None:
    publish(OLD, tmp_path)
    for _ in range(2):
        (tmp_path / "a.docx").write_bytes(EDITED)
        publish(NEW, tmp_path)
        (tmp_path / ASIDE).write_bytes(b"edited further")
    kept = [data for name, data in content(tmp_path).items() if "(edited" in name]
    assert sorted(kept) == sorted([EDITED, b"edited further"])
