"""Drafting the questions of a codebook: their ids, scales and entries."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.starters.yaml_words import comment, items, quoted, scalar
from generator.survey.inspection.characteristics import is_characteristic
from generator.survey.inspection.inspection import InspectedQuestion
from generator.survey.inspection.merged_waves import DraftQuestion, made_by_tool, row_of
from generator.survey.likeness import fold


def question_lines(
    key: str, draft: DraftQuestion, scales: dict[tuple[str, ...], str], waves: Sequence[str]
) -> list[str]:
    """The entry of a question. scales: its options in order -> key. waves: of the whole survey."""
    question = draft.question
    lines = [f"  # {comment(remark)}" for remark in draft.remarks]
    lines += [f"  {key}:", f"    text: {scalar(question.text)}"]
    if draft.texts:
        lines.append("    texts:")
        lines += [f"      {quoted(wave)}: {scalar(text)}" for wave, text in draft.texts.items()]
    if len(draft.waves) < len(waves):
        lines.append(f"    waves: [{', '.join(quoted(wave) for wave in draft.waves)}]")
    if question.code:
        lines.append(f"    codes: {scalar(question.code)}")
    lines.append(f"    kind: {question.kind}")
    states = (*question.prefer_not_to_say, *question.not_applicable)
    options = tuple(option.text for option in question.options if option.text not in states)
    if question.kind == "scale":
        lines.append(f"    scale: {scales[_widest(options, scales)]}")
    elif question.kind in ("single", "multi"):
        lines += ["    options:", *items(options, 6)]
    if question.not_numbers:
        lines += ["    not_applicable:    # no numbers: they are left out of means",
                  *items(question.not_numbers, 6)]  # fmt: skip
    if question.prefer_not_to_say:
        lines += ["    prefer_not_to_say:", *items(question.prefer_not_to_say, 6)]
    if question.not_applicable and not question.not_numbers:
        lines += ["    not_applicable:", *items(question.not_applicable, 6)]
    if draft.renamed:
        lines.append("    renamed_options:")
        lines += [f"      {quoted(old)}: {scalar(new)}" for old, new in draft.renamed.items()]
    if question.kind in ("single", "multi") and is_characteristic(question.text, options):
        lines.append(
            "    characteristic: true    # asks who somebody is: small counts are withheld"
        )
    if question.other and question.kind in ("single", "multi"):
        if number := question.written_in:
            what = (
                "answer, of one person,"
                if number == 1
                else "different answers, of one person each,"
            )
            lines.append(f"    # {number} {what} would count as 'Other': is one of them an option?")
        lines.append("    other: true")
    return lines


def scales_of(questions: Sequence[InspectedQuestion]) -> dict[tuple[str, ...], str]:
    """Options in order -> key, one for each scale that occurs.

    Where nobody chose an option of a question, it has the scale of a question where somebody did.
    """
    every: dict[tuple[str, ...], str] = {}
    for question in questions:
        if question.kind == "scale":
            states = (*question.prefer_not_to_say, *question.not_applicable)
            options = tuple(o.text for o in question.options if o.text not in states)
            every.setdefault(options, question.scale)
    found: dict[tuple[str, ...], str] = {}
    used: dict[str, int] = {}
    for options, name in every.items():
        if _widest(options, every) == options:
            used[name] = used.get(name, 0) + 1
            found[options] = name if used[name] == 1 else f"{name}_{used[name]}"
    return found


def _widest(options: tuple[str, ...], scales: dict[tuple[str, ...], str]) -> tuple[str, ...]:
    """The longest of the scales that holds all these options in this order."""
    wide = [
        other
        for other in scales
        if tuple(fold(o) for o in other if fold(o) in {fold(x) for x in options})
        == tuple(fold(o) for o in options)
    ]
    return max(wide, key=len, default=options)


def question_ids(questions: Sequence[InspectedQuestion]) -> list[str]:
    """An id for each question, all different: its code where that is a name, else its first words.

    Of a row of a grid, the words of its sub-question.
    """
    used: set[str] = set()
    ids: list[str] = []
    for question in questions:
        named = question.code and not (made_by_tool(question.code) and question.text)
        text = (row_of(question.text) if question.kind != "multi" else "") or question.text
        base = _slug(question.code) if named else _slug(_words(text))
        key, number = base, 2
        while key in used:
            key, number = f"{base}_{number}", number + 1
        used.add(key)
        ids.append(key)
    return ids


def _words(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", fold(text).replace("'", ""))
    small = {"the", "a", "an", "of", "to", "in", "is", "are", "do", "you", "your", "my", "i", "how",
             "what", "which", "that", "and", "or", "for", "with", "have", "has"}  # fmt: skip
    telling = [word for word in words if word not in small] or words
    return "_".join(telling[:5])


def _slug(text: str) -> str:
    slug = re.sub(r"[^A-Za-z0-9]+", "_", text).strip("_")
    if not slug:
        return "question"
    return slug if slug[0].isalpha() else f"q_{slug}"
