"""How well text stands out from what it stands on."""

from __future__ import annotations

import pytest

from generator.model.release.contrast import contrast, too_pale
from generator.model.release.paper import PaperLook


def test_black_and_white_differ_most_and_a_colour_from_itself_not_at_all() -> None:
    assert contrast("000000", "FFFFFF") == pytest.approx(21)
    assert contrast("4F81BD", "4F81BD") == 1


@pytest.mark.parametrize(
    "look",
    [
        PaperLook(colour=""),
        PaperLook(colour="FFFFFF", fill="pct25"),
        PaperLook(colour="EEEEEE", hidden=True),
        PaperLook(colour="949494", size=18.0),
        PaperLook(colour="949494", size=14.0, bold=True),
    ],
)
def test_what_suffices_or_is_not_known_is_not_pale(look: PaperLook) -> None:
    assert too_pale(look) is None


def test_pale_text_says_its_colours_and_its_ratio_cut() -> None:
    pale = too_pale(PaperLook(colour="4F81BD", size=12.0))
    assert pale is not None
    assert pale.said == "#4F81BD on #FFFFFF has a contrast of 4.03:1, not 4.5:1"
