"""The one door for files: read once, with what is not saved yet over the disk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import pytest

from generator.config.files import Files, says_nothing
from generator.errors import InputProblems


def test_a_file_that_changes_while_a_build_runs_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("one: 1\n")
    files = Files(tmp_path)
    assert files.read(path) == b"one: 1\n"
    path.write_text("two: 2\n")
    assert files.read(path) == b"one: 1\n"
    assert files.seen == {"a.yaml": sha256(b"one: 1\n").hexdigest()}


def test_texts_that_are_not_saved_stand_for_files_and_for_files_that_are_not_there(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.yaml").write_text("saved")
    files = Files(tmp_path, {"a.yaml": "not saved é", "b/c.md": b"new"})
    assert files.text(tmp_path / "a.yaml") == "not saved é"
    assert files.text(tmp_path / "b" / "c.md") == "new"
    assert files.exists(tmp_path / "b/c.md")
    assert files.is_file(tmp_path / "b/c.md")
    assert not files.exists(tmp_path / "b/d.md")
    assert (tmp_path / "a.yaml").read_text() == "saved"


def test_a_path_may_take_a_way_round_and_is_the_same_file(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "a.csv").write_text("x")
    files = Files(tmp_path, {"a.csv": "over"})
    assert files.read(tmp_path / "one" / ".." / "a.csv") == b"over"
    assert list(files.seen) == ["a.csv"]


def test_what_is_asked_for_in_a_block_is_told_also_when_it_was_read_before(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).write_text(name)
    files = Files(tmp_path)
    files.read(tmp_path / "a")
    with files.noted() as read:
        files.read(tmp_path / "a")
        files.digest(tmp_path / "b")
    assert list(read) == ["a", "b"]
    assert list(files.seen) == ["a", "b"]


def test_an_export_that_changed_since_it_was_digested_is_known(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"a,b\n")
    files = Files(tmp_path)
    first = files.digest(path)
    assert not files.has_changed(path)
    path.write_bytes(b"a,c\n")
    assert files.has_changed(path)
    assert files.digest(path) == first
    path.unlink()
    assert files.has_changed(path)


def test_threads_that_read_at_once_read_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"0")
    files = Files(tmp_path)

    def turn(number: int) -> bytes:
        path.write_bytes(str(number).encode())
        return files.read(path)

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(turn, range(200)))) == 1
    assert files.seen["a"] == sha256(files.read(path)).hexdigest()


def test_a_folder_and_a_file_that_is_not_there_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for name, what in (("folder", "is not a file"), ("none.md", "no such file")):
        with pytest.raises(InputProblems, match=what):
            Files(tmp_path).text(tmp_path / name)


def test_what_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "a.yaml").open("wb") as file:
        file.truncate(40_000_000_000)  # of holes, which take no room on the disk
    with pytest.raises(InputProblems, match=r"a\.yaml: is larger than 100 MB"):
        Files(tmp_path).read(tmp_path / "a.yaml")


def test_what_lies_outside_is_refused_and_nothing_of_it_is_shown(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    (tmp_path / "secret.md").write_text("pass word")
    (root / "a.md").symlink_to(tmp_path / "secret.md")
    (root / "folder").symlink_to(tmp_path)
    for path in (root / "a.md", root / "folder" / "secret.md", tmp_path / "secret.md"):
        files = Files(root)
        for ask in (files.text, files.read, files.digest, files.size):
            with pytest.raises(InputProblems, match="leads out of the workspace") as told:
                ask(path)
            assert "pass" not in str(told.value)
        assert not files.seen


def test_a_link_within_the_workspace_is_followed_also_where_that_is_reached_by_a_link(
    tmp_path: Path,
) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "root").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "a.md").write_text("here")
    (tmp_path / "real" / "b.md").symlink_to("a.md")
    assert Files(tmp_path / "root").text(tmp_path / "root" / "b.md") == "here"


@pytest.mark.parametrize(
    ("text", "nothing"),
    [(b"", True), (b"\xef\xbb\xbf# only\n\n  # comments\n", True), (b"# a\nb: 1\n", False)],
)
def test_comments_say_nothing(text: bytes, nothing: bool) -> None:
    assert says_nothing(text) is nothing
