"""Moves: how far a withheld count can lie from the truth with every published figure the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.survey.disclosure.family_table import FamilyTable
from generator.survey.disclosure.moves import Moves, ring_breaks
from generator.survey.disclosure.secondary import secure

SERVICES = [(23, 10), (12, 5), (7, 5), (6, 5), (7, 5), (6, 1), (2, 0)]


def by_group(counts: Sequence[Sequence[int]], *, whole: bool = True) -> FamilyTable:
    """A share by group, the first answer counted, and the share of all where `whole`."""
    size = len(counts)
    figures = size + whole
    every = 1 << size if whole else 0
    return FamilyTable(
        [list(row) for row in counts],
        [1 << group | every for group in range(size)],
        [(1.0, 0.0)] * figures,
        (1 << size) - 1,
        [*(sum(row) + 1 for row in counts), *[1000] * whole],
    )


def test_a_single_withheld_group_is_told_by_the_total() -> None:
    assert Moves(by_group(SERVICES)).width(5, 1 << 5, 10) == 0


def test_two_withheld_groups_can_exchange_answers() -> None:
    # 6 of 7 and 6 of 11: one more of the seven may agree, or five fewer.
    withheld = 1 << 5 | 1 << 3
    assert Moves(by_group(SERVICES)).width(5, withheld, 100) == 1 + 5
    assert Moves(by_group(SERVICES)).width(3, withheld, 100) == 1 + 5


def test_without_a_total_a_withheld_group_may_have_any_count() -> None:
    assert Moves(by_group(SERVICES, whole=False)).width(5, 1 << 5, 100) == 7


def test_the_smallest_group_that_suffices_is_withheld_too() -> None:
    hidden = secure(Moves(by_group(SERVICES)), 1 << 5 | 1 << 6, 0, 5)
    assert hidden == 1 << 3 | 1 << 5 | 1 << 6


def test_nothing_is_added_where_there_is_nothing_to_protect() -> None:
    assert secure(Moves(by_group(SERVICES)), 0, 0, 5) == 0


def test_what_the_whole_tells_is_not_paid_for_with_the_breakdown() -> None:
    # All of all agree: so does every group, and nothing can be done about it.
    counts = [(20, 0), (8, 0), (30, 0)]
    assert secure(Moves(by_group(counts)), 1 << 1, 0, 5) == 1 << 1


def test_the_total_itself_is_never_withheld_for_a_group() -> None:
    hidden = secure(Moves(by_group([(20, 20), (3, 4)])), 1 << 1, 0, 5)
    assert hidden == 0b11


def test_a_ring_of_four_leaves_the_figures_of_single_groups_alone() -> None:
    # Bits: a, a', b, b', and the four cells.
    cells = {(a, b): 1 << a | 1 << (2 + b) | 1 << (4 + 2 * a + b) for a in (0, 1) for b in (0, 1)}
    members = [cells[0, 0], cells[0, 1], cells[1, 1], cells[1, 0]]
    assert ring_breaks(members, (0, 1, 2, 3)) == 0b1111_0000
    table = FamilyTable(
        [[8, 8]] * 4, members, [(1.0, 0.0)] * 8, 0xFF, [99] * 4 + [10] * 4, joint=0b1111_0000
    )
    assert Moves(table).width(4, 0b1111_0000, 100) == 16
    assert Moves(table).width(4, 0b0011_0000, 100) == 0
    assert secure(Moves(table), 1 << 4, 0, 5) == 0b1111_0000


def test_a_figure_that_tells_less_than_it_is_taken_to_excuses_nothing() -> None:
    # good, fair, bad of one group: 8, 11 and 1. Figures: each of the three; good and an index with
    # another question, both published before; the index is taken to tell the three apart.
    table = FamilyTable(
        [[8, 11, 1], [22, 8, 4]],
        [0b11111, 0],
        [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0), (1.0, 0.0, 0.0), (1.0, 2.0, 3.0)],
        0b11111,
        [21] * 5,
        known=0b11000,
        elsewhere=0b10000,
    )
    assert secure(Moves(table), 0b00100, 0, 5) == 0b00100
    table = replace(table, overstated=0b10000)
    assert secure(Moves(table), 0b00100, 0, 5) == 0b00111


def test_groups_that_overlap_and_were_published_before_excuse_nothing() -> None:
    # Good and not of two services, in two cohorts. Figures: each service of the first cohort; known
    # are the first cohort and the first service. What the second service of the first cohort gains,
    # the first loses, and gains in the second cohort: three groups at once.
    table = FamilyTable(
        [[5, 9], [2, 37], [7, 4], [6, 2]],
        [0b1101, 0b0110, 0b1000, 0],
        [(1.0, 0.0)] * 4,
        0b0011,
        [15, 40, 65, 26],
        known=0b1100,
    )
    assert secure(Moves(table), 0b0010, 0, 5) == 0b0011


def test_means_of_many_values_are_protected_by_people_who_could_exchange_them() -> None:
    values = 30
    counts = [[1] * 8 + [0] * 22, [0] * 8 + [1] * 22, [1] * 30]
    table = FamilyTable(
        counts,
        [0b1001, 0b1010, 0b1100],
        [tuple(float(value) for value in range(values))] * 4,
        0b0111,
        [9, 23, 31, 1000],
    )
    assert Moves(table).width(0, 0b0001, 5) == 0
    assert secure(Moves(table), 0b0001, 0, 5) == 0b0011
