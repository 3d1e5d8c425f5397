"""The cache changes nothing but time: deleted, damaged, out of date, not writable."""

from __future__ import annotations

import errno
import os
import random
import shutil
from pathlib import Path

import pytest

from generator.config.files import Files
from generator.publish import cache, cache_place, kept_files
from generator.publish.cache import ChartCache
from generator.word.charts.chart_part import ChartPart
from tests import small
from tests.conftest import Committee
from tests.publish.at_once import together
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


def test_findings_texts_charts_and_the_filled_template_are_kept(workspace: Path) -> None:
    kept = {"built", "charts", "findings", "heights", "shells", "written"}
    assert {path.parent.name for path in cached(workspace)} >= kept


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
    folder, report = workspace / "output" / ".cache", workspace / FOLDER
    assert cache.FindingsCache(folder, report, Files(workspace)).get() is not None
    monkeypatch.setattr(cache_place, "code_digest", lambda *_: "of another program")
    assert cache.FindingsCache(folder, report, Files(workspace)).get() is None


def test_the_cache_does_not_grow_without_end(workspace: Path, committee: Committee) -> None:
    folder = next(path.parent for path in cached(workspace) if path.parent.name == "shells")
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
        small.xlsx_bytes(small.forms_rows("b", 29, 7, small.QUESTIONS[1]))
    )
    (survey / "sw_2022.xlsx").unlink()
    (survey / "sw_2022.xlsx").symlink_to("second.xlsx")
    assert rebuild(workspace, committee)["findings.json"] != before["findings.json"]


def test_what_another_build_is_about_to_keep_is_not_forgotten(
    workspace: Path, committee: Committee
) -> None:
    others = []
    for folder in {path.parent for path in of_report(workspace)}:
        others.append(folder / ".committee-0.tmp")
        others[-1].write_bytes(b"half")
    assert len(others) == 6
    export = workspace / FOLDER / "survey" / "mg_2022.csv"
    export.write_bytes(export.read_bytes().replace(b"Comment 3 of", b"Changed"))
    rebuild(workspace, committee)
    assert all(path.exists() for path in others)
    for path in others:
        os.utime(path, (0, 0))  # of a build that was killed long ago
    export.write_bytes(export.read_bytes().replace(b"Comment 4 of", b"Changed"))
    rebuild(workspace, committee)
    assert not any(path.exists() for path in others)


def test_what_a_build_keeps_of_a_report_lies_under_its_settings(workspace: Path) -> None:
    kept = of_report(workspace)
    assert {path.parent.name for path in kept} == {
        "built",
        "findings",
        "written",
        "charts",
        "heights",
        "shells",
    }
    assert len({path.parent.parent for path in kept}) == 1
    assert cached(workspace) == kept


def refuse_narrative(root: Path) -> None:
    path = root / FOLDER / "narrative.md"
    path.write_text(path.read_text("utf-8") + "\n{{ sw.nothing.percent }}\n", "utf-8")


def be_stricter(root: Path) -> None:
    path = root / FOLDER / "findings.yaml"
    strict = path.read_text("utf-8").replace("minimum_base: 10,", "minimum_base: 16,")
    path.write_text(strict, "utf-8")


def make_mistake(root: Path) -> None:
    be_stricter(root)
    path = root / FOLDER / "findings.yaml"
    path.write_text(path.read_text("utf-8") + "    bad: {measure: none_such}\n", "utf-8")


def withdraw_survey(root: Path) -> None:
    for name in ("findings.yaml", "codebook.yaml"):
        (root / FOLDER / name).write_text("# withdrawn\n", "utf-8")


def withdraw_answers(root: Path) -> None:
    path = root / FOLDER / "survey" / "mg_2022.csv"
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:9]))


