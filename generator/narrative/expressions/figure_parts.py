"""Parts of a finding that tell one figure: its level, its base, the words for its proportion."""

from __future__ import annotations

from generator.errors import did_you_mean
from generator.model.narrative import QuantifierScale
from generator.model.wording.finding_notes import shown_notes
from generator.model.wording.rounding import PER_CENT, bare_text, figure_text, unit_beside
from generator.narrative.expressions.finding_view import FindingView, figure_part
from generator.narrative.expressions.spoken import Number, Refused, SpokenText
from generator.narrative.narrative_rules import FIGURE_WITHHELD


def percent(view: FindingView) -> SpokenText:
    """'67%'."""
    return _figure(view, "percent", view.finding.unit == PER_CENT)


def rate(view: FindingView) -> SpokenText:
    """The response rate: '35%'."""
    return _figure(view, "rate", view.finding.measure == "response_rate")


def mean(view: FindingView) -> SpokenText:
    """'9.6'."""
    return _figure(view, "mean", view.finding.measure == "mean")


def median(view: FindingView) -> SpokenText:
    """'8'."""
    return _figure(view, "median", view.finding.measure == "median")


def index(view: FindingView) -> SpokenText:
    """'72', of 100."""
    return _figure(view, "index", view.finding.unit == "index")


def net(view: FindingView) -> SpokenText:
    """'+45': those who agree less those who disagree."""
    return _figure(view, "net", view.finding.measure == "net")


def figure(view: FindingView) -> SpokenText:
    """The figure of whatever kind, with its unit: '67%', '9.6 hours', '72'."""
    return view.say("figure", f"{view.text()} {unit_beside(view.finding.unit)}".rstrip())


def value(view: FindingView) -> Number:
    """The figure as a number, unrounded, for comparing; it prints rounded and without a unit."""
    finding, found = view.finding, view.estimate()
    low = finding.is_low(found)
    text = bare_text(view.value(), finding.decimals, low=low)
    return Number(view.value(), text, view.key("value"))


def _figure(view: FindingView, part: str, fits: bool) -> SpokenText:
    if not fits:
        finding = view.finding
        unit = f" in {finding.unit}" if finding.unit else ""
        what = f"{finding.key} is of measure {finding.measure!r}{unit}, so it has no .{part}"
        raise Refused(what, f"write .{figure_part(finding)}")
    return view.say(part, view.text())


def count(view: FindingView) -> Number:
    """How many respondents the figure counts: '63'."""
    return _whole(view, "count", view.estimate().count)


def base(view: FindingView) -> Number:
    """How many respondents the figure is a share of: '94'."""
    return _whole(view, "base", view.estimate().base)


def sent(view: FindingView) -> Number:
    """How many were asked: '268'."""
    _check_response(view, "sent")
    return _whole(view, "sent", view.estimate().base)


def received(view: FindingView) -> Number:
    """How many replied: '94'."""
    _check_response(view, "received")
    return _whole(view, "received", view.estimate().count)


def _check_response(view: FindingView, part: str) -> None:
    if view.finding.measure != "response_rate":
        what = f"{view.finding.key} is not a response rate, so it has no .{part}"
        raise Refused(what, "write .count or .base")


def _whole(view: FindingView, part: str, number: int | None) -> Number:
    if number is None:
        what = f"{view.called()} has no {part} that may be published"
        raise Refused(what, "leave it out", FIGURE_WITHHELD)
    return Number(number, f"{number:,}", view.key(part))


def out_of(view: FindingView) -> SpokenText:
    """'63 of 94'."""
    return view.say("out_of", f"{count(view)} of {base(view)}")


def full(view: FindingView) -> SpokenText:
    """'67% (63 of 94)'; of a weighted share, which no count gives, '67% (weighted; base 94)'."""
    found = view.estimate()
    if view.finding.unit == PER_CENT and found.value is not None and found.count is None:
        return view.say("full", f"{view.text()} (weighted; base {base(view)})")
    return view.say("full", f"{view.text()} ({out_of(view)})")


