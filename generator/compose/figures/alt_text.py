"""Alternative text of a chart, computed from the figures that it shows.

    Line chart: Fewer replied each year. Figures are in per cent for Social workers and Wider
    workforce. Social workers: 60% (2019), 55% (2020), 44% (2021) and 35% (2022). ...

Every figure is said when there are few; else the highest, the lowest, and for lines the first and
the last. Withheld figures are named as such. Never longer than 1,000 characters.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.compose.figures.figure_words import mark_at, said_at
from generator.model.document import Chart
from generator.model.frozen import dataclass
from generator.model.wording.english import capital, few_listed, listed
from generator.model.wording.phrases import told, unmarked

LONGEST = 1000
_FEW = 24
_NAMED = 3  # of those that share the highest or the lowest figure
_SHORTER = (96, 72, 48)  # characters of a name where there is no room for all of it
_KINDS = {
    "columns": "Bar chart",
    "bars": "Bar chart",
    "stacked": "Stacked bar chart",
    "line": "Line chart",
}
_WITHHELD = {
    "[c]": "withheld [c]",
    "[z]": "not applicable [z]",
    "[x]": "not available [x]",
    "[low]": "rounds to 0 [low]",
    "[u]": "withheld as unreliable [u]",
}


@dataclass(frozen=True, slots=True)
class _Line:
    """What one sentence tells of: a series, or a stack. Each point is (name, figure, text)."""

    name: str
    points: tuple[tuple[str, float | None, str], ...]


def describe_chart(chart: Chart) -> str:
    """Alternative text: kind, message, what is shown, the figures; at most 1,000 characters.

    Its figures are told, as `phrase_of` reads them.
    """
    lines = _lines(chart)
    figures = sum(len(line.points) for line in lines)
    if figures <= _FEW:
        text = _text(chart, [_every(line) for line in lines])
        if len(unmarked(text)) <= LONGEST:
            return text
    for longest in (0, *_SHORTER):
        lines = _lines(chart, longest)
        text = _text(chart, [_extremes(line, chart.kind == "line") for line in lines], longest)
        if len(unmarked(text)) <= LONGEST:
            return text
    return _cut(chart, lines)


def _lines(chart: Chart, longest: int = 0) -> list[_Line]:
    """A line for each series; for stacks, which are read across, one for each category."""
    categories = [_name(category, longest) for category in chart.categories]
    series = [_name(one.name, longest) for one in chart.series]
    across = chart.kind == "stacked"
    heads, names = (categories, series) if across else (series, categories)
    lines = []
    for at, head in enumerate(heads):
        points = []
        for index, name in enumerate(names):
            row, column = (index, at) if across else (at, index)
            points.append((name, *_point(chart, row, column)))
        lines.append(_Line(head, tuple(points)))
    return lines


def _name(text: str, longest: int = 0) -> str:
    text = " ".join(text.split())
    return text if not longest or len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _point(chart: Chart, row: int, index: int) -> tuple[float | None, str]:
    series = chart.series[row]
    mark = mark_at(series, index)
    if mark:
        return None, _WITHHELD.get(mark, f"withheld {mark}")
    key = series.keys[index] if series.keys else ""
    return series.values[index], told(said_at(chart, series, index), key)


def _text(chart: Chart, sentences: Sequence[str], longest: int = 0) -> str:
    title = _name(chart.title.text, longest * 3)
    head = f"{_KINDS[chart.kind]}: {title}" if title else _KINDS[chart.kind]
    start = head if head[-1] in ".!?…" else f"{head}."
    return " ".join(part for part in (start, _subject(chart, longest), *sentences) if part)


def _subject(chart: Chart, longest: int) -> str:
    """'Figures are in per cent for A and B.'; a single series is named by its own sentence."""
    names = [name for series in chart.series if (name := _name(series.name, longest))]
    if sum(map(len, names)) > LONGEST // 3:
        who = f"for {len(names)} series"
    elif len(names) > 1:
        who = f"for {'the answers ' if chart.kind == 'stacked' else ''}{listed(names)}"
    else:
        who = ""
    unit = f"in {_name(chart.unit)}" if chart.unit else ""
    said = " ".join(part for part in (unit, who) if part)
    told = [f"Figures are {said}."] if said else []
    told += [f"{capital(chart.part)} are shown."] if chart.part else []
    return " ".join(told)


def _every(line: _Line) -> str:
    texts = {text for _, _, text in line.points}
    if len(texts) == 1 and all(value is None for _, value, _ in line.points):
        return _sentence(line.name, texts.pop())
    return _sentence(line.name, listed([f"{text} ({name})" for name, _, text in line.points]))


def _extremes(line: _Line, in_order: bool) -> str:
    known = [(value, text, name) for name, value, text in line.points if value is not None]
    missing = [text for _, value, text in line.points if value is None]
    said = []
    if known and in_order:
        said.append(f"from {known[0][1]} ({known[0][2]}) to {known[-1][1]} ({known[-1][2]})")
    if known:
        for word, furthest in (("highest", max), ("lowest", min)):
            value = furthest(point[0] for point in known)
            named = [point for point in known if point[0] == value]
            names = few_listed([name for *_, name in named if name], _NAMED)
            said.append(f"{word} {named[0][1]} ({names})")
    said += [f"{missing.count(text)} {text}" for text in dict.fromkeys(missing)]
    return _sentence(line.name, ", ".join(said))


def _cut(chart: Chart, lines: Sequence[_Line]) -> str:
    """As many sentences as there is room for, with names cut short, and how many are left out."""
    sentences = [_extremes(line, chart.kind == "line") for line in lines]
    for count in range(len(sentences) - 1, -1, -1):
        more = f"And {len(sentences) - count} more."
        text = _text(chart, [*sentences[:count], more], _SHORTER[-1])
        if len(unmarked(text)) <= LONGEST:
            break
    return text


def _sentence(name: str, said: str) -> str:
    return f"{name}: {said}." if name else f"{_capital(said)}."


def _capital(said: str) -> str:
    """With a capital, also where a figure in words begins it."""
    plain = unmarked(said)
    return said if capital(plain) == plain else said.replace(plain[:1], plain[:1].upper(), 1)
