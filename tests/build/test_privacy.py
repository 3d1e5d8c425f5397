"""Names, addresses and IP addresses of respondents reach no output and no cache file."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests import small
from tests.build.reading import all_parts
from tests.conftest import Committee
from tests.inputs.raw_exports import FOLDER as EXAMPLE
from tests.inputs.raw_exports import raw_table
from tests.small import FOLDER, NAME


def everything_written(root: Path) -> list[tuple[str, bytes]]:
    """Every file under output/, the cache too, and every part of every zip in them."""
    return [
        part
        for path in sorted((root / "output").rglob("*"))
        if path.is_file()
        for part in all_parts(path.relative_to(root).as_posix(), path.read_bytes())
    ]


def assert_nowhere(words: list[str], written: list[tuple[str, bytes]]) -> None:
    for name, data in written:
        for word in words:
            assert word.encode() not in data, (name, word)
            assert word.encode("utf-16-le") not in data, (name, word)
            assert json.dumps(word)[1:-1].encode() not in data, (name, word)


def test_nobody_of_the_small_survey_is_found_in_anything_written(workspace: Path) -> None:
    written = everything_written(workspace)
    assert len(small.people()) == 3 * (24 + 30 + 15)
    assert any(name.endswith("xl/worksheets/sheet1.xml") for name, _ in written)
    assert any("/.cache/" in name for name, _ in written)
    assert_nowhere([*small.people(), "Zebrowski", "203.0.113."], written)


def test_what_people_wrote_is_not_found_unless_it_is_quoted(workspace: Path) -> None:
    assert_nowhere(["Comment 3 of 7", "TEST ANSWER"], everything_written(workspace))


def test_nobody_is_found_in_what_the_commands_print(workspace: Path, committee: Committee) -> None:
    export = str(Path(FOLDER, "survey", "mg_2022.csv"))
    for words in (
        ["findings", NAME],
        ["findings", NAME, "--json"],
        ["findings", NAME, "--csv", "-"],
        ["survey", "inspect", export],
        ["survey", "inspect", export, "--json"],
        ["survey", "compare", str(Path(FOLDER, "codebook.yaml")), "--json"],
        ["survey", "comments", NAME, "--question", "comment", "--json"],
        ["build", NAME, "--json", "--timings"],
    ):
        done = committee(*words, cwd=workspace)
        assert done.code == 0, done.err
        assert "Zebrowski" not in done.out + done.err, words
        assert "203.0.113." not in done.out + done.err, words


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("codebook.yaml", "options: [North, South, Prefer not to say]", "options: [North]"),
        ("codebook.yaml", "maximum: 40", "maximum: 3"),
        ("codebook.yaml", "kind: multi", "kind: number"),
        ("codebook.yaml", "text: Do you plan to stay?", "text: Do you play the spoons?"),
        ("codebook.yaml", "  duplicates: content\n", ""),
    ],
)
def test_problems_with_answers_name_no_respondent(
    fresh: Path, committee: Committee, name: str, old: str, new: str
) -> None:
    path = fresh / FOLDER / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    done = committee("build", NAME, cwd=fresh)
    assert done.code == 1
    assert "Zebrowski" not in done.err
    assert "203.0.113." not in done.err


def people_of_the_example() -> list[str]:
    """Names and addresses that stand in the example's exports."""
    found: set[str] = set()
    for path in sorted((EXAMPLE / "survey").iterdir()):
        if path.suffix not in (".csv", ".xlsx"):
            continue
        header, *rows = raw_table(path)
        columns = [i for i, text in enumerate(header) if text.strip() in ("Email", "Name")]
        found |= {row[column] for row in rows for column in columns}
    return sorted(word for word in found if len(word) > 5 and word.casefold() != "anonymous")


def test_nobody_of_the_2022_example_is_found_in_anything_written(
    tmp_path: Path, committee: Committee
) -> None:
    root = small.ROOT
    for name in ("config", "report_templates"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copytree(EXAMPLE, tmp_path / "inputs" / EXAMPLE.name)
    assert committee("build", EXAMPLE.name, cwd=tmp_path).code == 0
    people = people_of_the_example()
    assert len(people) > 500
    assert_nowhere(people, everything_written(tmp_path))
