"""What charts and tables share: which findings and waves, their labels, their figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise, product
from typing import Any, NamedTuple

from generator.model.document import Phrase
from generator.model.findings import (
    CONFIDENTIAL,
    NOT_AVAILABLE,
    UNRELIABLE,
    Estimate,
    marks_explained,
)
from generator.model.origin import NOWHERE, Origin
from generator.model.wording.english import capital, in_words, listed, small
from generator.model.wording.finding_notes import notes_of_several, shown_notes
from generator.model.wording.phrases import phrase_of
from generator.model.wording.rounding import rounded_number
from generator.narrative.expressions.change_parts import is_unlike
from generator.narrative.expressions.finding_view import NOT_ASKED, FindingView
from generator.narrative.expressions.spoken import Listing, Refused, describe, marked_text

TYPED = Origin(by="person")  # where it stands is added where it is placed
MAX_VIEWS = 60
WHOLES = ("shares", "bands")


class ShownFigure(NamedTuple):
    """A figure of a chart or table, or the mark that stands in its place. key: for its Value.

    shaky: the figure is published, but with '[u]' beside it: its base is small. low: the value is
    0, rounded from a share that is more than 0.
    """

    key: str
    value: float | None
    mark: str
    text: str
    shaky: bool = False
    low: bool = False

    @property
    def absent(self) -> bool:
        """Whether there never was a figure: the question was not asked."""
        return self.value is None and self.mark in NOT_ASKED


def views_of(name: str, given: Sequence[Any]) -> tuple[FindingView, ...]:
    """The findings that a chart or table was given, lists of them opened. Raises Refused."""
    views: list[FindingView] = []
    for entry in _opened(given):
        if not isinstance(entry, FindingView):
            mend = f"write {name}(sw.name_of_a_finding), without .percent"
            raise Refused(f"{name}() shows findings, not {describe(entry)}", mend)
        views.append(entry)
    if not views:
        raise Refused(f"{name}() needs a finding", f"write {name}(sw.name_of_a_finding)")
    if len(views) > MAX_VIEWS:
        raise Refused(f"{name}() was given {len(views)} findings", f"show at most {MAX_VIEWS}")
    return tuple(views)


def _opened(given: Iterable[Any]) -> Iterable[Any]:
    for entry in given:
        if isinstance(entry, Listing | list | tuple):
            yield from entry
        else:
            yield entry


def waves_of(views: Sequence[FindingView], asked: Any) -> tuple[str, ...]:
    """The waves to show, in order: those asked for, else all that any of the findings has."""
    known = list(dict.fromkeys(wave for view in views for wave in view.scope.findings.waves))
    known += [wave for view in views for wave in view.finding.waves if wave not in known]
    if asked is None:
        shown = {wave for view in views for wave in view.finding.waves}
        return tuple(wave for wave in known if wave in shown)
    named = asked if isinstance(asked, Listing | list | tuple) else [asked]
    wanted = [str(wave) for wave in named]
    for wave in wanted:
        if wave not in known:
            raise (
                views[0].no_entry(wave)
                if wave.isdigit()
                else Refused(f"there is no wave {wave!r}", f"the waves are {listed(known)}")
            )
    return tuple(wave for wave in known if wave in wanted)


def cell_of(view: FindingView, part: str = "figure") -> ShownFigure:
    """The published figure of a view, or its mark. Raises Refused where the view is too wide."""
    finding = view.finding
    found: Estimate | None = view.found()
    key = view.key(part)
    if found is None or found.value is None:
        mark = (found.mark or CONFIDENTIAL) if found is not None else NOT_AVAILABLE
        return ShownFigure(key, None, mark, mark)
    value, text = rounded_number(found.value, finding.decimals), finding.text(found)
    shaky, low = found.mark == UNRELIABLE, finding.is_low(found)
    return ShownFigure(key, value, "", f"{text} {UNRELIABLE}" if shaky else text, shaky, low)


def with_figures(views: Sequence[FindingView], waves: Sequence[str], asked: Any) -> tuple[str, ...]:
    """The waves that have any figure or a withheld one; all of them where waves were asked for."""
    if asked is not None:
        return tuple(waves)
    kept = [wave for wave in waves if not all(cell_of(view.at_wave(wave)).absent for view in views)]
    if not kept:
        raise Refused(f"{views[0].called()} has no figure to show")
    return tuple(kept)


def entries_of(view: FindingView, kind: str) -> tuple[FindingView, ...]:
    """The view once for each of its answers ('answers') or groups ('groups')."""
    if kind == "answers":
        return tuple(replace(view, category=name) for name in view.finding.categories)
    return tuple(replace(view, group=name) for name in view.finding.groups)


def is_open(view: FindingView, kind: str) -> bool:
    """Whether it has answers or groups of which none is picked."""
    if kind == "answers":
        return bool(view.finding.categories) and view.category is None
    return bool(view.finding.groups) and view.group is None


def labels_of(views: Sequence[FindingView]) -> tuple[str, ...]:
    """A label for each view: its title; the cohort where titles are the same."""
    titles = [plain_title(view) for view in views]
    cohorts = [cohort_label(view) for view in views]
    if len(set(titles)) == 1 and len(views) > 1 and len(set(cohorts)) == len(views):
        return tuple(cohorts)
    return tuple(
        f"{title}, {small(cohort)}" if titles.count(title) > 1 else title
        for title, cohort in zip(titles, cohorts, strict=True)
    )


def plain_title(view: FindingView) -> str:
    """The answer or group picked, with the finding's title before it unless it is in a list."""
    narrowed = [name for name in (view.group, view.category) if name is not None]
    return ", ".join(narrowed) if narrowed else view.finding.title