@pytest.mark.parametrize(
    "change",
    [be_stricter, make_mistake, withdraw_survey, withdraw_answers],
    ids=lambda f: f.__name__,
)
@pytest.mark.parametrize("words", [("build",), ("findings",), ("build", "--public")])
def test_what_may_be_withheld_now_goes_also_where_nothing_is_built(
    workspace: Path, committee: Committee, change: object, words: tuple[str, ...]
) -> None:
    assert callable(change)
    pages = next(path.parents[1] for path in of_report(workspace)) / "pages" / "x.json"
    pages.parent.mkdir()
    pages.write_bytes(b"{}")
    before = {path.read_bytes() for path in cached(workspace) if path.suffix != ".files"}
    refuse_narrative(workspace)
    change(workspace)
    done = committee(words[0], NAME, *words[1:], cwd=workspace)
    assert done.code == ("build" in words or change is make_mistake)
    left = cached(workspace)
    assert not before & {path.read_bytes() for path in left}
    assert {path.parent.name for path in left} <= {"findings"}


def test_what_a_build_under_other_settings_keeps_late_goes_with_the_next_command(
    workspace: Path, committee: Committee
) -> None:
    charts = next(path.parent for path in cached(workspace) if path.parent.name == "charts")
    late = ChartCache(charts.parent, lambda: None)
    be_stricter(workspace)
    assert committee("findings", NAME, cwd=workspace).code == 0
    late.put("looser", ChartPart(b"x", b"x"))
    late.flush()
    assert charts.exists()
    assert committee("findings", NAME, cwd=workspace).code == 0
    assert not charts.exists()


@pytest.mark.parametrize("fate", ["renamed", "deleted"])
def test_the_cache_of_a_report_that_is_gone_goes_with_the_next_command(
    workspace: Path, committee: Committee, fate: str
) -> None:
    shutil.copytree(workspace / FOLDER, workspace / "inputs" / "other")
    assert committee("build", "other", cwd=workspace).code == 0
    reports = workspace / "output" / ".cache" / "reports"
    assert {path.name for path in reports.iterdir()} == {NAME, "other"}
    if fate == "renamed":
        (workspace / FOLDER).rename(workspace / "inputs" / "renamed")
    else:
        shutil.rmtree(workspace / FOLDER)
    assert committee("findings", "other", cwd=workspace).code == 0
    assert {path.name for path in reports.iterdir()} == {"other"}


def test_a_report_that_is_built_beside_another_keeps_its_cache(
    workspace: Path, committee: Committee
) -> None:
    before = of_report(workspace)
    shutil.copytree(workspace / FOLDER, workspace / "inputs" / "other")
    assert committee("build", "other", cwd=workspace).code == 0
    assert set(before) <= set(of_report(workspace))


def test_what_earlier_versions_kept_goes(workspace: Path, committee: Committee) -> None:
    root = workspace / "output" / ".cache"
    for place in ("shells", "pages", f"reports/{NAME}/charts"):
        (root / place).mkdir(parents=True)
        (root / place / "old").write_bytes(b"old")
    assert committee("findings", NAME, cwd=workspace).code == 0
    assert not list(root.rglob("old"))
    assert not (root / "shells").exists()


def test_threads_with_a_cache_that_others_clear_get_a_whole_entry_or_none(tmp_path: Path) -> None:
    def build(number: int) -> None:
        for turn in range(25):
            drawn = ChartCache(tmp_path, lambda: None)
            key = f"{(number + turn) % 4}"
            part = ChartPart(key.encode() * 900, key.encode() * 800)
            assert drawn.get(key) in (None, part)
            drawn.put(key, part)
            drawn.flush()

    together(build)
    assert not list(tmp_path.rglob(".committee*"))


def test_a_file_that_cannot_be_forgotten_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_bytes(b"x")
    plain = Path.unlink

    def unlink(self: Path, missing_ok: bool = False) -> None:
        if self.name == "a":  # Windows, while another build is reading it
            raise PermissionError(13, "Permission denied", str(self))
        plain(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", unlink)
    kept_files.forget_others(tmp_path, ())
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_cache_that_only_another_person_may_look_into_is_done_without(
    workspace: Path, committee: Committee, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, plain = output(workspace), Path.stat

    def refuse(self: Path, **settings: bool) -> os.stat_result:
        if ".cache" in self.parts:
            raise PermissionError(errno.EACCES, "Permission denied", str(self))
        return plain(self, **settings)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "stat", refuse)
        assert rebuild(workspace, committee) == before
