"""The pages of the documentation, and the parts of them that tests look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    [
        *(ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")),
        *DOCS.rglob("*.md"),
    ]
)
_FENCE = re.compile(
    r"^ *(?P<fence>```+)(?P<language>\w*)\n(?P<text>.*?)^ *(?P=fence)$", re.M | re.S
)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, its text, the prose between it and the block before, line."""

    language: str
    text: str
    before: str
    line: int


@dataclass(frozen=True, slots=True)
class Command:
    """A line of a console block after '$ ', and the lines that it is said to print."""

    words: str
    printed: tuple[str, ...]


def name_of(page: Path) -> str:
    """A page as a user would name it."""
    return page.relative_to(ROOT).as_posix()


def blocks(text: str) -> Iterator[Block]:
    """The fenced blocks of a page, in order."""
    end = 0
    for found in _FENCE.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        yield Block(found["language"], found["text"], text[end : found.start()], line)
        end = found.end()


def commands(block: Block) -> Iterator[Command]:
    """The commands of a console block."""
    for part in re.split(r"^\$ ", block.text, flags=re.M)[1:]:
        words, *printed = part.rstrip("\n").split("\n")
        yield Command(words, tuple(printed))


def without_blocks(text: str) -> str:
    """The prose of a page: fenced blocks and code in a line taken out."""
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", _FENCE.sub("", text))


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading."""
    plain = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w -]", "", plain).replace(" ", "-")


def anchors(text: str) -> set[str]:
    """The anchors of a page; a heading that stands twice has -1 behind it."""
    found: set[str] = set()
    for heading in re.findall(r"^#{1,6} (.+)$", _FENCE.sub("", text), re.M):
        name, number = slug(heading), 0
        while (anchor := f"{name}-{number}" if number else name) in found:
            number += 1
        found.add(anchor)
    return found
