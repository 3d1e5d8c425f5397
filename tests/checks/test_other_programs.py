"""Good files that other programs made break no rule with an error."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.checks.held import Held
from generator.checks.run_checks import run_checks
from generator.word.paper.read_paper import read_paper

PAGE = """\
<html lang="en-GB"><head><title>A note on supervision</title></head><body>
<h1>Background</h1><p>Some text about <a href="https://example.org/s">the survey</a>.</p>
<h2>Detail</h2><ul><li>one</li><li>two</li></ul><ol><li>first</li><li>second</li></ol>
<table><thead><tr><th>Year</th><th>Count</th></tr></thead>
<tbody><tr><td>2021</td><td>4</td></tr></tbody></table>
<pre>x = 1     ;     y = 2</pre><hr><p>More text.</p></body></html>
"""


def _pandoc(folder: Path, page: Path) -> Path:
    target = folder / "page.docx"
    subprocess.run(["pandoc", str(page), "--toc", "-o", str(target)], check=True)
    return target


def _libreoffice(folder: Path, page: Path) -> Path:
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    form = ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder), str(page)]
    subprocess.run([*command, *form], check=True, capture_output=True, timeout=120)
    return folder / "page.docx"


@pytest.mark.parametrize(("program", "make"), [("pandoc", _pandoc), ("soffice", _libreoffice)])
def test_a_page_that_another_program_wrote_has_no_error(
    tmp_path: Path, program: str, make: object
) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    page = tmp_path / "page.html"
    page.write_text(PAGE, encoding="utf-8")
    assert callable(make)
    made = make(tmp_path, page)
    found = list(run_checks(Held(read_paper(made.read_bytes(), made.name))))
    assert [one for one in found if one.severity == "error"] == []
    assert not [one for one in found if one.rule.startswith(("accessible.list", "private."))]
