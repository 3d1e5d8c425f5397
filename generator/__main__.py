"""`python -m generator` and the console command `committee`."""

from __future__ import annotations

import gc
import os
import sys

from generator.cli import committee


def main() -> None:
    """Run the command line; does not return.

    A command lives a second or less, and a tenth of that went into looking for garbage while
    modules load and into taking the interpreter down. So garbage is looked for seldom, and once the
    output is flushed the process ends: nothing here relies on what happens at exit.
    """
    gc.set_threshold(300_000, 50, 50)
    code: int | str | None = 0
    try:
        committee(prog_name="committee")
    except SystemExit as stop:
        code = stop.code
    if isinstance(code, str):
        sys.exit(code)
    _end(code or 0)


def _end(code: int) -> None:
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:  # a closed pipe: whoever read it has seen enough
            code = code or 1
    os._exit(code)


if __name__ == "__main__":
    main()
