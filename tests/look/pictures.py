"""Pages as pictures: a PDF by LibreOffice, a picture of every page by poppler, contact sheets."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from pypdf import PdfReader

from generator.publish.libreoffice import laid_out, libreoffice

from .blocks import Body

DPI = 96  # of the pictures: words of 11 points are read without a glass
_ACROSS, _DOWN, _GAP, _HEAD = 3, 2, 12, 20  # pages of a sheet; pixels
_GREY = (96, 96, 96)


@dataclass(frozen=True)
class Landing:
    """Where a bookmark came to lie: page from 0, height in points from the top of the page."""

    page: int
    top: float


@dataclass(frozen=True)
class LaidOut:
    """Pictures of the pages in grey, the page's height in points, where bookmarks landed, and
    words with their places: page, left, right in points.
    """

    pictures: tuple[Image.Image, ...]
    sizes: tuple[tuple[float, float], ...]
    landings: Mapping[str, Landing]
    words: tuple[tuple[int, float, float, str], ...]


def missing() -> str:
    """Which program is not there, or nothing."""
    if libreoffice() is None:
        return "LibreOffice is not installed"
    gone = [name for name in ("pdftoppm", "pdftotext") if shutil.which(name) is None]
    return f"{' and '.join(gone)} (poppler) not installed" if gone else ""


def lay_out(body: Body, dpi: int = DPI) -> LaidOut:
    """The pages of a file that tells where its blocks land."""
    with laid_out(body.marked, {"ExportBookmarksToPDFDestination": True}, "no LibreOffice") as path:
        reader = PdfReader(path)
        sizes = tuple(
            (float(one.mediabox.width), float(one.mediabox.height)) for one in reader.pages
        )
        return LaidOut(tuple(_pictures(path, dpi)), sizes, _landings(reader, sizes), _words(path))


def _pictures(pdf: Path, dpi: int) -> Iterable[Image.Image]:
    with tempfile.TemporaryDirectory() as name:
        subprocess.run(
            ["pdftoppm", "-r", str(dpi), "-png", str(pdf), f"{name}/page"], check=True, timeout=300
        )
        for path in sorted(Path(name).glob("*.png")):
            yield Image.open(BytesIO(path.read_bytes())).convert("RGB")


def _landings(reader: PdfReader, sizes: Sequence[tuple[float, float]]) -> dict[str, Landing]:
    found = {}
    for label, place in reader.named_destinations.items():
        page = reader.get_destination_page_number(place)
        if page is not None and place.top is not None:
            found[label.lstrip("/")] = Landing(page, sizes[page][1] - float(place.top))
    return found


def _words(pdf: Path) -> tuple[tuple[int, float, float, str], ...]:
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, timeout=300
    ).stdout.decode("utf-8", "replace")
    found, page = [], -1
    for line in told.splitlines():
        line = line.strip()
        if line.startswith("<page "):
            page += 1
        elif line.startswith("<word "):
            told_of, _, word = line.removeprefix("<word ").partition(">")
            at = dict(pair.split("=") for pair in told_of.split())
            left, right = (float(at[name].strip('"')) for name in ("xMin", "xMax"))
            found.append((page, left, right, word.removesuffix("</word>")))
    return tuple(found)


def sheets(pictures: Sequence[Image.Image], notes: Mapping[int, str]) -> Iterable[Image.Image]:
    """Contact sheets of six pages; notes: what is said above a page, by its number from 0."""
    each = _ACROSS * _DOWN
    for first in range(0, len(pictures), each):
        some = pictures[first : first + each]
        wide, high = max(one.width for one in some), max(one.height for one in some)
        across = min(_ACROSS, len(some))
        down = -(-len(some) // across)
        size = (across * (wide + _GAP) + _GAP, down * (high + _GAP + _HEAD) + _GAP)
        sheet = Image.new("RGB", size, _GREY)
        draw = ImageDraw.Draw(sheet)
        for place, one in enumerate(some):
            left = _GAP + (place % across) * (wide + _GAP)
            top = _GAP + (place // across) * (high + _GAP + _HEAD)
            said = notes.get(first + place, "")
            draw.text((left, top + 3), f"page {first + place + 1}  {said}", fill="white")
            sheet.paste(one, (left, top + _HEAD))
        yield sheet
