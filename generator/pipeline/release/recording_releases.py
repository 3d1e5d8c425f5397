"""Writing a release: its files, its record, and last of all the ledger's line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from datetime import date
from pathlib import Path

from generator.config.files import Files
from generator.config.workspace import PUBLISHED_FILE, Workspace
from generator.errors import CommitteeError
from generator.model.frozen import dataclass
from generator.pipeline.release.finalising import Final
from generator.publish.atomic import readable_errors, write_files
from generator.publish.folder_lock import locked
from generator.publish.output import publish
from generator.publish.register import record as register
from generator.signoff.events import LedgerEvent
from generator.signoff.ledger import appended, read_ledger
from generator.signoff.releases import as_event_statement, record_bytes, release_digest
from generator.signoff.sign_offs import LEDGER_FILE

PUBLIC, INTERNAL = "final", "final-internal"


@dataclass(frozen=True, slots=True)
class Released:
    """What was written. release: the digest that the release is known by. kept: folders of the
    former version, under their new names.
    """

    release: str
    changed: tuple[Path, ...]
    unchanged: tuple[Path, ...]
    kept: tuple[Path, ...] = ()


def record_release(
    workspace: Workspace, final: Final, who: str, day: date, *, dry_run: bool = False
) -> Released:
    """Write a release, in a dry run nothing. Raises CommitteeError.

    One release of a report at a time. The record is written first, so that a file which is out can
    be verified, and the ledger last: until its line is there, the next release does all this again.
    """
    folder, output = workspace.inputs / final.record.report, workspace.output / final.record.report
    with readable_errors(), nullcontext() if dry_run else locked(folder):
        kept = _set_aside(output, final, dry_run)
        with nullcontext() if dry_run else _recorded(final, kept):
            if final.publication is not None and not dry_run:
                register(workspace.inputs / PUBLISHED_FILE, final.publication, final.register)
            inner = publish(final.internal, output / INTERNAL, dry_run=dry_run)
            outer = publish(final.public, output / PUBLIC, dry_run=dry_run)
        if not dry_run:
            _add_event(workspace, folder / LEDGER_FILE, final, who, day)
    changed, unchanged = outer.changed + inner.changed, outer.unchanged + inner.unchanged
    return Released(release_digest(final.record), changed, unchanged, kept)


@contextmanager
def _recorded(final: Final, kept: Iterable[Path]) -> Iterator[None]:
    """Write the record. Where the files cannot be written, nothing is out: it is taken back then,
    and what was set aside stands in its place again.
    """
    new = not final.record_path.exists()
    try:
        _refuse_overtaken(final)
        write_files({final.record_path: record_bytes(final.record)})
        yield
    except Exception:
        with suppress(OSError):
            if new:
                final.record_path.unlink(missing_ok=True)
            for aside in kept:
                aside.rename(aside.with_name(aside.name.rpartition("-")[0]))
        raise


def _refuse_overtaken(final: Final) -> None:
    """Two people may have released at once: the second must look at what the first released."""
    path = final.record_path
    if path.exists() and path.read_bytes() != record_bytes(final.record):
        raise CommitteeError(f"{path.name}: this version was released meanwhile; release it again")


def _set_aside(output: Path, final: Final, dry_run: bool) -> tuple[Path, ...]:
    """Keep the files of the former version under its number."""
    former = final.record.version - 1
    kept = []
    for name in (PUBLIC, INTERNAL):
        path, aside = output / name, output / f"{name}-{former}"
        if former and not final.known and path.is_dir() and not aside.exists():
            kept.append(aside)
            if not dry_run:
                path.rename(aside)
    return tuple(kept)


def _add_event(workspace: Workspace, path: Path, final: Final, who: str, day: date) -> None:
    """The line of the ledger, unless it is there."""
    statement = as_event_statement(final.record)
    ledger = read_ledger(path, Files(workspace.root))
    if any(event.released == statement for event in ledger.events.values()):
        return
    event = LedgerEvent("released", who, "", day, "", covers=(), released=statement)
    data = path.read_bytes() if path.exists() else b""
    write_files({path: appended(data, ledger, [event])})
