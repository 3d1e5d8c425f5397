"""Every page of every example as pictures, with what can be measured of each.

    make look                     or: python -m tests.look [FILE.docx ...]

Builds the examples (or takes the files that are named), lays them out with LibreOffice, and writes
into output/look/NAME/ each page, contact sheets of six pages and measures.json. What was there of
the last look is set aside as output/look/NAME/before/, and pages that differ from it are named.
Exit status 1 where a page runs over its edge or tables touch.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path

from PIL import Image, ImageChops

from generator.config.workspace import find_workspace
from generator.model.wording.english import counted
from generator.pipeline.report import build_report

from .blocks import read_body
from .measures import Measures, measure
from .pictures import LaidOut, lay_out, missing, sheets

ROOT = Path(__file__).resolve().parents[2]
LOOKS = ROOT / "output" / "look"


def main(names: Sequence[str]) -> int:
    """Look at these files, or at every example; returns the exit status."""
    if said := missing():
        print(f"make look needs what is not there: {said}", file=sys.stderr)
        return 2
    faults = 0
    for name, word in _files(names):
        body = read_body(word)
        pages = lay_out(body)
        found = measure(body, pages)
        changed = _keep(LOOKS / name, pages, found)
        print("\n".join(_told(name, found, changed)), flush=True)
        faults += len(found.outside) + len(found.touching)
    print(f"pictures and measures: {LOOKS}")
    return int(faults > 0)


def _files(names: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """A name for each file, and its bytes."""
    if names:
        yield from ((Path(name).stem, Path(name).read_bytes()) for name in names)
        return
    workspace = find_workspace(ROOT)
    for path in sorted(workspace.inputs.glob("*/report.yaml")):
        name = path.parent.name
        yield name, build_report(workspace, name).files[f"{name}.docx"]


def _keep(folder: Path, pages: LaidOut, found: Measures) -> list[int] | None:
    """Write the look, the last one set aside; the pages that changed, None without a last one."""
    before = folder / "before"
    shutil.rmtree(before, ignore_errors=True)
    last = sorted(folder.glob("*.*"))
    before.mkdir(parents=True)
    for path in last:
        path.rename(before / path.name)
    for number, picture in enumerate(pages.pictures, start=1):
        picture.save(folder / f"page-{number:03}.png")
    for number, sheet in enumerate(sheets(pages.pictures, _notes(found)), start=1):
        sheet.save(folder / f"sheet-{number}.png")
    told = json.dumps(asdict(found), indent=1, ensure_ascii=False)
    (folder / "measures.json").write_text(told, "utf-8")
    return _changed(before, pages) if last else None


def _changed(before: Path, pages: LaidOut) -> list[int]:
    """The pages, from 1, that do not look as they did."""
    found = []
    for number, picture in enumerate(pages.pictures, start=1):
        path = before / f"page-{number:03}.png"
        if not path.exists() or _differ(Image.open(path).convert("RGB"), picture):
            found.append(number)
    return found


def _differ(one: Image.Image, other: Image.Image) -> bool:
    return one.size != other.size or ImageChops.difference(one, other).getbbox() is not None


def _notes(found: Measures) -> Mapping[int, str]:
    """What is said above a page in a contact sheet."""
    notes = {one.page - 1: f"{one.blank}% blank" for one in found.pages if one.blank > 20}
    for said in found.orphans:
        page, _, about = said.removeprefix("page ").partition(": ")
        notes[int(page) - 1] = f"{notes.get(int(page) - 1, '')} {about[:70]}".strip()
    return {page: said.encode("ascii", "replace").decode() for page, said in notes.items()}


def _told(name: str, found: Measures, changed: list[int] | None) -> Iterator[str]:
    """The lines that the terminal shows of a report."""
    news = "" if changed is None else f", changed: {_numbers(changed)}"
    yield f"{name}: {counted(len(found.pages), 'page')}{news}"
    blanks = [f"{one.page} ({one.blank}%)" for one in found.blanks()]
    yield f"  over 20% blank: {', '.join(blanks) or 'none'}"
    short = [f"{one.page} ({one.used}%)" for one in found.short_ends()]
    yield f"  short ends: {', '.join(short) or 'none'}"
    far = [one.caption[:40] for one in found.far_captions()]
    yield f"  captions nearer to something else: {len(far)} of {len(found.captions)}"
    for what, widths in (("charts", found.charts), ("tables", found.tables)):
        shares = sorted({one.width for one in widths})
        yield f"  {what}, per cent of the measure: {', '.join(map(str, shares)) or 'none'}"
    yield from (f"  {said}" for said in found.orphans)
    yield from (f"  over the edge: {said}" for said in found.outside)
    yield from (f"  touching tables: {said}" for said in found.touching)


def _numbers(pages: Sequence[int]) -> str:
    return ", ".join(map(str, pages)) or "none"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
