"""Digests of what is held in memory."""

from __future__ import annotations

from generator.model.digests import bytes_digest, digest, short_digest


def test_a_digest_of_bytes_is_that_of_other_tools() -> None:
    known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert bytes_digest(b"abc") == known
    assert short_digest("abc") == known[:8]


def test_where_one_part_ends_and_the_next_begins_counts() -> None:
    assert digest(b"ab", b"c") != digest(b"a", b"bc")
