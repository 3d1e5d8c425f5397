"""What the author of another document should know of it before it is placed."""

from __future__ import annotations

from pathlib import Path

import docx

from generator.word.external.review import review
from generator.word.package.elements import parse

from .test_place import png

INSERTED = (
    '<w:ins xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="9"'
    ' w:author="A"><w:r><w:t>added</w:t></w:r></w:ins>'
)


def told(path: Path) -> tuple[str, ...]:
    """What is said of a document, without its place."""
    return tuple(str(one).partition(": ")[2] for one in review(path))


def test_changes_comments_and_unnamed_pictures_are_told(tmp_path: Path) -> None:
    picture = tmp_path / "dot.png"
    picture.write_bytes(png())
    theirs = docx.Document()
    made = theirs.add_paragraph("text")
    made._p.append(parse(INSERTED.encode()))
    theirs.add_comment(made.runs[0], text="why?", author="A")
    made.add_run("hidden").font.hidden = True
    theirs.add_picture(str(picture))
    named = theirs.add_picture(str(picture))
    named._inline.docPr.set("descr", "A dot")
    theirs.save(str(tmp_path / "plan.docx"))
    assert told(tmp_path / "plan.docx") == (
        "holds 1 tracked change; they are taken as accepted",
        "holds 1 comment; they are left out",
        "holds 1 piece of hidden text; left out",
        "holds 1 picture without alternative text; add it in Word, or mark it as decorative",
    )


def test_nothing_is_said_of_a_clean_file_or_of_none(tmp_path: Path) -> None:
    theirs = docx.Document()
    theirs.add_paragraph("text")
    theirs.save(str(tmp_path / "plan.docx"))
    assert review(tmp_path / "plan.docx") == ()
    assert review(tmp_path / "missing.docx") == ()


def test_a_file_without_content_is_told(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "plan.docx"))
    assert told(tmp_path / "plan.docx") == ("holds nothing that would be printed",)


def test_each_is_a_warning_by_a_rule_of_its_own(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "plan.docx"))
    (found,) = review(tmp_path / "plan.docx")
    assert (found.rule, found.severity) == ("external.empty", "warning")
    assert found.where.file.endswith("/plan.docx")
