"""The register of publications, where several builds add to it at one moment."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.model.survey.publications import Publication
from generator.publish.register import RegisterChanged, record
from tests.publish.at_once import THREADS, together


def test_of_builds_that_read_the_same_register_only_one_adds_its_line(tmp_path: Path) -> None:
    register, refused = tmp_path / "published.jsonl", list[int]()

    def publish(number: int) -> None:
        entry = Publication("check-2022", f"report-{number}", "Title", date(2023, 3, 15), ())
        try:
            assert record(register, entry, None)
        except RegisterChanged:
            refused.append(number)

    together(publish)
    assert len(register.read_text("utf-8").splitlines()) == 1
    assert len(refused) == THREADS - 1
