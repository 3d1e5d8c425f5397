"""Work that a second process does while this one goes on.

The process is forked: it begins with all that is in memory here and ends with its answer, so that
nothing is started, sent or imported twice. That is safe on Linux, while this process has a single
thread, and of use where a second processor has nothing else to do: a fork costs a tenth of what it
is used for. Elsewhere, and when the second process fails in any way, there is no answer, and the
caller does the work itself.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Work = Callable[[bytes], bytes]
_THREADS = Path("/proc/self/task")


class SecondProcess:
    """Does one piece of work with what it is given. Without a process, it has no answer."""

    def __init__(self, child: int = 0, given: int = -1, ready: int = -1, answer: int = -1) -> None:
        """child: the id of the process. given: the file that it reads once `ready` is written to.
        answer: where it writes what it found.
        """
        self._child, self._given, self._ready, self._answer = child, given, ready, answer

    def give(self, data: bytes) -> None:
        """Give it what to work with, once."""
        if self._child:
            with suppress(OSError):
                _write(self._given, data)
                os.write(self._ready, b"1")

    def answer(self) -> bytes | None:
        """What it found, waited for; None where it came to nothing."""
        if not self._child:
            return None
        with open(self._answer, "rb", closefd=False) as found:
            data = found.read()
        return data if self._ended() == 0 and data else None

    def end(self) -> None:
        """Let it go, whether it has answered or not."""
        for one in (self._given, self._ready, self._answer):
            if one >= 0:
                os.close(one)
        self._given = self._ready = self._answer = -1
        self._ended()

    def _ended(self) -> int:
        child, self._child = self._child, 0
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) if child else 1


@contextmanager
def second_process(prepare: Callable[[], Work]) -> Iterator[SecondProcess]:
    """A process for the block: it does `prepare`, and with what that gives the work."""
    process = _forked(prepare) if _is_of_use() else SecondProcess()
    try:
        yield process
    finally:
        process.end()


def _is_of_use() -> bool:
    """Whether a process can be forked here, and would run beside this one."""
    if sys.platform != "linux":
        return False
    try:
        processors, busy = len(os.sched_getaffinity(0)), os.getloadavg()[0]
        return processors > max(busy, 1) and len(list(_THREADS.iterdir())) == 1
    except OSError:
        return False


def _forked(prepare: Callable[[], Work]) -> SecondProcess:
    try:
        given = os.memfd_create("given")
        (waits, ready), (answer, answers) = os.pipe(), os.pipe()
        child = os.fork()
    except OSError:  # no more processes or files: the work is done here
        return SecondProcess()
    if child == 0:
        os.close(ready)
        os.close(answer)
        _work(prepare, given, waits, answers)
    os.close(waits)
    os.close(answers)
    return SecondProcess(child, given, ready, answer)


def _work(prepare: Callable[[], Work], given: int, waits: int, answers: int) -> None:
    """What the second process does; does not return, nor leave anything to what happens at exit."""
    status = 1
    try:
        work = prepare()
        if os.read(waits, 1):
            os.lseek(given, 0, os.SEEK_SET)
            with open(given, "rb") as file:
                data = work(file.read())
            _write(answers, data)
            status = 0
    finally:  # also for what is raised: it is raised again where the work is done anew
        os._exit(status)


def _write(to: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        left = left[os.write(to, left) :]
