"""The one door for files: what a build reads, with texts that are not saved yet over the disk.

A file is read once and stays as it was then, however often it is asked for and whatever happens to
it meanwhile: a build is made of one state of its inputs. What was read is told by name and digest.
What lies outside the workspace once every symbolic link is followed is refused, whatever it is: a
report must not draw in, nor a message show, what nobody meant to put there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from os.path import normpath
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from generator.config.config_rules import (
    FILE_ENCODING,
    FILE_MISSING,
    FILE_OUTSIDE,
    FILE_UNREADABLE,
)
from generator.errors import InputProblems
from generator.model.digests import bytes_digest, file_digest
from generator.model.findings import Collection
from generator.model.issues import Issue, Where
from generator.model.plain_files import plain_bytes

MAX_BYTES, MAX_READ = 20_000_000, 100_000_000
ReadFile = Callable[[Path], bytes]
"""Gives the bytes of a file: `Files.read`, or as the disk holds them."""
_NO_OVERLAYS: Mapping[str, str | bytes] = MappingProxyType({})


class Files:
    """The files below a folder, as one build sees them; safe to use from several threads.

    root: the workspace. overlays: workspace-relative name with forward slashes -> content that is
    read in place of what the disk holds, also where there is no such file yet.
    """

    def __init__(self, root: Path, overlays: Mapping[str, str | bytes] = _NO_OVERLAYS) -> None:
        self.root = root
        self._over = {
            name: text.encode() if isinstance(text, str) else text
            for name, text in overlays.items()
        }
        self._contents: dict[str, bytes] = {}
        self._seen: dict[str, str] = {}
        self._asked: list[str] = []

    @property
    def seen(self) -> Mapping[str, str]:
        """Every file that was read, by its name in the workspace -> SHA-256 in hexadecimal."""
        return MappingProxyType(dict(sorted(self._seen.items())))

    @contextmanager
    def noted(self) -> Iterator[dict[str, str]]:
        """What is asked for while the block runs, as `seen` tells it; filled in at its end."""
        start, found = len(self._asked), dict[str, str]()
        yield found
        found |= {name: self._seen[name] for name in sorted(set(self._asked[start:]))}

    def name(self, path: Path) -> str:
        """The path as messages and provenance show it: relative to the workspace where inside."""
        try:
            return Path(normpath(path)).relative_to(self.root).as_posix()
        except ValueError:
            pass
        try:
            return path.resolve().relative_to(self.root.resolve()).as_posix()
        except (ValueError, OSError):
            return path.as_posix()

    def is_overlaid(self, path: Path) -> bool:
        """Whether a text that is not saved yet stands for the file."""
        return bool(self._over) and self.name(path) in self._over

    def is_file(self, path: Path) -> bool:
        """Whether there is such a file, on the disk or not saved yet."""
        return path.is_file() or self.is_overlaid(path)

    def exists(self, path: Path) -> bool:
        """Whether anything of that name is there."""
        return path.exists() or self.is_overlaid(path)

    def size(self, path: Path) -> int:
        """How many bytes a file has. Raises OSError, and InputProblems as `read` does."""
        name = self.name(path)
        self._refuse_outside(path, name)
        return len(self._over[name]) if name in self._over else path.stat().st_size

    def read(self, path: Path) -> bytes:
        """The bytes of a file. Raises OSError; InputProblems for one outside the workspace, or of
        more than 100 MB.
        """
        name = self.name(path)
        data = self._contents.get(name)
        if data is None:
            self._refuse_large(path, name, MAX_READ, "nothing that is read whole may be as large")
            data = self._over[name] if name in self._over else plain_bytes(path)
            # The first of two threads that read at once decides for both.
            data = self._contents.setdefault(name, data)
            self._seen[name] = bytes_digest(data)
        self._asked.append(name)
        return data

    def digest(self, path: Path) -> str:
        """SHA-256 of a file, read in pieces and not kept: of exports, which may be large.

        Raises OSError, and InputProblems as `read` does: whoever opens an export asks here first.
        """
        name = self.name(path)
        if name in self._contents or name in self._over:
            self.read(path)
            return self._seen[name]
        if name not in self._seen:
            self._refuse_outside(path, name)
            self._seen[name] = file_digest(path)
        self._asked.append(name)
        return self._seen[name]

    def has_changed(self, path: Path) -> bool:
        """Whether the disk now holds something else than was read."""
        try:
            return not self.is_overlaid(path) and self.digest(path) != file_digest(path)
        except OSError:
            return True

    def text(self, path: Path, limit: int = MAX_BYTES) -> str:
        """A text file in UTF-8, with or without a byte order mark. Raises InputProblems."""
        name = self.name(path)
        self._refuse_outside(path, name)
        try:
            if self.exists(path) and not self.is_file(path):
                raise InputProblems(
                    [FILE_UNREADABLE.issue(Where(name), "is not a file", "put a text file there")]
                )
            self._refuse_large(path, name, limit, "it should hold text only")
            raw = self.read(path)
        except FileNotFoundError as error:
            raise InputProblems(
                [FILE_MISSING.issue(Where(name), "no such file", "create it")]
            ) from error
        except OSError as error:
            text = error.strerror or str(error)
            raise InputProblems(
                [FILE_UNREADABLE.issue(Where(name), f"cannot be read: {text}")]
            ) from error
        return _decoded(raw, name)

    def _refuse_large(self, path: Path, name: str, limit: int, mend: str) -> None:
        if self.size(path) > limit:
            what = f"is larger than {limit // 1_000_000} MB"
            raise InputProblems([FILE_UNREADABLE.issue(Where(name), what, mend)])

    def _refuse_outside(self, path: Path, name: str) -> None:
        if name in self._over:
            return
        try:
            outside = not path.resolve().is_relative_to(self.root.resolve())
        except (OSError, RuntimeError):  # links in a circle: opening it says so
            outside = False
        if outside:
            what = "leads out of the workspace"
            mend = "put the file itself there, not a link to it"
            raise InputProblems([FILE_OUTSIDE.issue(Where(name), what, mend)])


def lock_file(name: str) -> tuple[str, str] | None:
    """(program, the file it has open) where a file is one that an office program keeps for itself
    as long as another is open; None for any other file.
    """
    if name.startswith("~$"):
        programs = {".xl": "Excel", ".do": "Word", ".pp": "PowerPoint"}
        return programs.get(Path(name).suffix[:3].casefold(), "Office"), name.removeprefix("~$")
    if name.startswith(".~lock.") and name.endswith("#"):
        return "LibreOffice", name.removeprefix(".~lock.").removesuffix("#")
    return None


def check_no_lock(name: str, where: Where) -> None:
    """Raise InputProblems where a file is the lock file of an office program."""
    if found := lock_file(name):
        program, opened = found
        what = f"{name!r} is a lock file, which {program} keeps while {opened!r} is open"
        mend = f"close {program}, and name {opened!r}"
        raise InputProblems([FILE_UNREADABLE.issue(where, what, mend)])


def says_nothing(text: bytes) -> bool:
    """Whether a YAML file holds comments and blank lines only."""
    lines = text.removeprefix(b"\xef\xbb\xbf").splitlines()
    return all(not line.strip() or line.lstrip().startswith(b"#") for line in lines)


class ReportFolder(NamedTuple):
    """A report's folder, and the door that the files in it are read through.

    collections: how the survey's answers came in, which knows its exports.
    """

    path: Path
    files: Files
    collections: Sequence[Collection] = ()

    def holds_answers(self, path: Path) -> bool:
        """Whether a file is an export of the survey: what single people answered."""
        name = self.files.name(path)
        return any(one.counted_from(name) for one in self.collections)


def _decoded(raw: bytes, name: str) -> str:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            raise InputProblems([_utf16(name)]) from error
        line = raw[: error.start].count(b"\n") + 1
        byte = raw[error.start : error.start + 1]
        shown = f"{byte[0]:#04x}"
        if byte[0] >= 0x80 and (meant := byte.decode("cp1252", "ignore")):
            shown += f", {meant!r} in Windows-1252"
        what = f"is not UTF-8 text (byte {shown})"
        raise InputProblems(
            [FILE_ENCODING.issue(Where(name, line), what, "save the file as UTF-8")]
        ) from error
    if raw.count(0) > len(raw) // 4:
        raise InputProblems([_utf16(name)])
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _utf16(name: str) -> Issue:
    return FILE_ENCODING.issue(Where(name), "is UTF-16 text, not UTF-8", "save the file as UTF-8")
