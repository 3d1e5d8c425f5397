"""Every figure that the published papers print is what the example's raw exports give."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.inputs.raw_exports import answers, asked, codebook, export

LIST = yaml.safe_load(Path(__file__).with_name("figures.yaml").read_text(encoding="utf-8"))
SEVERAL = ";"


def part_of_base(key: str, wave: str, group: str | None = None) -> tuple[int, int]:
    """How many gave the counted answers, and how many answered (the base)."""
    definition, cohort = LIST["definitions"][key], key[:2]
    if definition.get("measure") == "response_rate":
        return len(export(cohort, wave).rows), definition["sent"][wave]
    given = [a for a in members(definition, cohort, wave, group) if a]
    counted = [group] if definition.get("measure") == "share" else definition["answers"]
    wanted = set(LIST["options"][counted] if isinstance(counted, str) else counted)
    whole = {answer for answer in given if answer in wanted}
    hits = sum(answer in whole or bool(wanted & set(answer.split(SEVERAL))) for answer in given)
    return hits, len(given)


def members(definition: Any, cohort: str, wave: str, group: str | None) -> list[str]:
    given = answers(cohort, wave, definition["question"])
    if "by" not in definition:
        return given
    groups = answers(cohort, wave, definition["by"])
    return [a for a, g in zip(given, groups, strict=True) if g == group]


def figure(key: str, wave: str, group: str | None = None) -> Fraction:
    """The unrounded figure: per cent, or the mean of the numbers given."""
    definition = LIST["definitions"][key]
    if definition.get("measure") == "mean":
        numbers = [Fraction(a) for a in members(definition, key[:2], wave, group) if a]
        return sum(numbers, Fraction(0)) / len(numbers)
    part, base = part_of_base(key, wave, group)
    return Fraction(100 * part, base)


def rounded(value: Fraction, decimals: int) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def agrees(value: Fraction, printed: str, qualifier: str) -> bool:
    """Whether a figure may be printed like this, with the paper's own qualifying word."""
    number = Decimal(printed.rstrip("%"))
    limit = Fraction(number)
    if qualifier in ("over", "under"):
        return value > limit if qualifier == "over" else value < limit
    if qualifier == "just over":
        return limit < value < limit + Fraction(1, 2)
    if qualifier == "almost":
        return limit - Fraction(3, 2) < value < limit
    if qualifier == "around":
        return abs(value - limit) < Fraction(3, 2)
    return rounded(value, -int(number.as_tuple().exponent)) == number


@pytest.mark.parametrize("entry", LIST["figures"], ids=lambda e: "-".join(e[:3] + e[5:]))
def test_the_exports_give_the_printed_figure(entry: list[str]) -> None:
    key, wave, printed, qualifier, _where, *group = entry
    value = figure(key, wave, *group)
    assert agrees(value, printed, qualifier), f"{float(value):.3f} is not {qualifier} {printed}"


@pytest.mark.parametrize("entry", LIST["counts"], ids=lambda e: f"{e[0]}-{e[1]}")
def test_the_exports_give_the_printed_number_of_people(entry: list[Any]) -> None:
    key, wave, count, base, _where = entry
    part, whole = part_of_base(key, wave)
    assert (part, base or whole) == (count, whole)


@pytest.mark.parametrize("entry", LIST["directions"], ids=lambda e: f"{e[0]}-{'-'.join(e[1])}")
def test_what_the_papers_say_in_words_of_change_is_true(entry: list[Any]) -> None:
    key, waves, direction, _where, *rest = entry
    size, group = [*rest, None, None][:2]
    values = [figure(key, wave, group) for wave in waves]
    steps = [after - before for before, after in pairwise(values)]
    holds = {"rises": lambda s: s > 0, "falls": lambda s: s < 0, "not more": lambda s: s <= 0}
    assert all(holds[direction](step) for step in steps), [float(v) for v in values]
    if isinstance(size, int):
        assert rounded(abs(steps[-1]), 0) == size
    if size == "significant":
        assert abs(z_of_change(key, waves[-2], waves[-1])) > 1.96


