"""Where built files go, and what happens to an edited report that stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.publish.atomic import write_files
from generator.publish.digest import file_digest
from generator.publish.provenance import recorded_output

PROVENANCE = "provenance.json"


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing did: files changed, files that were the same, and edited copies set aside."""

    folder: Path
    changed: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    set_aside: tuple[tuple[Path, Path], ...]


def publish(files: Mapping[str, bytes], folder: Path, *, dry_run: bool = False) -> Published:
    """Write the files into the folder, all or none. Raises CommitteeError.

    A Word file there that no build has written, or that was edited since, is first renamed to
    'NAME (edited xxxxxxxx).docx', so no officer's words are lost. With dry_run nothing is touched.
    """
    targets = {folder / name: data for name, data in files.items()}
    moves = tuple((path, _aside(path)) for path in targets if _edited(path, targets[path]))
    if dry_run:
        changed = [path for path, data in targets.items() if not _same(path, data)]
    else:
        for path, aside in moves:
            path.replace(aside)
        changed = write_files(targets)
    unchanged = tuple(path for path in targets if path not in changed)
    return Published(folder, tuple(changed), unchanged, moves)


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _edited(path: Path, data: bytes) -> bool:
    if path.suffix != ".docx" or not path.is_file() or _same(path, data):
        return False
    recorded = recorded_output(path.with_name(PROVENANCE), path.name)
    return recorded != f"sha256:{file_digest(path)}"


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.stem} (edited {file_digest(path)[:8]}){path.suffix}")
