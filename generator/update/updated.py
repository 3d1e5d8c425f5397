"""What an update did: each change, and each that the officer must decide on."""

from __future__ import annotations

from typing import Literal

from generator.model.frozen import dataclass

Happened = Literal["changed", "conflict"]


@dataclass(frozen=True, slots=True)
class UpdateItem:
    """One change. kind: 'words', 'paragraph added', 'paragraph taken out', 'row added', 'chart' ...

    became: 'changed', as a tracked change; 'conflict': the officer's words stay, and a comment
    says what the source says. unit: where it is, '' where that is not known. old: what the copy
    said. new: what the new draft says.
    """

    became: Happened
    kind: str
    unit: str
    old: str
    new: str

    def as_plain(self) -> dict[str, str]:
        """For JSON."""
        return {
            "became": self.became,
            "kind": self.kind,
            "unit": self.unit,
            "old": self.old,
            "new": self.new,
        }


@dataclass(frozen=True, slots=True)
class Updated:
    """The copy's new bytes: those of the edited file where nothing changed."""

    data: bytes
    items: tuple[UpdateItem, ...]

    @property
    def conflicts(self) -> int:
        """How many changes a person must decide on."""
        return sum(1 for item in self.items if item.became == "conflict")
