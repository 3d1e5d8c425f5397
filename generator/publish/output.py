"""Where built files go, and what happens to an edited report that stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.model.frozen import dataclass
from generator.publish.atomic import readable_errors, same
from generator.publish.folder_lock import locked
from generator.publish.provenance import recorded_output
from generator.publish.switch import (
    Switched,
    finish,
    is_settled,
    place_aside,
    steps,
    switch,
)

PROVENANCE = "provenance.json"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: files changed, files that were the same, and edited copies set aside.

    mended: names of the files that a killed build had not put in place, and this did first.
    """

    folder: Path
    changed: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    set_aside: tuple[tuple[Path, Path], ...]
    mended: tuple[str, ...] = ()


def publish(files: Mapping[str, bytes], folder: Path, *, dry_run: bool = False) -> Published:
    """Write the files into the folder, all or none, also when killed. Raises CommitteeError.

    Of several builds at once the last one wins, with all its files. A Word file there that no build
    has written, or that was edited since, is first renamed to 'NAME (edited xxxxxxxx).docx', so no
    officer's words are lost. With dry_run nothing is touched.
    """
    with readable_errors():
        if dry_run:
            return _foresee(files, folder)
        if is_settled(folder) and not _changed(files, folder):
            return _published(files, folder, {})
        with locked(folder):
            return _switch(files, folder)


def mend(folder: Path) -> Switched:
    """Finish what a build that was killed had begun to put there. Raises CommitteeError.

    For whoever reads the files of a folder as one set; it waits for a build that still runs.
    """
    if is_settled(folder):
        return Switched()
    with readable_errors(), locked(folder):
        return finish(folder)


def _switch(files: Mapping[str, bytes], folder: Path) -> Published:
    mended = finish(folder)
    changed = _changed(files, folder)
    known = {name: recorded_output(folder / PROVENANCE, name) for name in changed}
    done = switch(folder, changed, known) if changed else Switched()
    aside = mended.set_aside + done.set_aside
    return _published(files, folder, changed, aside, mended.files)


def _foresee(files: Mapping[str, bytes], folder: Path) -> Published:
    changed = _changed(files, folder)
    moves = []
    for name in changed:
        path = folder / name
        aside = place_aside(path, _known(folder, name))
        moves += [(path, aside)] if aside else []
    return _published(files, folder, changed, tuple(moves))


def _known(folder: Path, name: str) -> set[str | None]:
    """Digests of what builds have written under a name; also a build that was killed meanwhile."""
    left = steps(folder)
    records = [
        folder / step.temporary for step in left if step.name == PROVENANCE and step.temporary
    ]
    recorded = {recorded_output(record, name) for record in [folder / PROVENANCE, *records]}
    return recorded | {step.known for step in left if step.name == name}


def _changed(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in files.items() if not same(folder / name, data)}


def _published(
    files: Mapping[str, bytes],
    folder: Path,
    changed: Mapping[str, bytes],
    set_aside: tuple[tuple[Path, Path], ...] = (),
    mended: tuple[str, ...] = (),
) -> Published:
    new = tuple(folder / name for name in files if name in changed)
    old = tuple(folder / name for name in files if name not in changed)
    return Published(folder, new, old, set_aside, mended)
