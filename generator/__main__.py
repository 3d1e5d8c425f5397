"""`python -m generator` and the console command `committee`."""

from __future__ import annotations

from generator.cli import committee


def main() -> None:
    """Run the command line."""
    committee(prog_name="committee")


if __name__ == "__main__":
    main()
