"""What the proof of a pull holds a new draft to."""

from __future__ import annotations

import pytest

from generator.merge.account import ALREADY, AccountItem
from generator.merge.proof import unmerged
from generator.model.issues import Where
from generator.model.readings import ReadDocument, ReadText, Span


def document(*texts: str) -> ReadDocument:
    """A file of headings ('# One'), bullets ('- one') and paragraphs."""
    return ReadDocument(tuple(map(_text, texts)), ())


def _text(text: str) -> ReadText:
    if text.startswith("# "):
        return ReadText("heading", (Span(text[2:]),), level=1)
    if text.startswith("- "):
        return ReadText("item", (Span(text[2:]),), marker="bullet")
    return ReadText("paragraph", (Span(text),))


def added(reason: str = "", shape: str | None = None) -> AccountItem:
    kind = "paragraph added" if shape is None else "shape"
    where = Where("narrative.md")
    return AccountItem(
        "merged", kind, "", where, "", "New.", reason, "", (1,), ("New.",), shape
    )  # fmt: skip


COPY = document("# One", "New.", "# Two")
BEFORE = document("# One", "# Two")


@pytest.mark.parametrize(
    ("after", "reason", "count"),
    [
        (("# One", "New.", "# Two"), "", 0),
        (("# One", "# Two", "New."), "", 1),
        (("# One", "# Two"), "", 1),
        (("# First", "# Two", "New."), "", 0),
        (("# One", "# Two", "New."), ALREADY, 0),
        (("# One", "New.", "New.", "# Two"), "", 1),
    ],
)
def test_what_was_added_stands_in_the_section_that_it_was_added_to(
    after: tuple[str, ...], reason: str, count: int
) -> None:
    assert len(unmerged(COPY, document(*after), BEFORE, [added(reason)])) == count


@pytest.mark.parametrize(("said", "count"), [("- New.", 0), ("New.", 1)])
def test_what_was_made_a_bullet_is_printed_as_one(said: str, count: int) -> None:
    item = added(shape="bullet 0")
    assert len(unmerged(COPY, document("# One", said), BEFORE, [item])) == count
