"""What a copy prints or reads out besides its texts, where it differs from the draft's.

Its words come from data, expressions or the format, so all of that is told, and none of it merged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model.surroundings import Beside

REASONS = {
    "chart figures": "its figures are computed; ask the author to mend the data or the expression",
    "table description": "the program makes it from the table; ask the author",
    "picture description": "the file or template that the picture is from says it; change it there",
    "setting": "the format and its template say how pages look; ask whoever keeps the format",
}
_KEPT = ("chart figures", "table description", "picture description")
"""What programs that write the whole file anew leave as it was."""


def beside_edits(
    drafted: Sequence[Beside], copied: Sequence[Beside], loose: bool
) -> Iterator[tuple[str, str, str]]:
    """Kind, what the draft says, what the copy says. loose: another program saved the copy.

    Of charts, tables and pictures those that changed: of what came or went, others tell.
    """
    for kind in REASONS:
        if loose and kind not in _KEPT:
            continue
        old, new = ([one.text for one in each if one.kind == kind] for each in (drafted, copied))
        gone, came = _left(old, new), _left(new, old)
        if kind == "setting":
            gone += [""] * (len(came) - len(gone))
            came += [""] * (len(gone) - len(came))
        for before, after in zip(gone, came, strict=False):
            if after or kind == "setting":  # programs drop descriptions
                yield kind, before, after


def _left(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """The texts that are not among the others, each as often as it is more there."""
    rest, left = list(others), []
    for text in texts:
        if text in rest:
            rest.remove(text)
        else:
            left.append(text)
    return left
