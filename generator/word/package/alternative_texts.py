"""What is read aloud of a drawing, whichever program wrote it.

<wp:docPr title="More stay" descr="Bar chart: ..."/>
<wp:docPr descr="More stay&#10;Bar chart: ..."/>         the same, saved by LibreOffice 25
"""

from __future__ import annotations

from generator.word.package.elements import Element


def alternative_text(said: Element | None, shown: str) -> str:
    """The description in a wp:docPr, as written. shown: the title that the chart shows, or ''.

    LibreOffice 25 has the title before it, on a line of its own, and nowhere else.
    """
    if said is None:
        return ""
    text = said.get("descr", "")
    first, _, rest = text.partition("\n")
    joined = said.get("title") is None and bool(shown) and first.split() == shown.split()
    return rest if joined and rest else text


def whole_text(said: Element) -> str:
    """The title and the description of a picture, each on its line."""
    return "\n".join(filter(None, (said.get("title", ""), said.get("descr", ""))))
