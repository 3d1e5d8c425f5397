"""LibreOffice lays out a report of many charts as it does one of few."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.errors import CommitteeError
from generator.model.document import Chart, Series, phrase
from generator.publish import libreoffice as libreoffice_module
from generator.publish.libreoffice import laid_out, libreoffice
from tests.word.samples import document, para, rendered, section

READER = shutil.which("pdftotext")
WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">Fostering<')


def printed_sizes(pdf: Path) -> set[tuple[int, int]]:
    """Widths and heights of a word wherever a PDF prints it, in points."""
    assert READER is not None
    done = subprocess.run([READER, "-bbox", str(pdf), "-"], check=True, capture_output=True)
    found = (map(float, one) for one in WORD.findall(done.stdout.decode("utf-8")))
    return {(round(right - left), round(bottom - top)) for left, top, right, bottom in found}


def sizes_in_report_of(count: int) -> set[tuple[int, int]]:
    """How large the word is in a report of so many charts."""
    names = ("Fostering", *(f"Team {number}" for number in range(20)))
    series = Series("Replies", (20.0,) * len(names))
    charts = [
        Chart("bars", phrase("Replies"), names, (series,), name=f"c{index}")
        for index in range(count)
    ]
    made = rendered(document(section("findings", *charts)))
    with laid_out(made, {}, "no LibreOffice") as pdf:
        return printed_sizes(pdf)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_of_a_failure_its_last_line_is_told_and_files_lie_in_a_folder_that_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text('#!/bin/sh\necho "no Java" >&2\necho "nothing in $TMPDIR" >&2\nexit 1\n')
    program.chmod(0o755)
    monkeypatch.setattr(libreoffice_module, "libreoffice", lambda: str(program))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "gone"))
    said = r"could not lay out the report: nothing in \S+committee-\w+$"
    word = rendered(document(section("findings", para("Fewer replied."))))
    with pytest.raises(CommitteeError, match=said) as caught, laid_out(word, {}, "none"):
        pass
    assert "Java" not in str(caught.value)


@pytest.mark.skipif(libreoffice() is None or READER is None, reason="needs LibreOffice, pdftotext")
def test_words_of_charts_are_not_stretched_where_there_are_more_than_twenty() -> None:
    assert sizes_in_report_of(22) == sizes_in_report_of(1)


@pytest.mark.skipif(libreoffice() is None or READER is None, reason="needs LibreOffice, pdftotext")
def test_years_under_a_line_are_printed_whole() -> None:
    years = tuple(str(year) for year in range(1996, 2026))
    chart = Chart("line", phrase("Replies"), years, (Series("s", (20.0,) * 30),), name="c")
    with laid_out(rendered(document(section("a", chart))), {}, "no LibreOffice") as pdf:
        done = subprocess.run([READER or "", pdf, "-"], check=True, capture_output=True)
    assert len(set(re.findall(r"\b(?:19|20)\d\d\b", done.stdout.decode("utf-8"))) & set(years)) > 8
