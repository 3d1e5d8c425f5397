"""The script that makes the example's exports: same bytes each time, exact counts, honest means."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from random import Random
from types import ModuleType
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

REPORT = Path(__file__).resolve().parents[2] / "inputs" / "health-check-2022"


def load(name: str) -> ModuleType:
    """A module of the script's folder, which is no package."""
    path = REPORT / "make_survey" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"make_survey_{name}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


calibrate = load("calibrate")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folders = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for folder in folders:
        command = [sys.executable, "-B", str(REPORT / "make_survey"), "--to", str(folder)]
        subprocess.run(command, check=True, capture_output=True)
    return folders


def test_two_runs_write_the_same_bytes(made: tuple[Path, Path]) -> None:
    first, second = made
    names = sorted(path.name for path in first.iterdir())
    assert len(names) == 8
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_the_exports_of_the_example_are_what_the_script_writes(made: tuple[Path, Path]) -> None:
    for fresh in sorted(made[0].iterdir()):
        kept = REPORT / "survey" / fresh.name
        if fresh.suffix == ".csv":
            assert fresh.read_bytes() == kept.read_bytes(), fresh.name
        else:  # compressed bytes may differ between builds of zlib; the parts may not
            assert parts(fresh) == parts(kept), fresh.name


def parts(path: Path) -> dict[str, bytes]:
    with ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


@given(
    leanings=st.dictionaries(st.integers(0, 200), st.floats(-5, 5), min_size=1),
    data=st.data(),
)
def test_choosing_gives_the_number_asked_for_and_the_highest_leanings(
    leanings: dict[int, float], data: st.DataObject
) -> None:
    size = data.draw(st.integers(0, len(leanings)))
    chosen = calibrate.choose(leanings, size)
    assert len(chosen) == size
    left = [leanings[i] for i in leanings if i not in chosen]
    assert all(leanings[i] >= max(left, default=-9) for i in chosen)


def test_choosing_meets_quotas_that_overlap() -> None:
    leanings = {i: float(-i) for i in range(20)}
    quotas = [
        calibrate.Quota(frozenset(range(10)), 3),
        calibrate.Quota(frozenset(range(0, 20, 2)), 5),
    ]
    chosen = calibrate.choose(leanings, 8, quotas)
    assert len(chosen) == 8
    assert [len(chosen & quota.members) for quota in quotas] == [3, 5]


def test_quotas_that_cannot_be_met_are_refused() -> None:
    with pytest.raises(ValueError, match="quotas cannot be met"):
        calibrate.choose({0: 1.0, 1: 0.0}, 1, [calibrate.Quota(frozenset({0, 1}), 2)])


def test_options_that_do_not_add_up_to_the_base_are_refused() -> None:
    with pytest.raises(ValueError, match="do not add up to 2 answers"):
        calibrate.cut({0: 1.0, 1: 0.0}, [1, 2])


@given(base=st.integers(2, 150), data=st.data())
def test_five_points_keep_the_counts_for_and_against(base: int, data: st.DataObject) -> None:
    agree = data.draw(st.integers(0, base))
    disagree = data.draw(st.integers(0, base - agree))
    points = calibrate.five_points(agree, base, disagree)
    assert min(points) >= 0
    assert (sum(points[:2]), sum(points), sum(points[3:])) == (agree, base, disagree)


@given(size=st.integers(1, 40), seed=st.integers(0, 9), data=st.data())
def test_several_answers_have_exact_counts_and_nobody_is_left_without(
    size: int, seed: int, data: st.DataObject
) -> None:
    counts = [size, *data.draw(st.lists(st.integers(0, size), min_size=1, max_size=4))]
    random = Random(seed)
    leanings = [{i: random.random() for i in range(size)} for _ in counts]
    picks = calibrate.pick_several(leanings, counts, random)
    assert all(picks.values())
    chosen = [sum(option in options for options in picks.values()) for option in range(len(counts))]
    assert chosen == counts


@given(size=st.integers(11, 120), tenths=st.integers(10, 300), seed=st.integers(0, 9))
def test_numbers_have_the_mean_to_one_decimal(size: int, tenths: int, seed: int) -> None:
    random = Random(seed)
    drawn = [random.random() + 0.1 for _ in range(size)]
    numbers = calibrate.numbers_with_mean(drawn, tenths / 10, 60, random)
    assert abs(sum(numbers) / size - tenths / 10) < 0.05
    assert all(0 <= number <= 60 for number in numbers)
