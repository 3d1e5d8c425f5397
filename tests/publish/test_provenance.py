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


def test_beside_a_copy_for_publication_only_inputs_about_nobody_have_a_digest() -> None:
    read = {
        "config/councils/a.yaml": "1",
        "config/formats/a.yaml": "2",
        "config/jurisdictions.yaml": "10",
        "config/quantifiers.yaml": "3",
        "inputs/check/codebook.yaml": "4",
        "inputs/check/figures/table.csv": "5",
        "inputs/check/survey/a.csv": "6",
        "inputs/shared/a.csv": "7",
        "/elsewhere/a.csv": "8",
        "report_templates/a.docx": "9",
    }
    public = json.loads(provenance("check", read, {"a.docx": b"x"}, public=True))
    assert public["inputs"] == {
        "config/formats/a.yaml": "sha256:2",
        "config/jurisdictions.yaml": "sha256:10",
        "config/quantifiers.yaml": "sha256:3",
        "report_templates/a.docx": "sha256:9",
    }
    assert not any(name in json.dumps(public) for name in ("survey", "codebook", "table.csv"))
    internal = json.loads(provenance("check", read, {"a.docx": b"x"}))
    assert len(internal["inputs"]) == len(read)
    assert public["outputs"] == internal["outputs"]
