"""What was computed before, kept under output/.cache by the digest of what it came from.

    output/.cache/reports/REPORT/SETTINGS/
        findings, written, charts, heights, shells, pages, status, looks, built

Deleting the folder changes nothing but time. No figure in it is unpublished: findings are as in
findings.json; texts, charts, heights, filled-in templates and page counts as in the report.
SETTINGS stands for codebook.yaml, findings.yaml, the register of publications and the program that
reads them.
Whatever opens the cache forgets what lies under other settings, which may have let more be
published, and what lies under reports that are in inputs/ no longer: also where the build is then
refused, and whatever another build that has begun before still puts there. What a report does not
show any more goes, too. A cache that cannot be read or written is done without; each file begins
with a digest of its name and content, so that damage is seen. Several builds may use it at once:
what one has forgotten, another computes anew.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from generator.config.files import Files, ReadFile
from generator.config.workspace import REPORT_FILE, inside
from generator.model.digests import digest
from generator.model.document import Document
from generator.model.findings import Findings
from generator.publish.cache_place import report_place, settings, settings_key
from generator.publish.digest import code_digest, files_digest, library_identity
from generator.publish.findings_json import from_json, to_json
from generator.publish.kept_files import forget, forget_others, keep, read_kept
from generator.word.charts.chart_part import ChartPart

_CHARTS_CODE = "generator.word.charts"
_FORMER = ("shells", "pages")  # where earlier versions kept these of all reports


class KeptFindings(NamedTuple):
    """Findings, and the same as JSON."""

    findings: Findings
    json: bytes


def report_cache(folder: Path, report_folder: Path, files: Files) -> Path:
    """Where everything kept of a report lies, under its settings as `files` has them.

    folder: the whole cache. What it must not keep any more is forgotten.
    """
    place = report_place(folder, report_folder, files)
    own = place.parent
    with suppress(OSError):
        _remove(other for other in own.iterdir() if other != place)
    with suppress(OSError):
        reports = (other for other in own.parent.iterdir() if other != own)
        inputs = report_folder.parent
        _remove(other for other in reports if not (inputs / other.name / REPORT_FILE).is_file())
    _remove(folder / old for old in _FORMER)
    return place


def _remove(paths: Iterable[Path]) -> None:
    """Remove folders and files as far as it goes; what somebody holds open goes the next time.

    What lies in a folder that another person may alone look into stays theirs.
    """
    for path in list(paths):
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                forget([path])


class FindingsCache:
    """Findings of one report folder, by the digest of its survey inputs and of the code.

    folder: the whole cache. files: the door that the inputs are read through. Paths are kept
    relative to the workspace, so that a moved workspace keeps its cache. declared: what says which
    exports there are.
    """

    def __init__(self, folder: Path, report_folder: Path, files: Files) -> None:
        self.place = report_cache(folder, report_folder, files)
        self.folder = self.place / "findings"
        self.files = files
        self.declared = settings(report_folder, files)
        self.key = settings_key(report_folder, files)

    def get(self) -> KeptFindings | None:
        """The kept findings; or None, and then nothing else is kept that was made from others."""
        kept = self._get()
        if kept is None:
            with suppress(OSError):
                for made in self.place.iterdir():
                    forget_others(made, ())
        return kept

    def _get(self) -> KeptFindings | None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            names = json.loads(read_kept(self.folder / f"{self.key}.files"))
            exports = [self.files.root / name for name in names]
            if not all(inside(path, self.files.root) for path in exports):
                return None
            data = read_kept(self.folder / f"{self._whole_key(exports)}.json")
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
        keep(files)
        forget_others(self.folder, files)
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
            return ChartPart(read_kept(path.with_suffix(".xml")), read_kept(path))
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
        keep(self.new)
        forget_others(self.folder, self.used)
        self.new = {}


class ShellCache:
    """Report templates with their tags filled in, by the digest of template and front matter.

    A change of wording or of a sign-off code leaves these as they are, and docxtpl unimported.
    """

    def __init__(self, folder: Path, read: ReadFile) -> None:
        """folder: the report's cache. read: gives the bytes of a template."""
        self.folder, self.read = folder / "shells", read

    def render(self, document: Document, template: Path) -> bytes:
        """The filled-in template, kept or made anew. Raises InputProblems as render_shell does."""
        from generator.word.template.shell import render_shell

        try:
            path = self.folder / f"{self._key(document, template)}.docx"
            with suppress(OSError):
                return read_kept(path)
        except OSError:
            return render_shell(document, template, self.read)
        shell = render_shell(document, template, self.read)
        keep({path: shell})
        return shell

    def _key(self, document: Document, template: Path) -> str:
        from generator.word.template.shell import shell_context

        context = repr(shell_context(document)).encode()
        code = code_digest("generator.word").encode() + library_identity("docxtpl")
        return digest(self.read(template), context, code)
