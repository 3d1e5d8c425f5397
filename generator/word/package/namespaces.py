"""The XML namespaces of a .docx."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
C15 = "http://schemas.microsoft.com/office/drawing/2012/chart"
NAMESPACES = {
    "w": W, "r": R, "wp": WP, "a": A, "c": C, "m": M, "mc": MC, "w14": W14, "w15": W15, "c15": C15,
}  # fmt: skip


def declared(*prefixes: str) -> str:
    """What declares the namespaces of some prefixes: 'xmlns:w="http://..." xmlns:r="http://..."'."""
    return " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in prefixes)


DECLARED = declared("w", "r")
"""What the text of a report declares."""
