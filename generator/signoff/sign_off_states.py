"""How a sign-off stands.

| state     | what it means                                                           |
| --------- | ----------------------------------------------------------------------- |
| missing   | it must be signed before release, and nobody has been asked             |
| asked     | somebody has been asked                                                 |
| signed    | what was cleared is what is there                                       |
| stale     | something that the sign-off covers has changed since                    |
| withdrawn | it was taken back                                                       |
| unbound   | sign_offs.yaml has it and the ledger does not, so nobody can tell       |

"""

from __future__ import annotations

from datetime import date
from typing import Literal

from generator.model.format import Dependence
from generator.model.frozen import dataclass

SignOffState = Literal["missing", "asked", "signed", "stale", "withdrawn", "unbound"]
OWED: tuple[SignOffState, ...] = ("missing", "asked", "stale", "withdrawn")
"""States in which somebody has still to sign."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A text or a figure that changed. old, new: as they read; '' where it came or went.

    key: of a figure, which it is.
    """

    kind: Dependence
    old: str
    new: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a sign-off stands. title, owner: of its unit. who: initials or a name, '' for nobody.

    date: of the sign-off; else on which it was asked for or withdrawn; None for none. covers: what
    the sign-off is of, () without one. changed: of a stale one.
    """

    unit: str
    title: str
    owner: str
    state: SignOffState
    who: str = ""
    code: str = ""
    date: date | None = None
    covers: tuple[Dependence, ...] = ()
    changed: tuple[Difference, ...] = ()

    @property
    def given(self) -> bool:
        """Whether sign_offs.yaml has it."""
        return self.state in ("signed", "stale", "unbound") or bool(self.code)
