"""The pages of every example hold what can be measured of a page that needs no excuse."""

from __future__ import annotations

import pytest

from generator.config.workspace import find_workspace
from generator.pipeline.report import build_report

from .__main__ import ROOT
from .blocks import read_body
from .measures import measure
from .pictures import lay_out, missing

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())
REPORTS = sorted(path.parent.name for path in (ROOT / "inputs").glob("*/report.yaml"))
MOST_BLANK = 25  # per cent of a page in one band, where the text goes on overleaf
MOST_PAGES = 0.1  # of a report's pages that are blank by a fifth: rows of charts cannot split


@pytest.mark.parametrize("name", REPORTS)
def test_every_page_of_an_example_holds(name: str) -> None:
    body = read_body(build_report(find_workspace(ROOT), name).files[f"{name}.docx"])
    found = measure(body, lay_out(body))
    assert found.far_captions() == ()
    assert found.orphans == ()
    assert found.touching == ()
    assert found.outside == ()
    assert found.blanks(MOST_BLANK) == ()
    assert found.short_ends() == ()
    assert len(found.blanks()) <= MOST_PAGES * len(found.pages)
