"""`{{ chart(...) }}`: a native chart of findings, its kind chosen by what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from generator.model.document import Chart, ChartKind, Phrase, Series, phrase
from generator.model.findings import LOW
from generator.model.wording.english import listed
from generator.model.wording.phrases import joined, phrase_of
from generator.narrative.directives.message import message_of
from generator.narrative.directives.shown_figures import (
    WHOLES,
    ShownFigure,
    caption_of,
    cell_of,
    entries_of,
    is_open,
    labels_of,
    marks_note,
    own_notes,
    phrase_setting,
    plain_title,
    same_unit,
    text_setting,
    unlike_note,
    views_of,
    waves_of,
    with_figures,
    word_setting,
)
from generator.narrative.directives.shown_part import part_shown, places_in_order
from generator.narrative.expressions.finding_view import FindingView
from generator.narrative.expressions.spoken import Listing, Refused, SpokenBlocks

KINDS = ("columns", "bars", "stacked", "line")
SIZES = ("full", "half", "third")
AXES = ("wave", "finding", "answer", "group")
_FINDING = "Finding"
_HEADS = {"answers": "Answer", "groups": "Group"}
_MOST_SEGMENTS = 7  # of a stack, that can be told apart by their colours


class Plan(NamedTuple):
    """A chart's figures: categories along the axis, series, and the view of each cell.

    cells: one row for each series, parallel to categories. heads: what the categories are, where
    they are not waves.
    """

    kind: str
    categories: tuple[str, ...]
    names: tuple[str, ...]
    cells: tuple[tuple[ShownFigure, ...], ...]
    waves: tuple[str, ...]
    ordered: bool = False
    heads: str = ""


def chart(
    *findings: Any,
    kind: str = "",
    title: str = "",
    caption: str = "",
    name: str = "",
    size: str = "full",
    waves: Any = None,
    by: str = "",
    with_table: bool = False,
    note: str = "",
    description: str = "",
    sort: bool | None = None,
) -> SpokenBlocks:
    """A chart of one or more findings. See docs/narrative.md. Raises Refused."""
    given = views_of("chart", findings)
    unit = same_unit(given, "chart")
    decimals = max(view.finding.decimals for view in given)
    views = tuple(_with_decimals(view, decimals) for view in given)
    _check_settings(kind, by, size)
    if waves is None and all(isinstance(one, Listing) for one in findings):
        waves = _listed_wave(views, kind, by)
    plan = _plan(views, kind, by, waves, sort)
    chosen: ChartKind = plan.kind  # type: ignore[assignment]
    part = part_shown(views, plan.waves)
    built = Chart(
        kind=chosen,
        title=title_of(title, views, plan.waves),
        categories=plan.categories,
        series=_series(views, plan),
        unit=unit,
        decimals=decimals,
        caption=phrase_setting("caption", caption) or phrase(caption_of(views, plan.waves, part)),
        description=phrase_setting("description", description),
        keys=tuple(dict.fromkeys(view.finding.key for view in views)),
        name=text_setting("name", name),
        size=size,
        ordered=plan.ordered,
        part=part,
        with_table=bool(with_table),
        waves=plan.names == plan.waves and len(plan.waves) > 1,
        kept=bool(kind),
        heads=plan.heads,
        note=joined(
            phrase_setting("note", note),
            phrase(own_notes(views, plan.waves)),
            phrase(_note(plan, views)),
        ),
    )
    return SpokenBlocks("chart", [built])


def _check_settings(kind: str, by: str, size: str) -> None:
    if kind:
        word_setting("kind", kind, KINDS)
    if by:
        word_setting("by", by, AXES)
    word_setting("size", size, SIZES)


def _series(views: Sequence[FindingView], plan: Plan) -> tuple[Series, ...]:
    if all(cell.value is None for row in plan.cells for cell in row):
        raise Refused(
            f"no figure of {views[0].called()} may be published, so there is no chart",
            "leave the chart out, or show other groups or waves",
        )
    return tuple(
        Series(
            name,
            tuple(cell.value for cell in row),
            tuple(LOW if cell.low else cell.mark for cell in row),
            tuple(cell.key for cell in row),
        )
        for name, row in zip(plan.names, plan.cells, strict=True)
    )


def _with_decimals(view: FindingView, decimals: int) -> FindingView:
    """The view with as many decimals as the chart shows, so that all its labels are true."""
    finding = view.finding
    if finding.decimals == decimals:
        return view
    # A weighted share comes rounded: what is 0 with fewer decimals may be anything with more.
    estimates = tuple(
        replace(found, mark=None) if found.mark == LOW else found for found in finding.estimates
    )
    return replace(view, finding=replace(finding, decimals=decimals, estimates=estimates))


def title_of(title: str, views: Sequence[FindingView], waves: Sequence[str]) -> Phrase:
    """The author's title, or a message in words from the figures: none of it is typed by hand."""
    given = phrase_setting("title", title)
    return given or phrase_of(message_of(views, waves), f"{views[0].finding.key}.chart")


