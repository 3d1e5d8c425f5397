"""Paragraphs and items that come back divided, joined, moved, added or gone: the sources then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import edits, small
from tests.build.test_pull import NARRATIVE, REPORT, Edit, pulled, replaced, text
from tests.conftest import Committee
from tests.edits.markup import paragraph, put_before


def written(workspace: Path, committee: Committee, name: str, old: str, new: str) -> None:
    """Change a source before the draft is built."""
    was = text(workspace, name)
    assert old in was
    (workspace / name).write_text(was.replace(old, new), encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0


def sources(workspace: Path) -> tuple[str, str]:
    return text(workspace, NARRATIVE), text(workspace, REPORT)


def pulled_twice(workspace: Path, committee: Committee, *changes: Edit) -> list[dict[str, str]]:
    """The account of a pull, which has been pulled again and changed nothing then."""
    account = pulled(workspace, committee, *changes)[1]
    once = sources(workspace)
    assert committee("pull", "edited.docx", cwd=workspace).code in (0, 1)
    assert sources(workspace) == once
    return account


def became(account: list[dict[str, str]]) -> list[tuple[str, str]]:
    return [(item["became"], item["kind"]) for item in account]


def test_an_edit_that_cannot_be_built_is_refused_alone(
    workspace: Path, committee: Committee
) -> None:
    was = text(workspace, NARRATIVE)
    account = pulled_twice(
        workspace,
        committee,
        replaced("social workers replied", "people replied"),
        lambda d: edits.move_paragraph(d, "An action plan follows", "A quotation"),
        lambda d: edits.add_paragraph(d, "Vacancies in England", "More was said."),
        lambda d: edits.delete_paragraph(d, "one bold thing"),
    )
    refused = [item for item in account if item["became"] == "refused"]
    assert {item["new"] for item in refused} == {"An action plan follows."}
    assert all("the section 'Next steps' has no text" in item["reason"] for item in refused)
    expected = was.replace("social workers replied", "people replied")
    expected = expected.replace("[^1]\n", "[^1]\n\nMore was said.\n", 1)
    expected = expected.replace("- one **bold** thing\n", "")
    assert sources(workspace)[0].split() == expected.split()


def test_a_text_that_a_reference_leads_to_is_asked_about_once(
    workspace: Path, committee: Committee
) -> None:
    account = pulled_twice(
        workspace, committee, lambda d: edits.delete_paragraph(d, "social workers replied")
    )
    assert became(account) == [("conflict", "taken out")]
    assert text(workspace, NARRATIVE).count("[[author: {{ sw.response.received }}") == 1
    assert text(workspace, NARRATIVE).count("[[author:") == 1


def test_a_text_that_moved_to_another_section_has_moved_when_it_is_pulled_again(
    workspace: Path, committee: Committee
) -> None:
    written(workspace, committee, NARRATIVE, "**bold** thing", "**bold** thing that matters")
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.move_paragraph(d, "one bold thing that matters", "An action plan"),
    )
    assert became(account) == [("merged", "paragraph moved")]
    assert "An action plan follows.\n\n- one **bold** thing that matters\n\n#" in text(
        workspace, NARRATIVE
    )


@pytest.mark.parametrize("tracked", [True, False])
def test_a_recommendation_moves_to_the_beginning_of_its_list(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    listed = "    - {text: Note the findings., name: note-findings}\n"
    second = "    - Comment on the plan.\n"
    written(
        workspace, committee, REPORT, f"  decision:\n{listed}", f"  decision:\n{listed}{second}"
    )
    pulled_twice(
        workspace,
        committee,
        lambda d: edits.move_paragraph(
            d, "Comment on the plan", "is recommended to:", tracked=tracked
        ),
    )
    assert f"  decision:\n{second}{listed}" in text(workspace, REPORT)


def test_a_new_paragraph_between_a_lead_in_and_its_list_is_refused(
    workspace: Path, committee: Committee
) -> None:
    account = pulled_twice(
        workspace, committee, lambda d: edits.add_paragraph(d, "is recommended to:", "Not quite.")
    )
    assert became(account) == [("refused", "paragraph added")]


@pytest.mark.parametrize("words", ["by year", "check"])
def test_a_caption_and_a_title_cannot_be_divided(
    workspace: Path, committee: Committee, words: str
) -> None:
    was = sources(workspace)
    account = pulled_twice(workspace, committee, lambda d: edits.split(d, words))
    assert became(account) == [("refused", "divided")]
    assert sources(workspace) == was


@pytest.mark.parametrize("tracked", [True, False])
def test_a_divided_text_stays_divided_when_more_is_refused_in_it(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.split(d, "they work", tracked=tracked),
        lambda d: edits.overtype(d, "_val_sw_hours_mean_2022", "99", tracked=tracked),
    )
    assert ("refused", "figure") in became(account)
    assert "plan to leave;\n\nthey work {{ sw.hours.mean }}" in text(workspace, NARRATIVE)
    assert "[[author" not in text(workspace, NARRATIVE)


def test_an_empty_paragraph_is_none(workspace: Path, committee: Committee) -> None:
    was = sources(workspace)
    assert pulled_twice(workspace, committee, lambda d: edits.split(d, "Vacancies")) == []
    assert sources(workspace) == was


def test_three_items_become_one_with_the_footnote_of_the_second(
    workspace: Path, committee: Committee
) -> None:
    items = "- one **bold** thing\n- another[^1]\n- a third\n"
    written(workspace, committee, NARRATIVE, "- one **bold** thing\n", items)
    pulled_twice(
        workspace,
        committee,
        lambda d: edits.join(d, "one bold thing"),
        lambda d: edits.join(d, "another"),
    )
    assert "\n- one **bold** thinganother[^1]a third\n- [a link]" in text(workspace, NARRATIVE)


def test_a_lettered_list_goes_on_in_sequence(workspace: Path, committee: Committee) -> None:
    items = "(a) the first thing\n(b) a second thing\n(c) the third thing\n\n"
    written(workspace, committee, NARRATIVE, "- one **bold** thing\n", f"{items}- another\n")
    pulled_twice(
        workspace,
        committee,
        lambda d: edits.split(d, "second thing"),
        lambda d: edits.add_paragraph(d, "the third thing", "the last"),
        lambda d: edits.delete_paragraph(d, "the first thing"),
    )
    told = "(a) a\n(b) second thing\n(c) the third thing\n(d) the last\n"
    assert told in text(workspace, NARRATIVE)


def test_a_paragraph_between_items_leaves_them_one_list(
    workspace: Path, committee: Committee
) -> None:
    items = "(a) the first thing\n(b) a second thing\n\n"
    written(workspace, committee, NARRATIVE, "- one **bold** thing\n", f"{items}- another\n")
    written(workspace, committee, NARRATIVE, "plan follows.", "plan follows.\n\nIt is a short one.")
    pulled_twice(
        workspace,
        committee,
        lambda d: edits.move_paragraph(d, "It is a short one", "the first thing"),
    )
    told = "(a) the first thing\n\n    It is a short one.\n\n(b) a second thing\n"
    assert told in text(workspace, NARRATIVE)


def test_an_item_that_moves_takes_the_marker_of_its_new_place(
    workspace: Path, committee: Committee
) -> None:
    items = "A. the first thing of three\nB. the second thing\nC. the third thing\n\n"
    written(workspace, committee, NARRATIVE, "- one **bold** thing\n", f"{items}- one thing\n")
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.move_paragraph(
            d, "the first thing of three", "An action plan", tracked=False
        ),
        lambda d: edits.move_paragraph(d, "the second thing", "one thing", tracked=False),
    )
    assert became(account) == [("merged", "paragraph moved")] * 2
    said = text(workspace, NARRATIVE)
    assert "An action plan follows.\n\n1. the first thing of three\n\n#" in said
    assert "1. the third thing\n\n- one thing\n- the second thing\n- [a link]" in said


def test_two_items_that_were_joined_stay_joined_when_pulled_again(
    workspace: Path, committee: Committee
) -> None:
    written(workspace, committee, NARRATIVE, "- one **bold** thing\n", "- one thing\n- two more\n")
    account = pulled_twice(workspace, committee, lambda d: edits.join(d, "one thing"))
    assert became(account) == [("merged", "words")]
    assert "- one thingtwo more\n" in sources(workspace)[0]


@pytest.mark.parametrize("tracked", [True, False])
def test_a_printed_caption_that_was_moved_into_the_text_is_there_when_it_is_pulled_again(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.move_paragraph(
            d, "Figures shown in", "Vacancies in England", tracked=tracked
        ),
    )
    assert ("merged", "paragraph added") in became(account)
    assert text(workspace, NARRATIVE).count("Figures shown in") == 1


@pytest.mark.parametrize(
    ("words", "reason"),
    [("one bold thing", "it is written in another file"), ("Recruiting", "the program prints it")],
)
def test_a_text_of_the_narrative_does_not_become_a_recommendation(
    workspace: Path, committee: Committee, words: str, reason: str
) -> None:
    looped = '{% for one in ["Recruiting", "Keeping"] %}\n- {{ one }} more people\n{% endfor %}'
    written(workspace, committee, NARRATIVE, "> A quotation.", f"> A quotation.\n\n{looped}")
    was = sources(workspace)
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.move_paragraph(d, words, "Note the findings", tracked=False),
    )
    assert became(account) == [("refused", "paragraph moved")]
    assert account[0]["reason"].startswith(reason)
    assert sources(workspace) == was


def test_a_new_paragraph_behind_a_choice_does_not_take_its_name(
    workspace: Path, committee: Committee
) -> None:
    choice = "{% if sw.leaving.value > 90 -%}\nMost will go.\n{%- else -%}\nMost will stay.\n"
    choice += "{%- endif %} {#stay}"
    written(workspace, committee, NARRATIVE, "> A quotation.", f"{choice}\n\nSee [](#stay).")
    pulled_twice(
        workspace,
        committee,
        lambda d: edits.add_paragraph(d, "Most will stay", "So it was hoped.", tracked=False),
    )
    assert f"{choice}\n\nSo it was hoped.\n\nSee [](#stay)." in text(workspace, NARRATIVE)


def test_a_new_paragraph_before_a_sign_off_is_added_once(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / "config" / "formats" / f"{small.FORMAT}.yaml"
    said = path.read_text(encoding="utf-8")
    path.write_text(said.replace("own-line", "trailing"), encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    pulled_twice(
        workspace,
        committee,
        lambda d: edits.add_paragraph(d, "There are none. [JG", "Nothing more.", tracked=False),
    )
    assert text(workspace, NARRATIVE).count("Nothing more.") == 1


LOOP = """Named most often:

