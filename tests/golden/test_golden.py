"""A very small report, part by part, is what it was; a difference is shown element by element."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.report import FOLDER, difference, readable_parts, write_golden_workspace


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    root: Path = tmp_path_factory.mktemp("golden")
    write_golden_workspace(root)
    return readable_parts(root)


def test_every_part_is_as_it_was(parts: dict[str, str]) -> None:
    kept = {
        path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
        for path in FOLDER.rglob("*")
        if path.is_file()
    }
    names = sorted(kept | parts, key=lambda name: (name != "text.txt", name))
    found = [difference(name, kept.get(name, ""), parts.get(name, "")) for name in names]
    told = "\n\n".join(filter(None, found))
    assert not told, (
        f"{told}\n\nIf this is meant: python -m tests.golden, and read the diff in git."
    )


def test_what_is_kept_stays_small() -> None:
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 120_000
