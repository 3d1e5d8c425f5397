"""Cross-references: what each prints, from the numbers that composing gave.

    [](#workload)             paragraph 3.5 / section 3.0 / recommendation 2 / Figure 2 / Appendix A
    [paragraphs](#workload)   paragraphs 3.5
    [](#workload "number")    3.5
    [as told in](#workload)   as told in paragraph 3.5
    [how it was done](#done)  how it was done: a link, where the heading has no number
    [above](#done "words")    above: a link, whether the heading has a number or not

At the beginning of a sentence the noun has a capital. A reference to an appendix that is only
listed is plain text, since the file does not hold it. One to nothing, or without words of its own
to something that prints no number, is a problem where it stands.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.compose.compose_rules import REFERENCE_UNRESOLVED
from generator.compose.materials import AppendixPlace, PlacedSection
from generator.compose.numbers.numbering import NumberedTarget, Targets
from generator.errors import Problems, did_you_mean
from generator.model.document import Inline, Link, Reference, Text
from generator.model.issues import Where
from generator.model.walk import Content, change_contents, plain

_NUMBERLESS = {
    "paragraph": "is a paragraph that has no number in this format",
    "section": "is a heading that has no number in this format",
    "table": "is a table without a caption, so it has no number",
    "item": "is an item of a bulleted list, so it has no number",
    "recommendation": "is the only recommendation, so it has no number",
}


def resolve_references(
    sections: list[PlacedSection],
    targets: Targets,
    listed_only: Mapping[str, AppendixPlace],
    problems: Problems,
) -> list[PlacedSection]:
    """The sections with every reference filled in. listed_only: appendices that are sent apart."""
    return [_resolved(placed, targets, listed_only, problems) for placed in sections]


def _resolved(
    placed: PlacedSection,
    targets: Targets,
    listed_only: Mapping[str, AppendixPlace],
    problems: Problems,
) -> PlacedSection:
    def one(inline: Reference, before: Sequence[Inline], line: int, worded: bool) -> Inline | None:
        apart = listed_only.get(inline.target)
        if apart is not None:
            alone = inline.before is None
            return Text(apart.label if alone else f"{inline.before}{apart.number}")
        line, heading = inline.line or line, placed.section.title
        where = Where(placed.file, line or None, heading=heading)
        target = _target(inline, targets, where, problems, worded)
        if target is None or not target.number:
            return None
        return filled(inline, target, plain(before))

    def fill(content: Content, line: int) -> Content:
        made: list[Inline] = []
        for inline in content:
            if isinstance(inline, Reference):
                made.append(one(inline, made, line, worded=False) or inline)
            elif isinstance(inline, Link) and inline.url.startswith("#"):
                asked = Reference(inline.url[1:], line=inline.line)
                found = one(asked, [*made, *inline.content], line, worded=True)
                made += _led(inline, found)
            else:
                made.append(inline)
        return tuple(made)

    return placed.with_blocks(change_contents(placed.section.blocks, fill))


def _led(link: Link, found: Inline | None) -> tuple[Inline, ...]:
    """A link, or its words and the number behind them. A Text is of what the file does not hold."""
    if found is None or (link.only_words and isinstance(found, Reference)):
        return (link,)
    return link.content if link.only_words else (*link.content, Text(" "), found)


def _target(
    reference: Reference, targets: Targets, where: Where, problems: Problems, worded: bool
) -> NumberedTarget | None:
    """What a reference points at; None, with a problem noted, where it can print nothing.

    worded: it has words of its own, which may be a link to what has no number.
    """
    target = targets.by_name.get(reference.target)
    if target is None:
        what = f"the reference '#{reference.target}' points at nothing"
        hint = did_you_mean(reference.target, list(targets.by_name))
        problems.add(REFERENCE_UNRESOLVED, where, what, hint or "name a target {#...}")
        return None
    # A table without a caption has no bookmark that a link could go to.
    if not target.number and (target.kind == "table" or not worded):
        name = reference.target
        what = f"'#{name}' {_NUMBERLESS.get(target.kind, 'has no number')}"
        mend = f"refer to it in words of your own: [how it was done](#{name})"
        if target.kind == "table":
            mend = "give it a caption, or refer to something that is numbered"
        problems.add(REFERENCE_UNRESOLVED, where, what, mend)
        return None
    return target


def _begins(before: str) -> bool:
    """Whether what follows begins a sentence."""
    text = before.rstrip(" \u00a0\n")
    return not text or text.rstrip("\"'\u201d\u2019)").endswith((".", "!", "?"))


def _says(before: str, noun: str) -> bool:
    """Whether the author has written the noun already: 'see paragraph [](#workload)'."""
    last = before.rstrip(" \u00a0\n").casefold().split(" ")[-1]
    return last in (noun.casefold(), f"{noun.casefold()}s")


def filled(reference: Reference, target: NumberedTarget, preceding: str = "x") -> Reference:
    """The reference with kind, number, noun and text. preceding: the text before it."""
    noun = target.label.rsplit(" ", 1)[0] if target.label else target.kind
    if reference.before is not None:
        before, text = reference.before, target.number
    elif _says(preceding, noun):
        before, text = "", target.number
    elif target.label:
        before, text = "", target.label
    else:
        noun = noun.capitalize() if _begins(preceding) else noun
        before, text = f"{noun} ", target.number
    return replace(reference, kind=target.kind, number=target.number, before=before, text=text)
