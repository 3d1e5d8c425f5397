"""Words for tests: plain text where a model value holds phrases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.document import FrontMatterRow, Phrase, phrase

_PHRASES = ("title", "caption", "note", "description")


def with_phrases(about: Mapping[str, object]) -> dict[str, object]:
    """Settings of a chart or table, plain text as phrases."""
    return {
        name: phrase(value) if name in _PHRASES and isinstance(value, str) else value
        for name, value in about.items()
    }


def row(
    key: str,
    label: str,
    lines: Sequence[Sequence[str]],
    stacked: Sequence[Sequence[str]] = (),
) -> FrontMatterRow:
    """A row of front matter of plain text."""

    def cells(given: Sequence[Sequence[str]]) -> tuple[tuple[Phrase, ...], ...]:
        return tuple(tuple(phrase(text) for text in line) for line in given)

    return FrontMatterRow(key, label, cells(lines), cells(stacked))


def texts(lines: Sequence[Sequence[Phrase]]) -> tuple[tuple[str, ...], ...]:
    """The lines of a row of front matter as printed."""
    return tuple(tuple(cell.text for cell in line) for line in lines)
