"""Names of paragraphs that officers join and divide: every reference leads on to its words."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from generator.word.package.zip_package import read_parts
from generator.word.reading.read_word import read_word
from tests import edits
from tests.build.test_pull import NARRATIVE, draft, pulled, text
from tests.build.test_pull_paragraphs import became, pulled_twice, sources, written
from tests.build.test_update import assert_kept, rewrite, updated
from tests.conftest import Committee
from tests.settled import settled

TEAMS = "{#replies}\n\nThey came from all teams. {#teams}\n\nThose are two. {#two}"
POINTERS = "An action plan follows [](#teams) and [](#two), and says why [](#replies) matters."


@pytest.fixture
def named(workspace: Path, committee: Committee) -> Path:
    """Three named paragraphs one after the other, and references to each."""
    written(workspace, committee, NARRATIVE, "{#replies}", TEAMS)
    written(workspace, committee, NARRATIVE, "An action plan follows.", POINTERS)
    return workspace


def led_to(data: bytes) -> list[str]:
    """What the references of the action plan show."""
    (plan,) = (one for one in read_word(data).accepted if one.text.startswith("An action"))
    return [span.text for span in plan.spans if span.reference]


@pytest.mark.parametrize("tracked", [True, False])
def test_both_names_of_joined_paragraphs_lead_to_the_one(
    named: Path, committee: Committee, tracked: bool
) -> None:
    account = pulled_twice(
        named, committee, lambda d: edits.join(d, "social workers replied", tracked=tracked)
    )
    assert {item["became"] for item in account} == {"merged"}
    assert "They came from all teams. {#replies #teams}" in text(named, NARRATIVE)
    assert POINTERS in text(named, NARRATIVE)
    assert committee("build", "check", cwd=named).code == 0
    assert led_to(draft(named)) == ["3.1", "3.2", "3.1"]


def test_what_was_joined_can_be_joined_again_and_divided_again(
    named: Path, committee: Committee
) -> None:
    pulled_twice(named, committee, lambda d: edits.join(d, "social workers replied"))
    assert committee("build", "check", cwd=named).code == 0
    pulled_twice(named, committee, lambda d: edits.join(d, "came from all teams"))
    assert "Those are two. {#replies #teams #two}" in text(named, NARRATIVE)
    assert committee("build", "check", cwd=named).code == 0
    assert led_to(draft(named)) == ["3.1", "3.1", "3.1"]
    account = pulled_twice(named, committee, lambda d: edits.split(d, "They came"))
    assert {item["became"] for item in account} == {"merged"}
    first, _, rest = text(named, NARRATIVE).partition(" {#replies #teams #two}\n\n")
    assert first.endswith("({{ sw.response.rate }}).")
    assert rest.startswith("They came from all teams.Those are two.\n")


def test_what_any_of_its_names_leads_to_is_not_taken_out(named: Path, committee: Committee) -> None:
    rewrite(named, ("{#replies}\n\nThey came", "They came"), ("{#teams}", "{#replies #teams}"))
    rewrite(named, (POINTERS, "An action plan follows [](#teams)."))
    rewrite(named, (" and [](#replies).", "."))
    assert committee("build", "check", cwd=named).code == 0
    account = pulled_twice(
        named, committee, lambda d: edits.delete_paragraph(d, "came from all teams")
    )
    assert became(account) == [("conflict", "taken out")]


def test_an_update_brings_every_name_into_the_copy(named: Path) -> None:
    edited = edits.replace(draft(named), "Vacancies", "Vacant posts")
    rewrite(
        named, (" {#replies}\n\nThey", " They"), ("teams. {#teams}", "teams. {#replies #teams}")
    )
    made = updated(named, edited)
    assert_kept(named, edited, made)
    accepted = settled(made.data, accept=True)
    body = read_parts(accepted)["word/document.xml"].decode()
    for name in ("_ref_replies", "_ref_teams", "_ref_two"):
        assert body.count(f'w:name="{name}"') == 1
    (joined,) = (one for one in read_word(accepted).accepted if "all teams" in one.text)
    assert {"_ref_replies", "_ref_teams"} <= {mark.name for mark in joined.marks}


def test_names_stay_as_they_are_when_nothing_is_joined(named: Path, committee: Committee) -> None:
    rewrite(named, ("{#teams}", "{#teams #groups}"))
    assert committee("build", "check", cwd=named).code == 0
    was = sources(named)[0]
    pulled(named, committee, lambda d: edits.replace(d, "all teams", "every team"))
    assert text(named, NARRATIVE) == was.replace("all teams", "every team")


@pytest.mark.parametrize("joined_first", [True, False])
def test_another_copy_of_what_was_joined_merges_into_it(
    named: Path, committee: Committee, joined_first: bool
) -> None:
    join = partial(edits.join, words="social workers replied")
    change = partial(edits.replace, old="all teams", new="every team", by=edits.LEGAL)
    data = draft(named)
    for edit in (join, change) if joined_first else (change, join):
        account = pulled(named, committee, lambda _, edit=edit: edit(data))[1]
        assert {item["became"] for item in account} == {"merged"}
    said = "({{ sw.response.rate }}).They came from every team. {#replies #teams}\n"
    assert said in text(named, NARRATIVE)


def test_what_was_joined_and_taken_out_is_a_conflict_of_its_words(
    named: Path, committee: Committee
) -> None:
    data = draft(named)
    pulled(named, committee, lambda _: edits.join(data, "social workers replied"))
    gone = edits.delete_paragraph(data, "came from all teams", edits.LEGAL)
    account = pulled(named, committee, lambda _: gone)[1]
    assert became(account) == [("conflict", "words")]
    assert "[[author: They came from all teams. // " in text(named, NARRATIVE)
