"""Sources that changed, brought into a file that an officer has edited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from lxml import etree

from generator.config.workspace import find_workspace
from generator.errors import InputProblems
from generator.pipeline.pulling import pull, read_copy
from generator.pipeline.updating import UpdatedCopy, update
from generator.word.package.zip_package import read_parts
from generator.word.reading.read_word import read_word
from tests import edits, small
from tests.build.test_pull_kinds_of_files import without_base, without_marks
from tests.settled import settled

Edit = Callable[[bytes], bytes]
Change = tuple[str, str]  # of the narrative, or of report.yaml: words, and what they become
NARRATIVE, REPORT = f"{small.FOLDER}/narrative.md", f"{small.FOLDER}/report.yaml"


def draft(workspace: Path) -> bytes:
    (path,) = (workspace / "output" / small.NAME).glob("*.docx")
    return path.read_bytes()


def rewrite(workspace: Path, *changes: Change) -> None:
    """Change words of the sources; they stand in one of the two files."""
    for old, new in changes:
        files = [workspace / NARRATIVE, workspace / REPORT]
        (file,) = [one for one in files if old in one.read_text(encoding="utf-8")]
        file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def updated(workspace: Path, edited: bytes) -> UpdatedCopy:
    return update(find_workspace(workspace), "edited.docx", edited)


def said(data: bytes, view: str = "accepted") -> list[tuple[str, str]]:
    """Kind and words of each text, as accepted or as rejected."""
    texts = getattr(read_word(data), view)
    return [(one.kind, one.text) for one in texts if one.text.strip() and one.kind != "contents"]


def told(made: UpdatedCopy) -> list[tuple[str, str, str, str]]:
    return [(one.became, one.kind, one.old, one.new) for one in made.items]


def remarks(data: bytes) -> list[tuple[str, str]]:
    return [(one.author, one.text) for one in read_word(data).comments]


def assert_kept(workspace: Path, edited: bytes, made: UpdatedCopy) -> None:
    """What holds for every update: the officer's file is in it, and once is enough."""
    undone = settled(made.data, accept=False)
    for view in ("accepted", "rejected"):
        assert said(undone, view) == said(edited, view)
    assert remarks(undone) == remarks(edited)
    again = updated(workspace, made.data)
    assert (again.items, again.data == made.data) == ((), True)


def pulled(workspace: Path, data: bytes) -> dict[str, str]:
    files = pull(find_workspace(workspace), [read_copy("edited.docx", data)]).files
    return {name: content.decode() for name, content in files.items()}


def test_a_file_that_nothing_has_changed_since_stays_as_it_is(workspace: Path) -> None:
    edited = edits.replace(draft(workspace), "workers replied", "people replied")
    made = updated(workspace, edited)
    assert (made.items, made.data) == ((), edited)


def answered(workspace: Path) -> None:
    rewrite(workspace, ("social workers replied", "social workers answered"))


def test_the_day_of_the_meeting_changes_in_headers_and_in_lines_of_the_template(
    workspace: Path,
) -> None:
    edited = edits.replace(draft(workspace), "workers replied", "people replied")
    rewrite(workspace, ("date: 2023-03-15", "date: 2023-03-16"))
    made = updated(workspace, edited)
    headers = {name: data for name, data in read_parts(made.data).items() if "header" in name}
    assert ("changed", "header or footer", "15 March 2023", "16 March 2023") in told(made)
    assert any(b"<w:delText" in data and b"16 March 2023" in data for data in headers.values())
    before = read_parts(edited)
    assert all(rejected(data) == rejected(before[name]) for name, data in headers.items())
    assert_kept(workspace, edited, made)


def test_a_heading_gets_the_level_that_the_author_gave_it(workspace: Path) -> None:
    edited = edits.replace(draft(workspace), "workers replied", "people replied")
    rewrite(workspace, ("## Workload", "### Workload"))
    made = updated(workspace, edited)
    whole = ("changed", "heading", "a heading of level 2", "a heading of level 3")
    assert whole in told(made)
    (heading,) = [one for one in read_word(made.data).accepted if one.text == "Workload"]
    assert (heading.kind, heading.level) == ("heading", 3)
    (before,) = [one for one in read_word(made.data).rejected if one.text == "Workload"]
    assert (before.kind, before.level) == ("heading", 2)
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == pulled(workspace, edited)


