"""What was computed before, kept under output/.cache by the digest of what it came from.

Findings and chart parts are kept; deleting the folder changes nothing but time. Nothing in it is
unpublished: findings are as in findings.json, charts as in the report. A cache that cannot be read
or written is done without.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from generator.errors import CommitteeError
from generator.model.findings import Findings
from generator.publish.atomic import write_files
from generator.publish.digest import code_digest, digest, files_digest
from generator.publish.findings_json import from_json, to_json
from generator.word.charts.part import ChartPart

_FINDINGS_CODE = ("generator.survey", "generator.config", "generator.model")
_KEPT = 400


class FindingsCache:
    """Findings of one report folder, by the digest of its survey inputs and of the code.

    Paths are kept relative to the workspace (`root`), so that a moved workspace keeps its cache.
    """

    def __init__(self, folder: Path, report_folder: Path, root: Path) -> None:
        self.folder = folder / "findings"
        self.root = root
        self.declared = (report_folder / "codebook.yaml", report_folder / "findings.yaml")
        code = code_digest(*_FINDINGS_CODE)
        self.key = digest(files_digest(self.declared, root).encode(), code.encode())

    def get(self) -> tuple[Findings, tuple[Path, ...]] | None:
        """The kept findings and the files they came from, or None."""
        with suppress(OSError, ValueError, KeyError, TypeError):
            names = json.loads((self.folder / f"{self.key}.files").read_text("utf-8"))
            exports = [self.root / name for name in names]
            data = (self.folder / f"{self._whole_key(exports)}.json").read_bytes()
            return from_json(data), (*self.declared, *exports)
        return None

    def put(self, findings: Findings, exports: Sequence[Path]) -> None:
        """Keep findings together with the list of exports that they were computed from."""
        names = [path.relative_to(self.root).as_posix() for path in exports]
        _keep(
            {
                self.folder / f"{self.key}.files": json.dumps(names).encode(),
                self.folder / f"{self._whole_key(exports)}.json": to_json(findings),
            }
        )

    def _whole_key(self, exports: Sequence[Path]) -> str:
        return digest(self.key.encode(), files_digest(exports, self.root).encode())


class ChartCache:
    """Chart parts by the digest of what they show; the renderer's ChartStore.

    on_miss is called once, before the first chart that has to be drawn.
    """

    def __init__(self, folder: Path, on_miss: Callable[[], None]) -> None:
        self.folder = folder / "charts"
        self.new: dict[Path, bytes] = {}
        self.on_miss = on_miss

    def get(self, key: str) -> ChartPart | None:
        """A kept chart part, or None."""
        with suppress(OSError):
            xml = (self.folder / f"{key}.xml").read_bytes()
            return ChartPart(xml=xml, workbook=(self.folder / f"{key}.xlsx").read_bytes())
        if not self.new:
            self.on_miss()
        return None

    def put(self, key: str, part: ChartPart) -> None:
        """Keep a chart part; it is written when `flush` is called."""
        self.new[self.folder / f"{key}.xlsx"] = part.workbook
        self.new[self.folder / f"{key}.xml"] = part.xml

    def flush(self) -> None:
        """Write what was put."""
        _keep(self.new)
        self.new = {}


def _keep(files: dict[Path, bytes]) -> None:
    with suppress(CommitteeError, OSError):
        write_files(files, durable=False)
        for folder in {path.parent for path in files}:
            _trim(folder)


def _trim(folder: Path) -> None:
    """Forget the oldest files, so that the cache does not grow without end."""
    kept = sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[_KEPT:]:
        path.unlink(missing_ok=True)
