"""Everything about a report's sign-offs at one moment, and the ledger's file name."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.document import Document
from generator.model.format import Format
from generator.model.frozen import dataclass
from generator.model.report import Report
from generator.signoff.ledger import Ledger
from generator.signoff.sign_off_states import Standing
from generator.signoff.signed_units import SignedUnit, signed_units
from generator.signoff.standing import standings
from generator.signoff.statements import Statement, statements_of
from generator.signoff.unit_texts import DigestOf

LEDGER_FILE = "ledger.jsonl"


@dataclass(frozen=True, slots=True)
class SignOffs:
    """What can be cleared, what it says now, what the ledger tells, and how each sign-off stands.

    statements: by unit, of those that the report prints.
    """

    units: tuple[SignedUnit, ...]
    statements: Mapping[str, Statement]
    ledger: Ledger
    rows: tuple[Standing, ...]


def sign_offs_of(
    report: Report, format_: Format, document: Document, ledger: Ledger, digest_of: DigestOf
) -> SignOffs:
    """The sign-offs of a composed report. digest_of: of a file that is placed whole."""
    units = signed_units(report, format_)
    statements = statements_of(document, units, digest_of)
    return SignOffs(
        units, statements, ledger, standings(report, format_, units, statements, ledger)
    )
