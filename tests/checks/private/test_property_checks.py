"""Names and paths in what a file says of itself."""

from __future__ import annotations

import pytest

from generator.checks.private.property_checks import check_paths, check_property_names
from tests.checks.papers import paper, text, told


@pytest.mark.parametrize(
    "name", ["creator", "lastModifiedBy", "Manager", "_AuthorEmailDisplayName"]
)
def test_a_name_that_the_paper_does_not_say_is_found(name: str) -> None:
    found = told(check_property_names, paper(text("Words."), properties={name: "jsmith02"}))
    assert found == [("properties", "jsmith02")]


def test_names_that_the_paper_says_and_those_of_programs_are_none() -> None:
    said = {"creator": "Jane Roe and Ann Lee", "lastModifiedBy": "python-docx", "Company": ""}
    assert not told(check_property_names, paper(text("By Jane Roe, Ann Lee."), properties=said))


def test_a_name_in_the_properties_may_have_another_apostrophe() -> None:
    said = {"creator": "Ann O'Brien"}
    assert not told(check_property_names, paper(text("By Ann O\u2019Brien."), properties=said))


def test_who_edited_a_file_is_told_once_it_is_final() -> None:
    edited = paper(text("By Ann Lee."), properties={"people": "Ann Lee; Jane Roe"})
    assert told(check_property_names, edited) == [("properties", "Ann Lee; Jane Roe")]
    assert not told(check_property_names, edited, final=False)


PATH = "C:\\Users\\jsmith\\report.dotx"


def test_paths_in_properties_templates_links_and_text_are_found() -> None:
    assert told(check_paths, paper(properties={"Template": PATH})) == [("path", PATH)]
    template = "file:///C:/Users/jsmith/report.dotx"
    assert told(check_paths, paper(sources=(template,))) == [("path", template)]
    linked = paper(text("the plan", link="\\\\server\\share\\plan.docx"))
    assert told(check_paths, linked) == [("path", "the plan")]
    assert told(check_paths, paper(text(f"See {PATH} for it"))) == [("path", PATH)]


def test_names_of_files_addresses_and_fractions_are_no_paths() -> None:
    good = [text("Normal.dotm and 3/4 of them"), text("x", link="https://example.org/home/a")]
    assert not told(check_paths, paper(*good, properties={"Template": "Normal.dotm"}))
    assert not told(check_paths, paper(text("https://example.org/Users/guide says so")))
