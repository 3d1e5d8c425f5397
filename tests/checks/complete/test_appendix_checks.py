"""Appendices, by whatever word a council has for them."""

from __future__ import annotations

from dataclasses import replace

from generator.checks.complete.appendix_checks import check_appendices
from generator.model.format import AppendixRule, Part
from generator.model.issues import Where
from generator.model.report import Appendix
from tests.checks.papers import heading, paper, text, told
from tests.compose.builders import format_, report

WELSH = format_(
    appendices=AppendixRule("Atodiad"), layout=(Part("appendices_list", title="Atodiadau"),)
)


def test_appendices_are_found_and_listed_by_the_word_of_the_format() -> None:
    made = replace(
        report(),
        appendices=(Appendix("tables", "Tablau", "findings_tables", Where("report.yaml")),),
    )
    there = heading("Atodiad 1: Tablau")
    one = paper(heading("Atodiadau"), text("Atodiad 1: Tablau"), there, text("Here."))
    assert told(check_appendices, one, format=WELSH, report=made) == []
    unlisted = paper(*one.texts, heading("Atodiad 2: Dull"), text("So."))
    found = told(check_appendices, unlisted, format=WELSH, report=made)
    assert found == [("appendix-listed", "Atodiad 2: Dull")]
