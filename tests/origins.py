"""Origins for tests: what was made, compared without all that its origins say."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

from generator.model.origin import NOWHERE, Origin


def lines_only(made: Any) -> Any:
    """The same with no more than the line in each origin, so that whole blocks can be compared.

    File, section, place, unit, author and source have tests of their own. The origins of a
    table's cells and of a footnote's paragraphs go altogether.
    """
    return _changed(made, keep_lines=True)


def without_origins(made: Any) -> Any:
    """The same with no origins at all, so that what is said can be compared alone."""
    return _changed(made, keep_lines=False)


def _changed(made: Any, keep_lines: bool) -> Any:
    if isinstance(made, Origin):
        return Origin(line=made.line) if keep_lines else NOWHERE
    if isinstance(made, tuple):
        return tuple(_changed(one, keep_lines) for one in made)
    if not is_dataclass(made) or isinstance(made, type):
        return made
    changed = {
        one.name: () if one.name == "origins" else _changed(getattr(made, one.name), keep_lines)
        for one in fields(made)
    }
    return replace(made, **changed)