def rejected(part: bytes) -> str:
    root = etree.fromstring(part)
    for node in list(root.iter("{*}ins")):
        node.clear()
    return "".join(root.itertext())


@pytest.mark.parametrize("tracked", [True, False])
def test_words_of_both_stand_beside_one_another(workspace: Path, tracked: bool) -> None:
    edited = edits.replace(draft(workspace), "workers", "people", tracked=tracked)
    answered(workspace)
    made = updated(workspace, edited)
    assert told(made) == [("changed", "words", "replied", "answered")]
    assert ("paragraph", "30 of 60 social people answered (50%).") in said(made.data)
    assert_kept(workspace, edited, made)
    assert "social people answered" in pulled(workspace, made.data)[NARRATIVE]


def test_a_change_inside_an_officers_insertion_leaves_the_insertion_the_officers(
    workspace: Path,
) -> None:
    edited = edits.insert_words(draft(workspace), "workers", " truly")
    rewrite(workspace, ("social workers replied", "social workers answered truly"))
    made = updated(workspace, edited)
    assert_kept(workspace, edited, made)
    assert edits.FINANCE.name in {one.author for one in read_word(made.data).revisions}


def test_where_both_changed_the_same_words_the_officers_stay_with_a_comment(
    workspace: Path,
) -> None:
    edited = edits.replace(draft(workspace), "replied", "responded")
    edited = edits.comment(edited, "Vacancies", "Is this so?")
    answered(workspace)
    made = updated(workspace, edited)
    assert told(made) == [("conflict", "words", "responded", "answered")]
    assert ("paragraph", "30 of 60 social workers responded (50%).") in said(made.data)
    remark = "The source has changed the same words. It now says here: "
    assert remarks(made.data) == [
        (edits.FINANCE.name, "Is this so?"),
        ("committee", f"{remark}'30 of 60 social workers answered (50%).'"),
    ]
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == pulled(workspace, edited)


def test_figures_change_within_their_bookmarks_and_charts_with_a_comment(workspace: Path) -> None:
    edited = edits.replace(draft(workspace), "plan to leave", "intend to leave")
    export = workspace / small.FOLDER / "survey/sw_2021.csv"
    lines = export.read_bytes().splitlines(keepends=True)
    export.write_bytes(b"".join(lines[:-6]))
    made = updated(workspace, edited)
    kinds = {one.kind for one in made.items}
    assert (kinds, made.conflicts) == ({"words", "chart"}, 0)
    words = next(one for one in read_word(made.data).accepted if "manageable, " in one.text)
    assert [one.text for one in words.spans if one.value][:2] == ["40%", "similar to 40% in 2021"]
    assert [text[:10] for who, text in remarks(made.data)] == ["This chart"] * 2
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == pulled(workspace, edited)


def test_an_overtyped_figure_stays(workspace: Path) -> None:
    name = next(name for name in marks_of(draft(workspace)) if "sw_workload_percent" in name)
    edited = edits.overtype(draft(workspace), name, "41%")
    rewrite(workspace, ("that their workload", "that the workload"))
    made = updated(workspace, edited)
    assert told(made) == [("changed", "words", "their", "the")]
    assert any(text.startswith("41% say that the workload") for _, text in said(made.data))
    assert_kept(workspace, edited, made)


def marks_of(data: bytes) -> list[str]:
    return [mark.name for text in read_word(data).accepted for mark in text.marks]


ADDED = ("# Background", "The author adds this.[^n]\n\n[^n]: A new note.\n\n# Background")


