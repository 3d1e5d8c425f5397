"""Whether figures tell how many gave each answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def tell_totals(weights: Sequence[Sequence[float]]) -> bool:
    """Whether sums with these weights, and the base, fix the count of all values they tell apart.

    weights: figures x values. The shares of two answers fix both and the rest; an index of three
    answers tells them apart and fixes none.
    """
    columns = list(dict.fromkeys(zip(*weights, strict=True)))
    if len(columns) <= 1:
        return True
    matrix = np.array([[1.0] * len(columns), *zip(*columns, strict=True)])
    return int(np.linalg.matrix_rank(matrix)) == len(columns)
