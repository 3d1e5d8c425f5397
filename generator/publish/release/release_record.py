"""The record of a release, made from the released .docx."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.digests import bytes_digest
from generator.model.release.paper import Paper
from generator.word.package.parts import Parts
from generator.word.paper.release_lines import ReleaseLine, release_lines

_AHEAD = 50
"""Texts among which the next line is looked for: contents lists are texts and no lines."""


def placed_lines(word: bytes, paper: Paper) -> tuple[tuple[str, str], ...]:
    """Each line of a .docx with its place: the heading and number that people find it by."""
    return tuple(_placed(release_lines(word), paper))


def _placed(lines: tuple[ReleaseLine, ...], paper: Paper) -> Iterator[tuple[str, str]]:
    """Lines and texts come in the same order; a line that no text has stands where the last did."""
    texts = [" ".join(text.text.split()) for text in paper.texts]
    at, place = 0, ""
    for line in lines:
        if line.paragraph < 0:
            yield "", line.text
            continue
        for ahead in range(at, min(at + _AHEAD, len(texts))):
            if texts[ahead] == line.text:
                at, place = ahead + 1, place_of(paper, ahead)
                break
        yield place, line.text


def place_of(paper: Paper, index: int) -> str:
    """'Background, 2.3'; 'Front matter' before the first heading."""
    text = paper.texts[index]
    named = ", ".join(part for part in (text.heading, text.paragraph) if part)
    return named or "Front matter"


def part_digests(word: bytes) -> dict[str, str]:
    """Part -> SHA-256 of each part of a .docx."""
    return {name: bytes_digest(data) for name, data in sorted(Parts(word).raw.items())}
