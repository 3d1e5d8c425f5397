"""National wording on exempt papers: Local Government Act 1972, Schedule 12A, Part 1 (England).

The seven descriptions are those of the Act as amended by SI 2006/88. A format may say any of them
otherwise in its context, as `schedule_12a_3`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.wording.english import listed

_DESCRIPTIONS = {
    1: "Information relating to any individual.",
    2: "Information which is likely to reveal the identity of an individual.",
    3: (
        "Information relating to the financial or business affairs of any particular person "
        "(including the authority holding that information)."
    ),
    4: (
        "Information relating to any consultations or negotiations, or contemplated consultations "
        "or negotiations, in connection with any labour relations matter arising between the "
        "authority or a Minister of the Crown and employees of, or office holders under, the "
        "authority."
    ),
    5: (
        "Information in respect of which a claim to legal professional privilege could be "
        "maintained in legal proceedings."
    ),
    6: (
        "Information which reveals that the authority proposes (a) to give under any enactment a "
        "notice under or by virtue of which requirements are imposed on a person; or (b) to make "
        "an order or direction under any enactment."
    ),
    7: (
        "Information relating to any action taken or to be taken in connection with the "
        "prevention, investigation or prosecution of crime."
    ),
}


def schedule_12a(paragraph: int, context: Mapping[str, str]) -> str:
    """The description of a paragraph of Schedule 12A; '' for a number that it does not have."""
    return context.get(f"schedule_12a_{paragraph}", _DESCRIPTIONS.get(paragraph, ""))


def schedule_12a_numbers() -> tuple[int, ...]:
    """The paragraphs that a paper may be exempt under."""
    return tuple(_DESCRIPTIONS)


def paragraphs_text(paragraphs: Sequence[int]) -> str:
    """'paragraph 3', 'paragraphs 1 and 3'; '' for none."""
    if not paragraphs:
        return ""
    noun = "paragraph" if len(paragraphs) == 1 else "paragraphs"
    return f"{noun} {listed([str(number) for number in paragraphs])}"
