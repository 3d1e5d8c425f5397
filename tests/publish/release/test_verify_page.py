"""The page for the public, in a browser: what it says of files, and that everybody can read it."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from generator.model.digests import bytes_digest
from generator.model.release.record import ReleasedFigure, ReleasedSignOff, ReleaseRecord
from generator.publish.libreoffice import libreoffice
from generator.publish.pdf.pdf_lines import bare, page_texts
from generator.publish.pdf.tagged_pdf import to_pdf
from generator.publish.release.checklist_page import checklist_page
from generator.publish.release.release_checklist import checklist_of
from generator.publish.release.release_record import part_digests, placed_lines
from generator.publish.release.verify_page import verify_page
from generator.signoff.releases import release_digest
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.paper.read_paper import read_paper
from generator.word.paper.release_lines import release_lines
from generator.word.paper.release_mark import with_release_mark
from tests.publish.release.browser import CHROMIUM, Page, browser
from tests.publish.release.pdfs import bare_pdf
from tests.small import NAME, ROOT

AXE = ROOT / "node_modules/axe-core/axe.min.js"
in_browser = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
with_axe = pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm install")
_RESULT = """new Promise((done) => { const look = setInterval(() => {
  const result = document.getElementById('result');
  if (result.querySelector('h2')) { clearInterval(look); done(result.innerText); } }, 20); })"""


@pytest.fixture(scope="module")
def released(pristine: Path) -> tuple[ReleaseRecord, bytes]:
    """A built report as a release."""
    word = (pristine / "output" / NAME / f"{NAME}.docx").read_bytes()
    placed, day = placed_lines(word, read_paper(word, "")), date(2023, 3, 15)
    signed = (ReleasedSignOff("Legal </script><b>", "Legal", date(2023, 2, 5), "[SB/05022023/I]"),)
    figures = (ReleasedFigure("Findings, 3.1", "35%", "Do you <agree>?", "social workers"),)
    told = ("check", 1, "Staff & check", "Council", "Panel", day, None, placed, signed, figures)
    marked = with_release_mark(word, release_digest(ReleaseRecord(*told, {}, {})))
    files = {"check.docx": bytes_digest(marked)}
    return ReleaseRecord(*told, files, part_digests(marked)), marked


@pytest.fixture(scope="module")
def page(
    released: tuple[ReleaseRecord, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The page, open in a browser."""
    folder = tmp_path_factory.mktemp("page")
    (folder / "verify.html").write_text(verify_page(released[0]), "utf-8")
    with browser(folder / "profile") as opened:
        opened.open((folder / "verify.html").as_uri())
        yield opened


def _told(page: Page, path: Path, data: bytes) -> str:
    path.write_bytes(data)
    page.run("document.getElementById('result').replaceChildren()")
    page.choose("#file", path)
    return str(page.run(_RESULT))


def _changed(word: bytes, part: str, old: bytes, new: bytes) -> bytes:
    parts = Parts(word)
    assert old in parts.raw[part]
    parts.raw[part] = parts.raw[part].replace(old, new, 1)
    return parts.to_bytes()


def test_the_page_fetches_nothing_and_no_text_of_the_report_can_become_its_code(
    released: tuple[ReleaseRecord, bytes],
) -> None:
    text = verify_page(released[0])
    outward = r"(?:src|href)\s*=|@import|url\(|fetch\(|XMLHttpRequest|WebSocket"
    assert not re.findall(outward, text)
    assert "default-src 'none'" in text
    assert "</script><b>" not in text
    data = re.search(r'id="release">(.*?)</script>', text, re.S)
    assert data is not None
    assert json.loads(data[1])["predicate"]["sign_offs"][0]["title"] == "Legal </script><b>"


@in_browser
def test_the_released_file_is_known(
    page: Page, released: tuple[ReleaseRecord, bytes], tmp_path: Path
) -> None:
    assert "this is the released file" in _told(page, tmp_path / "a.docx", released[1])


@in_browser
def test_a_file_saved_again_says_the_same(
    page: Page, released: tuple[ReleaseRecord, bytes], tmp_path: Path
) -> None:
    again = _changed(released[1], "word/styles.xml", b"<w:styles", b"<w:styles ")
    assert "the file was saved again" in _told(page, tmp_path / "a.docx", again)


@in_browser
@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        ("word/document.xml", b"This report tells", b"This report sells", "Purpose, 1.1"),
        ("word/charts/chart1.xml", b"<c:v>", b"<c:v>9", "chart:"),
        (
            "word/document.xml",
            b'<w:r><w:t xml:space="preserve">This report tells',
            b'<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space="preserve">This report tells',
            "struck: This report tells",
        ),
        (
            "word/styles.xml",
            b'w:styleId="CommitteeParagraph"',
            b'w:styleId="CommitteeParagraph"><w:rPr><w:vanish/></w:rPr',
            "hidden: This report tells",
        ),
        (
            "word/document.xml",
            b"<w:sectPr>",
            b'<w:p><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            b"<m:r><m:t>a + b</m:t></m:r></m:oMath></w:p><w:sectPr>",
            "equation: a+b",
        ),
    ],
)
def test_a_letter_and_a_figure_that_changed_are_shown(
    page: Page,
    released: tuple[ReleaseRecord, bytes],
    tmp_path: Path,
    part: str,
    old: bytes,
    new: bytes,
    told: str,
) -> None:
    changed = _changed(released[1], part, old, new)
    said = _told(page, tmp_path / "a.docx", changed)
    assert "this is not what was released" in said
    assert told in said


