"""Rows of front matter whose parts stand at tab stops."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.word.charts.text_width import text_width
from generator.word.package.elements import clark
from generator.word.package.parts import Parts
from tests.phrases import row

from ..samples import SCRUTINY, TEMPLATES, body, document, find, para, render, section, shown
from ..styles.test_fonts import VERDANA, styles_with

LONG = "Strong Families, Children and Young People Scrutiny"


def cleared(*bodies: str, after: str = "") -> list[bool]:
    """For each line of the row whether its left stop is taken away."""
    lines = tuple((each, f"5 July 2022{after}") for each in bodies)
    made = row("considered_by", "Considered by", lines)
    shown_in = replace(document(section("a", para("x"))), front_matter=(made,))
    root = body(render(shown_in))
    return [
        bool(find(node, "w:pPr/w:tabs/w:tab[@w:val='clear']"))
        for node in root.iter()
        if node.tag.endswith("}p") and "5 July 2022" in shown(node)
    ]


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        (("Strategic Executive Board", "Directorate Leadership Team"), [False, False]),
        (("Strategic Executive Board", LONG), [True, True]),
        ((LONG,), [True]),
    ],
)
def test_all_lines_of_a_row_use_the_stop_that_the_longest_needs(
    bodies: tuple[str, ...], expected: list[bool]
) -> None:
    assert cleared(*bodies) == expected


def lines_of(*lines: tuple[str, str]) -> list[tuple[str, list[str], list[str]]]:
    """Text, stops and indent of each line of a row."""
    made = row("contact", "Contact officer", lines)
    root = body(render(replace(document(section("a", para("x"))), front_matter=(made,))))
    return [
        (
            shown(node),
            find(node, "w:pPr/w:tabs/w:tab[@w:val!='clear']/@w:pos"),
            find(node, "w:pPr/w:ind/@w:hanging"),
        )
        for node in find(root, "//w:tbl[1]//w:tc[2]/w:p")
    ]


def test_long_parts_after_a_long_one_hang_from_one_stop_and_are_not_set_to_the_right() -> None:
    made = lines_of(("Executive Board", "6 pm"), (LONG, "5 July 2022, in the Town Hall at 6 pm"))
    assert [text for text, _, _ in made] == [
        "Executive Board\t6 pm",
        f"{LONG}\n5 July 2022, in the Town Hall at 6 pm",
    ]
    assert made[0][1:] == made[1][1:]
    assert made[0][1] == made[0][2]


def test_dates_too_long_for_the_left_stop_stand_at_the_right_one() -> None:
    hall = " (Town Hall)"
    assert cleared("Board", "Tenants’ Scrutiny Panel", after=hall) == [True, True]
    assert cleared("Board", "Tenants’ Scrutiny Panel") == [False, False]


def test_dates_without_room_beside_a_name_hang_and_are_not_broken_to_the_edge() -> None:
    day = "Wednesday 25 September 2024"
    made = lines_of(("Board", day), ("Tenants and Leaseholders Panel", day))
    assert made[0][1] == made[1][1] == made[0][2] == made[1][2] != []


def test_the_stop_of_a_row_moves_where_a_name_would_run_into_its_post() -> None:
    name = "Catherine Featherstone"
    made = lines_of((name, "Head of Service"), ("Telephone", "01632 960001"))
    assert [text.count("\t") for text, _, _ in made] == [1, 1]
    assert made[0][1] == made[1][1]
    assert int(made[0][1][0]) > text_width(name, 12) * 20


def test_a_row_whose_names_have_room_is_as_the_template_has_it() -> None:
    assert lines_of(("Jo Day", "Head of Service")) == [("Jo Day\tHead of Service", [], [])]


def test_a_long_address_has_room_after_its_short_label() -> None:
    ((text, (stop,), _),) = lines_of(("Email", "social.work.workforce@children.example.org"))
    assert text.startswith("Email\t")
    assert int(stop) < 1000


def test_a_date_that_has_no_room_after_a_long_name_stands_on_a_line_of_its_own() -> None:
    names = ("Cabinet", f"{LONG} Panel and Board")
    made = row("considered_by", "Considered by", tuple((name, "13 July 2022") for name in names))
    root = body(render(replace(document(section("a", para("x"))), front_matter=(made,))))
    dated = [node for node in root.iter(clark("w:p")) if "13 July 2022" in shown(node)]
    assert [len(find(node, "w:r/w:br")) for node in dated] == [0, 1]
    assert find(dated[1], "w:r/w:br/following-sibling::w:tab")


ADA = ("Councillor Ada Byron", "Adult Services")
BO = ("Councillor Bo Longer-Surname", "Resources, Digital and Community")
CAT = ("Councillor Catherine Weber", "Children and Young People")


def members(template: Path, *people: tuple[str, str]) -> list[str]:
    """The lines of a row of people who stand side by side where they have room."""
    beside = (tuple(name for name, _ in people), tuple(post for _, post in people))
    stacked = tuple((f"{name}\n{post}",) for name, post in people)
    made = row("member", "Cabinet members", beside, stacked)
    root = body(render(replace(document(section("a", para("x"))), front_matter=(made,)), template))
    return [shown(node) for node in find(root, "//w:tbl[1]//w:tc[2]/w:p")]


@pytest.mark.parametrize("template", ["cabinet.docx", "scrutiny.docx", "wirral.docx"])
def test_people_stand_side_by_side_where_each_post_comes_under_its_name(template: str) -> None:
    assert members(TEMPLATES / template, CAT, ADA) == [
        "Councillor Catherine Weber\tCouncillor Ada Byron",
        "Children and Young People\tAdult Services",
    ]


@pytest.mark.parametrize("people", [(CAT, BO, ADA), (BO, CAT), (ADA, CAT, ADA)])
def test_people_without_room_beside_each_other_are_stacked(people: tuple) -> None:
    assert members(TEMPLATES / "cabinet.docx", *people) == [
        f"{name}\n{post}" for name, post in people
    ]


def test_people_are_stacked_in_a_wide_font_that_leaves_no_room(tmp_path: Path) -> None:
    (tmp_path / "mine.docx").write_bytes(styles_with(VERDANA))
    assert len(members(SCRUTINY, CAT, CAT[::-1])) == 2
    assert members(tmp_path / "mine.docx", CAT, CAT[::-1])[0] == "\n".join(CAT)


def made_with(label: str, template: Path = SCRUTINY) -> tuple[list[int], list[int]]:
    """Widths of the columns of front matter, and the right stops, with a row of this label."""
    made = row("considered_by", label, ((LONG, "5 July 2022"),))
    root = body(render(replace(document(section("a", para("x"))), front_matter=(made,)), template))
    grid = [int(width) for width in find(root, "//w:tbl[1]/w:tblGrid/w:gridCol/@w:w")]
    assert [int(each) for each in find(root, "//w:tbl[1]//w:tcW/@w:w")] == grid
    return grid, [int(each) for each in find(root, "//w:tab[@w:val='right']/@w:pos")]


def test_the_column_of_labels_is_as_wide_as_its_longest_word() -> None:
    usual, none = made_with("Considered by")
    wider, stops = made_with("Recommendations")
    assert (usual, none) == ([2098, 6973], [])
    assert wider[0] - 216 >= text_width("Recommendations", 12, bold=True) * 20
    assert sum(wider) == sum(usual)
    assert stops == [wider[1] - 216]  # or dates would be printed outside the table


def test_a_label_of_one_endless_word_leaves_half_of_the_table() -> None:
    grid, _ = made_with("Endless" * 40)
    assert grid[0] <= sum(grid) / 2


def test_dates_stay_in_a_cell_that_the_template_makes_narrower_than_its_stops(
    tmp_path: Path,
) -> None:
    parts = Parts(SCRUTINY.read_bytes())
    for node in parts.xml("word/document.xml").iter(clark("w:gridCol"), clark("w:tcW")):
        if node.get(clark("w:w")) == "6973":
            node.set(clark("w:w"), "6115")
    (tmp_path / "mine.docx").write_bytes(parts.to_bytes())
    assert made_with("Considered by", tmp_path / "mine.docx")[1] == [6115 - 216]