def test_new_paragraphs_come_behind_what_the_officer_put_there(workspace: Path) -> None:
    edited = edits.add_paragraph(draft(workspace), "This report tells", "The officer adds this.")
    rewrite(workspace, ADDED)
    made = updated(workspace, edited)
    texts = [text for _, text in said(made.data)]
    at = texts.index("The officer adds this.")
    assert texts[at - 1 : at + 3] == [
        "This report tells the Panel what staff said in 2022.",
        "The officer adds this.",
        "The author adds this.",
        "Background",
    ]
    assert ("footnote", "A new note.") in said(made.data)
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == pulled(workspace, edited)


TABLE = "\n\n| Step | When |\n|---|---|\n| One | June |\n"


def test_tables_rows_items_and_front_matter_come_and_go(workspace: Path) -> None:
    rewrite(workspace, ("> A quotation.", f"> A quotation.{TABLE}"))
    before = updated(workspace, draft(workspace))
    assert [one.kind for one in before.items] == ["table added"]
    assert_kept(workspace, draft(workspace), before)
    rewrite(
        workspace,
        ("| One | June |", "| One | July |\n| Two | May |"),
        ("- one **bold** thing\n", ""),
        ("wards_affected: All", "wards_affected: Park"),
        ("body: Leadership Team, date: 2023-02-16}", "body: Board, date: 2023-02-16}"),
    )
    edited = settled(before.data, accept=True)
    made = updated(workspace, edited)
    cells = [text for kind, text in said(made.data) if kind == "cell"]
    at = cells.index("Step")
    assert cells[at : at + 6] == ["Step", "When", "One", "July", "Two", "May"]
    assert {"Park", "Board\t16 February 2023"} <= set(cells)
    assert "one bold thing" not in [text for _, text in said(made.data)]
    assert_kept(workspace, edited, made)


def test_a_text_that_the_author_moved_goes_and_comes(workspace: Path) -> None:
    edited = edits.replace(draft(workspace), "workers", "people")
    rewrite(workspace, ("> A quotation.\n\n", ""))
    rewrite(workspace, ("{{ sw.leaving.percent }}", "> A quotation.\n\n{{ sw.leaving.percent }}"))
    made = updated(workspace, edited)
    assert {one.kind for one in made.items} == {"paragraph added", "paragraph taken out"}
    assert b"moveFrom" not in read_parts(made.data)["word/document.xml"]
    assert_kept(workspace, edited, made)
    assert "social people replied" in pulled(workspace, made.data)[NARRATIVE]


def test_what_one_took_out_and_the_other_changed_is_a_conflict(workspace: Path) -> None:
    edited = edits.replace(draft(workspace), "A quotation", "A citation")
    edited = edits.delete_paragraph(edited, "An action plan")
    rewrite(workspace, ("> A quotation.\n\n", ""), ("An action plan follows.", "A plan follows."))
    made = updated(workspace, edited)
    assert [one.became for one in made.items] == ["conflict", "conflict"]
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == pulled(workspace, edited)


def test_what_was_pulled_already_is_not_brought_in_again(workspace: Path) -> None:
    edited = edits.add_paragraph(draft(workspace), "This report tells", "The officer adds this.")
    edited = edits.split(edited, "The budget")
    edited = edits.replace(edited, "workers", "people")
    for name, text in pulled(workspace, edited).items():
        (workspace / name).write_text(text, encoding="utf-8")
    made = updated(workspace, edited)
    assert (made.items, made.data) == ((), edited)
    rewrite(workspace, ("social people replied", "social people answered"))
    made = updated(workspace, edited)
    assert told(made) == [("changed", "words", "replied", "answered")]
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == {}


def test_a_sign_off_that_was_recorded_since_takes_the_place_of_what_is_awaited(
    workspace: Path,
) -> None:
    signed = workspace / small.FOLDER / "sign_offs.yaml"
    text = signed.read_text(encoding="utf-8")
    signed.write_text(text.replace("[SB/05022023/I]", "[SB/06022023/J]"), encoding="utf-8")
    edited = edits.replace(draft(workspace), "workers", "people")
    made = updated(workspace, edited)
    assert told(made) == [("changed", "sign-off", "[SB/05022023/I]", "[SB/06022023/J]")]
    assert_kept(workspace, edited, made)