{% for one in sw.pressures.top(2) %}
- {{ one.title }} then {{ one.percent }}
{% endfor %}

That is all."""


@pytest.mark.parametrize(
    ("behind", "after"),
    [("Paperwork then", "{% endfor %}\n- Others too.\n"), ("Travel then", "")],
)
def test_a_paragraph_beside_what_a_loop_printed_comes_behind_the_loop_or_not_at_all(
    workspace: Path, committee: Committee, behind: str, after: str
) -> None:
    written(workspace, committee, NARRATIVE, "An action plan follows.", LOOP)
    was = sources(workspace)[0]
    account = pulled_twice(
        workspace, committee, lambda d: edits.add_paragraph(d, behind, "Others too.")
    )
    assert became(account) == [("merged" if after else "refused", "paragraph added")]
    now = sources(workspace)[0]
    assert after in now if after else now == was


@pytest.mark.parametrize(
    "typed",
    [
        lambda d: put_before(d, "A quotation.", paragraph("Typed here.")),
        lambda d: edits.add_row(d, "A here", ["Typed here.", ""], tracked=False),
    ],
)
def test_a_paragraph_typed_in_or_behind_a_grid_of_charts_stands_behind_all_of_it(
    workspace: Path, committee: Committee, typed: Edit
) -> None:
    one, other = (
        f'chart(sw.answers, kind="stacked", title="{x}", caption="{x}")'
        for x in ("A here", "B again")
    )
    grid = f"{{{{ grid(\n  {one},\n  {other},\n) }}}}\n"
    written(workspace, committee, NARRATIVE, "> A quotation.", f"{grid}\n> A quotation.")
    account = pulled_twice(workspace, committee, typed)
    assert became(account) == [("merged", "paragraph added")]
    assert f"{grid}\nTyped here.\n\n> A quotation." in text(workspace, NARRATIVE)


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("others", ["", "    - Agree the plan.\n"])
def test_a_recommendation_that_takes_the_place_of_the_first_stays(
    workspace: Path, committee: Committee, others: str, tracked: bool
) -> None:
    words = (
        "Publish a plan for recruitment by the end of next year, with what the unions say of it."
    )
    listed = "    - {text: Note the findings., name: note-findings}\n"
    written(workspace, committee, REPORT, listed, listed + others)

    def change(data: bytes) -> bytes:
        data = put_before(data, "Note the findings.", paragraph(words, "CommitteeRecommendation"))
        return edits.delete_paragraph(data, "Note the findings.", tracked=tracked)

    account = pulled_twice(workspace, committee, change)
    assert {item["became"] for item in account} == {"merged"}
    said = text(workspace, REPORT)
    assert said.index(words[:20]) < said.index(others or "implications:")
    assert "Note the findings." not in said


def test_items_are_joined_over_one_that_moves_away(workspace: Path, committee: Committee) -> None:
    items = "- first the longer item about the work of teams,\n"
    items += "- another one\n- and the third of them\n"
    written(workspace, committee, NARRATIVE, "> A quotation.", f"{items}\n> A quotation.")
    account = pulled_twice(
        workspace,
        committee,
        lambda d: edits.join(d, "first the longer item"),
        lambda d: edits.move_paragraph(d, "another one", "An action plan"),
    )
    assert sorted(became(account)) == [("merged", "paragraph moved"), ("merged", "words")]
    said = text(workspace, NARRATIVE)
    assert "- first the longer item about the work of teams,and the third of them\n" in said
    assert "An action plan follows.\n\n- another one\n" in said
