"""A Word file held against the rules, by one process or two."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest

from generator.checks.held import Held
from generator.model.issues import Family
from generator.model.release.paper import Paper
from generator.pipeline.word_issues import WordIssues, word_judge
from tests.word.reading.packages import paragraph, run, word_file

_WRONG = paragraph(run("Call on 0161 496 0123: TBC.") + '<w:ins w:id="9" w:author="Jo"/>')
_SCRIPT = """
import sys
from pathlib import Path
from generator.checks.held import Held
from generator.model.release.paper import Paper
from generator.pipeline import second_process
from generator.pipeline.word_issues import word_judge

second_process._is_of_use = lambda: sys.argv[2] == "two"
word = Path(sys.argv[1]).read_bytes()
with word_judge(bare=True) as judge:
    print(judge.issues(Held(Paper("file.docx", ())), word))
"""


def _found(word: bytes, only: Collection[Family] = ()) -> WordIssues:
    held = Held(Paper("file.docx", ()), final=False)
    with word_judge(only, bare=True) as judge:
        return judge.issues(held, word)


def test_a_bare_file_is_judged_as_published_unless_it_has_the_marks_of_a_draft() -> None:
    plain = word_file(_WRONG, {})
    mark = '<w:bookmarkStart w:id="1" w:name="_p_1"/><w:bookmarkEnd w:id="1"/>'
    assert _found(plain).final
    assert not _found(word_file(paragraph(mark + run("Words.")), {})).final


def test_only_the_families_that_are_asked_for_are_checked() -> None:
    found = _found(word_file(_WRONG, {}), ("complete",))
    assert {one.rule.partition(".")[0] for one in found.issues} == {"complete"}


def test_a_file_without_a_paper_is_told_with_its_faults() -> None:
    found = _found(b"no zip")
    assert not found.readable
    assert [one.rule for one in found.issues] == ["word.unreadable"]
    assert found.faults
    assert not _found(b"no zip", ("private",)).issues


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")
@pytest.mark.parametrize("data", [word_file(_WRONG, {}), b"no zip"])
def test_two_processes_find_what_one_finds(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(data)

    def said(processes: str) -> str:
        command = [sys.executable, "-c", _SCRIPT, str(path), processes]
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)
        assert done.returncode == 0, done.stderr
        return done.stdout

    assert said("two") == said("one")