def _note(plan: Plan, views: Sequence[FindingView]) -> str:
    marks = marks_note(cell._replace(shaky=False) for row in plan.cells for cell in row)
    shaky = _shaky(plan)
    warning = f"Unreliable, because the base is small: {listed(shaky)}." if shaky else ""
    entries = [entry for view in views for entry in _opened(view)]
    unlike = unlike_note(entries, plan.waves)
    return " ".join(part for part in (marks, warning, unlike) if part)


def _opened(view: FindingView) -> tuple[FindingView, ...]:
    """The view once for each answer and group of it that the chart may show."""
    found: tuple[FindingView, ...] = (view,)
    for kind in ("answers", "groups"):
        opened = (entries_of(one, kind) if is_open(one, kind) else (one,) for one in found)
        found = tuple(entry for entries in opened for entry in entries)
    return found


def _shaky(plan: Plan) -> list[str]:
    """The figures with small bases: 'Part time in 2019 and 2020', 'North (2021 and 2022)'."""
    shown = [cell for row in plan.cells for cell in row if cell.value is not None]
    if len(shown) > 1 and all(cell.shaky for cell in shown):
        return ["all figures"]
    found: dict[str, list[str]] = {}
    for column, category in enumerate(plan.categories):
        names = [n for n, row in zip(plan.names, plan.cells, strict=True) if row[column].shaky]
        if names:
            found.setdefault(listed(names), []).append(category)
    if len(plan.names) == 1:
        return [category for categories in found.values() for category in categories]
    if plan.categories == plan.waves:
        return [f"{names} in {listed(waves)}" for names, waves in found.items()]
    return [f"{category} ({names})" for names, of in found.items() for category in of]


def _plan(
    views: tuple[FindingView, ...], kind: str, by: str, waves: Any, sort: bool | None
) -> Plan:
    answers = [is_open(view, "answers") for view in views]
    groups = [is_open(view, "groups") for view in views]
    if len(set(answers)) > 1 or len(set(groups)) > 1:
        raise Refused(
            "chart() cannot show findings with several answers or groups beside plain ones",
            'pick an answer, such as sw.stress["Never"], or make two charts',
        )
    if not answers[0] and not groups[0]:
        return _plain(views, kind, by, waves)
    if len(views) > 1:
        return _several_wholes(views, kind, waves, sort)
    view = views[0]
    if answers[0] and groups[0]:
        return _whole_by_group(view, kind, waves)
    if answers[0] and view.finding.measure in WHOLES and _is_stacked(view, kind, by):
        return _whole_by_wave(view, waves)
    return _entries(view, "answers" if answers[0] else "groups", kind, by, waves, sort)


def _is_stacked(view: FindingView, kind: str, by: str) -> bool:
    few = len(view.finding.categories) <= _MOST_SEGMENTS
    return by in ("", "wave") and (kind == "stacked" or (not kind and (few or by == "wave")))


def _plain(views: Sequence[FindingView], kind: str, by: str, asked: Any) -> Plan:
    waves = with_figures(views, waves_of(views, asked), asked)
    rates = _are_rates(views)
    along_waves = _along_waves(views, kind, by)
    chosen = kind or ("line" if rates and along_waves and len(waves) > 2 else "columns")
    labels = labels_of(views)
    rows = [[cell_of(view.at_wave(wave)) for wave in waves] for view in views]
    if along_waves:
        return Plan(chosen, waves, labels, _frozen(rows), waves)
    turned = [[row[index] for row in rows] for index in range(len(waves))]
    return Plan(chosen, labels, waves, _frozen(turned), waves, heads=_FINDING)


