"""Makes action-plan.docx with pandoc, and mends what pandoc has no way to say.

The .docx stands for a paper that another service wrote in Word, with styles, numbering, a footnote
and a picture of its own.
"""

from __future__ import annotations

import os
import re
import struct
import subprocess
import tempfile
import zipfile
import zlib
from pathlib import Path

PLAN = """\
# Aims

The plan runs from April 2023 to March 2024. The Head of Social Work Practice leads it, and the
workforce board[^board] reviews it every quarter.

1. Turn agency posts into permanent ones.
2. Keep those who are here:
    a. lighter caseloads in the first two years
    b. a career in practice, without becoming a manager.
3. Grow our own.

[^board]: The board is chaired by the Strategic Director and meets in the first week of a quarter.

# Actions

| Action | Who leads | By when |
| :----- | :-------- | :------ |
| Offer agency social workers a permanent post after six months | Human Resources | June 2023 |
| Publish a career path for practitioners | Practice Development Lead | July 2023 |
| Begin six degree apprenticeships | Practice Development Lead | September 2023 |
| Review caseloads in family safeguarding | Head of Social Work Practice | October 2023 |

# When

![The plan has three stages: posts first, then careers, then apprenticeships](bar.png){width=12cm}

Progress comes to the commission in *September 2023*.
"""
SHOWN = (
    b"A bar in three parts of equal length, blue, green and orange: posts, careers, apprenticeships"
)
COLOURS = ((31, 78, 121), (84, 130, 53), (191, 110, 20))
WIDTH, HEIGHT = 480, 48
TARGET = Path(__file__).with_name("action-plan.docx")


def main(target: Path = TARGET) -> None:
    """Write the .docx, by default beside this script. Needs pandoc."""
    target = target.resolve()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "bar.png").write_bytes(png())
        command = ["pandoc", "--from=markdown", "--to=docx", f"--output={target}"]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "1672531200"}
        subprocess.run(
            command,
            input=PLAN,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env=environment,
            check=True,
        )
    mend(target)


def mend(path: Path) -> None:
    """Keep each row on one page, and say what the picture shows besides its caption."""
    with zipfile.ZipFile(path) as package:
        parts = [(entry, package.read(entry)) for entry in package.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for entry, data in parts:
            if entry.filename == "word/document.xml":
                data = re.sub(rb"<w:tr>(?:<w:trPr>)?", rb"<w:tr><w:trPr><w:cantSplit />", data)
                data = re.sub(rb"(<w:cantSplit />)(?=<w:tc>)", rb"\1</w:trPr>", data)
                data = re.sub(rb'descr="The plan[^"]*"', b'descr="%s"' % SHOWN, data)
            package.writestr(entry, data)


def png() -> bytes:
    """Three coloured stages in a row, as an RGB picture."""
    row = b"".join(bytes(COLOURS[3 * x // WIDTH]) for x in range(WIDTH))
    pixels = zlib.compress(b"".join(b"\0" + row for _ in range(HEIGHT)), 9)
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


if __name__ == "__main__":
    main()
