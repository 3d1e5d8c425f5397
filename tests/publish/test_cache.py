"""The cache changes nothing but time: deleted, damaged, out of date, not writable."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from generator.config.files import Files
from tests import small
from tests.conftest import Committee
from tests.small import FOLDER, NAME


def output(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "output" / NAME).iterdir()}


def cached(root: Path) -> list[Path]:
    return sorted(path for path in (root / "output" / ".cache").rglob("*") if path.is_file())


def of_report(root: Path) -> list[Path]:
    return [path for path in cached(root) if "reports" in path.parts]


def rebuild(root: Path, committee: Committee) -> dict[str, bytes]:
    shutil.rmtree(root / "output" / NAME)
    done = committee("build", NAME, cwd=root)
    assert (done.code, done.err) == (0, "")
    return output(root)


def test_findings_charts_and_the_filled_template_are_kept(workspace: Path) -> None:
    assert {path.parent.name for path in cached(workspace)} >= {"charts", "findings", "shells"}


def test_a_deleted_cache_changes_nothing(workspace: Path, committee: Committee) -> None:
    before = output(workspace)
    shutil.rmtree(workspace / "output" / ".cache")
    assert rebuild(workspace, committee) == before


def _empty(_: bytes, __: random.Random) -> bytes:
    return b""


def _half(data: bytes, _: random.Random) -> bytes:
    return data[: len(data) // 2]


def _flipped(data: bytes, chance: random.Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def _other(data: bytes, _: random.Random) -> bytes:
    return data[:32] + data[32:].replace(b"4", b"9").replace(b"3", b"8")


def _noise(data: bytes, chance: random.Random) -> bytes:
    return chance.randbytes(len(data))


@pytest.mark.parametrize("damage", [_empty, _half, _flipped, _other, _noise])
@pytest.mark.parametrize("seed", range(3))
def test_a_damaged_cache_changes_nothing(
    workspace: Path, committee: Committee, damage: object, seed: int
) -> None:
    assert callable(damage)
    before, chance = output(workspace), random.Random(seed)
    for path in cached(workspace):
        path.write_bytes(damage(path.read_bytes(), chance))
    assert rebuild(workspace, committee) == before
    # ... and it is made good by the way.
    assert rebuild(workspace, committee) == before


def test_kept_files_that_have_changed_places_change_nothing(
    workspace: Path, committee: Committee
) -> None:
    before = output(workspace)
    charts = [path for path in cached(workspace) if path.parent.name == "charts"]
    for kind in (".xml", ".xlsx"):
        one, two = [path for path in charts if path.suffix == kind][:2]
        first, second = one.read_bytes(), two.read_bytes()
        one.write_bytes(second)
        two.write_bytes(first)
    assert rebuild(workspace, committee) == before


@pytest.mark.parametrize("kind", ["a file", "a folder for each file", "a dangling link"])
def test_something_else_where_the_cache_should_be_changes_nothing(
    workspace: Path, committee: Committee, kind: str
) -> None:
    before, folder = output(workspace), workspace / "output" / ".cache"
    if kind == "a folder for each file":
        for path in cached(workspace):
            path.unlink()
            path.mkdir()
    else:
        shutil.rmtree(folder)
        if kind == "a file":
            folder.write_bytes(b"x")
        else:
            folder.symlink_to(workspace / "nowhere" / "at" / "all")
    assert rebuild(workspace, committee) == before


def test_a_cache_that_cannot_be_written_is_done_without(
    workspace: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = output(workspace)
    shutil.rmtree(workspace / "output" / ".cache")
    plain = Path.open

    def refuse(self: Path, mode: str = "r", **settings: object) -> object:
        if ".cache" in self.parts and "w" in mode:
            raise PermissionError(13, "Permission denied", str(self))
        return plain(self, mode, **settings)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert rebuild(workspace, committee) == before
    assert cached(workspace) == []


@pytest.mark.parametrize("name", ["codebook.yaml", "findings.yaml", "survey/sw_2021.csv"])
def test_a_changed_input_is_never_answered_from_the_cache(
    workspace: Path, committee: Committee, name: str
) -> None:
    path = workspace / FOLDER / name
    replacements = {
        "codebook.yaml": (b"sent: 60", b"sent: 40"),
        "findings.yaml": (b"Response rate", b"Rate of response"),
        "survey/sw_2021.csv": (b"Strongly agree", b"Disagree"),
    }
    before = output(workspace)
    path.write_bytes(path.read_bytes().replace(*replacements[name]))
    after = rebuild(workspace, committee)
    assert after["findings.json"] != before["findings.json"]
    assert after["check.docx"] != before["check.docx"]


def test_a_changed_program_is_never_answered_from_the_cache(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from generator.publish import cache

    folder, report = workspace / "output" / ".cache", workspace / FOLDER
    assert cache.FindingsCache(folder, report, Files(workspace)).get() is not None
    monkeypatch.setattr(cache, "code_digest", lambda *_: "of another program")
    assert cache.FindingsCache(folder, report, Files(workspace)).get() is None


def test_the_cache_does_not_grow_without_end(workspace: Path, committee: Committee) -> None:
    folder = workspace / "output" / ".cache" / "shells"
    for number in range(600):
        (folder / f"{number:064}.docx").write_bytes(b"old")
    report = workspace / FOLDER / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("Staff check", "Check of staff"), "utf-8")
    rebuild(workspace, committee)
    assert len(list(folder.iterdir())) <= 400


def test_what_stricter_settings_withhold_is_not_left_in_the_cache(
    workspace: Path, committee: Committee
) -> None:
    before = of_report(workspace)
    findings = workspace / FOLDER / "findings.yaml"
    strict = findings.read_text("utf-8").replace("minimum_base: 10,", "minimum_base: 14,")
    findings.write_text(strict, encoding="utf-8")
    narrative = workspace / FOLDER / "narrative.md"
    lines = narrative.read_text("utf-8").splitlines(keepends=True)
    charts = [line for line in lines if "chart(" in line]
    narrative.write_text("".join(line for line in lines if line != charts[1]), encoding="utf-8")
    built = committee("build", NAME, cwd=workspace)
    assert (built.code, built.err) == (0, "")
    left = of_report(workspace)
    assert not set(before) <= set(left)
    shutil.rmtree(workspace / "output" / ".cache")
    committee("build", NAME, cwd=workspace)
    assert left == of_report(workspace)


def test_a_link_that_is_turned_to_another_export_is_never_answered_from_the_cache(
    workspace: Path, committee: Committee
) -> None:
    survey = workspace / FOLDER / "survey"
    (survey / "sw_2022.xlsx").rename(survey / "first.xlsx")
    (survey / "sw_2022.xlsx").symlink_to("first.xlsx")
    before = rebuild(workspace, committee)
    (survey / "second.xlsx").write_bytes(
        small.xlsx_bytes(small.forms_rows("b", 29, 3, small.QUESTIONS[1]))
    )
    (survey / "sw_2022.xlsx").unlink()
    (survey / "sw_2022.xlsx").symlink_to("second.xlsx")
    assert rebuild(workspace, committee)["findings.json"] != before["findings.json"]
