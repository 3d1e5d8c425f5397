"""What must hold before a report has a copy for publication."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compose.public_copy import check_public_copy
from generator.errors import InputProblems, Where
from generator.model.report import Exemption, SignOff

from .builders import FINANCIAL, LEGAL, format_, report

CODED = replace(FINANCIAL, sign_off="code", sign_off_required=True)
SIGNED = SignOff("financial", Where("sign_offs.yaml", 2), code="[MK/26052022/J]")


def problems(**changes: object) -> list[str]:
    with pytest.raises(InputProblems) as caught:
        check_public_copy(report(**changes), format_(implications=(CODED, LEGAL)))
    return [str(problem) for problem in caught.value.problems]


def test_a_report_with_all_its_sign_offs_has_a_public_copy() -> None:
    check_public_copy(report(sign_offs=(SIGNED,)), format_(implications=(CODED, LEGAL)))


def test_a_sign_off_that_is_required_and_awaited_is_a_problem() -> None:
    (found,) = problems()
    assert "sign_offs.yaml: 'Financial implications' is not signed off (Finance)" in found


def test_an_exempt_report_has_no_public_copy() -> None:
    exempt = Exemption((3,), "Prices.", Where("report.yaml", 9))
    (found,) = problems(sign_offs=(SIGNED,), exemption=exempt)
    assert found.startswith("report.yaml:9: the report is not for publication")
