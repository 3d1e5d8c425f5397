"""The two readings of a file with tracked changes: all of them accepted, or all rejected.

    <w:ins w:author="A" ...><w:r>...</w:r></w:ins>      accepted: there; rejected: gone
    <w:del w:author="A" ...><w:r>...</w:r></w:del>      accepted: gone; rejected: there
    <w:rPr><w:b/><w:rPrChange ...><w:rPr/></w:rPrChange></w:rPr>   accepted: bold; rejected: plain

A move is a deletion in one place (w:moveFrom) and an insertion in another (w:moveTo). What was
inserted by one and deleted by another is in neither reading.
"""

from __future__ import annotations

from generator.model.frozen import dataclass
from generator.word.package.elements import Element, clark

_ROW = clark("w:trPr")
_CELL = clark("w:tcPr")
_RUN = clark("w:rPr")


@dataclass(frozen=True, slots=True)
class View:
    """One reading. gone, changed: tags round what is not in it, and round what is only in it.

    gone_cells: tags in the properties of cells that are not in it.
    """

    accepted: bool
    gone: frozenset[str]
    changed: frozenset[str]
    gone_cells: frozenset[str]

    def properties(self, owner: Element, tag: str) -> Element | None:
        """w:pPr or w:rPr (tag, as lxml names it) as they are in this reading."""
        found = next(owner.iterchildren(tag), None)  # half the time of find, for every run
        if found is None or self.accepted:
            return found
        change = found.find(tag + "Change")
        return found if change is None else change.find(tag)

    def mark_gone(self, properties: Element | None) -> bool:
        """Whether the mark at the end of a paragraph with these w:pPr is not in this reading."""
        mark = None if properties is None else properties.find(_RUN)
        return mark is not None and any(child.tag in self.gone for child in mark)

    def mark_change(self, properties: Element | None) -> Element | None:
        """The w:ins, w:del or part of a move by which that mark is only in this reading."""
        mark = None if properties is None else properties.find(_RUN)
        if mark is None:
            return None
        return next((child for child in mark if child.tag in self.changed), None)

    def row_gone(self, row: Element) -> bool:
        """Whether a row is not in this reading."""
        return _any(row.find(_ROW), self.gone)

    def row_change(self, row: Element) -> Element | None:
        """What a row is only in this reading by."""
        said = row.find(_ROW)
        return None if said is None else next((c for c in said if c.tag in self.changed), None)

    def cell_gone(self, cell: Element) -> bool:
        """Whether a cell is not in this reading."""
        return _any(cell.find(_CELL), self.gone_cells)


def _any(properties: Element | None, tags: frozenset[str]) -> bool:
    return properties is not None and any(child.tag in tags for child in properties)


_BROUGHT = frozenset((clark("w:ins"), clark("w:moveTo")))
_TAKEN = frozenset((clark("w:del"), clark("w:moveFrom")))
ACCEPTED = View(True, _TAKEN, _BROUGHT, frozenset((clark("w:cellDel"),)))
REJECTED = View(False, _BROUGHT, _TAKEN, frozenset((clark("w:cellIns"),)))
CHANGES = _BROUGHT | _TAKEN
"""The tags round what was inserted, deleted or moved."""
TRACKED = CHANGES | {
    clark(f"w:{name}") for name in ("cellIns", "cellDel", "pPrChange", "rPrChange")
}
"""The tags by which two readings differ."""
