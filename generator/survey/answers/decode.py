"""Turning the cells of a question into codes, and finding the answers that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from generator.model.frozen import dataclass
from generator.model.survey.codebook import OTHER, Question
from generator.survey.answers.options import option_index, part_index
from generator.survey.answers.responses import (
    ANSWERED,
    BLANK,
    NOT_APPLICABLE,
    NOT_ASKED,
    PREFER_NOT_TO_SAY,
    Column,
)
from generator.survey.answers.split import AnswerSplitter
from generator.survey.answers.when import is_day_first, read_when
from generator.survey.likeness import fold, tidy
from generator.survey.readers.export_layout import HeadColumn, Outline
from generator.survey.tables.factor import Factor

if TYPE_CHECKING:
    from numpy.typing import NDArray

WRONG = -100
"""Code of an answer that cannot be right; never leaves this package."""
CHOSEN = frozenset({"yes", "y", "true", "1", "selected", "checked", "x", "ticked"})
NOT_CHOSEN = frozenset({"no", "n", "false", "0", "not selected", "unchecked", "unticked"})
_NUMBER = re.compile(r"^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$")
_LARGEST = 1e15  # what a spreadsheet keeps exactly


@dataclass(frozen=True, slots=True)
class Wrong:
    """An answer that cannot be right: column, the distinct value in it, and what it should be."""

    column: HeadColumn
    value: str
    code: int
    expected: str


class Decoder:
    """Decodes the questions of one export."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.wrong: list[Wrong] = []
        self._states: dict[str, dict[str, int]] = {}

    def clean(self, value: str) -> str:
        """A cell with the tool's stand-ins for characters put right."""
        for old, new in self.outline.replacements.items():
            value = value.replace(old, new)
        return value

    def column(
        self,
        question: Question,
        columns: Sequence[HeadColumn],
        factors: Mapping[int, Factor],
        others: Sequence[HeadColumn] = (),
    ) -> Column:
        """The answers of a question from the factors of its columns; wrong ones go to `wrong`."""
        written = [factors[other.index] for other in others if other.index in factors]
        first = columns[0]
        if question.kind == "multi":
            if first.part:
                return self._spread(question, columns, factors, written)
            return self._joined(question, first, factors[first.index], written)
        if question.kind in ("scale", "single"):
            return self._choice(question, first, factors[first.index], written)
        if question.kind == "number":
            return self._number(question, first, factors[first.index])
        if question.kind == "date":
            return self._date(question, first, factors[first.index])
        return self._text(question, factors[first.index])

    def state(self, question: Question, folded: str) -> int:
        """The state that a folded cell stands for; ANSWERED if it is an answer."""
        known = self._states.get(question.id)
        if known is None:
            known = dict.fromkeys(self.outline.missing, BLANK)
            known.update(dict.fromkeys(self.outline.not_asked, NOT_ASKED))
            known.update((fold(text), NOT_APPLICABLE) for text in question.not_applicable)
            known.update((fold(text), PREFER_NOT_TO_SAY) for text in question.prefer_not_to_say)
            known[""] = BLANK
            self._states[question.id] = known
        return known.get(folded, ANSWERED)

    def _choice(
        self, question: Question, head: HeadColumn, factor: Factor, written: Sequence[Factor]
    ) -> Column:
        options, known = question.every_option, option_index(question)
        codes: list[int] = []
        for position, value in enumerate(factor.values):
            folded = fold(self.clean(value))
            code = known.get(folded)
            if code is None:
                code = self.state(question, folded)
            if code == ANSWERED and folded not in known:
                code = options.index(OTHER) if question.other else WRONG
                if code == WRONG:
                    self.wrong.append(Wrong(head, value, position, "one of its options"))
            codes.append(code)
        table = np.array(codes, dtype=_type(len(options)))
        result = factor.lookup(table) if codes else table
        texts = self._written(written)
        if texts is not None and question.other:
            # Something written into the box counts, also where the choice itself was left blank.
            result = np.where((result == BLANK) & (texts != ""), options.index(OTHER), result)
        return Column(options, result, texts=texts)

    def _joined(
        self, question: Question, head: HeadColumn, factor: Factor, written: Sequence[Factor]
    ) -> Column:
        """Several answers in one cell."""
        options, known = question.every_option, option_index(question)
        states = np.full(len(factor.values), BLANK, dtype=np.int8)
        chosen = np.zeros((len(factor.values), len(options)), dtype=np.bool_)
        splitter = AnswerSplitter(known, self.outline.separators)
        for position, value in enumerate(factor.values):
            folded = fold(self.clean(value))
            state = self.state(question, folded.rstrip("; "))
            if state != ANSWERED and folded not in known:
                states[position] = state
                continue
            found, unknown = splitter.split(folded)
            unknown = [u for u in unknown if self.state(question, u) == ANSWERED]
            if unknown and not question.other:
                self.wrong.append(Wrong(head, value, position, "made of its options"))
            elif unknown:
                found.add(options.index(OTHER))
            chosen[position, list(found)] = True
            states[position] = ANSWERED if found else self._alone(question, folded)
        return self._multi(options, factor.lookup(states), factor.lookup(chosen), written, question)

    def _alone(self, question: Question, folded: str) -> int:
        """The state of a cell that holds no option, such as 'Prefer not to say;'."""
        pieces = [p.strip() for s in self.outline.separators for p in folded.split(s) if p.strip()]
        states = [self.state(question, piece) for piece in pieces]
        return next((state for state in states if state < BLANK), BLANK)

    def _spread(
        self,
        question: Question,
        columns: Sequence[HeadColumn],
        factors: Mapping[int, Factor],
        written: Sequence[Factor],
    ) -> Column:
        """One column per option: it holds the option's text, or Yes and No, or a mark."""
        options, known = question.every_option, option_index(question)
        size = len(factors[columns[0].index].codes)
        chosen = np.zeros((size, len(options)), dtype=np.bool_)
        states = np.full(size, NOT_ASKED, dtype=np.int8)
        for head in columns:
            factor = factors[head.index]
            index = part_index(question, head.part, known)
            marks = np.array([self._mark(question, head, value) for value in factor.values] or [0])
            for position in np.flatnonzero(marks == WRONG):
                value = factor.values[position]
                self.wrong.append(Wrong(head, value, int(position), f"{head.part!r}, Yes or No"))
            row = factor.lookup(marks)
            if index is not None:
                chosen[:, index] |= row > 0
                states = np.maximum(states, np.minimum(row, ANSWERED)).astype(np.int8)
            else:
                # A column for 'Prefer not to say' or 'Not applicable' is a state, not an option.
                state = self.state(question, fold(head.part))
                states = np.where(row > 0, state, states).astype(np.int8)
        column = self._multi(options, states, chosen, written, question)
        places = {part_index(question, head.part, known) for head in columns}
        places |= {known.get(fold(OTHER))} if written else set()
        shown = tuple(option for place, option in enumerate(options) if place in places)
        return column if shown == options else replace(column, offered=shown)

    def _mark(self, question: Question, head: HeadColumn, value: str) -> int:
        """1 chosen, BLANK not chosen (or left blank), another state, or WRONG."""
        folded = fold(self.clean(value))
        if folded in CHOSEN or folded == fold(head.part):
            return 1
        state = self.state(question, folded)
        if state != ANSWERED or folded in NOT_CHOSEN:
            return BLANK if state == ANSWERED else state
        renamed = {fold(old): fold(new) for old, new in question.renamed_options.items()}
        # Exports with numbers for options have the option's own number in its column.
        fits = renamed.get(folded) == fold(head.part) or folded.isdecimal()
        return 1 if fits else WRONG

    def _multi(
        self,
        options: tuple[str, ...],
        states: NDArray[Any],
        chosen: NDArray[np.bool_],
        written: Sequence[Factor],
        question: Question,
    ) -> Column:
        texts = self._written(written)
        if texts is not None and question.other:
            chosen[:, options.index(OTHER)] |= texts != ""
        any_chosen = chosen.any(axis=1)
        codes = np.where(any_chosen, ANSWERED, np.minimum(states, BLANK)).astype(np.int8)
        return Column(options, codes, chosen=chosen, texts=texts)

    def _number(self, question: Question, head: HeadColumn, factor: Factor) -> Column:
        numbers = np.full(max(len(factor.values), 1), np.nan)
        states = np.full(max(len(factor.values), 1), BLANK, dtype=np.int8)
        for position, value in enumerate(factor.values):
            folded = fold(self.clean(value))
            state = self.state(question, folded)
            if state != ANSWERED:
                states[position] = state
                continue
            number = read_number(folded, question.unit)
            expected = _expected_number(question, number)
            if number is None or expected:
                self.wrong.append(Wrong(head, value, position, expected or "a number"))
                states[position] = WRONG
                continue
            numbers[position], states[position] = number, ANSWERED
        return Column((), factor.lookup(states), numbers=factor.lookup(numbers))

    def _date(self, question: Question, head: HeadColumn, factor: Factor) -> Column:
        texts = np.full(max(len(factor.values), 1), "", dtype=np.object_)
        states = np.full(max(len(factor.values), 1), BLANK, dtype=np.int8)
        day_first = is_day_first(factor.values, self.outline.day_first)
        for position, value in enumerate(factor.values):
            states[position] = self.state(question, fold(value))
            if states[position] == ANSWERED:
                when = read_when(value, day_first)
                if when is None:
                    self.wrong.append(Wrong(head, value, position, "a date"))
                else:
                    texts[position] = when.date().isoformat()
        return Column((), factor.lookup(states), texts=factor.lookup(texts))

    def _text(self, question: Question, factor: Factor) -> Column:
        texts = [tidy_lines(self.clean(value)) for value in factor.values]
        states = np.array([self.state(question, fold(text)) for text in texts] or [0], np.int8)
        table = np.array([*texts, ""], dtype=np.object_)
        codes = factor.lookup(states)
        return Column((), codes, texts=np.where(codes == ANSWERED, factor.lookup(table), ""))

    def _written(self, factors: Sequence[Factor]) -> NDArray[np.object_] | None:
        """What was written into the boxes for other answers, '' for nothing."""
        result: NDArray[np.object_] | None = None
        for factor in factors:
            values = [
                "" if fold(value) in (*self.outline.missing, *self.outline.not_asked)
                else tidy_lines(self.clean(value))
                for value in factor.values
            ]  # fmt: skip
            texts = factor.lookup(np.array([*values, ""], dtype=np.object_))
            result = texts if result is None else np.where(result == "", texts, result)
        return result


def read_number(text: str, unit: str = "") -> float | None:
    """'1,200' or '£12.50' or '7 hours' (where the unit is hours) as a number; else None."""
    plain = text.removesuffix(fold(unit)).strip() if unit else text
    plain = plain.strip("£€$% ")
    if not _NUMBER.match(plain) or not any(character.isdigit() for character in plain):
        return None
    number = float(plain.replace(",", ""))
    return number if abs(number) < _LARGEST else None


def tidy_lines(text: str) -> str:
    """A free answer with its line breaks, without white space at the ends of lines."""
    return "\n".join(tidy(line) for line in text.splitlines()).strip()


def _expected_number(question: Question, number: float | None) -> str:
    if number is None:
        return "a number"
    if question.minimum is not None and number < question.minimum:
        return f"at least {question.minimum:g}"
    if question.maximum is not None and number > question.maximum:
        return f"at most {question.maximum:g}"
    return ""


def _type(options: int) -> type[np.signedinteger[Any]]:
    return np.int8 if options < 120 else np.int16
