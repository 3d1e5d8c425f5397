"""LibreOffice counts for itself: what it computes is what was written."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.document import Chart, Section, Series, phrase
from generator.word.package.zip_package import read_parts, write_package

from .samples import document, full_document, listed, numbered, para, rendered, section

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
READER = shutil.which("pdftotext")
RESULT = re.compile(
    r"(<w:instrText[^>]*> (?:REF|SEQ)[^<]*</w:instrText></w:r>"
    r'<w:r><w:fldChar w:fldCharType="separate"/></w:r>)(.*?)(<w:r><w:fldChar w:fldCharType="end")'
)


def as_shown(files: list[Path], profile: Path) -> list[str]:
    """What LibreOffice prints of each file: laying out the pages makes it compute every field."""
    assert SOFFICE is not None
    assert READER is not None
    command = [SOFFICE, "--headless", f"-env:UserInstallation={profile.as_uri()}"]
    command += ["--convert-to", "pdf", "--outdir", str(files[0].parent)]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=180)
    printed = []
    for file in files:
        read = [READER, "-layout", str(file.with_suffix(".pdf")), "-"]
        done = subprocess.run(read, check=True, capture_output=True, timeout=60)
        printed.append(" ".join(done.stdout.decode("utf-8").split()))
    return printed


@pytest.mark.skipif(not (SOFFICE and READER), reason="needs LibreOffice and pdftotext")
def test_libreoffice_computes_the_results_that_the_fields_were_written_with(tmp_path: Path) -> None:
    right, wrong = tmp_path / "right.docx", tmp_path / "wrong.docx"
    right.write_bytes(rendered(full_document()))
    parts = read_parts(right.read_bytes())
    text = parts["word/document.xml"].decode()
    spoiled, count = RESULT.subn(r"\1<w:r><w:t>WRONG</w:t></w:r>\3", text)
    assert count > 10
    parts["word/document.xml"] = spoiled.encode()
    wrong.write_bytes(write_package(parts))
    as_written, computed = as_shown([right, wrong], tmp_path / "profile")
    assert "WRONG" not in computed
    assert computed == as_written
    for expected in ("See recommendation 2", "see Figure 1 and tables 1", "paragraph 2.1"):
        assert expected in computed


@pytest.mark.skipif(not (SOFFICE and READER), reason="needs LibreOffice and pdftotext")
def test_libreoffice_labels_a_share_that_is_not_nothing_as_such(tmp_path: Path) -> None:
    series = Series("Replies", (0, 0, 5.0), ("[low]", "", ""))
    chart = Chart("columns", phrase("Rare answers"), ("One", "None", "Some"), (series,))
    document = full_document()
    section = replace(document.sections[0], blocks=(chart,))
    file = tmp_path / "rare.docx"
    file.write_bytes(rendered(replace(document, sections=(section,))))
    (printed,) = as_shown([file], tmp_path / "profile")
    assert re.search(r"<1% 0% .*One None Some", printed)


@pytest.mark.skipif(not (SOFFICE and READER), reason="needs LibreOffice and pdftotext")
def test_a_paragraph_that_has_a_list_style_alone_stands_among_the_items(tmp_path: Path) -> None:
    made = document(
        Section("r", "recommendations", "To decide", (listed("1.", "Note it", "Agree it"),)),
        section("a", numbered("1.1", "t"), listed("bullet", "one", "two"), para("text"),
                listed("(a)", "first", "second"), numbered=True),
        front_matter=(),
    )  # fmt: skip
    parts = read_parts(rendered(made))
    text = parts["word/document.xml"].decode()
    added = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>added {}</w:t></w:r></w:p>'
    for style, after in (
        ("CommitteeRecommendation", "Note it"), ("ListBullet", "one"), ("ListNumber", "second")
    ):  # fmt: skip
        end = text.index("</w:p>", text.index(f">{after}<")) + len("</w:p>")
        text = text[:end] + added.format(style, style) + text[end:]
    parts["word/document.xml"] = text.encode()
    file = tmp_path / "added.docx"
    file.write_bytes(write_package(parts))
    printed = as_shown([file], tmp_path / "profile")[0]
    assert "1. Note it 2. added CommitteeRecommendation 3. Agree it" in printed
    assert "\u2022 one \u2022 added ListBullet \u2022 two" in printed
    assert "(a) first (b) second (c) added ListNumber" in printed
    lines = subprocess.run(
        [str(READER), "-layout", str(file.with_suffix(".pdf")), "-"],
        check=True, capture_output=True, timeout=60,
    ).stdout.decode().splitlines()  # fmt: skip
    for text, neighbour in (
        ("added CommitteeR", "Note it"), ("added ListB", "one"), ("added ListN", "second")
    ):  # fmt: skip
        places = [line.index(word) for word in (text, neighbour) for line in lines if word in line]
        assert len(set(places)) == 1, places
