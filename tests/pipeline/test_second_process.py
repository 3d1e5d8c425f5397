"""Work that a second process does, and what happens when it does not."""

from __future__ import annotations

import subprocess
import sys

import pytest

from generator.pipeline import second_process as module
from generator.pipeline.second_process import second_process

_SCRIPT = """
import os, signal, threading, time
from generator.pipeline import second_process as module
from generator.pipeline.second_process import second_process

module._is_of_use = lambda: True
here = os.getpid()

def by_whom():
    return lambda data: b"%d " % len(data) + (b"here" if os.getpid() == here else b"there")

def failing():
    raise ValueError("nothing comes of this")

def killed():
    os.kill(os.getpid(), signal.SIGKILL)

def answer(prepare, data=b"x"):
    with second_process(prepare) as other:
        other.give(data)
        return other.answer()
"""

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux")


def _said(script: str) -> str:
    """What a script prints in a process of its own, which has one thread."""
    done = subprocess.run(
        [sys.executable, "-c", _SCRIPT + script], capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@on_linux
def test_work_is_done_by_another_process_with_all_that_it_is_given() -> None:
    assert _said("print(answer(by_whom, b'x' * 3_000_000))") == "b'3000000 there'\n"


@on_linux
def test_an_answer_larger_than_a_pipe_comes_whole() -> None:
    assert _said("print(len(answer(lambda: lambda data: data * 1_000_000)))") == "1000000\n"


@on_linux
@pytest.mark.parametrize("prepare", ["failing", "killed", "lambda: lambda data: failing()"])
def test_a_process_that_comes_to_nothing_has_no_answer_and_says_nothing(prepare: str) -> None:
    assert _said(f"print(answer({prepare}))") == "None\n"


@on_linux
def test_a_process_that_is_given_nothing_ends_with_the_block() -> None:
    script = """
with second_process(by_whom) as other:
    child = other._child
try:
    os.kill(child, 0)
except ProcessLookupError:
    print("gone")
"""
    assert _said(script) == "gone\n"


@on_linux
def test_no_process_is_begun_beside_threads() -> None:
    script = """
from importlib import reload
reload(module)
threading.Thread(target=time.sleep, args=(30,), daemon=True).start()
print(module._is_of_use())
"""
    assert _said(script) == "False\n"


def test_without_a_process_there_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_is_of_use", lambda: False)
    with second_process(lambda: lambda data: data) as other:
        other.give(b"x")
        assert other.answer() is None
