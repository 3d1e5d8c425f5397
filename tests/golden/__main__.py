"""`python -m tests.golden`: write what is built now as what is expected."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from tests.golden.report import FOLDER, readable_parts, write_golden_workspace

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_golden_workspace(root)
        parts = readable_parts(root)
    shutil.rmtree(FOLDER, ignore_errors=True)
    for name, text in parts.items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    print(f"{len(parts)} parts written to {FOLDER}")