@pytest.mark.parametrize("made", ["### Workload", "Workload", "- Workload"])
def test_what_the_author_made_of_a_heading_is_no_edit_of_the_officers(
    workspace: Path, made: str
) -> None:
    edited = edits.replace(draft(workspace), "workers", "people")
    rewrite(workspace, ("## Workload", made), ("stood at", "were at"))
    copy = updated(workspace, edited)
    assert_kept(workspace, edited, copy)
    assert f"\n\n{made}\n\n" in pulled(workspace, copy.data)[NARRATIVE]


# ---------------------------------------------------------------- files that lost their base
def test_a_file_that_lost_its_base_is_held_against_the_draft_that_it_was(workspace: Path) -> None:
    edited = without_base(without_marks(edits.replace(draft(workspace), "workers", "people")))
    answered(workspace)
    made = update(find_workspace(workspace), "edited.docx", edited, small.NAME)
    assert told(made) == [("changed", "words", "replied", "answered")]
    (notice,) = made.notices
    assert "its texts were found by their words in output/check/check.docx" in notice
    assert_kept(workspace, edited, made)


@pytest.mark.parametrize("known", [True, False])
def test_a_file_that_was_no_known_draft_is_refused(workspace: Path, known: bool) -> None:
    edited = without_base(without_marks(draft(workspace)))
    if known:
        received = workspace / small.FOLDER / "received/finance.docx"
        received.parent.mkdir()
        received.write_bytes(edits.replace(draft(workspace), "workers", "people"))
    for path in (workspace / "output" / small.NAME).glob("*.docx"):
        path.unlink()
    answered(workspace)
    if known:
        assert update(find_workspace(workspace), "e.docx", edited, small.NAME).notices
        return
    with pytest.raises(InputProblems, match="is no draft of 'check' in output/ or received/"):
        update(find_workspace(workspace), "e.docx", edited, small.NAME)


# ---------------------------------------------------------------- any edits, any changes
PHRASES = (
    "This report tells", "what staff said in", "Vacancies in England", "The budget is",
    "that their workload", "plan to leave", "Named often", "An action plan", "A quotation",
    "Note the findings", "no direct legal", "Leadership", "one bold thing",
)  # fmt: skip
CHANGES = (
    ("tells the", "informs the"), ("Vacancies in England", "Open posts in England"), ADDED,
    ("that their workload is", "that the workload is"), ("plan to leave; they", "plan to go; they"),
    ("> A quotation.\n\n", ""), ("An action plan follows.", "A plan.\n\nAn action plan follows."),
    ("text: Note the findings.", "text: Note all of the findings."),
    ("legal: {nil: true}", 'legal: {text: "Some law applies."}'),
    ("wards_affected: All", "wards_affected: Park"), ("> A quotation.", f"> A quotation.{TABLE}"),
    ("one **bold** thing", "**one bold** thing"), ("Workload by year", "Workload year by year"),
)  # fmt: skip


def edited_somehow(data: bytes, random: Random) -> bytes:
    kinds: tuple[Callable[..., bytes], ...] = (
        lambda d, words, **how: edits.replace(d, words, "other words", **how),
        lambda d, words, **how: edits.insert_words(d, words, " indeed", **how),
        lambda d, words, **how: edits.add_paragraph(d, words, "The officer adds this.", **how),
        edits.delete_words,
        edits.delete_paragraph,
        edits.make_bold,
    )
    for words in random.sample(PHRASES, random.randrange(1, 5)):
        data = random.choice(kinds)(data, words, tracked=random.random() < 0.6)
    return data


@pytest.mark.parametrize("seed", range(8))
def test_any_edits_are_kept_whatever_has_changed_since(workspace: Path, seed: int) -> None:
    random = Random(seed)
    edited = edited_somehow(draft(workspace), random)
    for old, new in random.sample(CHANGES, random.randrange(1, 6)):
        if old in (workspace / NARRATIVE).read_text(encoding="utf-8") + small.REPORT:
            rewrite(workspace, (old, new))
    made = updated(workspace, edited)
    assert_kept(workspace, edited, made)
    assert pulled(workspace, made.data) == pulled(workspace, edited)
