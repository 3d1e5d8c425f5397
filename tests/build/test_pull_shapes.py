"""Texts that officers made headings, items or paragraphs in Word, and new sections, pulled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.word.package.elements import clark, w
from tests import edits, small
from tests.build.test_pull import NARRATIVE, REPORT, Edit, pulled, text
from tests.build.test_pull_paragraphs import became, pulled_twice, written
from tests.conftest import Committee
from tests.edits.markup import paragraph, put_after, restyle
from tests.edits.pieces import FINANCE, Opened, edit, properties

PLAN = "An action plan follows."
SECTION = paragraph("Risk register", "Heading1") + paragraph("Risks are few.")


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("words", "style", "before", "after"),
    [
        (PLAN, "ListBullet", f"\n\n{PLAN}", f"\n\n- {PLAN}"),
        (PLAN, "ListNumber", f"\n\n{PLAN}", f"\n\n1. {PLAN}"),
        (PLAN, "Heading2", f"\n\n{PLAN}", f"\n\n## {PLAN}"),
        (PLAN, "Quote", f"\n\n{PLAN}", f"\n\n> {PLAN}"),
        ("A quotation.", "CommitteeParagraph", "> A quotation.", "A quotation."),
        ("Workload", "CommitteeParagraph", "## Workload\n", "Workload\n"),
        ("Workload", "Heading3", "## Workload\n", "### Workload\n"),
        ("Workload", "Heading1", "## Workload\n", "# Workload {#workload-2}\n"),
        ("Next steps", "Heading2", "# Next steps {", "## Next steps {"),
        ("one bold thing", "CommitteeParagraph", "- one **bold** thing\n",
         "one **bold** thing\n\n"),
        ("a link", "CommitteeParagraph", "- [a link]", "\n[a link]"),
        ("a link", "ListNumber", "- [a link]", "1. [a link]"),
    ],
)  # fmt: skip
def test_a_text_made_something_else_changes_what_stands_before_it(
    workspace: Path,
    committee: Committee,
    words: str,
    style: str,
    before: str,
    after: str,
    tracked: bool,
) -> None:
    was = text(workspace, NARRATIVE)
    assert before in was
    for _ in range(2):
        code, account = pulled(
            workspace, committee, lambda d: restyle(d, words, style, tracked=tracked)
        )
        assert (code, {(item["became"], item["kind"]) for item in account}) == (
            0,
            {("merged", "shape")},
        )
        assert text(workspace, NARRATIVE) == was.replace(before, after, 1)


def test_a_bullet_is_an_item_whatever_the_format_marks_it_with(
    workspace: Path, committee: Committee
) -> None:
    path = workspace / "config/formats" / f"{small.FORMAT}.yaml"
    said = re.sub(r"(?m)^list_markers: .*\n", "", path.read_text(encoding="utf-8"))
    path.write_text(f'{said}\nlist_markers: ["(a)", "(i)", bullet]\n', encoding="utf-8")
    assert committee("build", small.NAME, cwd=workspace).code == 0
    for _ in range(2):
        bullet: Edit = lambda d: restyle(d, PLAN, "ListBullet")  # noqa: E731
        code, (item,) = pulled(workspace, committee, bullet)
        assert (code, item["became"], item["kind"]) == (0, "merged", "shape")
        assert f"\n\n- {PLAN}" in text(workspace, NARRATIVE)


def test_words_and_shape_of_a_text_change_together(workspace: Path, committee: Committee) -> None:
    code, account = pulled(
        workspace,
        committee,
        lambda d: restyle(d, PLAN, "ListBullet"),
        lambda d: edits.replace(d, "action plan", "annual plan"),
    )
    assert (code, [item["kind"] for item in account]) == (0, ["words", "shape"])
    assert "\n\n- An annual plan follows.\n" in text(workspace, NARRATIVE)


@pytest.mark.parametrize(
    ("words", "style", "reason"),
    [
        ("Legal implications", "Heading2", "not written in the narrative"),
        ("Note the findings.", "CommitteeParagraph", "not written in the narrative"),
        (PLAN, "Heading1", "the section 'Next steps' has no text"),
    ],
)
def test_a_shape_that_the_sources_cannot_say_is_refused(
    workspace: Path, committee: Committee, words: str, style: str, reason: str
) -> None:
    was = text(workspace, NARRATIVE), text(workspace, REPORT)
    code, (item,) = pulled(workspace, committee, lambda d: restyle(d, words, style))
    assert (code, item["became"], item["kind"]) == (1, "refused", "shape")
    assert reason in item["reason"]
    assert (text(workspace, NARRATIVE), text(workspace, REPORT)) == was


@pytest.mark.parametrize("tracked", [True, False])
def test_a_new_section_goes_where_the_format_prints_it(
    workspace: Path, committee: Committee, tracked: bool
) -> None:
    made = paragraph("Risk register", "Heading1", tracked=tracked)
    made += paragraph("Risks are few.", tracked=tracked)
    was = text(workspace, NARRATIVE)
    for _ in range(2):
        code, account = pulled(workspace, committee, lambda d: put_after(d, "A quotation.", made))
        assert (code, {item["became"] for item in account}) == (0, {"merged"})
        section = "> A quotation.\n\n# Risk register {#risk-register}\n\nRisks are few.\n"
        assert text(workspace, NARRATIVE) == was.replace("> A quotation.\n", section)


@pytest.mark.parametrize("after", [PLAN, "There are no direct legal"])
def test_a_new_section_where_the_format_has_none_is_refused_with_its_text(
    workspace: Path, committee: Committee, after: str
) -> None:
    was = text(workspace, NARRATIVE), text(workspace, REPORT)
    code, account = pulled(workspace, committee, lambda d: put_after(d, after, SECTION))
    assert (code, [item["became"] for item in account]) == (1, ["refused"] * 2)
    assert "the format prints sections of the report's own elsewhere" in account[0]["reason"]
    assert (text(workspace, NARRATIVE), text(workspace, REPORT)) == was


@pytest.mark.parametrize("level", [2, 3])
def test_a_new_heading_within_a_section_keeps_its_level(
    workspace: Path, committee: Committee, level: int
) -> None:
    made = paragraph("Risks", f"Heading{level}") + paragraph("Few.")
    code, _ = pulled(workspace, committee, lambda d: put_after(d, PLAN, made))
    assert code == 0
    assert f"{PLAN}\n\n{'#' * level} Risks\n\nFew.\n" in text(workspace, NARRATIVE)


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(("style", "signs"), [("ListBullet", "--"), ("ListNumber", "12")])
def test_a_new_list_between_paragraphs(
    workspace: Path, committee: Committee, style: str, signs: str, tracked: bool
) -> None:
    made = "".join(paragraph(one, style, tracked=tracked) for one in ("apples", "pears"))
    made += paragraph("More text.", tracked=tracked)
    code, _ = pulled(workspace, committee, lambda d: put_after(d, PLAN, made))
    assert code == 0
    one, two = (f"{sign}." if sign.isdigit() else sign for sign in signs)
    said = f"{PLAN}\n\n{one} apples\n{two} pears\n\nMore text.\n"
    assert said in text(workspace, NARRATIVE)


def level(words: str, deep: int) -> Edit:
    """Press Tab in an item: it stands a level further in."""

    def change(opened: Opened) -> None:
        paragraph = opened.paragraph(words)
        said = properties(paragraph)
        numbers = said.find(clark("w:numPr"))
        if numbers is None:
            numbers = w("numPr", w("ilvl", val="0"))
            said.find(clark("w:pStyle")).addnext(numbers)
        numbers.find(clark("w:ilvl")).set(clark("w:val"), str(deep))

    return lambda data: edit(data, FINANCE, change)


LIST = """\
- one **bold** thing
- [a link](https://example.org/a?b=1&c=2)
  - one within
"""


@pytest.fixture
def nested(workspace: Path, committee: Committee) -> Path:
    """A list with an item within its second."""
    written(workspace, committee, NARRATIVE, LIST.rpartition("  -")[0], LIST)
    return workspace


@pytest.mark.parametrize(
    ("words", "deep", "before", "after"),
    [
        ("a link", 1, "- [a link]", "  - [a link]"),
        ("one within", 0, "  - one within", "- one within"),
        ("one within", 2, "", ""),
        ("one bold thing", 1, "", ""),
    ],
)
def test_an_item_moved_in_or_out_is_as_deep_in_the_source(
    nested: Path, committee: Committee, words: str, deep: int, before: str, after: str
) -> None:
    was = text(nested, NARRATIVE)
    (item,) = pulled_twice(nested, committee, level(words, deep))
    assert (item["became"], item["kind"]) == ("merged" if before else "refused", "shape")
    assert text(nested, NARRATIVE) == was.replace(before, after)
    if not before:
        assert "no item stands above it that it could be within" in item["reason"]


def test_items_moved_in_together_stand_beside_one_another(
    workspace: Path, committee: Committee
) -> None:
    written(workspace, committee, NARRATIVE, "&c=2)\n", "&c=2)\n- a third\n- a fourth\n")
    account = pulled_twice(workspace, committee, *(level(x, 1) for x in ("a link", "a third")))
    assert became(account) == [("merged", "shape")] * 2
    assert "thing\n  - [a link](https://example.org/a?b=1&c=2)\n  - a third\n- a fourth\n" in text(
        workspace, NARRATIVE
    )


@pytest.mark.parametrize(("deep", "said"), [(0, "- "), (1, "  - "), (2, "    - ")])
def test_a_new_item_is_as_deep_as_it_was_typed(
    nested: Path, committee: Committee, deep: int, said: str
) -> None:
    new: Edit = lambda data: edits.add_paragraph(data, "one within", "typed below")  # noqa: E731
    account = pulled_twice(nested, committee, new, level("typed below", deep))
    assert became(account) == [("merged", "paragraph added")]
    assert f"  - one within\n{said}typed below\n" in text(nested, NARRATIVE)


def test_a_new_item_deeper_than_its_list_is_told(nested: Path, committee: Committee) -> None:
    new: Edit = lambda data: edits.add_paragraph(data, "one bold thing", "typed")  # noqa: E731
    account = pulled_twice(nested, committee, new, level("typed", 2))
    assert became(account) == [("merged", "paragraph added"), ("refused", "shape")]
    assert "thing\n  - typed\n- [a link]" in text(nested, NARRATIVE)
