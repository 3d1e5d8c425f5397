"""Explaining figures as a Word file prints them, against the report as it is now.

A draft names its figures by hidden bookmarks, which its base tells the keys of. A copy for
publication names none: its texts are those of the report with the same words, or, where the words
have changed since, with the same number or label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.compose.places import only_key, texts_at
from generator.config.workspace import REPORT_FILE, Workspace
from generator.errors import CommitteeError
from generator.model.frozen import dataclass
from generator.model.release.explained import ExplainedFigure, PrintedText, PrintedValue
from generator.model.release.paper import Paper, PaperText
from generator.model.wording.quotation_marks import straight
from generator.pipeline.evidence.explaining import Explainer, explainer, with_withheld
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import prepare
from generator.pipeline.stages import Announce, silent
from generator.word.package.zip_package import PackageError
from generator.word.paper.read_paper import read_paper

_LABELLED = re.compile(r"(table|figure|chart) ?(\w+(?:\.\w+)*)", re.I)
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_BESIDE = 2
"""Texts between a chart and its caption, at the most."""


def explain_file(
    workspace: Workspace,
    path: Path,
    place: str,
    report: str = "",
    announce: Announce = silent,
) -> tuple[ExplainedFigure, ...]:
    """The figures of a place of a .docx. report: that it was made from, where it does not say so.

    `now` of a figure tells how the report prints it today, where the file prints it otherwise.
    Raises CommitteeError for a file that cannot be read, whose report is not known, or that has no
    such place, and InputProblems of the report.
    """
    try:
        paper = read_paper(path.read_bytes(), path.name)
    except PackageError as error:
        raise CommitteeError(f"{path.name}: {error}") from error
    prepared = prepare(read_inputs(workspace, _report_of(workspace, path, paper, report)))
    announce("Looking for the place")
    asked = explainer(prepared)
    texts = texts_at(_texts(paper), place)
    worded = {" ".join(straight(one.words).split()): one for one in reversed(asked.texts)}
    held = _Held(asked, asked.texts, worded, _printed_now(asked), _drawn(paper))
    found = held.figures(texts, place)
    return with_withheld(prepared, found)


def _report_of(workspace: Workspace, path: Path, paper: Paper, report: str) -> str:
    """The name of the report that a file was made from: as given, by its base, by its folder."""
    names = [report, paper.base.folder if paper.base else "", *_folders(path)]
    for name in filter(None, names):
        if (workspace.inputs / Path(name).name / REPORT_FILE).is_file():
            return Path(name).name
        if name == report:
            return workspace.report_folder(report).name
    raise CommitteeError(f"{path.name}: it does not say of which report it is; name it: --report")


def _folders(path: Path) -> list[str]:
    return [parent.name for parent in list(path.resolve().parents)[:2]]


def _printed_now(asked: Explainer) -> dict[str, tuple[str, ...]]:
    """How the report prints each key now; several ways where it stands in several forms."""
    found: dict[str, dict[str, None]] = {}
    for text in asked.texts:
        for value in text.values:
            found.setdefault(value.key, {})[value.text] = None
    return {key: tuple(texts) for key, texts in found.items()}


# ---------------------------------------------------------------- the texts of a file
def _texts(paper: Paper) -> tuple[PrintedText, ...]:
    """The texts of a file with the values that its bookmarks name, by the names they go by."""
    keys = dict(paper.base.values) if paper.base else {}
    label_of = _table_labels(paper)
    headings: list[PaperText] = []
    found = []
    for text in paper.texts:
        if text.kind == "heading":
            headings = [one for one in headings if one.level < text.level] + [text]
        if text.text:
            names = _names(text, headings, label_of.get(text.table, ""))
            found.append(_text(text, keys, label_of.get(text.table, ""), names))
    return tuple(found)


def _names(text: PaperText, headings: Sequence[PaperText], table: str) -> frozenset[str]:
    """What a text can be asked for by: headings around it, its number or label."""
    names = {name for one in headings for name in (one.text, *_short(one.number))}
    label, number = table or _label(text), text.paragraph.rstrip(".")
    names |= {label} if label else {number, f"paragraph {number}" if number else ""}
    if text.kind == "item" and "recommendation" in text.heading.casefold():
        own = text.number.strip("().")
        names |= {f"recommendation {own}", f"r{own}"}
    names = {straight(name) for name in names}
    return frozenset(" ".join(one.casefold().split()).rstrip(":") for one in names if one)


def _text(
    text: PaperText, keys: Mapping[str, tuple[str, str]], table: str, names: frozenset[str]
) -> PrintedText:
    said: dict[str, str] = {}
    for run in text.runs:
        if run.value in keys:
            said[run.value] = said.get(run.value, "") + run.text
    values = tuple(PrintedValue(keys[one][0], words) for one, words in said.items())
    words, number = " ".join(text.text.split()), text.paragraph.rstrip(".")
    return PrintedText(text.heading, number, table or _label(text), words, values, names)


def _short(number: str) -> tuple[str, ...]:
    bare = number.rstrip(".")
    return (bare, bare.removesuffix(".0"))


def _label(text: PaperText) -> str:
    match = _LABELLED.match(text.text) if text.kind == "caption" else None
    return f"{match[1].capitalize()} {match[2]}" if match else ""


def _table_labels(paper: Paper) -> dict[int, str]:
    """Table -> its label: that of the caption before it, else of the one after it."""
    found: dict[int, str] = {}
    last = ""
    for text in paper.texts:
        if text.table >= 0:
            found.setdefault(text.table, last)
        else:
            last = _label(text)
    return {table: label for table, label in found.items() if label.startswith("Table")}


def _drawn(paper: Paper) -> dict[str, frozenset[float]]:
    """Label of a figure -> the values of the charts that stand next to its caption."""
    near: dict[int, set[float]] = {}
    for drawing in paper.drawings:
        series = drawing.chart.series if drawing.chart else ()
        values = {value for one in series for value in one.values if value is not None}
        for at in range(drawing.text - _BESIDE, drawing.text + _BESIDE + 1):
            near.setdefault(at, set()).update(values)
    return {
        _label(text): frozenset(near[index])
        for index, text in enumerate(paper.texts)
        if near.get(index) and _label(text)
    }


def _of_both(text: PrintedText, same: PrintedText) -> tuple[PrintedValue, ...]:
    """The values that the file names, and those that only the report does: of a chart, or all."""
    if not text.values:
        return same.values
    named = {value.key for value in text.values}
    shown = (value for value in same.values if value.shown and value.key not in named)
    return (*text.values, *(shown if text.label.startswith("Figure") else ()))


# ---------------------------------------------------------------- against the report
@dataclass(frozen=True, slots=True)
class _Held:
    """A report that the texts of a file are held against. worded: its texts by their words.

    now: key -> how it is printed. drawn: label of a figure -> what its chart in the file shows.
    """

    asked: Explainer
    texts: tuple[PrintedText, ...]
    worded: Mapping[str, PrintedText]
    now: Mapping[str, tuple[str, ...]]
    drawn: Mapping[str, frozenset[float]]

    def figures(self, found: tuple[PrintedText, ...], place: str) -> Iterator[ExplainedFigure]:
        """The figures of some texts of a file; `place` is what was asked for."""
        told = set()
        for text in only_key(found, place):
            same = self._same(text)
            source = replace(same, values=_of_both(text, same)) if same else text
            for one in self.asked.figures([source]):
                placed = replace(one, place=text.place, now=self._differs(one, text))
                if (placed.place, placed.key, placed.printed) not in told:
                    told.add((placed.place, placed.key, placed.printed))
                    yield placed

    def _same(self, text: PrintedText) -> PrintedText | None:
        """The text of the report with the same words, else with the same label or number."""
        words = straight(text.words)
        if words in self.worded:
            return self.worded[words]
        if text.label:
            return next((one for one in self.texts if one.label == text.label), None)
        values = {value.key for value in text.values}
        shared = [one for one in self.texts if values & {value.key for value in one.values}]
        alike = shared or [
            one for one in self.texts if one.paragraph and one.paragraph == text.paragraph
        ]
        return alike[0] if alike else None

    def _differs(self, one: ExplainedFigure, text: PrintedText) -> str:
        """How the report prints a figure now, where the file prints it otherwise; '' where not."""
        if any(value.key == one.key for value in text.values):
            printed = self.now.get(one.key, ())
            said = " or ".join(printed) or "the report does not print it any more"
            return "" if one.printed in printed else said
        number = _NUMBER.search(one.printed)
        if number is None or one.printed in text.words:
            return ""
        drawn = self.drawn.get(text.label)
        if text.label and (drawn is None or float(number[0].replace(",", "")) in drawn):
            return ""
        return f"{one.printed}, which the file does not print here"
