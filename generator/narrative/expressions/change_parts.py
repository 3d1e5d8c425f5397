"""Parts of a finding that tell its change between waves, always from unrounded values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from generator.model.findings import Change
from generator.model.wording.english import listed
from generator.model.wording.rounding import PER_CENT, number_text, round_half_up
from generator.narrative.expressions.finding_view import NOT_ASKED, FindingView
from generator.narrative.expressions.spoken import Number, Refused, SpokenText
from generator.narrative.narrative_rules import FIGURE_SIGNIFICANCE, FIGURE_UNLIKE

SIGNIFICANT_BELOW = 0.05


def since(view: FindingView, wave: str | int) -> FindingView:
    """The same finding with its changes counted from another wave: `.since(2019).change`."""
    waves, text = view.finding.waves, str(wave)
    if text not in waves:
        raise view.no_entry(text)
    if view.at in waves and waves.index(text) >= waves.index(view.at):
        what = f"{text} is not a wave before {view.at}"
        raise Refused(what, f"the waves in order are {listed(waves)}")
    return replace(view, earlier=text)


def earlier(view: FindingView) -> FindingView:
    """The finding of the wave that changes count from: `.earlier.percent`."""
    return view.earlier_view()


def change(view: FindingView) -> SpokenText:
    """'down from 78% in 2021', 'up from 61% in 2021', 'similar to 66% in 2021'."""
    before = view.earlier_view()
    words = view.scope.words.change
    word = {"up": words.up, "down": words.down, "same": words.similar}[_direction(view)]
    return _say(view, "change", f"{word} {before.text()} in {before.at}")


def change_since(view: FindingView, wave: str | int) -> SpokenText:
    """'up from 59% in 2019': change() from another wave."""
    return change(since(view, wave))


def compared(view: FindingView) -> SpokenText:
    """'67% compared with 78% in 2021'."""
    before = view.earlier_view()
    _difference(view)  # refused where there is none
    return _say(view, "compared", f"{view.text()} compared with {before.text()} in {before.at}")


def points(view: FindingView) -> SpokenText:
    """'11 percentage points lower', '0.8 hours higher', 'about the same'."""
    words = view.scope.words.change
    direction = _direction(view)
    if direction == "same":
        return _say(view, "points", words.no_change)
    side = words.higher if direction == "up" else words.lower
    return _say(view, "points", f"{_size(view)} {side}")


def points_since(view: FindingView, wave: str | int) -> SpokenText:
    """points() from another wave."""
    return points(since(view, wave))


def difference(view: FindingView) -> SpokenText:
    """The size of the change without its direction: '11 percentage points'."""
    return _say(view, "difference", _size(view))


def change_value(view: FindingView) -> Number:
    """The change as a number, unrounded and with its sign, for comparing."""
    change = _difference(view)
    before = view.earlier_view()
    text = number_text(change, view.finding.decimals)
    return Number(change, text, view.key("change_value", before.at, view.at))


def direction(view: FindingView) -> SpokenText:
    """'up', 'down' or 'same'; for {% if %}."""
    return _say(view, "direction", _direction(view))


def choose(view: FindingView, up: str, down: str, same: str) -> SpokenText:
    """One of three texts by the direction of the change."""
    return _say(view, "choose", {"up": up, "down": down, "same": same}[_direction(view)])


def trend(view: FindingView) -> SpokenText:
    """'72% in 2022, 61% in 2021 and 46% in 2020': every wave up to this one."""
    waves = view.finding.waves
    upto = waves[: waves.index(view.at) + 1] if view.at in waves else waves
    return _trend(view, upto)


def trend_since(view: FindingView, wave: str | int) -> SpokenText:
    """trend() that begins with a wave."""
    first = since(view, wave).earlier
    waves = view.finding.waves
    return _trend(view, waves[waves.index(first) : waves.index(view.at) + 1])


def trend_of(view: FindingView, *waves: str | int) -> SpokenText:
    """trend() of the waves named."""
    chosen = [view.pick(wave).at for wave in waves]
    return _trend(view, tuple(chosen)) if chosen else trend(view)


def _trend(view: FindingView, waves: tuple[str, ...]) -> SpokenText:
    _check_alike(view, waves)
    told: list[str] = []
    for wave in sorted(waves, key=view.finding.waves.index, reverse=True):
        at = view.at_wave(wave)
        found = at.found()
        if found is None or (found.value is None and found.mark in NOT_ASKED):
            continue
        try:
            told.append(f"{at.text()} in {wave}")
        except Refused as refused:
            shown = ", ".join(reversed(view.waves_with_figure()))
            mend = f"name the waves: .trend_of({shown})" if shown else refused.mend
            raise Refused(refused.what, mend, refused.rule) from None
    if not told:
        raise Refused(f"{view.plain_called()} has no figure of these waves", "leave it out")
    return view.say("trend", listed(told), *waves)


def is_unlike(view: FindingView, earlier: str, later: str) -> bool:
    """Whether the figures of two waves, both published, are of other questions or answers."""
    wanted = (earlier, later, view.category, view.group)
    return any(
        (found.earlier, found.later, found.category, found.group) == wanted
        and found.difference is None
        and {earlier, later} <= set(view.waves_with_figure())
        for found in view.finding.changes
    )


def _check_alike(view: FindingView, waves: tuple[str, ...]) -> None:
    """Refuse to tell waves in a row that are not made of the same questions and answers."""
    shown = [wave for wave in waves if wave in view.waves_with_figure()]
    for earlier, later in pairwise(shown):
        _difference(replace(view, wave=later, earlier=earlier))


# ---------------------------------------------------------------- significance
def significant(view: FindingView) -> bool:
    """Whether the change is statistically significant; for {% if %}. Refused without a test."""
    found = _change(view)
    if found is not None and found.difference is None:
        _difference(view)  # refused for what it is
    if found is None or not found.tested or found.p is None:
        raise Refused(
            f"no test was made of the change of {view.plain_called()}, so the text cannot say"
            " whether it is significant",
            "add 'test: true' to the finding in findings.yaml, or leave the word out",
            FIGURE_SIGNIFICANCE,
        )
    return found.p < SIGNIFICANT_BELOW


def significance(view: FindingView) -> SpokenText:
    """'significantly higher' or 'significantly lower'. Refused where the test does not bear it."""
    if not significant(view):
        found = _change(view)
        assert found is not None
        assert found.p is not None
        raise Refused(
            f"the change of {view.plain_called()} from {found.earlier} to {found.later} is not"
            f" significant (p = {found.p:.2f})",
            "write .change or .points, or ask {% if ... .significant %}",
            FIGURE_SIGNIFICANCE,
        )
    words = view.scope.words.change
    side = words.higher if _difference(view) > 0 else words.lower
    return _say(view, "significance", f"significantly {side}")


# ---------------------------------------------------------------- reckoning
def _change(view: FindingView) -> Change | None:
    before = view.earlier_view()
    wanted = (before.at, view.at, view.category, view.group)
    for found in view.finding.changes:
        if (found.earlier, found.later, found.category, found.group) == wanted:
            return found
    return None


def _difference(view: FindingView) -> float:
    now, then = view.value(), view.earlier_view().value()
    found = _change(view)
    if found is None:
        return round(now - then, 9)
    if found.difference is None:
        # Both figures are published, or their values had been refused.
        raise Refused(
            f"{view.plain_called()} is not made of the same questions and answers in"
            f" {found.earlier} and {found.later}, so it has no change",
            " ".join(("quote the figure without its change.", *view.finding.notes)).rstrip("."),
            FIGURE_UNLIKE,
        )
    return round(found.difference, 9)


def _direction(view: FindingView) -> str:
    change = _difference(view)
    same_text = view.text() == view.earlier_view().text()
    if abs(change) <= view.scope.words.change.threshold(view.finding.unit) or same_text:
        return "same"
    return "up" if change > 0 else "down"


def _size(view: FindingView) -> str:
    size = abs(_difference(view))
    number = number_text(size, view.finding.decimals)
    one = round_half_up(size, view.finding.decimals) == 1
    unit = {PER_CENT: "percentage points", "index": "points"}.get(
        view.finding.unit, view.finding.unit
    )
    if one and unit.endswith("s"):
        number, unit = number.split(".")[0], unit[:-1]
    return f"{number} {unit}".rstrip()


def _say(view: FindingView, part: str, text: str) -> SpokenText:
    return view.say(part, text, view.earlier_view().at, view.at)


METHODS: dict[str, Callable[..., object]] = {
    "since": since,
    "change_since": change_since,
    "points_since": points_since,
    "choose": choose,
    "trend_since": trend_since,
    "trend_of": trend_of,
}
