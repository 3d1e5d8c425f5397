"""Heights of blocks are kept between builds, and no text of the report with them."""

from __future__ import annotations

from pathlib import Path

from generator.config.workspace import find_workspace
from generator.pipeline.report import build_report
from generator.publish.kept_heights import HeightCache
from generator.word.paging import kept_pieces
from tests.small import NAME

PIECES = [[0.0, 15.2, 8.0, False, True, 0.0, -1, False, 0.0]]


def test_what_was_put_is_there_the_next_time(tmp_path: Path) -> None:
    first = HeightCache(tmp_path)
    assert first.get("a") is None
    first.put("a", PIECES)
    first.put("b", PIECES)
    first.flush()
    again = HeightCache(tmp_path)
    assert again.get("a") == PIECES
    again.flush()
    assert HeightCache(tmp_path).get("b") is None  # nobody asked for it


def test_a_damaged_file_is_done_without(tmp_path: Path) -> None:
    cache = HeightCache(tmp_path)
    cache.put("a", PIECES)
    cache.flush()
    cache.path.write_bytes(b"no")
    assert HeightCache(tmp_path).get("a") is None


def test_a_rebuild_measures_no_block_again(fresh: Path, monkeypatch: object) -> None:
    workspace, measured = find_workspace(fresh), []
    whole = kept_pieces.line_pieces

    def counted(at: int, block: str, room: object) -> object:
        measured.append(block)
        return whole(at, block, room)  # type: ignore[arg-type]

    monkeypatch.setattr(kept_pieces, "line_pieces", counted)  # type: ignore[attr-defined]
    first = build_report(workspace, NAME)
    assert measured
    measured.clear()
    assert build_report(workspace, NAME).files == first.files
    assert [block for block in measured if "footnoteReference" not in block] == []
