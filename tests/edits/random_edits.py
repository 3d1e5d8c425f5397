"""Edits drawn at random, as an officer might make them, of the texts that a file has.

    edited, told = random_edits(Random(7), data, 3)

The same Random gives the same edits. An edit that a file does not allow is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from generator.model.readings import ReadText
from generator.word.reading.read_word import read_word
from tests.edits.paragraphs import add_paragraph, delete_paragraph, join, move_paragraph, split
from tests.edits.pieces import FINANCE, Officer
from tests.edits.remarks import comment
from tests.edits.words import delete_words, insert_words, make_bold, replace

WORDS = (
    *("the", "council", "staff", "more", "fewer", "costs", "review", "agreed", "&", "‘x’", '"q"'),
    *("{{x}}", "*star*", "_under_", "<5", "#3", "1.", "|", "--", "[a]", "(b)", "46%", "£12,000"),
)
"""What officers type: words, and signs that would mean something in Markdown, Jinja or YAML."""
BODY = ("paragraph", "item", "heading")

_Edit = Callable[[Random, bytes, ReadText, Sequence[ReadText], Officer, bool], bytes]


def random_edits(
    rng: Random,
    data: bytes,
    count: int,
    kinds: Sequence[str] = (),
    by: Officer = FINANCE,
    within: Sequence[str] = BODY,
) -> tuple[bytes, list[str]]:
    """A file with edits, each tracked or not, and what was done in words.

    kinds: names in KINDS, all for none. within: kinds of texts that are edited.
    """
    told: list[str] = []
    for _ in range(count):
        texts = [one for one in read_word(data).accepted if one.kind in within]
        texts = [one for one in texts if len(one.text.split(" ")) > 3]
        kind, text = rng.choice(list(kinds or KINDS)), rng.choice(texts)
        tracked = rng.random() < 0.7
        try:
            data = KINDS[kind](rng, data, text, texts, by, tracked)
        except ValueError:
            continue
        told.append(f"{kind} (tracked: {tracked}) in {text.kind} {text.text[:60]!r}")
    return data, told


def _typed(rng: Random, most: int) -> str:
    return " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, most)))


def _some(rng: Random, text: ReadText) -> str:
    """One to three words of a text that stand one after the other."""
    there = text.text.split(" ")
    start = rng.randrange(len(there) - 1)
    return " ".join(there[start : start + rng.randint(1, 3)])


def _replace(
    rng: Random, data: bytes, text: ReadText, _: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    return replace(data, _some(rng, text), _typed(rng, 3), by, tracked=tracked)


def _insert(
    rng: Random, data: bytes, text: ReadText, _: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    before = rng.random() < 0.3
    typed = _typed(rng, 4)
    typed = f"{typed} " if before else f" {typed}"
    return insert_words(data, _some(rng, text), typed, by, before=before, tracked=tracked)


def _delete(
    rng: Random, data: bytes, text: ReadText, _: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    words = _some(rng, text)
    words = f"{words} " if f"{words} " in text.text else words
    return delete_words(data, words, by, tracked=tracked)


def _split(
    rng: Random, data: bytes, text: ReadText, _: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    return split(data, _some(rng, text), by, tracked=tracked)


def _join(
    rng: Random, data: bytes, text: ReadText, texts: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    """Join two paragraphs, or three."""
    at = texts.index(text)
    beside = [one.kind for one in texts[at : at + 2]]
    if len(set(beside)) != 1:
        raise ValueError("only texts of one kind are joined")
    data = join(data, text.text, by, tracked=tracked)
    if rng.random() < 0.3 and at + 2 < len(texts) and texts[at + 2].kind == text.kind:
        words = texts[at + 1].text
        data = join(data, words, by, tracked=tracked)
    return data


def _add(
    rng: Random, data: bytes, text: ReadText, _: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    return add_paragraph(data, text.text, _typed(rng, 6), by, tracked=tracked)


def _take_out(
    _: Random, data: bytes, text: ReadText, __: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    return delete_paragraph(data, text.text, by, tracked=tracked)


def _move(
    rng: Random, data: bytes, text: ReadText, texts: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    after = rng.choice([one for one in texts if one is not text])
    return move_paragraph(data, text.text, after.text, by, tracked=tracked)


def _embolden(
    rng: Random, data: bytes, text: ReadText, _: Sequence[ReadText], by: Officer, tracked: bool
) -> bytes:
    return make_bold(data, _some(rng, text), by, tracked=tracked)


def _comment(
    rng: Random, data: bytes, text: ReadText, _: Sequence[ReadText], by: Officer, __: bool
) -> bytes:
    return comment(data, _some(rng, text), f"Why {_typed(rng, 3)}?", by)


KINDS: dict[str, _Edit] = {
    "replace": _replace,
    "insert": _insert,
    "delete": _delete,
    "split": _split,
    "join": _join,
    "add": _add,
    "take out": _take_out,
    "move": _move,
    "embolden": _embolden,
    "comment": _comment,
}
