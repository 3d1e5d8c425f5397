"""Document properties come from the document alone."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from generator.word.package.properties import moment

from ..samples import document, full_parts, para, render, section

DC = "{http://purl.org/dc/elements/1.1/}"
TERMS = "{http://purl.org/dc/terms/}"


def core(parts: dict[str, bytes]) -> dict[str, str]:
    return {
        etree.QName(node).localname: node.text or ""
        for node in etree.fromstring(parts["docProps/core.xml"])
    }


def test_title_subject_author_and_language_are_the_documents() -> None:
    made = document(section("a", para("x")), title="Pay & conditions <2022>", author="A & B")
    found = core(render(made))
    assert found["title"] == "Pay & conditions <2022>"
    assert found["creator"] == found["lastModifiedBy"] == "A & B"
    assert found["language"] == "en-GB"
    assert found["subject"] == "Report to the Scrutiny Panel"


def test_the_dates_are_those_of_the_document_and_not_the_clocks() -> None:
    found = core(full_parts())
    assert found["created"] == found["modified"] == "2023-03-07T00:00:00Z"


def test_a_document_without_a_date_or_author_says_nothing_of_them() -> None:
    found = core(render(replace(document(section("a", para("x"))), created="", author="")))
    assert found.keys() == {"title", "subject", "language"}


def test_dates_become_moments() -> None:
    assert moment("2023-03-07") == "2023-03-07T00:00:00Z"
    assert moment("2023-03-07T10:00:00Z") == "2023-03-07T10:00:00Z"


def test_nothing_of_the_templates_own_properties_is_passed_on() -> None:
    parts = full_parts()
    assert sorted(name for name in parts if name.startswith("docProps/")) == [
        "docProps/app.xml",
        "docProps/core.xml",
    ]
    assert not [name for name in parts if "thumbnail" in name]
    assert b"revision" not in parts["docProps/core.xml"]


def test_compatibility_is_that_of_today_and_nothing_is_protected() -> None:
    settings = full_parts()["word/settings.xml"]
    assert b'w:name="compatibilityMode"' in settings
    assert b'w:val="15"' in settings
    assert b"documentProtection" not in settings
    assert b"w:rsid" not in settings
