"""References and links of the report's own that officers changed in Word."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.word.package.elements import clark, w
from tests import edits
from tests.build.test_pull import NARRATIVE, REPORT, Edit, draft, pulled, replaced, text
from tests.build.test_pull_paragraphs import became, pulled_twice, written
from tests.build.test_update import rewrite
from tests.conftest import Committee
from tests.edits.markup import put_into, with_look
from tests.edits.pieces import FINANCE, Opened, edit
from tests.edits.references import link, unlink
from tests.edits.words import take_out

PLAN = "An action plan, see [](#workload) and [](#replies) too, follows."
LINKED = "An action plan follows, [as told above](#thing) in short."
RUN, SHOWN = clark("w:r"), clark("w:t")


@pytest.fixture
def pointing(workspace: Path, committee: Committee) -> Path:
    """An action plan with two references."""
    written(workspace, committee, NARRATIVE, "An action plan follows.", PLAN)
    return workspace


@pytest.fixture
def linked(workspace: Path, committee: Committee) -> Path:
    """An action plan with a link in the author's own words."""
    rewrite(workspace, ("**bold** thing", "**bold** thing {#thing}"))
    written(workspace, committee, NARRATIVE, "An action plan follows.", LINKED)
    return workspace


def led(old: str, new: str, shown: str) -> Edit:
    """What a field of the action plan points at, and what it shows."""

    def change(opened: Opened) -> None:
        plan = opened.paragraph("An action plan")
        (field,) = (one for one in plan.iter(clark("w:instrText")) if old in (one.text or ""))
        field.text = (field.text or "").replace(old, new)
        run = field.getparent()
        while run is not None and run.find(SHOWN) is None:
            run = run.getnext()
        assert run is not None
        run.find(SHOWN).text = shown

    return lambda data: edit(data, FINANCE, change)


def only_words_deleted(words: str, tracked: bool) -> Edit:
    """Delete words, but not the marks of footnotes among them."""
    return lambda data: edit(
        data, FINANCE, lambda opened: take_out(opened, opened.runs(words), tracked)
    )


@pytest.mark.parametrize("shown", ["3.1", "3.2"])
def test_a_reference_that_leads_elsewhere_leads_there_in_the_source(
    pointing: Path, committee: Committee, shown: str
) -> None:
    account = pulled_twice(pointing, committee, led("_ref_workload", "_sec_purpose", shown))
    assert became(account) == [("merged", "words")]
    said = PLAN.replace("[](#workload)", 'paragraph [](#purpose "number")')
    assert said in text(pointing, NARRATIVE)


def test_one_that_the_author_led_elsewhere_too_is_a_conflict(
    pointing: Path, committee: Committee
) -> None:
    data = draft(pointing)
    rewrite(pointing, ("see [](#workload)", "see [](#purpose)"))
    account = pulled(
        pointing, committee, lambda _: led("_ref_workload", "_ref_replies", "3.1")(data)
    )
    assert became(account[1]) == [("conflict", "words")]
    assert "[[author: [](#purpose) // officer: " in text(pointing, NARRATIVE)


@pytest.mark.parametrize(
    ("old", "new", "shown", "told"),
    [
        ("REF _ref_workload", "PAGEREF _ref_workload", "5", "paragraph 5"),
        ("_ref_workload", "_Ref99", "Workload", "paragraph Workload"),
        ("REF _ref_workload", "REF _ref_workload", "that one", "paragraph that one"),
    ],
)
def test_what_the_narrative_cannot_refer_to_is_told(
    pointing: Path, committee: Committee, old: str, new: str, shown: str, told: str
) -> None:
    (item,) = pulled_twice(pointing, committee, led(old, new, shown))
    assert (item["became"], item["kind"]) == ("refused", "reference")
    assert (item["old"], item["new"]) == ("paragraph 3.2", told)
    assert PLAN in text(pointing, NARRATIVE)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: edits.insert_words(d, "paragraph 3.2", " or so"),
         PLAN.replace("[](#workload)", "[](#workload) or so")),
        (lambda d: edits.delete_words(d, "paragraph 3.2 and "),
         PLAN.replace("[](#workload) and ", "")),
        (lambda d: edits.replace(d, "see paragraph 3.2 and", "as said in the plan with"),
         PLAN.replace("see [](#workload) and", "as said in the plan with")),
        (lambda d: edits.replace(d, "paragraph 3.2 and", "the plan with"),
         PLAN.replace("[](#workload) and", "the plan with")),
    ],
)  # fmt: skip
def test_words_typed_at_a_reference_land_in_their_order(
    pointing: Path, committee: Committee, change: Edit, said: str
) -> None:
    account = pulled_twice(pointing, committee, change)
    assert {item["became"] for item in account} == {"merged"}
    assert said in text(pointing, NARRATIVE)


