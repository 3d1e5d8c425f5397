"""Made the first version of action-plan.docx with pandoc: run it again only to start afresh.

The .docx stands for a paper that another service wrote in Word, with styles, numbering, a footnote
and a picture of its own.
"""

from __future__ import annotations

import os
import struct
import subprocess
import tempfile
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
COLOURS = ((31, 78, 121), (84, 130, 53), (191, 110, 20))
WIDTH, HEIGHT = 480, 48


def main() -> None:
    """Write the .docx beside this script. Needs pandoc."""
    target = Path(__file__).with_name("action-plan.docx").resolve()
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
