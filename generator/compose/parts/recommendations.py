"""Recommendations: heading, lead-in by the committee's type, and the items.

A format prints each group under a heading of its own, or all in one section of the layout. Items
are a list, numbered paragraphs of the report, or one sentence with the lead-in. The check of the
verbs' mood knows the verbs that recommendations begin with; it says nothing of others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.compose.arranged_blocks import arranged, lowered_start
from generator.compose.compose_rules import (
    RECOMMENDATION_GROUP,
    RECOMMENDATION_MISSING,
    RECOMMENDATION_WORDING,
)
from generator.compose.materials import Materials, PlacedSection
from generator.compose.plain_text import paragraph, plain_blocks
from generator.errors import did_you_mean
from generator.model.document import (
    Block,
    Heading,
    Inline,
    ListBlock,
    ListItem,
    Paragraph,
    Phrase,
    Section,
    Text,
)
from generator.model.format import Part, RecommendationGroup
from generator.model.origin import Origin
from generator.model.report import Recommendation
from generator.model.wording.phrases import flat_phrase

_VERBS = (
    "accept", "adopt", "agree", "approve", "authorise", "comment", "confirm", "consider",
    "delegate", "endorse", "identify", "note", "provide", "receive", "recommend", "refer",
    "request", "review", "support", "welcome",
)  # fmt: skip
_FINITE = {
    **{verb: f"{verb}s" for verb in _VERBS},
    "refer": "refers",
    "identify": "identifies",
}
_INFINITIVE = {finite: verb for verb, finite in _FINITE.items()}


def recommendation_sections(materials: Materials, part: Part) -> list[PlacedSection]:
    """The sections of a recommendations part: one with the part's title, or one for each group."""
    wanted = [g for g in materials.format.recommendations if part.key in ("", g.key)]
    _check_groups(materials)
    given = [(group, materials.report.recommendations.get(group.key, ())) for group in wanted]
    filled = [(group, items) for group, items in given if items]
    for group, items in given:
        if group.required and not items:
            _missing(materials, group)
    if part.title and filled:
        blocks = [_group_blocks(materials, part, group, items, True) for group, items in filled]
        merged = tuple(block for one in blocks for block in one)
        return [_placed(materials, part, "recommendations", part.title, merged)]
    return [
        _placed(
            materials,
            part,
            "recommendations" if len(filled) == 1 else f"recommendations-{group.key}",
            _heading(group, items),
            _group_blocks(materials, part, group, items, False),
        )
        for group, items in filled
    ]


def _placed(
    materials: Materials, part: Part, key: str, title: str, blocks: tuple[Block, ...]
) -> PlacedSection:
    opening, origin = materials.stated("layout.recommendations.text", part.text)
    if opening:
        blocks = (paragraph(opening, numbered=part.numbered, origin=origin), *blocks)
    numbered = part.numbered and bool(materials.format.numbering.heading)
    section = Section(
        key=key,
        kind="recommendations",
        title=materials.fill(title),
        blocks=blocks,
        level=part.level,
        numbered=numbered,
        page_break=part.page_break,
    )
    return PlacedSection(section, materials.report.file, part.numbered)


def _heading(group: RecommendationGroup, items: Sequence[Recommendation]) -> str:
    return group.heading_many if len(items) > 1 and group.heading_many else group.heading


def _check_groups(materials: Materials) -> None:
    known = [group.key for group in materials.format.recommendations]
    for key in materials.report.recommendations:
        if key not in known:
            where = materials.report_where(f"recommendations.{key}")
            what = f"the format has no group of recommendations {key!r}"
            materials.problems.add(RECOMMENDATION_GROUP, where, what, did_you_mean(key, known))


def _missing(materials: Materials, group: RecommendationGroup) -> None:
    where = materials.report_where(f"recommendations.{group.key}")
    heading = group.heading.rstrip(":") or group.key
    materials.problems.add(
        RECOMMENDATION_MISSING,
        where,
        f"{heading!r} is missing",
        group.guidance or "add at least one",
    )


def _group_blocks(
    materials: Materials,
    part: Part,
    group: RecommendationGroup,
    items: Sequence[Recommendation],
    under_title: bool,
) -> tuple[Block, ...]:
    lead_in, origin = _lead_in(materials, group)
    written = [(item, _written(materials, group, item, lead_in)) for item in items]
    blocks: list[Block] = []
    if under_title and _heading(group, items):
        blocks.append(Heading((Text(materials.fill(_heading(group, items))),), level=2))
    if group.single_inline and len(written) == 1 and len(written[0][1]) == 1:
        numbered = part.numbered and (group.lead_in_numbered or group.marker == "paragraph")
        return (*blocks, _run_on(lead_in, written[0][0].name, written[0][1][0], numbered))
    if lead_in:
        numbered = part.numbered and group.lead_in_numbered
        blocks.append(paragraph(lead_in, style="lead-in", numbered=numbered, origin=origin))
    if group.marker == "paragraph":
        for item, content in written:
            blocks.extend(_as_paragraphs(materials, part, item.name, content))
    elif written:
        entries = tuple(_as_item(materials, item.name, content) for item, content in written)
        blocks.append(ListBlock(entries, group.marker, origin=entries[0].origin))
    return tuple(blocks)


