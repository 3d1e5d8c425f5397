"""Families: which values readers reckon with."""

from __future__ import annotations

from generator.model.survey.codebook import Question, Scale
from tests.survey.made import HERE, answers, codebook, computed, question

THREE = Scale("three", ("good", "fair", "bad"), (100, 50, 0), 1)


def test_ranges_that_differ_between_whole_numbers_only_are_the_same_to_a_reader() -> None:
    book = codebook([question("n", "number"), question("team", "single", ["A", "B", "C"])])
    sizes = {("A", 3): 32, ("B", 3): 16, ("B", 12): 9, ("C", 3): 23, ("C", 13): 14}
    rows = [{"team": team, "n": n} for (team, n), size in sizes.items() for _ in range(size)]
    yaml = """findings:
  sw:
    groups: {measure: percent, question: n, numbers: {above: 11}, by: team}
    all: {measure: bands, question: n, bands: [{name: high, from: 12}, {name: low}]}
"""
    found = computed(book, yaml, answers(book, rows))
    # 23 in all, 9 in B and 14 in C would leave none in A.
    marks = {one.group: one.mark for one in found.items["sw.groups"].estimates}
    assert marks["A"] == marks["B"] == "[c]"


def test_bands_that_differ_between_possible_scores_only_are_the_same_to_a_reader() -> None:
    items = [Question(name, name, "scale", HERE, scale=THREE, theme="th") for name in "pq"]
    book = codebook([*items, question("team", "single", ["A", "B"])], themes={"th": "Theme"})
    rows = [{"team": "A", "p": "bad", "q": "bad"}] * 32
    rows += [{"team": "B", "p": "bad", "q": "bad"}] * 16
    rows += [{"team": "B", "p": "good", "q": "good"}] * 9
    yaml = """findings:
  sw:
    groups: {measure: bands, theme: th, bands: [{name: high, from: 75}, {name: low}], by: team}
    all: {measure: bands, theme: th, bands: [{name: high, from: 70}, {name: low}]}
"""
    found = computed(book, yaml, answers(book, rows))
    assert {one.mark for one in found.items["sw.groups"].estimates} == {"[c]"}
