"""Parts of a finding that are lists: answers, groups, waves, the highest, the largest falls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import inf
from typing import Any

from generator.model.findings import LOW, Estimate, Finding
from generator.model.wording.english import listed, quoted
from generator.model.wording.rounding import PER_CENT
from generator.narrative.expressions import change_parts
from generator.narrative.expressions.finding_view import NOT_ASKED, FindingView
from generator.narrative.expressions.spoken import Listing, Refused, SpokenText, speak
from generator.narrative.narrative_rules import FIGURE_WITHHELD, QUOTATION_KNOWN

EXCLUSIVE = ("shares", "bands")


class ViewList(Listing):
    """Views that print as 'Online courses (67%) and briefings (54%)'; `.names` has no figures."""

    __slots__ = ("tell",)

    def __init__(
        self,
        views: Sequence[FindingView],
        key: str,
        tell: Callable[[FindingView], str] | None = None,
    ) -> None:
        super().__init__(views, key)
        self.tell = tell or (lambda view: f"{speak(view, 'title')} ({view.text()})")

    def part_names(self) -> Sequence[str]:
        return ("names",)

    def part(self, name: str) -> Listing:
        if name != "names":
            raise self.no_part(name)
        return Listing([speak(view, "title") for view in self.entries], self.key)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return ViewList(self.entries[index], self.key, self.tell)
        return self.entries[index]

    def told(self) -> list[str]:
        return [self.tell(view) for view in self.entries] if self.entries else super().told()


def waves(view: FindingView) -> Listing:
    """'2019, 2020, 2021 and 2022': the waves that have a figure."""
    key = view.key("waves")
    return Listing([SpokenText(wave, key) for wave in view.waves_with_figure()], key)


def earlier_waves(view: FindingView) -> Listing:
    """'2019, 2020 and 2021': the waves before this one that have a figure."""
    key = view.key("earlier_waves")
    before = view.finding.waves[: view.finding.waves.index(view.at)]
    return Listing(
        [SpokenText(wave, key) for wave in view.waves_with_figure() if wave in before], key
    )


def categories(view: FindingView) -> ViewList:
    """Every answer, in its order."""
    found = [replace(view, category=name) for name in view.finding.categories]
    return ViewList(found, view.key("categories"))


def groups(view: FindingView) -> ViewList:
    """Every group, in its order."""
    found = [replace(view, group=name) for name in view.finding.groups]
    return ViewList(found, view.key("groups"))


def group(view: FindingView, name: str) -> FindingView:
    """One group: `.group("Duty")`."""
    if name not in view.finding.groups:
        raise _no_choice(view, "group", name, view.finding.groups)
    return replace(view, group=name)


def category(view: FindingView, name: str) -> FindingView:
    """One answer: `.category("Never")`, the same as ["Never"]."""
    if name not in view.finding.categories:
        raise _no_choice(view, "answer", name, view.finding.categories)
    return replace(view, category=name)


def at(view: FindingView, wave: str | int) -> FindingView:
    """One wave: `.at(2021)`, the same as [2021]."""
    if str(wave) not in view.finding.waves:
        raise Refused(
            f"{view.finding.key} has no wave {str(wave)!r}",
            f"its waves are {listed(view.finding.waves)}",
        )
    return view.at_wave(str(wave))


def _no_choice(view: FindingView, kind: str, name: str, choices: Sequence[str]) -> Refused:
    if not choices:
        return Refused(f"{view.finding.key} has no {kind}s", f"write {view.example()}")
    return view.no_entry(name)


def quotations(view: FindingView) -> Listing:
    """The approved quotations of a finding of measure quotation, in quotation marks."""
    known = view.scope.findings.quotations
    said = [
        SpokenText(quoted(known[name].text), f"quotation.{name}")
        for name in view.finding.quotations
        if name in known
    ]
    if not said:
        mend = "give it 'measure: quotation' and 'ids:' in findings.yaml"
        raise Refused(f"{view.finding.key} has no quotations", mend, QUOTATION_KNOWN)
    return Listing(said, view.key("quotations"))


# ---------------------------------------------------------------- ranking
def top(view: FindingView, number: int = 5) -> ViewList:
    """The highest answers (or groups), highest first; withheld ones are left out."""
    ranked = _ranked(view)
    chosen = ranked[: _number(number)]
    _check_hidden(view, ranked, chosen)
    return ViewList(chosen, view.key("top"))


def bottom(view: FindingView, number: int = 5) -> ViewList:
    """The lowest answers (or groups), lowest first. Refused where any is withheld."""
    ranked = _ranked(view)
    _refuse_hidden(view, _hidden(view), "lowest")
    return ViewList(ranked[::-1][: _number(number)], view.key("bottom"))


def in_order(view: FindingView) -> ViewList:
    """Every answer (or group) that may be published, highest first; a ranking in its own order."""
    found = _ranked(view)
    if view.finding.measure == "ranking":
        found = [entry for entry in _entries(view) if entry.is_published()]
    return ViewList(found, view.key("list"))


def largest_rises(view: FindingView, number: int = 5) -> ViewList:
    """The answers (or groups) that rose most since the wave before, largest first."""
    return _moved(view, number, "up")


def largest_falls(view: FindingView, number: int = 5) -> ViewList:
    """The answers (or groups) that fell most since the wave before, largest first."""
    return _moved(view, number, "down")


def _moved(view: FindingView, number: int, direction: str) -> ViewList:
    moved: list[tuple[float, FindingView]] = []
    for entry in _entries(view):
        try:
            if change_parts.direction(entry) == direction:
                moved.append((abs(change_parts.change_value(entry)), entry))
        except Refused:
            continue
    hidden = [entry for entry in _entries(view) if _change_withheld(entry)]
    _refuse_hidden(view, hidden, "largest rises" if direction == "up" else "largest falls")
    moved.sort(key=lambda pair: -pair[0])
    chosen = [entry for _, entry in moved[: _number(number)]]
    part = "largest_rises" if direction == "up" else "largest_falls"
    return ViewList(chosen, view.key(part), _moved_text)


def _moved_text(entry: FindingView) -> str:
    return f"{speak(entry, 'title')} ({entry.text()}, {change_parts.change(entry)})"


def _entries(view: FindingView) -> list[FindingView]:
    finding = view.finding
    if finding.categories and view.category is None:
        return list(categories(view))
    if finding.groups and view.group is None:
        return list(groups(view))
    raise Refused(f"{view.called()} has no list of answers or groups", f"write {view.example()}")


def _ranked(view: FindingView) -> list[FindingView]:
    told = [entry for entry in _entries(view) if entry.is_published()]
    return sorted(told, key=lambda entry: -entry.value())


def _hidden(view: FindingView) -> list[FindingView]:
    """The answers (or groups) that are withheld so that nobody can be identified."""
    return [entry for entry in _entries(view) if _withheld(entry)]


def _withheld(entry: FindingView) -> bool:
    found = entry.found()
    return found is not None and found.value is None and found.mark not in NOT_ASKED


def _change_withheld(entry: FindingView) -> bool:
    try:
        return _withheld(entry) or _withheld(entry.earlier_view())
    except Refused:  # no earlier wave: it has no change to withhold
        return False


def _refuse_hidden(view: FindingView, hidden: Sequence[FindingView], which: str) -> None:
    if hidden:
        names = listed([str(speak(entry, "title")) for entry in hidden[:4]])
        raise Refused(
            f"the {which} of {view.finding.key} may be among those withheld: {names}",
            "name the ones to quote",
            FIGURE_WITHHELD,
        )


def _check_hidden(
    view: FindingView, ranked: Sequence[FindingView], chosen: Sequence[FindingView]
) -> None:
    """Refuse the highest of a whole, or of groups, when a withheld one may be higher."""
    hidden, finding = _hidden(view), view.finding
    if not hidden or not chosen:
        return
    by_group = not finding.categories or view.category is not None
    most = 100.0 if finding.unit in (PER_CENT, "index") else inf
    if not by_group:
        if finding.measure not in EXCLUSIVE:
            return
        # Of answers of which everybody gave one, a withheld one has at most what is left.
        most -= sum(entry.value() for entry in ranked)
    if most > chosen[-1].value():
        what = "group" if by_group else "answer"
        raise Refused(
            f"a withheld {what} of {finding.key} may be higher than the ones listed",
            f"name the {what}s to quote",
            FIGURE_WITHHELD,
        )


def _number(number: object) -> int:
    if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= 100:
        raise Refused(f"expected how many to list, got {number!r}", "write a number such as 5")
    return number


# ---------------------------------------------------------------- answers together
def any_of(view: FindingView, *answers: str) -> FindingView:
    """Several answers of one question taken together: `.any_of("Never", "Rarely").percent`."""
    finding = view.finding
    if not answers:
        raise Refused("any_of() needs the answers to take together", f"write {view.example()}")
    for name in answers:
        category(view, name)
    if finding.measure == "multi":
        raise Refused(
            f"{finding.key} lets people choose several answers, so their shares cannot be added",
            "ask findings.yaml for a finding of measure percent with these options",
        )
    picked = tuple(dict.fromkeys(answers))
    quoted = ", ".join(f'"{name}"' for name in picked)
    together = replace(
        finding,
        key=f"{finding.key}.any_of({quoted})",
        measure="percent",
        categories=(),
        title=listed(picked, "or"),
        estimates=_added(finding, picked),
        changes=(),
        bands={},
    )
    return replace(view, finding=together, category=None)


def _added(finding: Finding, picked: Sequence[str]) -> tuple[Estimate, ...]:
    groups: tuple[str | None, ...] = (None, *finding.groups)
    added = [
        _sum([finding.estimate(wave, name, group) for name in picked])
        for wave in finding.waves
        for group in groups
    ]
    return tuple(found for found in added if found is not None)


def _sum(parts: Sequence[Estimate | None]) -> Estimate | None:
    found = [part for part in parts if part is not None]
    if not found or len(found) < len(parts):
        return None
    first = found[0]
    withheld = next((part for part in found if part.value is None), None)
    if withheld is not None:
        return replace(withheld, category=None, low=None, high=None)
    counts = [part.count for part in found if part.count is not None]
    count = sum(counts) if len(counts) == len(found) else None
    value = sum(part.value for part in found if part.value is not None)
    # Weighted shares come rounded: several that round to 0 are not 0 together either.
    low = value == 0 and any(part.mark == LOW for part in found)
    mark = LOW if low else None
    return Estimate(first.wave, value, first.base, count, group=first.group, mark=mark)


METHODS: dict[str, Callable[..., object]] = {
    "at": at,
    "group": group,
    "category": category,
    "any_of": any_of,
    "top": top,
    "bottom": bottom,
    "best": top,
    "worst": bottom,
    "largest_rises": largest_rises,
    "largest_falls": largest_falls,
}
