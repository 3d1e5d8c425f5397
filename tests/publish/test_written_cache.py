"""Texts are kept under all that they were made from, and under nothing else."""

from __future__ import annotations

from pathlib import Path

from generator.config.workspace import find_workspace
from generator.narrative import write as writing
from generator.pipeline import stages
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.stage_values import Written
from generator.publish.written_cache import WrittenCache
from tests.small import FOLDER, NAME, NARRATIVE, REPORT


def written(root: Path, monkeypatch: object, **overlays: str) -> tuple[Written, int]:
    """The written report, and how many parts and texts had to be written for it."""
    names = {f"{FOLDER}/{key}": text for key, text in overlays.items()}
    inputs = read_inputs(find_workspace(root), NAME, names)
    loaded, computed = stages.load(inputs), stages.compute(inputs)
    count = 0
    whole = writing._entries

    def counted(*given: object, **more: object) -> object:
        nonlocal count
        count += 1
        return whole(*given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(writing, "_entries", counted)  # type: ignore[attr-defined]
    done = stages.write(inputs, loaded, computed)
    monkeypatch.undo()  # type: ignore[attr-defined]
    return done, count


def test_a_second_build_writes_nothing_and_a_changed_part_only_itself(
    fresh: Path, monkeypatch: object
) -> None:
    first, count = written(fresh, monkeypatch)
    assert count > 2
    assert written(fresh, monkeypatch) == (first, 0)
    changed = NARRATIVE.rstrip() + " At last.\n"
    after, count = written(fresh, monkeypatch, **{"narrative.md": changed})
    assert count == 1
    assert after.narrative != first.narrative


def test_whatever_an_expression_may_name_writes_everything_again(
    fresh: Path, monkeypatch: object
) -> None:
    _, count = written(fresh, monkeypatch)
    title = next(line for line in REPORT.splitlines() if line.startswith("title:"))
    retitled = REPORT.replace(title, "title: Another title")
    assert written(fresh, monkeypatch, **{"report.yaml": retitled})[1] == count


def test_a_kept_file_that_says_something_else_is_done_without(tmp_path: Path) -> None:
    cache = WrittenCache(tmp_path, [b"made of this"])
    cache.put("key", ())
    cache.flush()
    again = WrittenCache(tmp_path, [b"made of this"])
    assert again.get("key") == ()
    again = WrittenCache(tmp_path, [b"made of this"])
    again.kept["key"] = {"": "NoClass"}
    assert again.get("key") is None
    assert WrittenCache(tmp_path, [b"made of that"]).get("key") is None
    again.flush()
    assert WrittenCache(tmp_path, [b"made of this"]).get("key") is None


def test_passages_that_were_found_right_are_kept_by_section(workspace: Path) -> None:
    cache = WrittenCache(workspace, ())
    assert cache.borne("why") == frozenset()
    cache.put_borne("why", ["one", "two"])
    cache.put_borne("how", ["three"])
    cache.flush()
    again = WrittenCache(workspace, ())
    assert again.borne("why") == {"one", "two"}
    again.put("key", ())
    again.flush()
    assert WrittenCache(workspace, ()).borne("why") == {"one", "two"}
    assert WrittenCache(workspace, ()).borne("how") == frozenset()
