"""Append every Word file and workbook of a folder to a report, and say what became of each.

    make corpus FOLDER=path          or: python -m tests.corpus path

Built, refused (and why), lost (words that the report does not hold as often as the file), found (by
the validator of the Open XML SDK, where it is installed, and by tests/word/semantics.py). Exit
status 1 where anything crashed, was lost or was found.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.corpus.appended import SUFFIXES, Outcome, append, can_validate, validated


def main(folder: Path) -> int:
    """Run the folder; returns the exit status."""
    files = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
    print(f"{len(files)} files in {folder}")
    outcomes = [append(path) for path in files]
    found = _validated(outcomes)
    for one in outcomes:
        _tell(one, found.get(one.path, ()))
    built = sum(one.made is not None for one in outcomes)
    crashed = sum(one.crashed for one in outcomes)
    lost = sum(bool(one.lost) for one in outcomes)
    faulty = sum(bool(one.semantic or found.get(one.path)) for one in outcomes)
    refused = len(outcomes) - built - crashed
    print(f"{built} built, {refused} refused, {crashed} crashed; words lost in {lost}, ", end="")
    print(f"findings in {faulty}" + ("" if can_validate() else " (without the validator)"))
    return int(bool(crashed or lost or faulty))


def _validated(outcomes: list[Outcome]) -> dict[Path, tuple[str, ...]]:
    """What the validator finds in the reports, by the file that was appended."""
    if not can_validate():
        return {}
    with tempfile.TemporaryDirectory() as name:
        built = {}
        for number, one in enumerate(one for one in outcomes if one.made is not None):
            path = Path(name) / f"{number}.docx"
            path.write_bytes(one.made or b"")
            built[path] = one.path
        found = validated(list(built))
        return {built[path]: said for path, said in found.items()}


def _tell(one: Outcome, found: tuple[str, ...]) -> None:
    if one.made is None:
        print(f"{one.path}: {'CRASHED' if one.crashed else 'refused'}: {one.said.strip()}")
    if one.lost:
        print(f"{one.path}: lost {len(one.lost)}: {' '.join(one.lost[:20])}")
    for said, times in Counter((*one.semantic, *found)).items():
        print(f"{one.path}: found{f' {times} times' if times > 1 else ''}: {said}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("usage: python -m tests.corpus FOLDER")
    sys.exit(main(Path(sys.argv[1])))
