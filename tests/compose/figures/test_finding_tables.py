"""Tables of every finding, with what is to be known of them below."""

from __future__ import annotations

from generator.compose.figures.finding_tables import finding_tables
from generator.model.document import Paragraph, Table
from generator.model.walk import plain
from tests.narrative.makers import findings_of, percent


def test_the_notes_of_single_figures_stand_below_the_table_that_they_share() -> None:
    shares = {"2021": (50, 94), "2022": (60, 94)}
    made = finding_tables(
        findings_of(
            percent("sw.a", shares, title="Stays", notes=("Leavers are left out.",)),
            percent("sw.b", shares, title="Agrees"),
        )
    )
    marks, table, note = made
    assert isinstance(marks, Paragraph)
    assert plain(marks.content).startswith("Marks: [x]")
    assert isinstance(table, Table)
    assert isinstance(note, Paragraph)
    assert (plain(note.content), note.style) == ("Stays: Leavers are left out.", "note")
