"""Cross-references of an edited file as references of the narrative."""

from __future__ import annotations

import pytest

from generator.merge.sources.pointers import Pointers
from generator.merge.sources.source_fields import Field, Fields, applied
from generator.model.draft_base import BaseEntry

FILE = "narrative.md"


def pointers(source: str, entry: BaseEntry) -> tuple[Pointers, Fields]:
    fields = Fields({FILE: source}.__getitem__, "report.yaml")
    return Pointers((entry,), {"_Ref1": entry}.get, fields, Field(FILE)), fields


def entry(source: str, name: str = "") -> BaseEntry:
    printed = source.partition(" {")[0]
    return BaseEntry(
        "paragraph", printed, source, "_p_1", name, "", "person", FILE, 1, 1, "one", "1"
    )


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("Some words of ours.", "Some words of ours. {#some-words-of-ours}"),
        ("Some words. {.note}", "Some words. {#some-words .note}"),
        ("2022 was good.", "2022 was good. {#was-good}"),
        ("Taken. See [](#taken).{#a}", "Taken. See [](#taken).{#a}"),
    ],
)
def test_a_text_without_a_name_is_given_one_once(source: str, named: str) -> None:
    made, fields = pointers(source, entry(source, "a" if "{#a}" in source else ""))
    said = {made.get("_Ref1", "2.1"), made.get("_Ref1", "2.1")}
    assert len(said) == 1
    assert said.pop().endswith(' "number")')
    splices = [splice for _, splice in made.namings()]
    assert applied(fields.text(Field(FILE)), splices) == named


@pytest.mark.parametrize("shown", ["above", "Error! Reference source not found.", "", "the words"])
def test_what_shows_no_number_is_no_reference(shown: str) -> None:
    made, _ = pointers("Words. {#a}", entry("Words. {#a}", "a"))
    assert made.get("_ref_a", shown) == ""


def test_bookmarks_of_the_programs_are_known_by_their_names() -> None:
    made, _ = pointers("Words. {#a-b}", entry("Words. {#a-b}", "a-b"))
    assert made.get("_ref_a_b", "3.4") == '[](#a-b "number")'
    assert made.get("_sec_one", "3.0") == '[](#one "number")'
