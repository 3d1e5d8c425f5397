"""Two copies for publication built at one moment, of which each has to know of the other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.workspace import find_workspace
from generator.pipeline.recorded_build import TRIES, recorded_build
from generator.pipeline.report import Built, build_report
from tests import small


@pytest.fixture
def named(workspace: Path) -> Path:
    """A workspace whose report is on a survey with a name."""
    book = workspace / small.FOLDER / "codebook.yaml"
    book.write_text(f"survey: staff-check\n{book.read_text('utf-8')}", "utf-8")
    return workspace


class Builds:
    """Builds of one report; during the first `meanwhile` of them another report is published."""

    def __init__(self, root: Path, meanwhile: int) -> None:
        self.workspace = find_workspace(root)
        self.register = root / "inputs" / "published.jsonl"
        self.meanwhile = meanwhile
        self.made: list[Built] = []
        self.said: list[str] = []

    def build(self) -> Built:
        built = build_report(self.workspace, small.NAME, public=True)
        self.made.append(built)
        if len(self.made) <= self.meanwhile:
            assert built.publication is not None
            other = replace(built.publication, report=f"other-{len(self.made)}")
            theirs = replace(built, publication=other)
            recorded_build(self.workspace, lambda: theirs, self.said.append)
        return built

    def lines(self) -> int:
        return len(self.register.read_text("utf-8").splitlines())


def test_a_report_published_meanwhile_is_reckoned_with(named: Path) -> None:
    builds = Builds(named, 1)
    built, changed = recorded_build(builds.workspace, builds.build, builds.said.append)
    assert (built, changed) == (builds.made[1], True)
    assert builds.lines() == 2
    assert "inputs/published.jsonl" not in builds.made[0].inputs
    assert "inputs/published.jsonl" in built.inputs
    assert builds.said == ["Building again, as another report was published meanwhile"]


def test_a_build_that_nobody_comes_between_is_made_once(named: Path) -> None:
    builds = Builds(named, 0)
    assert recorded_build(builds.workspace, builds.build, builds.said.append)[1]
    assert not recorded_build(builds.workspace, builds.build, builds.said.append)[1]
    assert (len(builds.made), builds.lines(), builds.said) == (2, 1, [])


def test_it_gives_up_where_others_keep_publishing(named: Path) -> None:
    builds = Builds(named, TRIES)
    with pytest.raises(Exception, match="another report was published while this one was"):
        recorded_build(builds.workspace, builds.build, builds.said.append)
    assert (len(builds.made), builds.lines()) == (TRIES, TRIES)


def test_a_survey_without_a_name_is_built_once_and_leaves_no_register(workspace: Path) -> None:
    builds = Builds(workspace, 0)
    built, changed = recorded_build(builds.workspace, builds.build, builds.said.append)
    assert (built.publication, changed) == (None, False)
    assert not builds.register.exists()
