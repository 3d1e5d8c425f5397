"""`committee timetable`: the days of one report and of all, as a table, JSON and a calendar."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.conftest import Committee
from tests.small import FOLDER, NAME


def test_the_days_are_told_with_their_weekdays_and_what_is_past(
    workspace: Path, committee: Committee
) -> None:
    done = committee("timetable", NAME, "--today", "2023-03-06", cwd=workspace)
    assert done.code == 0, done.err
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines[:2] == ["Staff check 2022", "Panel, 15 March 2023"]
    assert "Monday 6 March 2023 Final report to democratic services 6 today" in lines
    wanted = "Tuesday 7 March 2023 Last day to publish the agenda and send out the reports 5"
    assert f"{wanted} 1 working day" in lines
    assert "Wednesday 1 March 2023 Sign-off of Finance: Financial implications 9 past" in lines


def test_the_json_has_exactly_what_is_documented(workspace: Path, committee: Committee) -> None:
    done = committee("timetable", NAME, "--today", "2023-03-06", "--json", cwd=workspace)
    told = json.loads(done.out)
    assert list(told) == ["report", "title", "committee", "meeting", "days"]
    last = next(one for one in told["days"] if one["kind"] == "publication")
    assert last.pop("source").startswith("Local Government Act 1972")
    assert last == {
        "kind": "publication",
        "key": "publication",
        "what": "Last day to publish the agenda and send out the reports",
        "day": "2023-03-07",
        "weekday": "Tuesday",
        "clear_days": 5,
        "left": 1,
        "past": False,
    }


def test_a_calendar_has_an_event_for_each_day_and_is_the_same_each_time(
    fresh: Path, committee: Committee
) -> None:
    file = fresh / "days.ics"
    done = committee("timetable", NAME, "--ics", str(file), "--json", cwd=fresh)
    data = file.read_bytes()
    assert data.count(b"BEGIN:VEVENT") == len(json.loads(done.out)["days"])
    committee("timetable", NAME, "--today", "2024-01-01", "--ics", str(file), cwd=fresh)
    assert file.read_bytes() == data


def test_all_reports_stand_by_their_meetings_and_a_broken_one_stops_none(
    fresh: Path, committee: Committee
) -> None:
    other = shutil.copytree(fresh / FOLDER, fresh / "inputs" / "another") / "report.yaml"
    other.write_text(other.read_text("utf-8").replace("2023-03-15", "2023-03-09"), "utf-8")
    (fresh / "inputs" / "broken").mkdir()
    (fresh / "inputs" / "broken" / "report.yaml").write_text("{", "utf-8")
    done = committee("timetable", "--json", cwd=fresh)
    assert done.code == 1
    told = json.loads(done.out)
    assert [one["report"] for one in told] == ["another", NAME, "broken"]
    assert told[2]["issues"]
