"""What a report was built from, as digests."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO

from generator.publish.provenance import provenance


def zipped(packing: int, **parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def recorded(data: bytes) -> dict[str, str]:
    text = provenance("check", {}, {"a.docx": data})
    return dict(json.loads(text)["outputs"]["a.docx"])


def test_the_digest_of_the_parts_does_not_depend_on_how_they_were_packed() -> None:
    packed = recorded(zipped(zipfile.ZIP_DEFLATED, a=b"t" * 500, b=b"u"))
    stored = recorded(zipped(zipfile.ZIP_STORED, b=b"u", a=b"t" * 500))
    other = recorded(zipped(zipfile.ZIP_STORED, a=b"t" * 500, b=b"v"))
    assert packed["digest"] != stored["digest"]
    assert packed["parts"] == stored["parts"] != other["parts"]
