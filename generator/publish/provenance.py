"""provenance.json: what a report was built from, so that anybody can build it again and compare.

Digests of every input and output and the tool's version; no clock, no user, no machine.

Beside a copy for publication it holds no digest of what lies in the report's own folder. Whoever
knows a file but for one person's answers, a name in the codebook or a sentence that was taken out
needs only some hundred guesses until the digest tells them that they are right; a digest of such
digests would tell it, too. So only inputs are listed that say nothing about anybody: formats, law,
wording, report templates. The rest stays in the provenance of the working copy.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator import __version__
from generator.model.digests import bytes_digest, digest
from generator.model.plain_files import plain_bytes

_ABOUT_NOBODY = (
    "config/formats/",
    "config/jurisdictions.yaml",
    "config/quantifiers.yaml",
    "report_templates/",
)
_LEFT_OUT = (
    "Digests of the report's own files and of the council's people, which could confirm a guess at "
    "what a person answered. They are in the provenance of the working copy."
)


def provenance(
    report: str, inputs: Mapping[str, str], outputs: Mapping[str, bytes], public: bool = False
) -> bytes:
    """The JSON text. inputs: name in the workspace of each file that was read -> its SHA-256;
    outputs: file name -> bytes written beside it. public: beside a copy for publication.
    """
    listed = {
        name: f"sha256:{found}"
        for name, found in sorted(inputs.items())
        if not public or name.startswith(_ABOUT_NOBODY)
    }
    value = {
        "report": report,
        "tool": {"name": "committee", "version": __version__},
        "inputs": listed,
        **({"left_out": _LEFT_OUT} if public else {}),
        "outputs": {name: _output(data) for name, data in sorted(outputs.items())},
    }
    return json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n"


def recorded_output(provenance_file: Path, name: str) -> str | None:
    """The digest that an earlier build recorded for one of its files, or None."""
    try:
        value = json.loads(plain_bytes(provenance_file))
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
