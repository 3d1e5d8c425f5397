"""provenance.json: what a report was built from, so that anybody can build it again and compare.

Digests of every input and output and the tool's version; no clock, no user, no machine.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator import __version__
from generator.model.digests import bytes_digest, digest


def provenance(report: str, inputs: Mapping[str, str], outputs: Mapping[str, bytes]) -> bytes:
    """The JSON text. inputs: name in the workspace of each file that was read -> its SHA-256;
    outputs: file name -> bytes written beside it.
    """
    value = {
        "report": report,
        "tool": {"name": "committee", "version": __version__},
        "inputs": {name: f"sha256:{found}" for name, found in sorted(inputs.items())},
        "outputs": {name: _output(data) for name, data in sorted(outputs.items())},
    }
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def recorded_output(provenance_file: Path, name: str) -> str | None:
    """The digest that an earlier build recorded for one of its files, or None."""
    try:
        value = json.loads(provenance_file.read_text("utf-8"))
        return str(value["outputs"][name]["digest"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _output(data: bytes) -> dict[str, str]:
    entry = {"digest": f"sha256:{bytes_digest(data)}"}
    if data[:2] == b"PK":
        entry["parts"] = f"sha256:{parts_digest(data)}"
    return entry


def parts_digest(package: bytes) -> str:
    """Digest of a zip's uncompressed parts in the order of their names.

    The same on every machine, where the compressed bytes may differ between zlib builds.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as source:
        names = sorted(source.namelist())
        return digest(*(part for name in names for part in (name.encode(), source.read(name))))
