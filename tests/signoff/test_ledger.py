"""The ledger: appended to, merged as a union in any order, and the first wrong line named."""

# ruff: noqa: E501 - messages stand whole, as a user sees them

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import InputProblems
from generator.signoff.canonical_json import canonical
from generator.signoff.events import LedgerEvent, digest_of
from generator.signoff.ledger import Ledger, appended, parse_ledger

from .samples import event, ledger
from .test_statements import COSTS

ASKED = event("asked")
SIGNED = event(statement=COSTS)
TAKEN_BACK = event("withdrawn", covers=())


def lines(*events: LedgerEvent, after: bytes = b"") -> list[str]:
    held = parse_ledger(after.decode(), "ledger.jsonl")
    return appended(after, held, events).decode().splitlines()


def problems(text: str) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        parse_ledger(text, "ledger.jsonl")
    return [str(one) for one in caught.value.problems]


def test_events_come_back_as_they_were_written_each_after_the_last() -> None:
    found = ledger(ASKED, SIGNED, TAKEN_BACK)
    kinds = [one.event for one in found.events.values()]
    assert kinds == ["asked", "signed", "withdrawn"]
    digests = list(found.events)
    assert [one.follows for one in found.events.values()] == [(), (digests[0],), (digests[1],)]
    assert found.heads == (digests[2],)
    assert found.events[digests[1]].statement == COSTS


def test_a_digest_is_that_of_the_line_without_it() -> None:
    data = json.loads(lines(SIGNED)[0])
    digest = data.pop("digest")
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert digest == hashlib.sha256(text.encode()).hexdigest()


def test_what_stands_in_the_file_stays_byte_for_byte() -> None:
    first = "\n".join(lines(ASKED)).encode()
    held = parse_ledger(first.decode(), "ledger.jsonl")
    made = appended(first, held, [SIGNED])
    assert made.startswith(first + b"\n")
    assert made.endswith(b"\n")


@given(st.data())
def test_two_copies_merge_as_a_union_in_any_order_of_lines(data: st.DataObject) -> None:
    start = lines(ASKED)
    after = ("\n".join(start) + "\n").encode()
    people = st.lists(st.sampled_from(["JG", "MK", "AB"]), max_size=3)
    copies = [
        lines(*(event(who=who, code=f"[{who}/15022023/{mark}]") for who in data.draw(people)),
              after=after)
        for mark in "XY"
    ]  # fmt: skip
    union = data.draw(st.permutations([*copies[0], *copies[1]]))
    whole = parse_ledger("\n".join(union), "ledger.jsonl")
    assert set(whole.events) == {json.loads(line)["digest"] for line in union}
    assert whole == parse_ledger("\n".join(sorted(set(union))), "ledger.jsonl")
    met: set[str] = set()
    for digest, one in whole.events.items():
        assert set(one.follows) <= met
        met.add(digest)
    bound = parse_ledger(
        appended("\n".join(union).encode(), whole, [SIGNED]).decode(), "ledger.jsonl"
    )
    assert len(bound.heads) == 1


def test_of_branches_the_latest_of_each_are_the_latest() -> None:
    after = ("\n".join(lines(ASKED)) + "\n").encode()
    one, other = lines(SIGNED, after=after), lines(TAKEN_BACK, after=after)
    whole = parse_ledger("\n".join([*one, *other]), "ledger.jsonl")
    assert {found.event for found in whole.latest(lambda _: True)} == {"signed", "withdrawn"}
    assert [found.event for found in ledger(ASKED, SIGNED).latest(lambda _: True)] == ["signed"]


def test_an_empty_ledger_has_nothing() -> None:
    assert parse_ledger("\n\n", "ledger.jsonl") == Ledger()
    assert Ledger().heads == ()


# ---------------------------------------------------------------- wrong lines
def changed(change: Callable[[dict[str, object]], None], seal: bool = False) -> str:
    """The second line with something changed; seal: with the digest that it should have."""
    first, second = lines(ASKED, SIGNED)
    data = json.loads(second)
    change(data)
    if seal:
        data.pop("digest")
        data["digest"] = digest_of(data)
    return f"{first}\n{canonical(data).decode()}\n"


def test_a_line_that_was_edited_is_named() -> None:
    found = problems(changed(lambda data: data.update(who="MK")))
    assert found == [
        "ledger.jsonl:2: was changed after it was written: its digest is not that of what it says; take the file from version control as it was"
    ]


def test_a_statement_that_was_edited_is_named_though_the_line_was_sealed_again() -> None:
    def edit(data: dict[str, object]) -> None:
        data["statement"]["predicate"]["words"] = ["It costs nothing."]  # type: ignore[index]

    (found,) = problems(changed(edit, seal=True))
    assert found.startswith("ledger.jsonl:2: the digests of its statement")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("<<<<<<< HEAD", "is not JSON"),
        ("[" * 5000, "is not JSON"),
        ("[1]", "is no event: it should be a JSON object"),
        ('{"event": "asked"}', "was changed after it was written: it is not in the canonical form"),
        ('{"event":"asked"}', "has no key 'code'"),
        ('{"colour":"red"}', "has an unknown key 'colour'"),
    ],
)
def test_what_is_no_event_is_named(line: str, said: str) -> None:
    first = lines(ASKED)[0]
    assert problems(f"{first}\n{line}\n")[0].startswith(f"ledger.jsonl:2: {said}")


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("event", "sung", "is of an unknown kind 'sung'"),
        ("who", 5, "has a 'who' that is no text"),
        ("day", "15 February", "has a 'day' that is no date: '15 February'"),
        (
            "covers",
            ["colour"],
            "covers ['colour'], which is no list of words, figures, recommendations",
        ),
        ("follows", "x", "has a 'follows' that is no list of digests"),
        ("statement", {"x": "y"}, "its statement is not that of a sign-off"),
    ],
)
def test_a_value_that_makes_no_sense_is_named(key: str, value: object, said: str) -> None:
    (found,) = problems(changed(lambda data: data.update({key: value}), seal=True))
    assert found.startswith(f"ledger.jsonl:2: {said}")


def test_a_line_that_was_taken_out_is_missed_where_another_follows_it() -> None:
    first, _, third = lines(ASKED, SIGNED, TAKEN_BACK)
    (found,) = problems(f"{first}\n{third}\n")
    assert found.startswith("ledger.jsonl:2: follows an event that is not in the ledger (")


def test_a_line_that_stands_twice_is_fine() -> None:
    first, second = lines(ASKED, SIGNED)
    twice = parse_ledger("\n".join([second, first, second]), "ledger.jsonl")
    assert twice == ledger(ASKED, SIGNED)


def test_a_release_keeps_a_statement_of_its_own() -> None:
    released = event("released", who="", unit="", code="", released='{"sha256":"00"}')
    (found,) = ledger(released).events.values()
    assert found.released == '{"sha256":"00"}'
