"""Whatever happens to an input file, the build ends soon with a report or with messages.

Bytes are flipped, cut off, doubled and taken out; lines are deleted, doubled and exchanged. The
seeds are fixed, so that a failure comes again.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import small
from tests.broken.breaking import output
from tests.conftest import run
from tests.work import at_most

CALLS = 2_000_000  # some five times what is needed


ROUNDS = 26
FILES = (*small.TEXTS, "survey/sw_2021.csv", "survey/sw_2022.xlsx", "survey/mg_2022.csv")
OTHERS = (
    "config/quantifiers.yaml",
    "config/councils/wolverhampton.yaml",
    f"config/formats/{small.FORMAT}.yaml",
    "report_templates/scrutiny.docx",
)
Damage = Callable[[bytes, random.Random], bytes]


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 3, 20])):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def random_byte(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + chance.randbytes(1) + data[place + 1 :]


def insert_sign(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    sign = chance.choice(
        [*"{}[]:,\"'#&*!|>-%@`~<\t\n\0\r", "{{", "}}", "{%", "\ufeff", "💥", "\u202e"]
    )
    return data[:place] + sign.encode() + data[place:]


def cut_off(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def take_out(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.choice([1, 5, 50, 500]) :]


def double(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    stop = start + chance.choice([1, 10, 200])
    return data[:stop] + data[start:]


def delete_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def double_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    return b"".join([*lines[: place + 1], *lines[place:]])


def swap_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"".join(lines)


def indent(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    place = chance.randrange(len(lines))
    lines[place] = (
        lines[place].removeprefix(b"  ") if chance.random() < 0.5 else b"  " + lines[place]
    )
    return b"".join(lines)


DAMAGES: tuple[Damage, ...] = (
    flip_bits,
    random_byte,
    insert_sign,
    cut_off,
    take_out,
    double,
    delete_line,
    double_line,
    swap_lines,
    indent,
)


@pytest.fixture(scope="module")
def damaged(pristine: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace for all rounds; every round puts its file back."""
    import shutil

    root = tmp_path_factory.mktemp("damaged") / "workspace"
    shutil.copytree(pristine, root)
    return root


@pytest.mark.parametrize("name", [*(f"{small.FOLDER}/{file}" for file in FILES), *OTHERS])
def test_a_damaged_file_gives_a_report_or_messages_soon_and_never_a_traceback(
    damaged: Path, name: str
) -> None:
    path, before = damaged / name, output(damaged)
    whole, chance = path.read_bytes(), random.Random(name)
    try:
        for number in range(ROUNDS):
            damage = DAMAGES[number % len(DAMAGES)]
            path.write_bytes(damage(whole, chance))
            with at_most(calls=CALLS):
                done = run("build", small.NAME, cwd=damaged)
            assert done.code in (0, 1), (number, damage.__name__, done.err)
            assert "Traceback" not in done.err
            if done.code == 1:
                assert done.problems, (number, damage.__name__, done.err)
                assert output(damaged) == before
            else:
                before = output(damaged)
    finally:
        path.write_bytes(whole)
