"""Makes the pictures of the documentation, from reports built anew. Needs LibreOffice, pdftoppm.

python docs/images/make_pictures.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))


def main() -> None:
    """Write page.png and chart.png (the example) and tutorial-page.png."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        example = pages_of(built_example(folder), folder)
        draw(example, 1, "page")
        draw(example, page_with("Figure 1:", example), "chart")
        tutorial = pages_of(built_tutorial(folder), folder)
        draw(tutorial, page_with("Figure 1:", tutorial), "tutorial-page")


def built_example(folder: Path) -> Path:
    """The example report of this workspace, with page numbers."""
    from generator.cli import committee

    arguments = ["build", "health-check-2022", "--page-numbers", "-w", str(ROOT), "-o", str(folder)]
    committee(arguments, prog_name="committee", standalone_mode=False)
    return folder / "health-check-2022.docx"


def built_tutorial(folder: Path) -> Path:
    """The report of the tutorial, as it is before last year is added."""
    from tests.docs import pages
    from tests.docs.follow import Reader

    page = pages.DOCS / "tutorial.md"
    text, _, _ = page.read_text("utf-8").partition("## 10.")
    Reader(page, folder).follow(text)
    return folder / "eastmere" / "output" / "hub-staff-2024" / "hub-staff-2024.docx"


def pages_of(document: Path, folder: Path) -> Path:
    """The document as PDF."""
    command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", folder, document]
    subprocess.run(command, check=True, capture_output=True)
    return folder / f"{document.stem}.pdf"


def page_with(text: str, pdf: Path) -> int:
    """The first page on which a text stands."""
    done = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True)
    return next(i for i, page in enumerate(done.stdout.split("\f"), 1) if f"\n{text}" in page)


def draw(pdf: Path, page: int, name: str) -> None:
    """One page as a picture, 620 pixels wide."""
    size = ["-scale-to-x", "620", "-scale-to-y", "-1", "-singlefile", "-png"]
    command = ["pdftoppm", "-f", str(page), *size, pdf, HERE / name]
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
