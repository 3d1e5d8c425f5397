"""Charts as they were read before: a change of words leaves parts and workbooks as they are.

    {"9f0c...": ["word/charts/chart1.xml", "Replies", ["lineChart"], [["2022", ["Yes"], ...]], ...]}

A chart is kept as the fields of its value in their order, under the digest of its part, of its
relationships, and of the workbook that these lead to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from generator.model.digests import digest
from generator.model.release.paper import PaperChart, PaperSeries
from generator.model.release.paper_media import PaperWorkbook
from generator.word.package.parts import Parts, relationships_name
from generator.word.paper.drawn_charts import read_chart


class KnownCharts:
    """Reads charts, and remembers those of one paper."""

    def __init__(self, kept: Mapping[str, Any] | None = None) -> None:
        """kept: what `as_data` told of an earlier paper."""
        self._kept = kept or {}
        self._read: dict[str, PaperChart | None] = {}

    def read(self, parts: Parts, name: str) -> PaperChart | None:
        """The chart of a part, None for what is no XML."""
        key = _key(parts, name)
        if key not in self._read:
            kept = self._kept.get(key)
            self._read[key] = read_chart(parts, name) if kept is None else _chart(kept)
        return self._read[key]

    def as_data(self) -> dict[str, Any]:
        """The charts of the paper, as JSON data."""
        return {key: astuple(one) for key, one in self._read.items() if one is not None}


def _key(parts: Parts, name: str) -> str:
    related = parts.raw.get(relationships_name(name), b"")
    workbook = parts.related_part(name, "package") if related else None
    book = parts.raw[workbook] if workbook else b""
    return digest(name.encode(), parts.raw[name], related, (workbook or "").encode(), book)


def _chart(kept: Any) -> PaperChart:
    part, title, kinds, series, workbook, book, *rest = _tuples(kept)
    each = tuple(PaperSeries(*one) for one in series)
    known = None if book is None else PaperWorkbook(*book)
    return PaperChart(part, title, kinds, each, workbook, known, *rest)


def _tuples(data: Any) -> Any:
    return tuple(map(_tuples, data)) if isinstance(data, list | tuple) else data