def z_of_change(key: str, earlier: str, later: str) -> float:
    """The two-proportion z with pooled variance and no finite population correction."""
    (k1, n1), (k2, n2) = part_of_base(key, earlier), part_of_base(key, later)
    pooled = (k1 + k2) / (n1 + n2)
    return (k2 / n2 - k1 / n1) / sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2))


@pytest.mark.parametrize("entry", LIST["contradictions"], ids=lambda e: f"{e[0]}-{e[2]}")
def test_a_contradicted_figure_is_not_printed_and_the_arithmetic_is_followed(
    entry: list[str],
) -> None:
    key, wave, printed, _where, instead = entry
    value = figure(key, wave)
    assert not agrees(value, printed, "")
    assert agrees(value, instead, "")


def test_no_base_but_119_gives_all_ten_service_shares_of_2020() -> None:
    shares = [e[2].rstrip("%") for e in LIST["figures"] if e[0] == "wf.services"]
    assert len(shares) == 10

    def reachable(share: str, base: int) -> bool:
        decimals = len(share.partition(".")[2])
        near = round(base * float(share) / 100)
        counts = range(max(0, near - 1), near + 2)
        return any(rounded(Fraction(100 * k, base), decimals) == Decimal(share) for k in counts)

    fits = [base for base in range(1, 238) if all(reachable(s, base) for s in shares)]
    assert fits == [119]


def test_every_quoted_group_has_at_least_ten_people_but_for_the_services_of_2020() -> None:
    for key, wave, _printed, _qualifier, _where, *group in LIST["figures"]:
        definition = LIST["definitions"][key]
        if "by" in definition:
            assert len([a for a in members(definition, key[:2], wave, *group) if a]) >= 10


def test_one_service_of_2022_is_too_small_to_be_shown() -> None:
    given = answers("sw", "2022", "service")
    assert given.count("Disabled Children and Young People") == 7


@pytest.mark.parametrize("cohort", ["sw", "wf"])
@pytest.mark.parametrize("wave", ["2019", "2020", "2021", "2022"])
class TestExport:
    def test_asks_at_least_forty_questions(self, cohort: str, wave: str) -> None:
        assert len(asked(cohort, wave)) >= 40

    def test_has_one_test_answer_and_one_answer_sent_twice(self, cohort: str, wave: str) -> None:
        assert export(cohort, wave).left_out == 2

    def test_holds_every_question_of_the_codebook_and_no_other(
        self, cohort: str, wave: str
    ) -> None:
        ids = asked(cohort, wave)
        columns = [h for h in export(cohort, wave).headings if h.strip()]
        metadata = 6 if wave >= "2021" else 5
        assert len(columns) == len(ids) + metadata
        for question in ids:
            assert any(answers(cohort, wave, question)), question

    def test_holds_only_options_that_the_codebook_knows(self, cohort: str, wave: str) -> None:
        for question in asked(cohort, wave):
            entry = codebook()["questions"][question]
            scale = codebook()["scales"].get(entry.get("scale"), {})
            known = {*entry.get("options", []), *scale.get("options", []), ""}
            given = set(answers(cohort, wave, question))
            if entry["kind"] == "multi":
                given = {part for answer in given for part in answer.split(SEVERAL)}
            if entry["kind"] in ("scale", "single", "multi") and entry.get("other") != "true":
                assert given <= known, question
            if entry["kind"] == "number":
                low, high = float(entry["minimum"]), float(entry["maximum"])
                assert all(low <= float(answer) <= high for answer in given if answer)

    def test_holds_no_address_outside_the_example_domain(self, cohort: str, wave: str) -> None:
        cells = [cell for row in export(cohort, wave).rows for cell in row if "@" in cell]
        assert all("@example.org" in cell for cell in cells)
