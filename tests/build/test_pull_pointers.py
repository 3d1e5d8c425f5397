"""Cross-references that officers put in with Word: references of the narrative from then on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.word.package.elements import Element, clark, w
from generator.word.reading.read_word import read_word
from tests import edits
from tests.build.test_pull import NARRATIVE, Edit, draft, text
from tests.build.test_pull_paragraphs import became, pulled_twice
from tests.build.test_update import assert_kept, rewrite, updated
from tests.conftest import Committee
from tests.edits.pieces import FINANCE, Opened, edit, new_run

OWN = "_Ref918273645"
Place = Callable[[Opened], Element]


def bookmarked(words: str, name: str = OWN, first: int | None = None) -> Edit:
    """Word's own bookmark round a paragraph, or round its first pieces, as for 'Table 2'."""

    def change(opened: Opened) -> None:
        paragraph = opened.paragraph(words)
        inside = [one for one in paragraph if one.tag != clark("w:pPr")][:first]
        inside[0].addprevious(w("bookmarkStart", id="990", name=name))
        inside[-1].addnext(w("bookmarkEnd", id="990"))

    return lambda data: edit(data, FINANCE, change)


def pointed(behind: str, before: str, name: str, shown: str, kind: str = "REF") -> Edit:
    """Words and a cross-reference, typed behind others with tracked changes."""

    def change(opened: Opened) -> None:
        place = opened.runs(behind)[-1]
        run = opened.change("ins", new_run(shown, place))
        field = w("fldSimple", run, instr=f" {kind} {name} \\r \\h ")
        said = opened.change("ins", new_run(before, place))
        place.addnext(said)
        said.addnext(field)

    return lambda data: edit(data, FINANCE, change)


def shown_in(data: bytes, words: str) -> list[str]:
    """What the references of the text that holds some words show."""
    (found,) = (one for one in read_word(data).accepted if words in one.text)
    return [span.text for span in found.spans if span.reference]


@pytest.mark.parametrize(
    ("name", "shown", "source", "prints"),
    [
        ("_ref_replies", "3.1", '[](#replies "number")', "3.1"),
        ("_cap_workload_chart", "Figure 1", "[](#workload-chart)", "Figure 1"),
        ("_num_workload_chart", "1", '[](#workload-chart "number")', "1"),
        ("_sec_findings", "3.0", '[](#findings "number")', "3.0"),
    ],
)
def test_a_reference_to_a_bookmark_of_the_programs(
    workspace: Path, committee: Committee, name: str, shown: str, source: str, prints: str
) -> None:
    account = pulled_twice(workspace, committee, pointed("An action plan", ", see ", name, shown))
    assert became(account) == [("merged", "words")]
    assert f"An action plan, see {source} follows." in text(workspace, NARRATIVE)
    assert committee("build", "check", cwd=workspace).code == 0
    assert shown_in(draft(workspace), "An action plan") == [prints]


@pytest.mark.parametrize(
    ("words", "first", "shown", "was", "named", "source"),
    [
        ("Vacancies in", None, "2.1", "[^1]\n", "[^1] {#vacancies-in-england-stood}\n",
         '[](#vacancies-in-england-stood "number")'),
        ("Both groups", 2, "Table 1", 'caption="Both groups") }}',
         'caption="Both groups") }} {#both-groups}', "[](#both-groups)"),
        ("Note the", None, "1", "", "", '[](#note-findings "number")'),
        ("one bold", None, "1", "", "", ""),
    ],
)  # fmt: skip
def test_what_has_no_name_is_given_one(
    workspace: Path,
    committee: Committee,
    words: str,
    first: int | None,
    shown: str,
    was: str,
    named: str,
    source: str,
) -> None:
    before = text(workspace, NARRATIVE)
    account = pulled_twice(
        workspace,
        committee,
        bookmarked(words, first=first),
        pointed("An action plan", ", see ", OWN, shown),
    )
    if not source:
        assert became(account) == [("refused", "words")]
        assert text(workspace, NARRATIVE) == before
        return
    assert became(account) == [("merged", "words")]
    said = before.replace(was, named, 1).replace("action plan", f"action plan, see {source}")
    assert text(workspace, NARRATIVE) == said
    assert committee("build", "check", cwd=workspace).code == 0
    assert shown_in(draft(workspace), "An action plan") == [shown]


def test_a_new_paragraph_keeps_its_references(workspace: Path, committee: Committee) -> None:
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.add_paragraph(d, "An action plan", "This is told in paragraph"),
        pointed("told in paragraph", " ", "_ref_replies", "3.1"),
    )
    assert became(account) == [("merged", "paragraph added")]
    assert 'This is told in paragraph [](#replies "number")\n' in text(workspace, NARRATIVE)


@pytest.mark.parametrize(
    ("name", "shown", "kind"), [("_ref_replies", "4", "PAGEREF"), ("_ref_replies", "above", "REF")]
)
def test_a_page_and_words_are_no_reference_of_the_narrative(
    workspace: Path, committee: Committee, name: str, shown: str, kind: str
) -> None:
    was = text(workspace, NARRATIVE)
    account = pulled_twice(
        workspace, committee, pointed("An action plan", ", see ", name, shown, kind)
    )
    assert became(account) == [("refused", "pointer")]
    assert text(workspace, NARRATIVE) == was


def test_typed_words_stay_words(workspace: Path, committee: Committee) -> None:
    account = pulled_twice(
        workspace, committee, lambda d: edits.insert_words(d, "An action plan", ", see Table 2,")
    )
    assert became(account) == [("merged", "words")]
    assert "An action plan, see Table 2, follows." in text(workspace, NARRATIVE)


def test_an_update_keeps_an_officers_reference(workspace: Path) -> None:
    edited = pointed("An action plan", ", see ", "_ref_replies", "3.1")(draft(workspace))
    rewrite(workspace, ("stood at", "were at"))
    made = updated(workspace, edited)
    assert_kept(workspace, edited, made)
    assert shown_in(made.data, "An action plan") == ["3.1"]
