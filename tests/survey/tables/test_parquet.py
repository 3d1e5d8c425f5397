"""Parquet files, and those that would not fit into memory."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import InputProblems
from generator.model.issues import Where
from generator.survey.tables import parquet
from generator.survey.tables.parquet import open_parquet

arrow = pytest.importorskip("pyarrow")
writer = pytest.importorskip("pyarrow.parquet")


def written(path: Path, rows: int, group: int | None = None) -> Path:
    table = arrow.table({"Team": ["Care"] * rows, "Ticks": [["a", "b"]] * rows})
    writer.write_table(table, path, row_group_size=group)
    return path


def refused(path: Path) -> str:
    with pytest.raises(InputProblems) as caught:
        open_parquet(path, Where("a.parquet"))
    (problem,) = caught.value.problems
    assert problem.rule == "survey.protected"
    return str(problem)


def test_a_file_within_the_limits_is_opened(tmp_path: Path) -> None:
    table = open_parquet(written(tmp_path / "a.parquet", 9), Where("a.parquet"))
    assert table.sample.rows[:2] == (("Team", "Ticks"), ("Care", "a;b"))


def test_more_rows_than_can_be_read_are_refused_before_any_is_read(tmp_path: Path) -> None:
    rows = parquet.MAX_ROWS + 1
    table = arrow.table({"Team": arrow.nulls(rows)})
    writer.write_table(table, tmp_path / "a.parquet")
    assert (tmp_path / "a.parquet").stat().st_size < 100_000
    assert "has 10,000,001 rows; 10,000,000 can be read at most" in refused(tmp_path / "a.parquet")


@pytest.mark.parametrize(
    ("limit", "least", "what"),
    [
        ("MAX_VALUES", 26, "has more than 26 values"),  # nine teams, and nine times two ticks
        ("MAX_UNPACKED", 20, "unpacks to more than 0 MB"),
        ("MAX_PIECES", 5, "is in 6 pieces; 5 can be read at most"),
    ],
)
def test_what_would_not_fit_into_memory_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, least: int, what: str
) -> None:
    monkeypatch.setattr(parquet, limit, least)
    assert what in refused(written(tmp_path / "a.parquet", 9, group=3))
