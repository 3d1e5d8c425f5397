"""`committee template fit` and `format new --fit`: a council's own Word file becomes a template."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.shared import RGBColor

from generator.word.package.zip_package import read_parts, write_package
from tests.conftest import Committee
from tests.word.external.test_place import png


@pytest.fixture
def letterhead(fresh: Path) -> Path:
    path = fresh / "letterhead.docx"
    _readable().save(str(path))
    return path


def _readable() -> DocxDocument:
    """A document whose styles are not as pale as python-docx's own."""
    made = docx.Document()
    for name in ("Heading 2", "Heading 3", "Heading 4", "Caption", "Subtitle"):
        made.styles[name].font.color.rgb = RGBColor(0, 0, 0)
    return made


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


def test_what_is_left_to_mend_is_told_by_both_commands(
    fresh: Path, letterhead: Path, committee: Committee
) -> None:
    made = _readable()
    (fresh / "dot.png").write_bytes(png())
    made.sections[0].header.paragraphs[0].add_run().add_picture(str(fresh / "dot.png"))
    made.save(str(letterhead))
    words = ("template", "fit", letterhead.name, *MODEL, "--write", "report_templates/mine.docx")
    told = "1 more to mend by hand: committee template check report_templates/mine.docx"
    assert told in committee(*words, cwd=fresh).err
    words = ("format", "new", "mine", "--extends", "wolverhampton-scrutiny-2023")
    done = committee(*words, "--template", letterhead.name, "--fit", cwd=fresh)
    assert "1 more to mend by hand: committee format check mine" in done.err
    assert "no alternative text" in committee("format", "check", "mine", cwd=fresh).err


def without_marking(path: Path) -> None:
    """Take the marking out of a report template."""
    parts = read_parts(path.read_bytes())
    for name in ("word/header1.xml", "word/footer1.xml"):
        parts[name] = parts[name].replace(b"{{ marking }}", b"")
    path.write_bytes(write_package(parts))


def test_a_format_whose_template_prints_no_marking_is_told(
    fresh: Path, committee: Committee
) -> None:
    path = fresh / "report_templates" / "scrutiny.docx"
    without_marking(path)
    told = "report_templates/scrutiny.docx: no header or footer prints {{ marking }}"
    shown = path.relative_to(fresh).as_posix()
    for words in (("template", "check", shown), ("format", "check", "wolverhampton-scrutiny-2023")):
        done = committee(*words, cwd=fresh)
        assert (done.code, told in done.err) == (1, True)
    format_ = fresh / "config" / "formats" / "wolverhampton-scrutiny-2023.yaml"
    text = format_.read_text("utf-8").replace("marking: NOT PROTECTIVELY MARKED", 'marking: ""')
    format_.write_text(text.replace("NOT FOR PUBLICATION", '""'), "utf-8")
    assert committee("format", "check", "wolverhampton-scrutiny-2023", cwd=fresh).code == 0


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


def test_a_template_is_held_to_the_numbers_of_the_council_that_uses_it(
    fresh: Path, committee: Committee
) -> None:
    words = ("template", "check", "report_templates/scrutiny.docx")
    assert committee(*words, cwd=fresh).code == 0
    council = next((fresh / "config" / "councils").glob("wolverhampton*.yaml"))
    own = "\nchecks: {template.contrast: {contrast: 21, large_contrast: 21}}\n"
    council.write_text(council.read_text("utf-8") + own, "utf-8")
    done = committee(*words, cwd=fresh)
    assert (done.code, "not 21:1" in done.err) == (1, True)
    (fresh / "elsewhere").mkdir()
    other = fresh / "elsewhere" / "copy.docx"
    other.write_bytes((fresh / "report_templates" / "scrutiny.docx").read_bytes())
    assert committee("template", "check", str(other), cwd=fresh).code == 0
