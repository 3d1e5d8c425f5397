"""Figures of released charts against what the pages of a PDF print.

    chart: Satisfied staff|Agree|2021|2022|57|81        ->  2021 2022 57% 81%

A PDF has no charts: its pages print the labels of one series after the other. So the values are
looked for as a run of figures; one that stands between right ones and is not right itself was
changed. Where labels are not printed, or in another order, nothing can be said, and nothing is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.wording.late_pattern import late_pattern
from generator.publish.release.comparison import ChangedLine

CHART = "chart: "
_FIGURE = late_pattern(r"[-\N{MINUS SIGN}]?\N{POUND SIGN}?\d[\d,]*(?:\.\d+)?%?")
_SHORTEST = 3
"""Figures that a run must have for it to be known although one of them is another."""
_RIGHT = 2 / 3


def chart_differences(
    lines: Sequence[tuple[str, str]], pages: Sequence[str]
) -> Iterator[ChangedLine]:
    """A line for each chart whose figures stand on a page, but for some. place: where it stands."""
    printed = [_FIGURE.findall(page) for page in pages]
    for place, line in lines:
        values = _values(line) if line.startswith(CHART) else []
        if len(values) < _SHORTEST:
            continue
        run = _nearest(values, printed)
        if _is_changed(run, values):
            title = line.removeprefix(CHART).partition("|")[0]
            yield ChangedLine(place, f"{title}: {', '.join(values)}", f"{title}: {', '.join(run)}")


def _values(line: str) -> list[str]:
    """The values of a chart, one series after the other."""
    return [one for one in line.removeprefix(CHART).split("|")[1:] if _is_number(one)]


def _is_number(text: str) -> bool:
    year = len(text) == 4 and text[:2] in ("19", "20")
    return not year and re.fullmatch(r"-?\d+(?:\.\d+)?(?:[eE]-?\d+)?", text) is not None


def _nearest(values: list[str], printed: list[list[str]]) -> list[str]:
    """The run of figures on a page with the most of the values in their order; [] for none."""
    best, most = [], _RIGHT * len(values)
    for figures in printed:
        for at in range(len(figures) - len(values) + 1):
            run = figures[at : at + len(values)]
            right = sum(_says(*pair) for pair in zip(run, values, strict=True))
            if right >= most:
                best, most = run, right + 0.5
    return best


def _is_changed(run: list[str], values: list[str]) -> bool:
    """Whether figures differ, each alone among right ones; two in a row may be labels left out."""
    right = [_says(*pair) for pair in zip(run, values, strict=False)]
    wrong = [at for at, one in enumerate(right) if not one]
    alone = all(all(right[max(at - 1, 0) : at] + right[at + 1 : at + 2]) for at in wrong)
    forms = {one.endswith("%") for one in run}
    return bool(wrong) and alone and len(forms) == 1


def _says(shown: str, value: str) -> bool:
    """Whether a label shows a value, rounded as it is, or as a share of one."""
    plain = shown.replace("\N{MINUS SIGN}", "-").replace(",", "").replace("\N{POUND SIGN}", "")
    number = plain.removesuffix("%")
    half = 0.5 * 10 ** -len(number.partition(".")[2]) + 1e-9
    scales = (1, 100) if shown.endswith("%") else (1,)
    return any(abs(float(number) - scale * float(value)) <= half for scale in scales)
