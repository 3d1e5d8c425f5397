"""Small reports with something to sign off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from generator.model.document import Block, Document, Paragraph, Text, Value
from generator.model.format import Format, ImplicationRule, Part
from generator.model.issues import Where
from generator.model.origin import Origin
from generator.model.report import SignOff
from generator.signoff.events import EventKind, LedgerEvent
from generator.signoff.ledger import Ledger, appended, parse_ledger
from generator.signoff.signed_units import signed_units
from generator.signoff.statements import Statement, statements_of
from tests.compose.builders import DECISION, PURPOSE, compose, format_, narrative, recommend, report

FINANCE = ImplicationRule(
    "financial", "Financial implications", "Finance", sign_off="code", sign_off_required=True
)
LAW = replace(FINANCE, key="legal", title="Legal implications", owner="Legal")
FORMAT = format_(
    layout=(Part("recommendations"), PURPOSE, Part("implications")),
    recommendations=(DECISION,),
    implications=(FINANCE, LAW),
)
JG, MK = "[JG/15022023/Y]", "[MK/16022023/J]"
DAY = date(2023, 2, 15)


def written(*content: str | Value) -> Paragraph:
    """A paragraph that a person wrote."""
    inlines = tuple(Text(one) if isinstance(one, str) else one for one in content)
    return Paragraph(inlines, numbered=True, origin=Origin(line=9, by="person"))


def document(
    financial: Block | Sequence[Block] = (),
    legal: Block | Sequence[Block] = (),
    recommended: Sequence[str] = ("Note the findings.",),
    the_format: Format = FORMAT,
    **changes: Any,
) -> Document:
    """A report with a purpose, two implications and recommendations."""
    text = narrative(
        purpose=written("Why."),
        financial_implications=financial or written("There are none."),
        legal_implications=legal or written("There are none."),
    )
    recommendations = {"decision": recommend(*recommended)}
    return compose(text, the_format, report(recommendations=recommendations, **changes))


def statement(unit: str, the_document: Document, the_format: Format = FORMAT) -> Statement:
    """What a unit says."""
    units = signed_units(report(), the_format)
    return statements_of(the_document, units, lambda _: "0" * 64)[unit]


def code(text: str = JG, unit: str = "financial", day: date = DAY) -> SignOff:
    """An entry of sign_offs.yaml."""
    return SignOff(unit, Where("inputs/check/sign_offs.yaml"), code=text, date=day)


def event(kind: EventKind = "signed", who: str = "JG", **changes: Any) -> LedgerEvent:
    """An event about the financial implications."""
    fields: dict[str, Any] = {"role": "Finance", "day": DAY, "unit": "financial"}
    fields["code"] = JG if kind != "asked" and who == "JG" else ""
    return LedgerEvent(kind, who, **{**fields, **changes})


def ledger(*events: LedgerEvent) -> Ledger:
    """A ledger of events, one after the other."""
    return parse_ledger(appended(b"", Ledger(), events).decode(), "ledger.jsonl")