def _along_waves(views: Sequence[FindingView], kind: str, by: str) -> bool:
    return by == "wave" or (not by and (len(views) == 1 or _are_rates(views) or kind == "line"))


def _are_rates(views: Sequence[FindingView]) -> bool:
    return all(view.finding.measure == "response_rate" for view in views)


def _listed_wave(views: Sequence[FindingView], kind: str, by: str) -> str | None:
    """The wave that a list such as sw.training.top(5) speaks of, as sw.training itself does.

    None where waves stand along the axis.
    """
    waves = {view.at for view in views}
    return None if len(waves) > 1 or _along_waves(views, kind, by) else waves.pop()


def _entries(
    view: FindingView, kind_of: str, kind: str, by: str, asked: Any, sort: bool | None
) -> Plan:
    """Answers or groups along the axis; the report's wave alone unless waves are named."""
    entries = entries_of(view, kind_of)
    if by == "wave":
        return _plain(entries, kind, "wave", asked)
    waves = waves_of([view], asked) if asked is not None else (view.at,)
    rows = [[cell_of(entry.at_wave(wave)) for wave in waves] for entry in entries]
    order = places_in_order(view, kind_of, [row[-1] for row in rows], sort)
    names = tuple(plain_title(entries[index]) for index in order)
    turned = [[rows[index][place] for index in order] for place in range(len(waves))]
    return Plan(kind or "bars", names, waves, _frozen(turned), waves, heads=_heads(view, kind_of))


def _heads(view: FindingView, kind_of: str) -> str:
    """What its answers or groups are; those of a ranking are questions."""
    ranked = kind_of == "answers" and view.finding.measure == "ranking"
    return "Question" if ranked else _HEADS[kind_of]


def _whole_by_wave(view: FindingView, asked: Any) -> Plan:
    entries = entries_of(view, "answers")
    waves = with_figures(entries, waves_of([view], asked), asked)
    rows = [[cell_of(entry.at_wave(wave)) for wave in waves] for entry in entries]
    names = tuple(plain_title(entry) for entry in entries)
    return Plan("stacked", waves, names, _frozen(rows), waves, ordered=True)


def _whole_by_group(view: FindingView, kind: str, asked: Any) -> Plan:
    wave = _one_wave(view, asked)
    groups = entries_of(view.at_wave(wave), "groups")
    names = view.finding.categories
    rows = [[cell_of(replace(group, category=name)) for group in groups] for name in names]
    labels = tuple(str(group.group) for group in groups)
    whole = view.finding.measure in WHOLES
    chosen = kind or ("stacked" if whole else "columns")
    return Plan(chosen, labels, names, _frozen(rows), (wave,), whole, _HEADS["groups"])


def _several_wholes(views: Sequence[FindingView], kind: str, asked: Any, sort: bool | None) -> Plan:
    first = views[0].finding
    answers = first.categories if is_open(views[0], "answers") else first.groups
    part = "answers" if is_open(views[0], "answers") else "groups"
    both = part == "answers" and is_open(views[0], "groups")
    for view in views:
        others = view.finding.categories if part == "answers" else view.finding.groups
        if others != answers or both:
            raise Refused(
                f"{first.key} and {view.finding.key} have different {part}, so they cannot stand"
                " in one chart",
                "make a chart for each",
            )
    wave = _one_wave(views[0], asked)
    rows = [
        [cell_of(entries_of(view.at_wave(wave), part)[index]) for view in views]
        for index in range(len(answers))
    ]
    whole = part == "answers" and first.measure in WHOLES
    labels = labels_of(views)
    if whole and kind in ("", "stacked"):
        return Plan("stacked", labels, answers, _frozen(rows), (wave,), True, _FINDING)
    order = places_in_order(views[0], part, [row[0] for row in rows], sort)
    turned = [[rows[place][index] for place in order] for index in range(len(views))]
    names = tuple(answers[place] for place in order)
    return Plan(kind or "bars", names, labels, _frozen(turned), (wave,), heads=_HEADS[part])


def _one_wave(view: FindingView, asked: Any) -> str:
    waves = waves_of([view], asked) if asked is not None else (view.at,)
    if len(waves) != 1:
        raise Refused("this chart shows one wave", f'write waves="{view.at}"')
    return waves[0]


def _frozen(rows: Sequence[Sequence[ShownFigure]]) -> tuple[tuple[ShownFigure, ...], ...]:
    return tuple(tuple(row) for row in rows)
