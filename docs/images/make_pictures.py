"""Makes the pictures of the documentation, from reports built anew. Needs LibreOffice, pdftoppm.

python docs/images/make_pictures.py
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from html import unescape
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))
REPORT = "health-check-2022"
SOURCE = Path("inputs") / REPORT
BELOW_HEADER = 84  # points
DOTS = 100  # of a strip, an inch


def main() -> None:
    """Write page.png and chart.png (the example), tutorial-page.png, and what officers see."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        example = pages_of(built_example(folder), folder)
        draw(example, 1, "page")
        draw(example, page_with("Figure 1:", example), "chart")
        tutorial = pages_of(built_tutorial(folder), folder)
        draw(tutorial, page_with("Figure 1:", tutorial), "tutorial-page")
        draw_officers(folder)


def draw_officers(folder: Path) -> None:
    """A draft that waits for its sign-offs, a copy that was edited, and a draft with a conflict."""
    from tests import edits

    workspace = folder / "officers"
    run("init", str(workspace))
    (workspace / SOURCE / "ledger.jsonl").unlink()
    (workspace / SOURCE / "sign_offs.yaml").write_text("sign_offs: {}\n", encoding="utf-8")
    run("ask", REPORT, "all", "-w", str(workspace))
    draft = built(workspace)
    draw_strip(pages_of(draft, folder), "[awaiting Finance]", "officers-awaiting")
    data = edits.replace(draft.read_bytes(), "will be met from the", "can be met from the existing")
    data = edits.replace(data, "[awaiting Finance]", "[JG/15022023/Y]")
    data = edits.replace(data, "oversee it", "supervise and report on it", edits.LEGAL)
    copy = folder / "edited.docx"
    copy.write_bytes(data)
    draw_strip(pages_of(copy, folder), "[JG/15022023/Y]", "officers-tracked")
    narrative = workspace / SOURCE / "narrative.md"
    text = narrative.read_text("utf-8").replace("will oversee it.", "will steer it.")
    narrative.write_text(text, encoding="utf-8")
    run("pull", str(copy), "-w", str(workspace))
    draw_strip(pages_of(built(workspace), folder), "[[author:", "officers-conflict")


def run(*arguments: str) -> None:
    """Run a command; one that leaves something to decide is no failure here."""
    from generator.cli import committee

    committee(list(arguments), prog_name="committee", standalone_mode=False)


def built(workspace: Path) -> Path:
    """The example, built in a workspace."""
    run("build", REPORT, "-w", str(workspace))
    return workspace / "output" / REPORT / f"{REPORT}.docx"


def built_example(folder: Path) -> Path:
    """The example report of this workspace, with page numbers."""
    run("build", REPORT, "--page-numbers", "-w", str(ROOT), "-o", str(folder))
    return folder / f"{REPORT}.docx"


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


def draw_strip(pdf: Path, text: str, name: str) -> None:
    """The lines round a text, from edge to edge of what is printed, as a picture."""
    done = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True, capture_output=True)
    for page, layout in enumerate(done.stdout.decode().split("<page ")[1:], 1):
        for line in re.findall(r"<line .*?</line>", layout, re.S):
            said = " ".join(unescape(word) for word in re.findall(r">([^<>]+)</word>", line))
            if text in said:
                (top,) = re.findall(r'<line .*?yMin="([\d.]+)"', line)
                cut(pdf, page, float(top), name)
                return
    raise ValueError(f"{pdf.name} does not say {text!r}")


def cut(pdf: Path, page: int, top: float, name: str) -> None:
    """A strip of a page round the line at `top`, in points, as a picture."""
    left, above, width, height = (
        str(round(points * DOTS / 72)) for points in (55, max(top - 85, BELOW_HEADER), 495, 140)
    )
    place = ["-x", left, "-y", above, "-W", width, "-H", height]
    size = ["-r", str(DOTS), "-f", str(page), "-l", str(page), "-singlefile", "-png"]
    subprocess.run(["pdftoppm", *size, *place, pdf, HERE / name], check=True)


if __name__ == "__main__":
    main()
