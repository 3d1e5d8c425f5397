"""Try to work out what is withheld in one random survey after another, with a solver.

    make attack MINUTES=10 SEED=0    or: python -m tests.attack 10 0

Every tenth survey is built for publication, and attacked with what its public files say; every
other one has findings by groups of groups as well. Says every figure that a reader can narrow down
further than promised, with its survey: `random_survey(number)` or `wider_survey(number)` makes it
again. Exit status 1 where there is any.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.attack.surveys import random_survey, wider_survey

PUBLIC = 10  # surveys of which one is built


def main(minutes: float, seed: int) -> int:
    """Attack for so long, from the survey of that number on; returns the exit status."""
    end, first, leaking = monotonic() + 60 * minutes, seed, 0
    while seed == first or monotonic() < end:
        make = wider_survey if seed % 2 else random_survey
        survey = make(seed)
        if seed % PUBLIC:
            found = survey.leaks()
        else:
            with TemporaryDirectory() as folder:
                found = survey.leaks_outside(Path(folder) / "workspace")
        if found:
            leaking += 1
            print(f"\n{make.__name__}({seed}):\n{survey.before}{survey.yaml}", *found, sep="\n  ")
        seed += 1
        if sys.stderr.isatty():
            print(f"\r{seed - first} surveys, {leaking} leak", end="", file=sys.stderr)
    print(f"{seed - first} surveys attacked, {leaking} leak; go on with SEED={seed}")
    return 1 if leaking else 0


if __name__ == "__main__":
    given = dict(enumerate(sys.argv[1:]))
    sys.exit(main(float(given.get(0, 10)), int(given.get(1, 0))))
