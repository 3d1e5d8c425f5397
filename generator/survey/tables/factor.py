"""One column of text as codes into its distinct values.

Survey answers repeat: a column of a hundred thousand answers has five distinct ones. Everything
after reading works on the distinct values and looks the rest up.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.frozen import dataclass

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Factor:
    """codes: index into values per row. values: distinct texts, '' for an empty cell."""

    codes: NDArray[Any]
    values: tuple[str, ...]

    def take(self, rows: NDArray[Any]) -> Factor:
        """The same column for some rows: a mask or positions."""
        return Factor(self.codes[rows], self.values)

    def lookup(self, table: NDArray[Any]) -> NDArray[Any]:
        """Per row, the entry of `table`, which is parallel to values."""
        if not len(self.values):
            return table[:0]
        return np.asarray(table[self.codes])

    def mask(self, wanted: Sequence[bool]) -> NDArray[np.bool_]:
        """Per row, whether its distinct value is wanted; `wanted` is parallel to values."""
        return self.lookup(np.array(wanted, dtype=np.bool_))

    def counts(self) -> NDArray[np.int64]:
        """Rows per distinct value."""
        return np.bincount(self.codes, minlength=len(self.values))

    def texts(self) -> list[str]:
        """The column written out again."""
        return [self.values[code] for code in self.codes]


def factorise(column: Sequence[str]) -> Factor:
    """A list of texts as a Factor; distinct values in order of first appearance."""
    seen: dict[str, int] = {}
    note = seen.setdefault
    codes = [note(text, len(seen)) for text in column]
    return Factor(np.array(codes, dtype=code_type(len(seen))), tuple(seen))


def code_type(distinct: int) -> type[np.integer[Any]]:
    """The smallest type that holds that many codes."""
    return np.int16 if distinct < 32_000 else np.int32


class FactorBuilder:
    """Joins the parts of one column that is read in pieces."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}
        self._parts: list[NDArray[Any]] = []

    def add(self, codes: NDArray[Any], values: Sequence[str]) -> None:
        """Append rows given as codes into this part's own distinct values."""
        note = self._seen.setdefault
        table = np.array([note(text, len(self._seen)) for text in values], dtype=np.int32)
        part = table[codes] if len(values) else np.zeros(0, dtype=np.int32)
        self._parts.append(part.astype(code_type(len(self._seen)), copy=False))

    def build(self) -> Factor:
        """The whole column."""
        if not self._parts:
            return Factor(np.zeros(0, dtype=np.int16), ())
        codes = np.concatenate(self._parts)
        return Factor(codes, tuple(self._seen))