def cohort_label(view: FindingView) -> str:
    """'Social workers'."""
    name = view.scope.findings.cohorts.get(view.finding.cohort, view.finding.cohort)
    return capital(name)


def caption_of(views: Sequence[FindingView], waves: Sequence[str], part: str = "") -> str:
    """'Workload is manageable, social workers, 2019 to 2022': what is shown, of whom, when.

    part: 'eight of 39 answers', where not all are.
    """
    titles = list(dict.fromkeys(view.finding.title for view in views))
    cohorts = list(dict.fromkeys(cohort_label(view) for view in views))
    whom = listed([small(cohort) for cohort in cohorts])
    others = f"{titles[0]} and {in_words(len(titles) - 1)} other findings"
    what = listed(titles) if len(titles) <= 2 else others
    when = waves[0] if len(waves) == 1 else f"{waves[0]} to {waves[-1]}"
    return ", ".join(part for part in (what, part, whom, when) if part)


def own_notes(views: Sequence[FindingView], waves: Sequence[str]) -> str:
    """The notes of the findings shown, with the names of those that they are of where needed."""
    findings = {view.finding.key: view for view in views}
    whole = [replace(view, category=None, group=None) for view in findings.values()]
    notes = [shown_notes(view.finding.notes, view.finding.waves, waves) for view in whole]
    return " ".join(notes_of_several(list(zip(labels_of(whole), notes, strict=True))))


def same_unit(views: Sequence[FindingView], name: str) -> str:
    """The unit of all findings. Raises Refused where they differ."""
    units = list(dict.fromkeys(view.finding.unit for view in views))
    if len(units) > 1:
        shown = listed([unit or "plain numbers" for unit in units])
        raise Refused(f"{name}() cannot show {shown} together", f"make a {name} for each unit")
    return units[0]


def marks_note(cells: Iterable[ShownFigure]) -> str:
    """'[c] confidential: ...; [x] not available.' for the marks among the cells; '' for none."""
    seen = list(cells)
    found = [cell.mark for cell in seen if cell.mark]
    found += [UNRELIABLE for cell in seen if cell.shaky]
    return f"{marks_explained(found)}." if found else ""


def unlike_note(views: Sequence[FindingView], waves: Sequence[str]) -> str:
    """Which waves are not made of the same questions and answers, where some stand together."""
    unlike: dict[str, list[str]] = {}
    for view, (earlier, later) in product(views, pairwise(waves)):
        if is_unlike(view, earlier, later):
            unlike.setdefault(f"{earlier} and {later}", []).append(plain_title(view))
    return " ".join(
        f"{listed(list(dict.fromkeys(titles)))}: not made of the same questions and answers in "
        f"{pair}, so the two cannot be compared."
        for pair, titles in unlike.items()
    )


def word_setting(name: str, value: Any, known: Sequence[str]) -> str:
    """A setting that must be one of a few words. Raises Refused."""
    from generator.errors import did_you_mean

    if value not in known:
        raise Refused(f"{name} cannot be {value!r}", did_you_mean(str(value), known))
    return str(value)


def phrase_setting(name: str, value: Any) -> Phrase:
    """A setting that must be text, as a phrase of the author's; figures in it keep their keys.

    Raises Refused.
    """
    text = text_setting(name, value)
    return phrase_of(marked_text(value), origin=TYPED if text else NOWHERE)


def text_setting(name: str, value: Any) -> str:
    """A setting that must be text. Raises Refused."""
    if not isinstance(value, str):
        raise Refused(f"{name} must be text, not {describe(value)}", 'write it in quotes: "..."')
    return value