def _lead_in(materials: Materials, group: RecommendationGroup) -> tuple[str, Origin]:
    committee = materials.report.committee
    own = committee.lead_in.get(group.key)
    text = own or group.lead_in.get(committee.type, group.lead_in.get("any", ""))
    return materials.stated(f"recommendations.{group.key}.lead_in", text)


def _written(
    materials: Materials, group: RecommendationGroup, item: Recommendation, lead_in: str
) -> tuple[Block, ...]:
    blocks = materials.write_prose(item.prose)
    if blocks and not isinstance(blocks[0], Paragraph):
        materials.problems.add(
            RECOMMENDATION_WORDING,
            item.prose.where,
            "a recommendation begins with a sentence",
            "put the text first",
        )
        return ()
    hint = mood_hint(plain_blocks(blocks[:1]), group.mood)
    if hint and lead_in:
        what = f"the recommendation does not go on after {lead_in!r}"
        materials.problems.add(RECOMMENDATION_WORDING, item.prose.where, what, hint)
    elif hint and group.mood == "that":
        materials.problems.add(
            RECOMMENDATION_WORDING, item.prose.where, "the recommendation stands on its own", hint
        )
    return blocks


def mood_hint(text: str, mood: str) -> str:
    """How to mend the first word of a recommendation; '' where it fits or is not a known verb."""
    first = text.strip().split(" ", 1)[0].strip(",.:;")
    word = first.casefold()
    if mood == "infinitive" and word in _INFINITIVE:
        return f"write {_INFINITIVE[word].capitalize()!r} in place of {first!r}"
    if mood == "infinitive" and word in ("that", "to"):
        return f"begin with a verb such as 'Note' in place of {first!r}"
    if mood == "finite" and word in _FINITE:
        return f"write {_FINITE[word]!r} in place of {first!r}"
    if mood == "finite" and word in ("that", "to"):
        return f"begin with a verb such as 'notes' in place of {first!r}"
    if mood == "that" and word != "that" and (word in _FINITE or word in _INFINITIVE):
        return "begin with 'That' and the body that decides"
    return ""


def _run_on(lead_in: str, name: str, written: Block, numbered: bool) -> Block:
    """'The Committee is recommended to endorse ...': the single item in the lead-in's sentence."""
    if not isinstance(written, Paragraph):
        return written
    lead = Text(f"{lead_in.rstrip().rstrip(':')} ")
    content = lowered_start(written.content)
    return replace(_known_as(written, name), lead=(lead,), content=content, numbered=numbered)


def _known_as(first: Paragraph, name: str) -> Paragraph:
    """A recommendation's first paragraph with the entry's name before those of its text."""
    names = [one for one in (name, first.name, *first.aliases) if one]
    main, *more = dict.fromkeys(names) or [""]
    return replace(first, name=main, aliases=tuple(more))


def _as_paragraphs(
    materials: Materials, part: Part, name: str, blocks: tuple[Block, ...]
) -> tuple[Block, ...]:
    if not blocks:
        return ()
    first, *rest = blocks
    if isinstance(first, Paragraph):
        first = replace(_known_as(first, name), numbered=True)
    return (
        *arranged((first,), materials.format, part.numbered),
        *arranged(rest, materials.format, False),
    )


def _as_item(materials: Materials, name: str, blocks: tuple[Block, ...]) -> ListItem:
    if not blocks or not isinstance(blocks[0], Paragraph):
        return ListItem((), name=name)
    first = _known_as(blocks[0], name)
    rest = arranged(blocks[1:], materials.format, False)
    return ListItem(first.content, rest, first.name, "", first.origin, first.aliases)


def recommendation_lines(sections: Sequence[Section]) -> list[Phrase]:
    """The recommendations as lines, for a front-matter row."""
    lines: list[Phrase] = []
    for section in sections:
        if section.kind != "recommendations":
            continue
        for block in section.blocks:
            if isinstance(block, ListBlock):
                lines += [_line(item.number, item.content) for item in block.items]
            elif isinstance(block, Paragraph):
                lines.append(_line(block.number, (*block.lead, *block.content)))
    return lines


def _line(number: str, content: Sequence[Inline]) -> Phrase:
    """Printed a second time there: its words are changed where they are first."""
    return flat_phrase((Text(f"{number} " if number else ""), *content))
