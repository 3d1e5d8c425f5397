"""What changed since somebody signed, in one text without colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import WrongUsage
from generator.signoff.ledger import Ledger
from generator.signoff.sign_offs import SignOffs, sign_offs_of
from generator.signoff.since_signed import marked, since_signed
from tests.compose.builders import report

from .samples import FORMAT, JG, MK, code, document, event, ledger, statement, written

CLEARED = statement("financial", document(written("It costs £5m.")))
SIGNED = event(statement=CLEARED)


def signed(the_ledger: Ledger) -> SignOffs:
    given = report(sign_offs=(code(),))
    return sign_offs_of(given, FORMAT, document(written("It costs £6m.")), the_ledger, lambda _: "")


@pytest.mark.parametrize("since", [JG, "financial"])
def test_a_code_or_a_unit_says_since_when(since: str) -> None:
    (found,) = since_signed(signed(ledger(SIGNED)), "check", since)
    assert (found.title, found.event.code) == ("Financial implications", JG)
    assert [(one.old, one.new) for one in found.changed] == [("It costs £5m.", "It costs £6m.")]


def test_of_a_unit_each_who_signed_is_told_and_nobody_who_took_it_back() -> None:
    other = event(who="MK", code=MK, statement=CLEARED)
    found = since_signed(signed(ledger(SIGNED, other)), "check", "financial")
    assert [one.event.who for one in found] == ["JG", "MK"]
    back = ledger(SIGNED, other, event("withdrawn", covers=()))
    assert [one.event.who for one in since_signed(signed(back), "check", "financial")] == ["MK"]


def test_a_sign_off_that_the_ledger_does_not_know_is_refused_with_the_nearest() -> None:
    with pytest.raises(WrongUsage, match=r"did you mean '\[JG/15022023/Y\]'"):
        since_signed(signed(ledger(SIGNED)), "check", "[JG/15022023/X]")


def test_both_texts_are_read_from_one() -> None:
    assert marked("It costs £5 a year.", "It costs £6 a month.") == (
        "It costs [-£5-]{+£6+} a [-year-]{+month+}."
    )
    assert marked("all agree now", "few said so now") == "[-all agree-]{+few said so+} now"
    assert marked("", "New.") == "{+New.+}"
    assert marked("Old.", "") == "[-Old.-]"


LETTERS = st.text("ab 1.", max_size=20)


@given(LETTERS, LETTERS)
def test_without_what_is_marked_each_text_is_there(old: str, new: str) -> None:
    import re

    whole = marked(old, new)
    assert re.sub(r"\{\+.*?\+\}", "", whole).replace("[-", "").replace("-]", "") == old
    assert re.sub(r"\[-.*?-\]", "", whole).replace("{+", "").replace("+}", "") == new
