"""Files that are almost right give a value or a message; what was found before stays found.

Few are tried here, the same each time. `make fuzz` tries others for an hour.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.fuzz.inputs import INPUTS
from tests.fuzz.targets import TARGETS, run
from tests.work import at_most

CASES = Path(__file__).parent / "cases"
CALLS = 6_000_000  # some five times what is needed
EXAMPLES = {"docx": 25, "template": 25, "narrative": 40}


def test_every_target_has_inputs() -> None:
    assert TARGETS.keys() == INPUTS.keys()


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_is_given_ends_soon_in_a_value_or_a_message(name: str, tmp_path: Path) -> None:
    @settings(
        max_examples=EXAMPLES.get(name, 60),
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(INPUTS[name])
    def try_one(data: bytes) -> None:
        with at_most(CALLS):
            run(name, data, tmp_path)

    try_one()


@pytest.mark.parametrize(
    "case", sorted(CASES.glob("*/*")), ids=lambda path: path.relative_to(CASES).as_posix()
)
def test_a_case_that_was_found_once_stays_mended(case: Path, tmp_path: Path) -> None:
    with at_most(CALLS):
        run(case.parent.name, case.read_bytes(), tmp_path)
