"""Names in a document, made of text."""

from __future__ import annotations

import pytest

from generator.model.wording.names import name_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Next steps!", "next-steps"),
        ("sw.manager__support", "sw-manager-support"),
        ("Café costs", "caf-costs"),
        ("\u2026", ""),
    ],
)
def test_a_name_has_small_letters_and_digits_of_ascii(text: str, name: str) -> None:
    assert name_of(text) == name


def test_words_of_a_name_may_be_joined_otherwise() -> None:
    assert name_of("Key decision", "_") == "key_decision"
