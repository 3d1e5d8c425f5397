"""How grounds for keeping a paper from the public are named and worded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.model.report import Exemption
from generator.model.wording.english import listed


def grounds(exemption: Exemption, context: Mapping[str, str]) -> Iterator[str]:
    """'Paragraph 3: Information relating to ...', for each paragraph.

    context: of the format, which may say any of them otherwise, as `schedule_12a_3`.
    """
    for number in exemption.paragraphs:
        words = context.get(f"schedule_12a_{number}", exemption.words.get(number, ""))
        if words:
            yield f"Paragraph {number}: {words.rstrip('.')}."


def paragraphs_text(paragraphs: Sequence[int]) -> str:
    """'paragraph 3', 'paragraphs 1 and 3'; '' for none."""
    if not paragraphs:
        return ""
    noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f"{noun} {listed([str(number) for number in paragraphs])}"