@in_browser
def test_what_is_no_word_file_is_told(page: Page, tmp_path: Path) -> None:
    assert "not the released file" in _told(page, tmp_path / "a.txt", b"Plain words")
    assert "it has no pages" in _told(page, tmp_path / "a.pdf", b"%PDF-1.7")
    assert "cannot be read" in _told(page, tmp_path / "a.docx", b"PK no zip at all")


@in_browser
def test_the_page_reads_the_same_lines_as_the_program(
    page: Page, released: tuple[ReleaseRecord, bytes], tmp_path: Path
) -> None:
    """A file of which every line differs shows how the page reads each of them."""
    word = released[1]
    found = [line.text for line in release_lines(word)]
    assert [text for _, text in released[0].lines] == found
    assert "saved again" in _told(
        page, tmp_path / "a.docx", _changed(word, "word/styles.xml", b"<w:styles", b"<w:styles ")
    )


@in_browser
def test_the_titles_that_libreoffice_25_puts_before_alternative_texts_are_no_change(
    page: Page, released: tuple[ReleaseRecord, bytes], tmp_path: Path
) -> None:
    parts = Parts(released[1])
    told = re.compile(rb'descr="([^"]*)" title="([^"]*)"')
    parts.raw[DOCUMENT], count = told.subn(rb'descr="\2&#10;\1"', parts.raw[DOCUMENT])
    again = parts.to_bytes()
    assert count > 1
    assert [line.text for line in release_lines(again)] == [said for _, said in released[0].lines]
    assert "saved again" in _told(page, tmp_path / "a.docx", again)


LINES = ("Background", "In all, 30 of 60 staff (50%) replied.")
PAGES = (" ".join(LINES), "2021 2022 57% 81% Agree")


@pytest.fixture(scope="module")
def pdf_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The page of a release whose PDF has two pages, the second with a chart."""
    placed, day = tuple(("Findings", line) for line in LINES), date(2023, 3, 15)
    told = ("check", 1, "T", "Council", "Panel", day, None, placed, (), (), {"a.pdf": "0"}, {})
    folder = tmp_path_factory.mktemp("pdf_page")
    (folder / "verify.html").write_text(verify_page(ReleaseRecord(*told, PAGES)), "utf-8")
    with browser(folder / "profile") as opened:
        opened.open((folder / "verify.html").as_uri())
        yield opened


@in_browser
@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (PAGES, "the file was saved again"),
        ((PAGES[0], PAGES[1].replace("81", "87")), "Page 2: released 2021 2022 57% 81%"),
        ((PAGES[0].replace("replied", "relied"), PAGES[1]), "1 page differs from version 1"),
        ((" ".join(PAGES),), "all that was released, and perhaps more"),
        ((PAGES[0].replace("50%", "51%"),), "1 line differs from version 1"),
        (("Something else.", "And more."), "this is not the released file"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_pdf_is_compared_page_by_page(
    pdf_page: Page, tmp_path: Path, pages: tuple[str, ...], told: str, packed: bool
) -> None:
    assert told in _told(pdf_page, tmp_path / "a.pdf", bare_pdf(*pages, packed=packed))


@in_browser
def test_a_note_over_a_pdf_and_a_locked_one_are_told(pdf_page: Page, tmp_path: Path) -> None:
    noted = bare_pdf(*PAGES, note="It is 51%.")
    assert "something was laid on them" in _told(pdf_page, tmp_path / "a.pdf", noted)
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(bare_pdf(*PAGES))) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert "it is locked" in _told(pdf_page, tmp_path / "b.pdf", locked.getvalue())


@in_browser
@pytest.mark.skipif(libreoffice() is None, reason="LibreOffice is not installed")
def test_the_page_reads_the_same_pages_of_a_pdf_as_the_program(
    pdf_page: Page, released: tuple[ReleaseRecord, bytes], tmp_path: Path
) -> None:
    data = to_pdf(released[1])
    _told(pdf_page, tmp_path / "a.pdf", data)
    script = (
        "document.getElementById('file').files[0].arrayBuffer()"
        ".then((data) => pdfPages(new Uint8Array(data)))"
        ".then((pages) => JSON.stringify(pages.map((page) => page.text)))"
    )
    found = [bare(text) for text in json.loads(pdf_page.run(script))]
    assert found == [bare(text) for text in page_texts(data)]
    assert len(found) > 1


@in_browser
@with_axe
@pytest.mark.parametrize("kind", ["verify", "checklist"])
def test_axe_has_nothing_to_say(
    released: tuple[ReleaseRecord, bytes], tmp_path: Path, kind: str
) -> None:
    text = verify_page(released[0])
    if kind == "checklist":
        text = checklist_page(checklist_of(released[0], (), {}))
    (tmp_path / "page.html").write_text(text, "utf-8")
    with browser(tmp_path / "profile") as opened:
        opened.open((tmp_path / "page.html").as_uri())
        opened.run(AXE.read_text("utf-8") + "; 0")
        found = opened.run(
            "axe.run().then((all) => all.violations.map((one) => one.id + ' ' + "
            "one.nodes.map((node) => node.html).join(' ').slice(0, 300)))"
        )
    assert found == []