# ---------------------------------------------------------------- words
def proportion(view: FindingView) -> SpokenText:
    """'around two thirds (67%)': a word of the finding's scale, with the figure beside it."""
    scale = _scale(view)
    word = _word(view, scale)
    return view.say("proportion", f"{word} ({view.text()})" if scale.number_beside else word)


def proportion_only(view: FindingView) -> SpokenText:
    """'around two thirds': the word without the figure."""
    return view.say("proportion_only", _word(view, _scale(view)))


def _scale(view: FindingView) -> QuantifierScale:
    words = view.scope.words
    scale = words.scale(view.finding.scale)
    if scale is None:
        what = f"{view.finding.key} asks for the scale {view.finding.scale!r}, which there is not"
        raise Refused(what, did_you_mean(view.finding.scale, list(words.scales)))
    return scale


def _word(view: FindingView, scale: QuantifierScale) -> str:
    if view.finding.unit != PER_CENT:
        what = f"{view.finding.key} is not a per cent, so there is no word for its proportion"
        raise Refused(what, f"write .{figure_part(view.finding)}")
    word = scale.word(_share_for_words(view))
    if not word:
        what = f"the scale {scale.key!r} has no word for {view.text()}"
        raise Refused(what, f"add a step to {view.scope.words.file}")
    return word


def _share_for_words(view: FindingView) -> float:
    """The share that words go by: as printed, but 'all' and 'none' only where it is exact."""
    if view.printed() >= 100 and round(view.value(), 9) < 100:
        return 99.9
    return 0.1 if view.finding.is_low(view.estimate()) else view.printed()


# ---------------------------------------------------------------- about the figure
def title(view: FindingView) -> SpokenText:
    """The answer or group picked, else the finding's short title."""
    narrowed = [name for name in (view.group, view.category) if name is not None]
    return view.say("title", ", ".join(narrowed) or view.finding.title)


def definition(view: FindingView) -> SpokenText:
    """One sentence that says what is counted."""
    return view.say("definition", view.finding.definition)


def note(view: FindingView) -> SpokenText:
    """Its note, what it is made of, and how its question read before: what stands below charts."""
    notes = shown_notes(view.finding.notes)
    if not notes:
        raise Refused(f"{view.finding.key} has no note", "leave it out, or give it 'note:'")
    return view.say("note", " ".join(notes))


def question(view: FindingView) -> SpokenText:
    """The wording of the question."""
    texts = [view.finding.question_texts.get(key, "") for key in view.finding.questions]
    text = next((found for found in texts if found), "")
    if not text:
        raise Refused(f"{view.finding.key} is not of one question", "write the wording")
    return view.say("question", text)


def unit(view: FindingView) -> SpokenText:
    """'per cent', 'index', 'hours'."""
    return view.say("unit", view.finding.unit)


def wave(view: FindingView) -> SpokenText:
    """'2022'."""
    return view.say("wave", view.at)


def cohort(view: FindingView) -> SpokenText:
    """'social workers'."""
    cohorts = view.scope.findings.cohorts
    return view.say("cohort", cohorts.get(view.finding.cohort, view.finding.cohort))


def published(view: FindingView) -> bool:
    """Whether the figure may be printed; for {% if %}."""
    return view.is_published()


def interval(view: FindingView) -> SpokenText:
    """'95% confidence interval 57% to 76%'."""
    found = view.estimate()
    if found.low is None or found.high is None:
        what = f"{view.called()} has no confidence interval"
        raise Refused(what, "add 'interval: true' to the finding in findings.yaml")
    low, high = (
        figure_text(bound, view.finding.decimals, view.finding.unit)
        for bound in (found.low, found.high)
    )
    return view.say("interval", f"95% confidence interval {low} to {high}")


def band(view: FindingView) -> SpokenText:
    """The named band that the score falls into: 'good'."""
    name = view.estimate().band
    if not name:
        what = f"{view.called()} has no band"
        raise Refused(what, "only findings of measure index have bands")
    return view.say("band", name)
