"""Where tabs lead."""

from __future__ import annotations

import pytest

from generator.word.charts.text_width import text_width
from generator.word.package.elements import w
from generator.word.template.tab_stops import cell_room, part_ends, tabs


@pytest.mark.parametrize(
    ("stops", "start"),
    [
        ({3000: "left"}, 3000),
        ({100: "left", 3000: "left"}, 3000),
        ({3000: "right"}, 3000 - text_width("Name", 12) * 20),
        ({}, 1440),
        ({500: "left"}, 1440),
    ],
)
def test_a_part_begins_at_the_next_stop_or_at_words_own(
    stops: dict[int, str], start: float
) -> None:
    (_, (found, _)) = part_ends(["Some word", "Name"], stops, 12)
    assert found == pytest.approx(start)


def test_a_cell_has_room_between_its_margins() -> None:
    cell = w("tc", w("tcPr", w("tcW", w=3000, type="dxa")))
    margins = w("tblCellMar", w("left", w=50, type="dxa"), w("end", w=70, type="dxa"))
    assert cell_room(cell) == 3000 - 216
    w("tbl", w("tblPr", margins), w("tr", cell))
    assert cell_room(cell) == 3000 - 120
    assert cell_room(w("tc")) == cell_room(w("tc", w("tcPr", w("tcW", w=0, type="auto")))) == 0


def test_stops_of_a_style_are_cleared_in_the_order_of_their_places() -> None:
    made = tabs({500: "right"}, without=[900, 100])
    assert [list(node.attrib.values()) for node in made] == [
        ["clear", "100"], ["right", "500"], ["clear", "900"],
    ]  # fmt: skip
