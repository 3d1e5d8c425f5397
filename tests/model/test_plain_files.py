"""Only plain files are opened: a pipe would be waited for without end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.model.digests import file_digest
from generator.model.plain_files import plain_bytes


def test_a_file_gives_its_bytes_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\r\n\x00")
    (tmp_path / "b").symlink_to("a")
    assert plain_bytes(tmp_path / "b") == b"\r\n\x00"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("read", [plain_bytes, file_digest])
def test_a_pipe_and_a_device_are_refused_and_not_waited_for(tmp_path: Path, read: object) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path("/dev/zero")):
        with pytest.raises(OSError, match="a pipe or a device"):
            read(path)  # type: ignore[operator]


def test_a_folder_and_nothing_are_refused_as_the_system_does(tmp_path: Path) -> None:
    with pytest.raises((IsADirectoryError, PermissionError)):
        plain_bytes(tmp_path)
    with pytest.raises(FileNotFoundError):
        plain_bytes(tmp_path / "none")
