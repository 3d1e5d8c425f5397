"""What was computed before, kept under output/.cache by the digest of what it came from.

Findings and chart parts are kept, by report; deleting the folder changes nothing but time. Nothing
in it is unpublished: findings are as in findings.json, charts as in the report. What a report does
not show any more is forgotten, because stricter settings may have withheld it. A cache that cannot
be read or written is done without; each file begins with a digest of its name and content, so that
damage is seen. Several builds may use it at once: what one has forgotten, another computes anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Sequence
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from generator.config.files import Files, ReadFile
from generator.config.workspace import CODEBOOK_FILE, FINDINGS_FILE, inside
from generator.errors import CommitteeError
from generator.model.digests import digest
from generator.model.document import Document
from generator.model.findings import Findings
from generator.publish.atomic import clear_stale, is_temporary, write_files
from generator.publish.digest import code_digest, files_digest
from generator.publish.findings_json import from_json, to_json
from generator.word.charts.chart_part import ChartPart

_FINDINGS_CODE = ("generator.survey", "generator.config", "generator.model")
_CHARTS_CODE = "generator.word.charts"
_KEPT = 400
_SEAL = 32  # bytes of SHA-256


class KeptFindings(NamedTuple):
    """Findings, and the same as JSON."""

    findings: Findings
    json: bytes


def report_cache(folder: Path, name: str) -> Path:
    """Where a report's own files lie in the cache."""
    return folder / "reports" / name


class FindingsCache:
    """Findings of one report folder, by the digest of its survey inputs and of the code.

    files: the door that they are read through. Paths are kept relative to the workspace, so that a
    moved workspace keeps its cache. declared: what says which exports there are.
    """

    def __init__(self, folder: Path, report_folder: Path, files: Files) -> None:
        self.folder = report_cache(folder, report_folder.name) / "findings"
        self.files = files
        self.declared = (report_folder / CODEBOOK_FILE, report_folder / FINDINGS_FILE)
        code = code_digest(*_FINDINGS_CODE)
        self.key = digest(files_digest(self.declared, files).encode(), code.encode())

    def get(self) -> KeptFindings | None:
        """The kept findings, or None."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            names = json.loads(_kept(self.folder / f"{self.key}.files"))
            exports = [self.files.root / name for name in names]
            if not all(inside(path, self.files.root) for path in exports):
                return None
            data = _kept(self.folder / f"{self._whole_key(exports)}.json")
            return KeptFindings(from_json(data), data)
        return None

    def put(self, findings: Findings, exports: Sequence[Path]) -> KeptFindings:
        """Keep findings together with the list of exports that they were computed from."""
        data = to_json(findings)
        files = {
            self.folder / f"{self.key}.files": json.dumps(
                [self.files.name(path) for path in exports]
            ).encode(),
            self.folder / f"{self._whole_key(exports)}.json": data,
        }
        _keep(files)
        _forget_others(self.folder, files)
        return KeptFindings(findings, data)

    def _whole_key(self, exports: Sequence[Path]) -> str:
        return digest(self.key.encode(), files_digest(exports, self.files).encode())


class ChartCache:
    """Chart parts of one report by the digest of what they show; the renderer's ChartStore.

    folder: the report's cache. on_miss is called once, before the first chart that has to be drawn.
    """

    def __init__(self, folder: Path, on_miss: Callable[[], None]) -> None:
        self.folder = folder / "charts"
        self.code = code_digest(_CHARTS_CODE)
        self.new: dict[Path, bytes] = {}
        self.used: set[Path] = set()
        self.on_miss = on_miss

    def get(self, key: str) -> ChartPart | None:
        """A kept chart part, or None."""
        path = self._path(key)
        self.used |= {path, path.with_suffix(".xml")}
        with suppress(OSError):
            return ChartPart(_kept(path.with_suffix(".xml")), _kept(path))
        if not self.new:
            self.on_miss()
        return None

    def put(self, key: str, part: ChartPart) -> None:
        """Keep a chart part; it is written when `flush` is called."""
        path = self._path(key)
        self.new[path] = part.workbook
        self.new[path.with_suffix(".xml")] = part.xml

    def _path(self, key: str) -> Path:
        return self.folder / f"{digest(key.encode(), self.code.encode())}.xlsx"

    def flush(self) -> None:
        """Write what was put, and forget the charts that nobody asked for."""
        _keep(self.new)
        _forget_others(self.folder, self.used)
        self.new = {}


class ShellCache:
    """Report templates with their tags filled in, by the digest of template and front matter.

    A change of wording or of a sign-off code leaves these as they are, and docxtpl unimported.
    """

    def __init__(self, folder: Path, read: ReadFile) -> None:
        """read: gives the bytes of a template."""
        self.folder, self.read = folder / "shells", read

    def render(self, document: Document, template: Path) -> bytes:
        """The filled-in template, kept or made anew. Raises InputProblems as render_shell does."""
        from generator.word.template.shell import render_shell

        try:
            path = self.folder / f"{self._key(document, template)}.docx"
            with suppress(OSError):
                return _kept(path)
        except OSError:
            return render_shell(document, template, self.read)
        shell = render_shell(document, template, self.read)
        _keep({path: shell})
        return shell

    def _key(self, document: Document, template: Path) -> str:
        from generator.word.template.shell import shell_context

        context = repr(shell_context(document)).encode()
        code = code_digest("generator.word").encode() + _identity("docxtpl")
        return digest(self.read(template), context, code)


def _identity(library: str) -> bytes:
    """Which build of a library is installed here, without importing it."""
    spec = find_spec(library)
    if spec is None or spec.origin is None:
        return b""
    about = Path(spec.origin).stat()
    return f"{spec.origin} {about.st_mtime_ns} {about.st_size}".encode()


def _seal(path: Path, data: bytes) -> bytes:
    return sha256(path.name.encode() + b"\0" + data).digest()


def _kept(path: Path) -> bytes:
    """The content of a kept file. Raises OSError when it is missing or not as it was written."""
    whole = path.read_bytes()
    data = whole[_SEAL:]
    if whole[:_SEAL] != _seal(path, data):
        raise OSError(f"{path} is damaged")
    return data


def _keep(files: dict[Path, bytes]) -> None:
    sealed = {path: _seal(path, data) + data for path, data in files.items()}
    with suppress(CommitteeError, OSError):
        write_files(sealed, durable=False)
        for folder in {path.parent for path in files}:
            _trim(folder)


def _forget_others(folder: Path, used: Collection[Path]) -> None:
    with suppress(OSError):
        _forget(set(_files(folder)) - set(used))
        clear_stale(folder)


def _trim(folder: Path) -> None:
    """Forget the oldest files, so that the cache does not grow without end."""
    kept = sorted(_files(folder), key=_age, reverse=True)
    _forget(kept[_KEPT:])


def _files(folder: Path) -> list[Path]:
    """What is kept in a folder; not what another build is about to keep there."""
    return [path for path in folder.iterdir() if not is_temporary(path)]


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # another build has forgotten it
        return 0.0


def _forget(paths: Iterable[Path]) -> None:
    """Remove files, apart from those that another build has removed, or is reading on Windows."""
    for path in paths:
        with suppress(OSError):
            path.unlink(missing_ok=True)
