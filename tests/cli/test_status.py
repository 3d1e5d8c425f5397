"""`committee status`: one report, all of them, and the same from an emptied cache."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.pipeline import report_status
from generator.pipeline.read_inputs import Inputs
from generator.pipeline.report_status import ReportStatus
from tests.conftest import Committee
from tests.small import FOLDER, NAME


def test_one_report_is_told_with_its_meeting_its_despatch_and_what_is_owed(
    fresh: Path, committee: Committee
) -> None:
    (fresh / FOLDER / "sign_offs.yaml").write_text("sign_offs: {}\n", "utf-8")
    committee("sign-off", NAME, "financial", "[JG/15022023/Y]", "--covers", "words", cwd=fresh)
    done = committee("status", NAME, "--today", "2023-03-01", cwd=fresh)
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines[:2] == [
        "Staff check 2022",
        "Panel, 15 March 2023; send out by 7 March 2023: 4 working days left",
    ]
    assert "financial Finance signed [JG/15022023/Y] 15 February 2023 words" in lines
    assert lines[-2:] == ["Owed:", "Legal: Legal implications, missing"]
    past = committee("status", NAME, "--today", "2023-03-08", cwd=fresh).out
    assert "send out by 7 March 2023, which is past" in past


def test_the_json_has_exactly_what_is_documented(fresh: Path, committee: Committee) -> None:
    told = json.loads(committee("status", NAME, "--json", cwd=fresh).out)
    assert list(told) == ["report", "meeting", "despatch", "sign_offs"]
    assert (told["report"], told["meeting"], told["despatch"]) == (NAME, "2023-03-15", "2023-03-07")
    assert [list(one) for one in told["sign_offs"]] == [
        ["unit", "owner", "state", "code", "date", "changed"]
    ] * 2


def another(root: Path, name: str, *changes: tuple[str, str]) -> None:
    folder = shutil.copytree(root / FOLDER, root / "inputs" / name)
    text = (folder / "report.yaml").read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (folder / "report.yaml").write_text(text, "utf-8")


def test_all_reports_stand_by_the_day_of_despatch_and_a_broken_one_stops_none(
    fresh: Path, committee: Committee
) -> None:
    another(fresh, "sooner", ("2023-03-15", "2023-03-09"))
    another(fresh, "broken", ("wards_affected: All", "ward_affected: All"))
    (fresh / "inputs" / "wrecked").mkdir()
    (fresh / "inputs" / "wrecked" / "report.yaml").write_text("{", "utf-8")
    done = committee("status", "--today", "2023-02-27", "--json", cwd=fresh)
    told = json.loads(done.out)
    assert done.code == 1
    first, *_, last = (one["report"] for one in told)
    assert (first, last) == ("sooner", "wrecked")
    broken = {one["report"]: one for one in told}
    assert broken["broken"]["issues"][0]["rule"]
    assert broken["wrecked"]["meeting"] is None
    text = committee("status", "--today", "2023-02-27", cwd=fresh)
    assert "cannot be built" in text.out
    assert "inputs/wrecked/report.yaml" in text.err
    assert text.code == 1


def test_the_answer_is_kept_and_an_emptied_cache_gives_the_same(
    fresh: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    another(fresh, "broken", ("wards_affected: All", "ward_affected: All"))
    first = committee("status", "--json", cwd=fresh).out
    made, was = list[str](), report_status._made

    def noted(inputs: Inputs) -> ReportStatus:
        made.append(inputs.name)
        return was(inputs)

    monkeypatch.setattr(report_status, "_made", noted)
    assert committee("status", "--json", cwd=fresh).out == first
    assert made == []
    shutil.rmtree(fresh / "output")
    assert committee("status", "--json", cwd=fresh).out == first
    assert made == ["broken", NAME]


def test_whatever_changes_is_seen(fresh: Path, committee: Committee) -> None:
    def states() -> list[str]:
        told = json.loads(committee("status", NAME, "--json", cwd=fresh).out)
        return [one["state"] for one in told["sign_offs"]]

    assert states() == ["unbound", "unbound"]
    committee("sign-off", NAME, "financial", "[JG/15022023/Y]", cwd=fresh)
    assert states() == ["signed", "unbound"]
    (fresh / FOLDER / "sign_offs.yaml").unlink()
    assert states() == ["missing", "missing"]
    (fresh / FOLDER / "ledger.jsonl").unlink()
    path = fresh / "config" / "formats" / "wolverhampton-scrutiny-2023.yaml"
    text = path.read_text("utf-8").replace("sign_off_required: true", "sign_off_required: false")
    path.write_text(text, "utf-8")
    assert states() == []


def test_a_workspace_without_reports_says_so(fresh: Path, committee: Committee) -> None:
    shutil.rmtree(fresh / FOLDER)
    done = committee("status", cwd=fresh)
    assert (done.code, done.out) == (0, "")
    assert "committee new" in done.err
    assert json.loads(committee("status", "--json", cwd=fresh).out) == []
