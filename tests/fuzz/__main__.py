"""Try files that are almost right for some time, and keep each that ends in a traceback or hangs.

    make fuzz MINUTES=60          or: python -m tests.fuzz 60 [target ...]

Every case that is kept, as small as hypothesis can make it, lies in tests/fuzz/cases/<target>/ and
is tried by the tests from then on. Exit status 1 where anything was found.
"""

from __future__ import annotations

import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from types import FrameType

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.inputs import INPUTS
from tests.fuzz.targets import TARGETS, run

CASES = Path(__file__).parent / "cases"
SECONDS = 20  # for one input; what takes longer counts as hanging
ROUND = 300  # inputs for each target, in turn


class Hangs(Exception):
    """One input took too long."""


def main(minutes: float, names: Sequence[str]) -> int:
    """Try the targets in turn until the time is over; returns the exit status."""
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _give_up)
    end, number, found, tried = time.monotonic() + 60 * minutes, 0, 0, 0
    while time.monotonic() < end:
        for name in names:
            case, count = _round(name, int(time.time_ns() % 2**32) + number, end)
            tried += count
            if case is not None:
                found += 1
                print(f"{name}: {_keep(name, case).relative_to(Path.cwd())}", flush=True)
        number += 1
    print(f"{tried:,} inputs in {number} rounds: {found} found")
    return int(found > 0)


def _round(name: str, start: int, end: float) -> tuple[bytes | None, int]:
    """The smallest input of a round that fails, or None; and how many were tried."""
    last, tried = b"", 0

    @seed(start)
    @settings(
        max_examples=ROUND,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(INPUTS[name])
    def try_one(data: bytes) -> None:
        nonlocal last, tried
        if time.monotonic() > end + 60:
            return
        last, tried = data, tried + 1
        with tempfile.TemporaryDirectory() as folder:
            _alarm(SECONDS)
            try:
                run(name, data, Path(folder))
            finally:
                _alarm(0)

    try:
        try_one()
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # whatever it is, also a panic of a library that is not an Exception
        traceback.print_exc(limit=-3)
        return last, tried
    return None, tried


def _alarm(seconds: int) -> None:
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _give_up(_number: int, _frame: FrameType | None) -> None:
    raise Hangs(f"more than {SECONDS} seconds")


def _keep(name: str, case: bytes) -> Path:
    folder = CASES / name
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / sha256(case).hexdigest()[:12]
    path.write_bytes(case)
    return path


if __name__ == "__main__":
    chosen = sys.argv[2:] or list(TARGETS)
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60, chosen))
