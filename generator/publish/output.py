"""Where built files go, and what happens to an edited report that stands in the way."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.model.frozen import dataclass
from generator.publish.atomic import readable_errors, temporaries, write_files
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
    with readable_errors():
        return _publish(targets, folder, dry_run)


def _publish(targets: Mapping[Path, bytes], folder: Path, dry_run: bool) -> Published:
    moves = tuple((path, _aside(path)) for path in targets if _edited(path, targets[path]))
    if dry_run:
        changed = [path for path, data in targets.items() if not _same(path, data)]
    else:
        changed = write_files(targets, set_aside=dict(moves))
    unchanged = tuple(path for path in targets if path not in changed)
    return Published(folder, tuple(changed), unchanged, moves)


def _same(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _edited(path: Path, data: bytes) -> bool:
    if path.suffix != ".docx" or not path.is_file() or _same(path, data):
        return False
    record = path.with_name(PROVENANCE)
    # A build killed between its renames has left the record of its .docx under a temporary name.
    records = [record, *temporaries(record)]
    found = f"sha256:{file_digest(path)}"
    return all(recorded_output(place, path.name) != found for place in records)


def _aside(path: Path) -> Path:
    return path.with_name(f"{path.stem} (edited {file_digest(path)[:8]}){path.suffix}")
