"""Letters of lists after items came and went."""

from __future__ import annotations

import pytest

from generator.merge.sources.list_letters import in_sequence

NESTED = "A. the law\n    i. one act\n    ii. another\n    iii. a third\nB. practice\n"


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("a. one\nb. two\n", "a. one\nb. new\nb. two\n", "a. one\nb. new\nc. two\n"),
        ("(a) one\n(b) two\n(c) x\n", "(b) two\n(c) x\n", "(a) two\n(b) x\n"),
        (
            NESTED,
            NESTED.replace("one act", "one\n    j. act"),
            "A. the law\n    i. one\n    ii. act\n    iii. another\n    iv. a third\nB. practice\n",
        ),
        (
            NESTED,
            NESTED.replace("B.", "B. between\nB."),
            NESTED.replace("B.", "B. between\nC."),
        ),
        ("(a) one\n(b) two\n", "(b) two\n", "1. two\n"),
        ("c. one\nd. two\n", "c. one, changed\nd. two\n", "c. one, changed\nd. two\n"),
    ],
)
def test_items_that_come_and_go_leave_a_list_in_sequence(
    before: str, after: str, told: str
) -> None:
    assert in_sequence(before, after) == told


@pytest.mark.parametrize(
    "text", ["A. Smith spoke.\n\nA. Jones did not.\n", "a. one\nc. three\n", "1. one\n1. two\n"]
)
def test_what_is_no_list_in_sequence_stays(text: str) -> None:
    assert in_sequence(text, text) == text
    assert in_sequence(text, f"{text}\nMore.\n") == f"{text}\nMore.\n"
    longer = text.replace("one", "one more").replace("did not", "spoke too")
    assert in_sequence(text, longer) == longer