def test_words_typed_over_a_reference_alone_are_told(pointing: Path, committee: Committee) -> None:
    (item,) = pulled_twice(pointing, committee, replaced("paragraph 3.2", "one and other"))
    assert (item["became"], item["kind"]) == ("refused", "reference")
    assert (item["old"], item["new"]) == ("paragraph 3.2", "one and other")


@pytest.mark.parametrize("shown", ["30.1", "3.40", "97", "3.1", "2.2", "13.2"])
def test_a_number_that_is_not_what_word_counts_is_typed_over_a_reference_and_told(
    pointing: Path, committee: Committee, shown: str
) -> None:
    (item,) = pulled_twice(pointing, committee, led("_ref_workload", "_ref_workload", shown))
    assert (item["became"], item["kind"]) == ("refused", "reference")
    assert (item["old"], item["new"]) == ("paragraph 3.2", f"paragraph {shown}")
    assert PLAN in text(pointing, NARRATIVE)


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("shown", ["3.2", "3.3", "3.4"])
def test_what_word_counts_after_an_edit_is_none(
    pointing: Path, committee: Committee, shown: str, tracked: bool
) -> None:
    """With the changes shown a deleted paragraph has a number still."""
    written(pointing, committee, NARRATIVE, "## Workload", "This is so.\n\n## Workload")
    field = led("_ref_workload", "_ref_workload", shown)

    def change(data: bytes) -> bytes:
        if shown == "3.2":
            return edits.delete_paragraph(data, "This is so.", tracked=tracked)
        return edits.add_paragraph(data, "This is so.", "And this.", tracked=tracked)

    (item,) = pulled_twice(pointing, committee, change, field)
    assert (item["became"], item["kind"]) != ("refused", "reference")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda d: unlink(d, "as told above"),
         LINKED.replace("[as told above](#thing)", "as told above")),
        (lambda d: edits.replace(d, "told", "said"), LINKED.replace("told", "said")),
        (lambda d: edits.insert_words(d, "in short", ", truly"),
         LINKED.replace("short", "short, truly")),
    ],
)  # fmt: skip
def test_a_link_in_the_authors_words_is_words(
    linked: Path, committee: Committee, change: Edit, said: str
) -> None:
    account = pulled_twice(linked, committee, change)
    assert {item["became"] for item in account} == {"merged"}
    assert said in text(linked, NARRATIVE)


