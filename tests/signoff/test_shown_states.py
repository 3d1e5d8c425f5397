"""What a draft says of its sign-offs, where they are printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.document import Document, PrintedSignOff, SignOffText, Table
from generator.model.format import Part, SignOffRule
from generator.signoff.shown_states import with_states
from generator.signoff.sign_off_states import Standing
from tests.compose.builders import PURPOSE, section

from .samples import FORMAT, JG, MK, code, document

STALE = Standing("financial", "Financial", "Finance", "stale", "JG", JG, date(2023, 2, 15))
MISSING = Standing("legal", "Legal implications", "Legal", "missing")


def printed(the_document: Document, unit: str) -> PrintedSignOff:
    found = section(the_document, unit).blocks[-1]
    assert isinstance(found, PrintedSignOff)
    return found


def test_a_draft_says_who_is_awaited_and_who_must_sign_again() -> None:
    made = with_states(document(sign_offs=(code(),)), (STALE, MISSING))
    assert printed(made, "financial") == PrintedSignOff(
        "financial", (JG,), state="[Finance: to be signed again]"
    )
    assert printed(made, "legal") == PrintedSignOff("legal", (), state="[awaiting Legal]")


def test_what_is_signed_or_unbound_prints_as_before() -> None:
    before = document(sign_offs=(code(),))
    for state in ("signed", "unbound"):
        assert with_states(before, (replace(STALE, state=state),)) == before


def test_a_unit_is_as_good_as_its_worst() -> None:
    asked = Standing("financial", "Financial", "Finance", "asked", "MK")
    made = with_states(document(sign_offs=(code(),)), (STALE, asked))
    said = "[Finance: to be signed again] [awaiting Finance]"
    assert printed(made, "financial").state == said


def table(the_document: Document, key: str) -> Table:
    return next(one for one in section(the_document, key).blocks if isinstance(one, Table))


def test_a_cell_of_the_table_of_implications_says_it_too() -> None:
    layout = (Part("recommendations"), PURPOSE, Part("implications", style="table"))
    before = document(sign_offs=(code(),), the_format=replace(FORMAT, layout=layout))
    rows = table(with_states(before, (STALE, MISSING)), "implications").rows
    assert rows[0][2] == (SignOffText(JG, "financial", state="[Finance: to be signed again]"),)
    assert rows[1][2] == (SignOffText("–", "legal", given=False, state="[awaiting Legal]"),)


def test_a_table_of_officers_says_it_in_the_row_of_each() -> None:
    part = Part("sign_off_table", columns=("issue", "code"))
    rule = SignOffRule(placement="table")
    the_format = replace(FORMAT, layout=(*FORMAT.layout, part), sign_off=rule)
    before = document(sign_offs=(code(), code(MK)), the_format=the_format)
    signed = replace(STALE, state="signed", who="MK", code=MK)
    rows = table(with_states(before, (STALE, signed, MISSING)), "sign-off-table").rows
    states = [
        [inline.state for inline in row[1] if isinstance(inline, SignOffText)] for row in rows
    ]
    assert states == [["[Finance: to be signed again]"], [""], [""]]
