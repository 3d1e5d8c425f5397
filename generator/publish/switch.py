"""A set of files that belong together: .docx, findings.json and provenance.json of one build.

The new files are written under temporary names. Then a journal, which names them, is renamed into
place: that is the switch. Before it the old set counts, after it the new one, and what follows
(rename each file, remove the journal) can be done by anybody. All this is done under the lock of
the folder, so a journal found under it is of a build that was killed, and is carried out.

    {"check.docx": {"temporary": ".committee-set-5f….new", "known": "sha256:9c…"}, …}

temporary: the new file; null where there is to be none. known: the digest of what a build wrote
under that name. A .docx with any other was edited by somebody, and is kept under another name; this
is looked at last of all, so that also what is saved meanwhile is kept.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from generator.model.digests import bytes_digest, file_digest
from generator.model.frozen import dataclass
from generator.model.plain_files import plain_bytes
from generator.publish.atomic import content, patiently, rename, unused, write_new
from generator.publish.folder_lock import MARK

_JOURNAL = f"{MARK}.json"
_NEW = ".new"


@dataclass(frozen=True, slots=True)
class Switched:
    """Names of the files put in place (or removed), and edited reports: where each was, and is."""

    files: tuple[str, ...] = ()
    set_aside: tuple[tuple[Path, Path], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a journal: a file's name, the new file's or None, and the digest it may replace."""

    name: str
    temporary: str | None
    known: str | None


def is_settled(folder: Path) -> bool:
    """Whether nobody is writing a set there, nor was killed doing so."""
    return not any(folder.glob(f"{MARK}*"))


def switch(folder: Path, files: Mapping[str, bytes], known: Mapping[str, str | None]) -> Switched:
    """Put files (by name) in a locked folder as one set, or leave all as it was. Raises OSError.

    known: name -> 'sha256:' and the digest of what may be replaced without keeping a copy.
    """
    before = {name: content(folder / name) for name in files}
    stood = set(folder.iterdir())
    put: list[str] = []
    aside: list[tuple[Path, Path]] = []
    try:
        _begin(folder, files, known)
        _carry_out(folder, put, aside)
    except BaseException:
        with suppress(OSError):  # then the journal is left, and the next command does it
            _take_back(folder, files, before)
            for _, copy in aside:
                if copy not in stood:
                    copy.unlink(missing_ok=True)
        raise
    finally:
        _clear(folder)
    return Switched(tuple(put), tuple(aside))


def finish(folder: Path) -> Switched:
    """Carry out in a locked folder what a killed build had begun. Raises OSError."""
    put: list[str] = []
    aside: list[tuple[Path, Path]] = []
    _carry_out(folder, put, aside)
    _clear(folder)
    return Switched(tuple(put), tuple(aside))


def steps(folder: Path) -> list[Step]:
    """What a journal says is to be done; nothing where there is none that can be understood."""
    with suppress(FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        value = json.loads(plain_bytes(folder / _JOURNAL))
        found = [Step(name, it["temporary"], it["known"]) for name, it in value.items()]
        if all(_is_plain(step.name) and _is_plain(step.temporary or "") for step in found):
            return found
    return []


def place_aside(path: Path, known: Collection[str | None]) -> Path | None:
    """Under which name to keep a .docx that was edited; None where none of this is needed."""
    if path.suffix != ".docx" or not path.is_file():
        return None
    found = file_digest(path)
    if f"sha256:{found}" in known:
        return None
    names = [path.with_stem(f"{path.stem} (edited {found[:length]})") for length in (8, 16, 32)]
    # Somebody may have edited the copy, too.
    return next((one for one in names if not one.exists() or file_digest(one) == found), names[-1])


def _begin(
    folder: Path, files: Mapping[str, bytes | None], known: Mapping[str, str | None]
) -> None:
    told = {}
    for name, data in files.items():
        new = None if data is None else _write(folder, data).name
        told[name] = {"temporary": new, "known": known[name]}
    rename(_write(folder, json.dumps(told).encode()), folder / _JOURNAL)


def _write(folder: Path, data: bytes) -> Path:
    return write_new(folder / unused(f"{MARK}-", _NEW), data, durable=True)


def _carry_out(folder: Path, put: list[str], aside: list[tuple[Path, Path]]) -> None:
    """Do what is left of a journal's steps; tells of each in the two lists."""
    for step in steps(folder):
        path = folder / step.name
        if step.temporary is None:
            if path.is_file() and f"sha256:{file_digest(path)}" == step.known:
                patiently(path.unlink)
                put.append(step.name)
        elif (new := folder / step.temporary).exists():
            copy = place_aside(path, [step.known])
            if copy is not None:
                aside.append((path, copy))
                _keep(path, copy)
            rename(new, path)
            put.append(step.name)
    patiently(lambda: (folder / _JOURNAL).unlink(missing_ok=True))


def _keep(path: Path, copy: Path) -> None:
    """Give a file a second name, so that it is under the first until that is replaced."""
    if not copy.exists():
        try:
            copy.hardlink_to(path)
        except OSError:  # a file system without links
            rename(_write(path.parent, path.read_bytes()), copy)


def _take_back(
    folder: Path, files: Mapping[str, bytes], before: Mapping[str, bytes | None]
) -> None:
    """Switch to what was there before."""
    changed = {name: data for name, data in before.items() if content(folder / name) != data}
    if changed:
        _begin(folder, changed, {name: f"sha256:{bytes_digest(files[name])}" for name in changed})
        _carry_out(folder, [], [])
    else:
        patiently(lambda: (folder / _JOURNAL).unlink(missing_ok=True))


def _is_plain(name: str) -> bool:
    """Whether a name leads into no other folder."""
    return Path(name).name == name


def _clear(folder: Path) -> None:
    """Remove files that no journal names."""
    if not (folder / _JOURNAL).exists():
        for leftover in list(folder.glob(f"{MARK}-*{_NEW}")):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
