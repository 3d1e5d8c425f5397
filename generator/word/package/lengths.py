"""Word's lengths: twips (twentieths of a point) in text, EMU in drawings."""

from __future__ import annotations

TWIPS_PER_POINT = 20
TWIPS_PER_CM = 567
EMU_PER_POINT = 12_700
EMU_PER_TWIP = EMU_PER_POINT // TWIPS_PER_POINT
A4 = (11906, 16838)  # twips, upright
A4_TOLERANCE = 30  # twips: Word rounds A4 differently from version to version
