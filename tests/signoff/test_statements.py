"""Statements: what they hold, what moves their digests, and their shape."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace

import pytest

from generator.model.document import Reference, Value
from generator.model.format import DEPENDENCES, FrontMatterRule, Part
from generator.model.report import Person
from generator.signoff.signed_units import signed_units
from generator.signoff.statements import (
    Statement,
    as_in_toto,
    from_in_toto,
    statements_of,
)
from tests.compose.builders import format_, report

from .samples import FORMAT, document, statement, written

BUDGET = Value("£5m", "report.budget")
COSTS = statement("financial", document(written("It costs ", BUDGET, ".")))


def moved(other: Statement) -> set[str]:
    """The kinds whose digests differ."""
    return {kind for kind in DEPENDENCES if COSTS.digest(kind) != other.digest(kind)}


def test_a_statement_holds_words_figures_and_recommendations() -> None:
    assert (
        Statement(
            "check",
            "financial",
            ("It costs {report.budget}.",),
            (("report.budget", "£5m"),),
            ("The Scrutiny Panel is recommended to:", "Note the findings."),
        )
        == COSTS
    )
    assert COSTS.read() == ("It costs £5m.",)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (written("It costs  ", BUDGET, " ."), {"words"}),
        (written(" It costs\u00a0", BUDGET, ".  "), set()),
        (written("It costs ", Value("£6m", "report.budget"), "."), {"figures"}),
        (written("It costs £5m."), {"words", "figures"}),
        (written("It will cost ", BUDGET, "."), {"words"}),
    ],
)
def test_each_kind_has_a_digest_of_its_own(text: object, kinds: set[str]) -> None:
    assert moved(statement("financial", document(text))) == kinds


def test_quotes_dashes_and_spacing_move_no_digest() -> None:
    typed = statement("financial", document(written("The 'plan' - it's  2021-22")))
    set_ = statement("financial", document(written("The ‘plan’ – it’s 2021–22")))
    assert all(typed.digest(kind) == set_.digest(kind) for kind in DEPENDENCES)


def test_a_change_of_a_recommendation_is_told_as_such() -> None:
    other = document(written("It costs ", BUDGET, "."), recommended=("Agree the findings.",))
    assert moved(statement("financial", other)) == {"recommendations"}


def test_what_stands_in_another_unit_moves_nothing() -> None:
    other = document(written("It costs ", BUDGET, "."), written("There is a risk."))
    assert moved(statement("financial", other)) == set()


def test_numbers_that_move_are_no_change() -> None:
    def built(*before: object) -> Statement:
        law = [*before, replace(written("The risk."), name="risk")]
        return statement("financial", document(written("See ", Reference("risk"), "."), law))

    one, other = built(), built(written("A new first paragraph."))
    assert one == other


def test_the_statement_is_one_of_in_toto_with_digests_that_sha256sum_gives() -> None:
    data = as_in_toto(COSTS)
    assert data["_type"] == "https://in-toto.io/Statement/v1"
    assert data["predicateType"] == "urn:committee-report:sign-off:1"
    words = json.dumps(data["predicate"]["words"], separators=(",", ":"), ensure_ascii=False)
    assert data["subject"][0] == {
        "name": "financial/words",
        "digest": {"sha256": hashlib.sha256(words.encode()).hexdigest()},
    }
    assert from_in_toto(json.loads(json.dumps(data))) == COSTS


def test_a_statement_that_does_not_bear_its_digests_is_refused() -> None:
    data = as_in_toto(COSTS)
    data["predicate"]["words"] = ["It costs nothing."]
    with pytest.raises(ValueError, match="digests"):
        from_in_toto(data)
    with pytest.raises(ValueError, match="not that of a sign-off"):
        from_in_toto({"predicate": {"unit": 5}})


def test_people_of_the_front_matter_sign_the_whole_report() -> None:
    table = Part("sign_off_table", rows=("director",), depends_on=("words",))
    rule = FrontMatterRule("director", "Director:", "people")
    the_format = replace(FORMAT, front_matter=(rule,), layout=(*FORMAT.layout, table))
    people = (Person("Ann Ode"), Person("Bo Lee"))
    the_report = report(front_matter={"director": people})
    *_, unit = signed_units(the_report, the_format)
    assert (unit.key, unit.owner, unit.people, unit.depends_on) == (
        "director", "Director", people, ("words",),
    )  # fmt: skip
    made = document(written("It costs ", BUDGET, "."), the_format=the_format,
                    front_matter={"director": people})  # fmt: skip
    whole = statements_of(made, (unit,), lambda _: "")["director"]
    assert {"Health check", "Why.", "It costs {report.budget}.", "There are none."} <= set(
        whole.words
    )


def test_a_format_without_sign_offs_has_no_units() -> None:
    assert signed_units(report(), format_()) == ()
