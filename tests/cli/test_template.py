"""`committee template fit` and `format new --fit`: a council's own Word file becomes a template."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from tests.conftest import Committee


@pytest.fixture
def letterhead(fresh: Path) -> Path:
    path = fresh / "letterhead.docx"
    docx.Document().save(str(path))
    return path


MODEL = ("--like", "report_templates/scrutiny.docx")


def test_a_fitted_template_passes_the_check(
    fresh: Path, letterhead: Path, committee: Committee
) -> None:
    words = ("template", "fit", letterhead.name, *MODEL, "--write", "report_templates/mine.docx")
    before = letterhead.read_bytes()
    tried = committee(*words, "--dry-run", cwd=fresh)
    assert (tried.code, "would write" in tried.err) == (0, True)
    assert not (fresh / "report_templates" / "mine.docx").exists()
    done = committee(*words, cwd=fresh)
    assert (done.code, done.err) == (0, "")
    assert "styles added: " in done.out
    assert committee("template", "check", "report_templates/mine.docx", cwd=fresh).code == 0
    assert letterhead.read_bytes() == before
    again = committee(*words, cwd=fresh)
    assert again.code == 2
    assert "is there already" in again.err


def test_a_new_format_on_a_council_s_own_file_is_without_fault(
    fresh: Path, letterhead: Path, committee: Committee
) -> None:
    words = ("format", "new", "mine", "--extends", "wolverhampton-scrutiny-2023")
    done = committee(*words, "--template", letterhead.name, "--fit", cwd=fresh)
    assert done.code == 0
    assert "letterhead.docx: styles added: " in done.out
    assert committee("format", "check", "mine", cwd=fresh).code == 0


@pytest.mark.usefixtures("letterhead")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("template", "fit", "README.md", *MODEL, "--write", "x.docx"), "not a whole .docx"),
        (("template", "fit", "letterhead.docx", *MODEL, "--write", "x.doc"), "ends in .docx"),
        (("format", "new", "mine", "--extends", "wirral-2023", "--fit"), "wants a --template"),
    ],
)
def test_what_cannot_be_fitted_is_told_and_nothing_written(
    fresh: Path, committee: Committee, words: tuple[str, ...], told: str
) -> None:
    (fresh / "README.md").write_text("text", encoding="utf-8")
    before = sorted(path for path in fresh.rglob("*"))
    done = committee(*words, cwd=fresh)
    assert done.code == 2
    assert told in done.err
    assert sorted(path for path in fresh.rglob("*")) == before
