"""The evidence for a report's figures as tables, for the audit file. It is internal to the council.

Nothing that disclosure control withholds is in it.
"""

from __future__ import annotations

from generator.model.frozen import dataclass

EvidenceCell = str | int


@dataclass(frozen=True, slots=True)
class EvidenceColumn:
    """A column: its head, what its cells mean, how wide it is in characters."""

    head: str
    meaning: str
    width: int = 16


@dataclass(frozen=True, slots=True)
class EvidenceTable:
    """A table. name: of its sheet. title: its heading. rows: parallel to columns; '' for a cell
    that nothing applies to.
    """

    name: str
    title: str
    columns: tuple[EvidenceColumn, ...]
    rows: tuple[tuple[EvidenceCell, ...], ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """All tables of a report; those without rows too. about: what there is to know of them all."""

    report: str
    title: str
    about: tuple[str, ...]
    tables: tuple[EvidenceTable, ...]
