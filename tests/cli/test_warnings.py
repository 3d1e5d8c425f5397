"""Warnings of a build: figures typed by hand are listed, and refused where the author asks."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.word.package.zip_package import read_parts
from tests.conftest import Committee
from tests.small import FOLDER, NAME


def typed(root: Path, *figures: str) -> None:
    """Put sentences with these figures into the narrative's first section."""
    narrative = root / FOLDER / "narrative.md"
    lines = narrative.read_text("utf-8").splitlines()
    heading = next(number for number, line in enumerate(lines) if line.startswith("# "))
    lines[heading + 1 : heading + 1] = [f"\nIn another paper {one} agreed." for one in figures]
    narrative.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_figure_typed_by_hand_is_listed_with_its_place(fresh: Path, committee: Committee) -> None:
    typed(fresh, "57%")
    done = committee("build", NAME, cwd=fresh)
    assert done.code == 0
    assert f"warning: {FOLDER}/narrative.md:" in done.err
    assert "57% is typed by hand ('In another paper 57% agreed.')" in done.err


def test_figures_typed_in_the_texts_of_report_yaml_are_listed_too(
    fresh: Path, committee: Committee
) -> None:
    report = fresh / FOLDER / "report.yaml"
    text = report.read_text("utf-8")
    at = text.index("recommendations:")
    changed = text[:at] + text[at:].replace("the ", "the 57% of ", 1)
    report.write_text(changed, encoding="utf-8")
    done = committee("build", NAME, cwd=fresh)
    assert done.code == 0
    (listed,) = [line for line in done.err.splitlines() if "57% is typed by hand" in line]
    assert re.search(rf"{FOLDER}/report.yaml:\d+: recommendations", listed)


def test_many_warnings_are_cut_short_on_the_screen_only(fresh: Path, committee: Committee) -> None:
    typed(fresh, *(f"{number}%" for number in range(30, 60)))
    done = committee("build", NAME, "--json", cwd=fresh)
    listed = json.loads(done.out)[0]["warnings"]
    assert len(listed) >= 30
    assert done.err.count("is typed by hand") == 20
    assert f"and {len(listed) - 20} more warnings; --json lists them all" in done.err


def test_strict_refuses_a_report_with_warnings(fresh: Path, committee: Committee) -> None:
    typed(fresh, "57%")
    done = committee("build", NAME, "--strict", cwd=fresh)
    assert done.code == 1
    assert f"error: {FOLDER}/narrative.md:" in done.err
    assert not (fresh / "output" / NAME).exists()


def test_sign_offs_still_awaited_are_one_warning_and_not_in_the_document(
    fresh: Path, committee: Committee
) -> None:
    (fresh / FOLDER / "sign_offs.yaml").unlink()
    done = committee("build", NAME, "--json", cwd=fresh)
    assert done.code == 0
    warnings = json.loads(done.out)[0]["warnings"]
    assert [one for one in warnings if one["rule"] == "sign-offs.awaited"] == [
        {
            "rule": "sign-offs.awaited",
            "severity": "warning",
            "where": {"file": f"{FOLDER}/sign_offs.yaml"},
            "message": "sign-offs awaited: "
            "Financial implications (Finance), Legal implications (Legal)",
            "mend": "",
        }
    ]
    assert done.err.count("awaited") == 1
    word = fresh / "output" / NAME / f"{NAME}.docx"
    assert b"waited" not in read_parts(word.read_bytes())["word/document.xml"]