@pytest.mark.parametrize("tracked", [True, False])
def test_words_between_figures_whose_footnote_marks_stayed_are_refused_with_them(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    agency = '  agency: {value: "17.6%", source: "Department", date: 2022-09-30}\n'
    report = workspace / REPORT
    report.write_text(f"{report.read_text(encoding='utf-8')}{agency}", encoding="utf-8")
    said = "Posts were at {{ sourced.vacancies }} and staff at {{ sourced.agency }}. Children wait."
    written(workspace, committee, NARRATIVE, "An action plan follows.", said)
    sentence = "Posts were at 20.0% and staff at 17.6%. "
    (item,) = pulled_twice(workspace, committee, only_words_deleted(sentence, tracked))
    assert (item["became"], item["kind"], item["old"]) == ("refused", "figure", sentence)
    assert said in text(workspace, NARRATIVE)


def linked_within(words: str, bookmark: str) -> Edit:
    """Select words and make them a link to a place in the document; Word does not track it."""

    def change(opened: Opened) -> None:
        runs = opened.runs(words)
        around = w("hyperlink", anchor=bookmark)
        runs[0].addprevious(around)
        for run in runs:
            around.append(run)

    return lambda data: edit(data, FINANCE, change)


@pytest.mark.parametrize(
    ("bookmark", "name"), [("_ref_workload", "workload"), ("_sec_purpose", "purpose")]
)
def test_a_link_to_a_place_in_the_document_is_one_in_the_source(
    pointing: Path, committee: Committee, bookmark: str, name: str
) -> None:
    account = pulled_twice(pointing, committee, linked_within("action plan", bookmark))
    assert became(account) == [("merged", "look")]
    said = PLAN.replace("action plan", f'[action plan](#{name} "words")')
    assert said in text(pointing, NARRATIVE)


def marked_by_word(opened: Opened, words: str) -> None:
    """What Insert > Link > Place in this document, or a cross-reference, puts round a text."""
    paragraph = opened.paragraph(words)
    opened.runs(words)[0].addprevious(w("bookmarkStart", id="771", name="_Ref771"))
    paragraph.append(w("bookmarkEnd", id="771"))


def test_what_a_link_leads_to_is_given_a_name_where_it_has_none(
    pointing: Path, committee: Committee
) -> None:
    mark: Edit = lambda data: edit(  # noqa: E731
        data, FINANCE, lambda opened: marked_by_word(opened, "A quotation.")
    )
    account = pulled_twice(pointing, committee, mark, linked_within("action plan", "_Ref771"))
    assert became(account) == [("merged", "look")]
    said = text(pointing, NARRATIVE)
    assert '[action plan](#a-quotation "words")' in said
    assert "> A quotation. {#a-quotation}" in said


def test_a_new_paragraph_brings_its_links_to_places_in_the_document(
    pointing: Path, committee: Committee
) -> None:
    account = pulled_twice(
        pointing,
        committee,
        lambda data: edits.add_paragraph(data, "A quotation.", "Read what was told before."),
        linked_within("what was told", "_ref_workload"),
    )
    assert became(account) == [("merged", "paragraph added")]
    assert 'Read [what was told](#workload "words") before.' in text(pointing, NARRATIVE)


def test_a_link_to_what_no_name_can_be_given_is_told(pointing: Path, committee: Committee) -> None:
    (item,) = pulled_twice(pointing, committee, linked_within("action plan", "_Toc1234"))
    assert (item["became"], item["kind"], item["old"]) == ("refused", "link", "action plan")
    assert "'action plan' leads to a place that can have no name" in item["reason"]
    assert PLAN in text(pointing, NARRATIVE)


def test_a_link_in_a_heading_is_told(pointing: Path, committee: Committee) -> None:
    account = pulled_twice(pointing, committee, linked_within("Workload", "_sec_purpose"))
    assert [item["became"] for item in account] == ["refused"]


@pytest.mark.parametrize(
    "looking",
    [
        lambda data: link(data, "and more", "https://example.org"),
        linked_within("and more", "_sec_purpose"),
        lambda data: with_look(data, "and more", "<w:i/>"),
    ],
)
def test_new_words_of_a_heading_tell_of_looks_that_it_cannot_have(
    pointing: Path, committee: Committee, looking: Edit
) -> None:
    account = pulled_twice(
        pointing, committee, lambda data: edits.insert_words(data, "Workload", " and more"), looking
    )
    assert became(account)[:2] == [("merged", "words"), ("refused", "look")]
    assert "## Workload and more" in text(pointing, NARRATIVE)


def test_a_link_within_the_document_beside_an_edit_is_merged_with_it(
    pointing: Path, committee: Committee
) -> None:
    changes = linked_within("action plan", "_sec_purpose"), replaced("follows", "comes")
    account = pulled_twice(pointing, committee, *changes)
    assert sorted(became(account)) == [("merged", "look"), ("merged", "words")]
    said = PLAN.replace("action plan", '[action plan](#purpose "words")')
    assert said.replace("follows", "comes") in text(pointing, NARRATIVE)


@pytest.mark.parametrize("title", ["", ' "words"'])
def test_a_link_of_the_report_that_is_led_elsewhere_leads_there(
    linked: Path, committee: Committee, title: str
) -> None:
    written(linked, committee, NARRATIVE, "(#thing)", f"(#thing{title})")

    def change(opened: Opened) -> None:
        around = next(opened.runs("as told above")[0].iterancestors(clark("w:hyperlink")))
        around.set(clark("w:anchor"), "_sec_purpose")

    account = pulled_twice(linked, committee, lambda data: edit(data, FINANCE, change))
    assert became(account) == [("merged", "look")]
    said = LINKED.replace("(#thing)", '(#purpose "words")')
    assert said in text(linked, NARRATIVE)


def test_a_reference_in_words_to_what_has_a_number_is_words(
    linked: Path, committee: Committee
) -> None:
    written(linked, committee, NARRATIVE, "(#thing)", '(#workload "words")')
    account = pulled_twice(linked, committee, replaced("told above", "said there"))
    assert set(became(account)) == {("merged", "words")}
    said = LINKED.replace("[as told above](#thing)", '[as said there](#workload "words")')
    assert said in text(linked, NARRATIVE)


def test_a_cross_reference_that_shows_a_headings_words_is_a_link_in_them(
    pointing: Path, committee: Committee
) -> None:
    field = '<w:fldSimple w:instr=" REF _Ref771 \\h "><w:r><w:t>Workload</w:t></w:r></w:fldSimple>'

    def mark(opened: Opened) -> None:
        marked_by_word(opened, "Workload")

    account = pulled_twice(
        pointing,
        committee,
        lambda data: edit(data, FINANCE, mark),
        lambda data: put_into(data, "An action plan", field),
    )
    assert [item["became"] for item in account] == ["merged"]
    assert '[Workload](#workload-2 "words")' in text(pointing, NARRATIVE)
