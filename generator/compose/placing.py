"""The line and the expression of the source that placed a value."""

from __future__ import annotations

import re

from generator.model.origin import Origin
from generator.model.release.value_keys import KeyParts

_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.S)


def placed_by(origin: Origin, key: str, parts: KeyParts | None) -> tuple[int, str]:
    """(line, '{{ sw.leaving.percent }}') of the expression that placed a value in a text.

    parts: of its key, None for a value of no finding. The line on which the text begins, and '',
    where a loop or a name of the author's own stands between.
    """
    said = list(_EXPRESSION.finditer(origin.source))
    named = [one for one in said if _names(one.group(), key, parts)]
    chosen = named or (said if len(said) == 1 else [])
    if not chosen:
        return origin.line, ""
    best = max(chosen, key=lambda one: _fits(one.group(), parts))
    before = origin.source[: best.start()].count("\n")
    return origin.line + before if origin.line else 0, " ".join(best.group().split())


def _names(expression: str, key: str, parts: KeyParts | None) -> bool:
    if parts is None:
        name = key.split("@")[0].rsplit(".", 1)[0] if key.count(".") > 1 else key.split("@")[0]
        return name.removeprefix("quotation.") in expression
    return re.search(rf"(?<![\w.]){re.escape(parts.finding)}(?!\w)", expression) is not None


def _fits(expression: str, parts: KeyParts | None) -> int:
    """How much of a key an expression says: its part, its earlier wave, its answer and group."""
    if parts is None:
        return 0
    told = [f".{parts.part}", *parts.waves, *parts.categories, parts.group or ""]
    return sum(bool(one) and one in expression for one in told)
