"""Following a page as a new user would: its commands are run, its files are written.

- A `console` block holds commands after '$ ', and what they print. A line '...' stands for any
  lines, '...' at the end of a line for the rest of it; rules and runs of spaces do not count.
- A `yaml` or `markdown` block is put into the file named last before it.
- A `diff` block changes that file; its parts are parted by empty lines.
- 'Save [x](address) as `path`' copies a file of the documentation.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Sequence
from contextlib import chdir
from pathlib import Path

from click.testing import CliRunner

from generator.cli import committee

from . import pages

_SAVE = re.compile(r"Save\s+\[[^]]*\]\(([^)]+)\)\s+as\s+`([^`]+)`")
_FAILURE = re.compile(r"error:|Error:|Usage:|.* is not in the export")
_PATH = re.compile(r"`([\w./-]+/[\w./-]+\.(?:yaml|md))`")


class Reader:
    """Somebody who does what a page says, beginning in an empty folder."""

    def __init__(self, page: Path, start: Path) -> None:
        self.page = page
        self.here = start
        self.file = ""

    def follow(self, text: str = "") -> int:
        """Do everything on the page, or in a part of it; the number of commands run."""
        done = 0
        for block in pages.blocks(text or self.page.read_text("utf-8")):
            self._prose(block.before)
            where = f"{pages.name_of(self.page)}:{block.line}"
            if block.language == "console":
                for command in pages.commands(block):
                    self._run(command, where)
                    done += 1
            elif block.language in ("yaml", "markdown"):
                self._write(block.text)
            elif block.language == "diff":
                self._change(block.text, where)
        return done

    def _prose(self, text: str) -> None:
        for source, target in _SAVE.findall(text):
            path = self.here / target
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.page.parent / source, path)
        for name in _PATH.findall(text):
            self.file = name

    def _write(self, text: str) -> None:
        path = self.here / self.file
        assert path.is_file(), f"{self.file} is to be replaced, but is not there"
        path.write_text(text, "utf-8")

    def _change(self, text: str, where: str) -> None:
        path = self.here / self.file
        content = path.read_text("utf-8")
        for part in re.split(r"\n\n+", text.strip("\n")):
            lines = part.split("\n")
            old = "".join(f"{line[1:]}\n" for line in lines if line[0] in "- ")
            new = "".join(f"{line[1:]}\n" for line in lines if line[0] in "+ ")
            assert content.count(old) == 1, f"{where}: {self.file} does not hold once:\n{old}"
            content = content.replace(old, new)
        path.write_text(content, "utf-8")

    def _run(self, command: pages.Command, where: str) -> None:
        program, *arguments = shlex.split(command.words)
        if program == "cd":
            self.here = self.here / arguments[0]
            return
        assert program == "committee", f"{where}: {command.words}"
        with chdir(self.here):
            result = CliRunner().invoke(
                committee, arguments, prog_name="committee", catch_exceptions=False
            )
        said = [line for line in result.output.split("\n") if not re.fullmatch(r"[\s─]*", line)]
        told = f"{where}: {command.words}\nprinted\n{result.output}"
        fails = any(_FAILURE.match(line) for line in command.printed)
        assert bool(result.exit_code) == fails, told
        assert not command.printed or printed_as(command.printed, said), told


def printed_as(expected: Sequence[str], said: Sequence[str]) -> bool:
    """Whether lines are as a page says, with '...' for what it leaves out."""
    if not expected:
        return not said
    first, rest = expected[0], expected[1:]
    if first.strip() == "...":
        return any(printed_as(rest, said[start:]) for start in range(len(said) + 1))
    return bool(said) and _line_as(first, said[0]) and printed_as(rest, said[1:])


def _line_as(expected: str, line: str) -> bool:
    wanted, found = " ".join(expected.split()), " ".join(line.split())
    if wanted.endswith("..."):
        return found.startswith(wanted.removesuffix("..."))
    return found == wanted
