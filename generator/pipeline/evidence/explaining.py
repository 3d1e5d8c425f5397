"""Explaining printed figures: what each was worked out from, and what placed it.

explain(prepared, "3.11")      the figures of a paragraph, table, figure, section, ...
every_figure(prepared)         of the whole report
released_figures(prepared)     of the copy for publication, as the public may know them
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.compose.figures.figure_facts import FactsOf
from generator.compose.places import only_key, texts_at
from generator.compose.placing import placed_by
from generator.compose.printed_texts import printed_texts
from generator.config.workspace import CODEBOOK_FILE, FINDINGS_FILE
from generator.model.findings import CONFIDENTIAL
from generator.model.frozen import dataclass
from generator.model.release.explained import ExplainedFigure, FigureFacts, PrintedText
from generator.model.release.record import ReleasedFigure
from generator.model.release.value_keys import KeyParts, read_value_key
from generator.narrative.narrative_rules import FIGURE_TYPED
from generator.pipeline.reasons import reasons_for
from generator.pipeline.report import Prepared

if TYPE_CHECKING:
    from generator.survey.why import Reason

_BESIDE = frozenset({"base", "source", "date"})
"""Parts that the facts of the figure beside them tell."""
_COUNTED = ("survey", "text")
_QUESTIONS_TOLD = 3


@dataclass(frozen=True, slots=True)
class Explainer:
    """A report whose figures are explained. texts: all that it prints."""

    prepared: Prepared
    texts: tuple[PrintedText, ...]
    facts_of: FactsOf

    def figures(self, texts: Iterable[PrintedText]) -> Iterator[ExplainedFigure]:
        """The computed and sourced figures of some texts, each once in its place, then typed ones.

        Nothing is told of what is withheld beside them: `with_withheld` does.
        """
        chosen = list(texts)
        for text in chosen:
            for key, printed in dict.fromkeys((one.key, one.text) for one in text.values):
                figure = self._figure(text, key, printed)
                if _is_figure(figure):
                    yield figure
        yield from self._typed(chosen)

    def _figure(self, text: PrintedText, key: str, printed: str) -> ExplainedFigure:
        line, expression = placed_by(text.origin, key, self.key_parts(key))
        facts = self.facts_of.facts(key)
        return ExplainedFigure(text.place, printed, key, facts, text.origin.file, line, expression)

    def key_parts(self, key: str) -> KeyParts | None:
        """What a value's key names of a finding; None for values of none."""
        return read_value_key(key, self.facts_of.findings.items)

    def _typed(self, texts: Sequence[PrintedText]) -> Iterator[ExplainedFigure]:
        """Figures that somebody typed, as the checks find them."""
        for issue in self.prepared.warnings:
            if issue.rule != FIGURE_TYPED.id:
                continue
            where, line = issue.where, issue.where.line or 0
            for text in texts:
                origin = text.origin
                if origin.file == where.file and origin.line <= line <= origin.end:
                    printed = issue.message.split(" is typed by hand")[0]
                    facts = FigureFacts("typed")
                    yield ExplainedFigure(text.place, printed, "", facts, where.file, line)
                    break


def _is_figure(one: ExplainedFigure) -> bool:
    """Whether it is more than words, such as a title, a source or the name of a committee."""
    kind = one.facts.kind
    if kind == "sourced" and _part(one.key) in _BESIDE:
        return False
    return kind != "words" and (kind in _COUNTED or any(map(str.isdigit, one.printed)))


def explainer(prepared: Prepared) -> Explainer:
    """What explains the figures of a composed report. Raises InputProblems."""
    return Explainer(prepared, printed_texts(prepared.document), _facts_of(prepared))


def _facts_of(prepared: Prepared) -> FactsOf:
    findings, sourced = prepared.computed.findings, prepared.loaded.report.sourced
    if not findings.items:
        return FactsOf(findings, sourced)
    from generator.config.survey.codebook_file import load_codebook
    from generator.config.survey.findings_file import load_findings_file

    inputs = prepared.inputs
    codebook = load_codebook(inputs.path(CODEBOOK_FILE), inputs.files)
    settings = load_findings_file(inputs.path(FINDINGS_FILE), inputs.files, codebook)
    return FactsOf(findings, sourced, codebook, settings)


def explain(prepared: Prepared, place: str) -> tuple[ExplainedFigure, ...]:
    """The figures of a place with all that is known of them, and what is withheld beside them.

    place: '3.11', 'Table 2', 'R1', a heading's words, the name of a block, the key of a value.
    Raises CommitteeError for a place that there is not, with the nearest ones.
    """
    asked = explainer(prepared)
    texts = only_key(texts_at(asked.texts, place), place)
    return with_withheld(prepared, asked.figures(texts))


# ---------------------------------------------------------------- what is withheld
def with_withheld(
    prepared: Prepared, figures: Iterable[ExplainedFigure]
) -> tuple[ExplainedFigure, ...]:
    """The figures, each with what is withheld of its finding in its waves, and why.

    The exports are read only where something is withheld.
    """
    told = tuple(figures)
    keys = dict.fromkeys(one.facts.finding for one in told if one.facts.finding)
    return with_reasons_told(told, withheld_reasons(prepared, keys))


def withheld_reasons(prepared: Prepared, keys: Iterable[str]) -> tuple[Reason, ...]:
    """Why figures of some findings are withheld; () where none is."""
    items = prepared.computed.findings.items
    hidden = [key for key in keys if any(one.mark == CONFIDENTIAL for one in items[key].estimates)]
    return reasons_for(prepared.inputs, hidden)


def with_reasons_told(
    figures: Iterable[ExplainedFigure], reasons: Iterable[Reason]
) -> tuple[ExplainedFigure, ...]:
    """The figures with those reasons that are of their findings and waves."""
    found: dict[tuple[str, str], list[str]] = {}
    for reason in reasons:
        found.setdefault((reason.finding, reason.wave), []).append(reason.told())
    return tuple(
        replace(
            one,
            withheld=tuple(
                said
                for wave in one.facts.waves
                for said in found.get((one.facts.finding, wave), ())
            ),
        )
        for one in figures
    )


# ---------------------------------------------------------------- for the public
def released_figures(prepared: Prepared) -> tuple[ReleasedFigure, ...]:
    """Each printed figure of a copy for publication, with what anybody may know of it.

    No exports, files, expressions or keys; nothing of what is withheld but its mark.
    """
    asked = explainer(prepared)
    found = (
        ReleasedFigure(
            one.place,
            one.printed,
            _public_question(one.facts),
            one.facts.who,
            ", ".join(one.facts.waves),
            one.facts.base,
            one.facts.rounding,
            "; ".join(_public_notes(one.facts)),
        )
        for one in asked.figures(asked.texts)
        if one.facts.kind in ("survey", "sourced") and _part(one.key) not in _BESIDE
    )
    return tuple(dict.fromkeys(found))


def _part(key: str) -> str:
    return key.split("@")[0].rsplit(".", 1)[-1]


def _public_question(facts: FigureFacts) -> str:
    told = [one.text for one in facts.questions]
    if len(told) > _QUESTIONS_TOLD:
        return f"{facts.title}: {len(told)} questions"
    return " / ".join(told)


def _public_notes(facts: FigureFacts) -> Iterator[str]:
    yield from (part for part in (facts.definition, facts.interval, facts.mark) if part)
    if facts.source:
        yield f"source: {facts.source}"
    for question in facts.questions[:_QUESTIONS_TOLD]:
        yield from (f"in {waves} the question read: {text}" for waves, text in question.reworded)
