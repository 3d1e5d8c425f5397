"""Colour and progress are for a terminal; a pipe gets plain lines."""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import committee as command
from generator.cli import terminal
from tests.conftest import spawn
from tests.small import FOLDER, NAME, ROOT

pty = pytest.importorskip("pty", reason="needs a POSIX terminal")
ESCAPE = "\x1b["


def on_a_terminal(*arguments: str, cwd: Path) -> str:
    """What the command writes when both its outputs are a terminal of 80 columns."""
    outer, inner = pty.openpty()
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TERM": "xterm-256color", "COLUMNS": "80"}
    environment.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env=environment,
        stdin=inner,
        stdout=inner,
        stderr=inner,
    ):
        os.close(inner)
        text = b""
        while True:
            try:
                piece = os.read(outer, 65536)
            except OSError:  # Linux: the other end is closed
                piece = b""
            if not piece:
                break
            text += piece
    os.close(outer)
    return text.decode()


def test_progress_is_shown_on_a_terminal_and_not_in_a_pipe(fresh: Path, tmp_path: Path) -> None:
    shown = on_a_terminal("build", NAME, "-o", str(tmp_path / "a"), "--dry-run", cwd=fresh)
    assert "Reading the survey exports" in shown
    assert "Drawing the charts" in shown
    piped = spawn("build", NAME, "-o", str(tmp_path / "b"), "--dry-run", cwd=fresh)
    assert piped.err == ""
    assert ESCAPE not in piped.out


def test_problems_are_coloured_on_a_terminal_and_not_in_a_pipe(fresh: Path) -> None:
    (fresh / FOLDER / "report.yaml").write_text("titel: x\n", "utf-8")
    assert f"{ESCAPE}31merror{ESCAPE}0m: inputs/check/report.yaml" in on_a_terminal(
        "build", NAME, cwd=fresh
    )
    piped = spawn("build", NAME, cwd=fresh)
    assert ESCAPE not in piped.err
    assert piped.err.startswith("Nothing was written:\nerror: inputs/check/report.yaml")


class Terminal(io.StringIO):
    """A terminal within this process: quicker than one of its own where only width matters."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, root: Path, columns: int, *words: str) -> str:
    monkeypatch.setenv("COLUMNS", str(columns))
    terminal = Terminal()
    with contextlib.redirect_stdout(terminal), contextlib.redirect_stderr(terminal):
        command.main(["--workspace", str(root), *words], standalone_mode=False)
    return re.sub(r"\x1b\[[0-9;]*m", "", terminal.getvalue())


@pytest.mark.parametrize("columns", [72, 80, 200])
@pytest.mark.parametrize(
    "words",
    [
        ["findings", NAME],
        ["format", "show", "wirral-2023"],
        ["format", "list"],
        ["survey", "compare", f"{ROOT}/inputs/health-check-2022"],
        ["survey", "comments", "health-check-2022", "--question", "best_thing"],
    ],
    ids=lambda words: " ".join(words[:2]),
)
def test_what_is_printed_on_a_terminal_keeps_to_its_width(
    pristine: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], columns: int
) -> None:
    root = pristine if words[0] == "findings" else ROOT
    lines = shown(monkeypatch, root, columns, *words).splitlines()
    assert len(lines) > 5
    assert max(map(len, lines)) <= columns


def test_names_in_a_table_are_not_broken_so_that_they_can_be_copied(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert "wolverhampton-scrutiny-2023" in shown(monkeypatch, ROOT, 80, "format", "list")
    example = f"{ROOT}/inputs/health-check-2022"
    assert "supervision_frequency" in shown(monkeypatch, ROOT, 80, "survey", "compare", example)


def test_a_pipe_gets_utf_8_whatever_the_locale(fresh: Path) -> None:
    done = spawn("findings", NAME, cwd=fresh, LC_ALL="C", PYTHONIOENCODING="")
    assert done.code == 0
    assert "─" in done.out


def test_a_table_breaks_cells_between_words_and_sets_figures_to_the_right(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "_PIPE_WIDTH", 30)
    rows = [("workload", "Is it such that you can do it well?", "35"), ("pay", "Fair?", "7")]
    terminal.print_table(("Key", "What was asked", "Per cent"), rows, right=(2,))
    assert capsys.readouterr().out.splitlines() == [
        "          What was",
        "Key       asked      Per cent",
        "─" * 29,
        "workload  Is it            35",
        "          such that",
        "          you can",
        "          do it",
        "          well?",
        "pay       Fair?             7",
    ]


def test_a_word_that_is_wider_than_its_column_goes_on_in_the_next_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(terminal, "_PIPE_WIDTH", 14)
    terminal.print_table(("Aaa", "B"), [("a\u0301b", "one\nabcdefghijkl"), ("\u4e2dx", "")])
    assert capsys.readouterr().out.splitlines() == [
        "Aaa  B",
        "─" * 13,
        "a\u0301b   one",
        "     abcdefgh",
        "     ijkl",
        "\u4e2dx",
    ]


def test_two_long_columns_share_the_room_that_is_left(capsys: pytest.CaptureFixture[str]) -> None:
    long = "the words of a sentence that is too long for half of the line, and then some more of it"
    terminal.print_table(("Where", "Released", "In this file"), [("Findings, 3.1", long, long)])
    lines = capsys.readouterr().out.splitlines()[2:]
    starts = [line.index("the words", line.index("the words") + 1) for line in lines[:1]]
    assert len(lines) == 2
    assert 60 < starts[0] < 70
