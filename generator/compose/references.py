"""Cross-references: what each prints, from the numbers that composing gave.

    [](#workload)             paragraph 3.5 / section 3.0 / recommendation 2 / Figure 2 / Appendix A
    [paragraphs](#workload)   paragraphs 3.5
    [](#workload "number")    3.5

A reference to an appendix that is only listed is plain text, since the file does not hold it. One
to nothing, or to something that prints no number, is a problem where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.compose.materials import AppendixPlace, Placed
from generator.compose.numbering import Target, Targets
from generator.compose.walk import change_inlines
from generator.errors import Problems, Where, did_you_mean
from generator.model.document import Inline, Reference, Text

_NUMBERLESS = {
    "paragraph": "is a paragraph that has no number in this format",
    "section": "is a heading that has no number in this format",
    "table": "is a table without a caption, so it has no number",
    "item": "is an item of a bulleted list, so it has no number",
    "recommendation": "is the only recommendation, so it has no number",
}


def resolve_references(
    sections: list[Placed],
    targets: Targets,
    listed_only: Mapping[str, AppendixPlace],
    problems: Problems,
) -> list[Placed]:
    """The sections with every reference filled in. listed_only: appendices that are sent apart."""
    return [_resolved(placed, targets, listed_only, problems) for placed in sections]


def _resolved(
    placed: Placed,
    targets: Targets,
    listed_only: Mapping[str, AppendixPlace],
    problems: Problems,
) -> Placed:
    def fill(inline: Inline, line: int) -> Inline:
        if not isinstance(inline, Reference):
            return inline
        where = Where(placed.file, inline.line or line or None)
        target = targets.by_name.get(inline.target)
        apart = listed_only.get(inline.target)
        if target is None and apart is not None:
            asked = apart.label if inline.before is None else f"{inline.before}{apart.number}"
            return Text(asked)
        if target is None:
            names = list(targets.by_name)
            what = f"the reference '#{inline.target}' points at nothing"
            problems.add(where, what, did_you_mean(inline.target, names) or "name a target {#...}")
            return inline
        if not target.number:
            what = f"'#{inline.target}' {_NUMBERLESS.get(target.kind, 'has no number')}"
            problems.add(where, what, "refer to it in words, or to something that is numbered")
            return inline
        return filled(inline, target)

    return placed.with_blocks(change_inlines(placed.section.blocks, fill))


def filled(reference: Reference, target: Target) -> Reference:
    """The reference with kind, number, noun and text."""
    if reference.before is not None:
        before, text = reference.before, target.number
    elif target.label:
        before, text = "", target.label
    else:
        before, text = f"{target.kind} ", target.number
    return replace(reference, kind=target.kind, number=target.number, before=before, text=text)
