"""Which columns of an export hold which question of the codebook."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.model.survey.codebook import ExportFile, Question
from generator.model.wording.counting import column_letters
from generator.survey.likeness import fold, nearest, shown, without_markup
from generator.survey.readers.export_layout import HeadColumn, Outline
from generator.survey.survey_rules import EXPORT_COLUMNS

_NUMBERED = re.compile(r"^(?:\d[\d._]*|SQ\d+|A\d+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """The columns of one question: one, or one per option of a multi question.

    others: boxes in which other answers were written beside the options.
    """

    question: Question
    columns: tuple[HeadColumn, ...]
    others: tuple[HeadColumn, ...] = ()

    @property
    def spread(self) -> bool:
        """Whether each option has a column of its own."""
        return self.question.kind == "multi" and bool(self.columns[0].part)


def expected_questions(
    questions: Mapping[str, Question], cohort: str, wave: str
) -> tuple[Question, ...]:
    """The questions that this cohort was asked in this wave, personal and derived ones left out."""
    return tuple(
        question
        for question in questions.values()
        if question.kind != "personal"
        and not question.source
        and (not question.cohorts or cohort in question.cohorts)
        and (not question.waves or wave in question.waves)
    )


def wordings(question: Question, cohort: str, wave: str) -> tuple[str, ...]:
    """The wordings of a question in one cohort and wave."""
    for key in (f"{cohort}.{wave}", wave):
        if key in question.texts:
            return question.texts[key]
    return (question.text,)


def match_questions(
    questions: Sequence[Question], outline: Outline, export: ExportFile, where: Where
) -> tuple[dict[str, Match], list[Issue]]:
    """Each question's columns, and a problem for each question without, or with too many."""
    finder = _Finder(questions, outline, export)
    matches: dict[str, Match] = {}
    problems: list[Issue] = []
    missing: list[Question] = []
    # Codes first, so that a wording that stands twice goes to the question that has no code.
    for question in sorted(questions, key=lambda q: not q.codes):
        columns = finder.find(question)
        if columns and finder.ambiguous(question, columns):
            problems.append(_ambiguous(question, columns, where))
        elif columns and (other := finder.contradicts(question, columns)):
            problems.append(_contradicted(question, columns[0], other, where, export))
        elif columns:
            finder.taken.update(column.index for column in columns)
            matches[question.id] = Match(question, columns, finder.others(columns[0]))
        else:
            missing.append(question)
    free = [column for column in outline.questions if column.index not in finder.taken]
    for question in missing:
        taken = finder.taken_by(question, matches)
        if taken is not None:
            problems.append(_taken(question, taken, where))
        else:
            problems.append(_missing(question, free, outline, export, where))
    in_order = {q.id: matches[q.id] for q in questions if q.id in matches}
    return in_order, problems


class _Finder:
    """Columns by code, heading, wording and sub-question."""

    def __init__(self, questions: Sequence[Question], outline: Outline, export: ExportFile) -> None:
        self.taken: set[int] = set()
        self._export = export
        self._outline = outline
        self._by_code: dict[str, list[HeadColumn]] = defaultdict(list)
        self._by_text: dict[str, list[HeadColumn]] = defaultdict(list)
        self._by_part: dict[str, list[HeadColumn]] = defaultdict(list)
        self._groups: dict[str, list[HeadColumn]] = defaultdict(list)
        self._users = Counter(
            _key(text) for q in questions if not q.codes for text in self._wordings(q)
        )
        for column in outline.questions:
            self._add(column)

    def _add(self, column: HeadColumn) -> None:
        for key in code_keys(column):
            self._by_code[key].append(column)
        for key in dict.fromkeys(_key(text) for text in _text_keys(column)):
            self._by_text[key].append(column)
        if column.part:
            self._by_part[_key(column.part)].append(column)
            for key in {fold(column.text), fold(column.code), fold(column.group_alias)} - {""}:
                self._groups[key].append(column)

    def _wordings(self, question: Question) -> tuple[str, ...]:
        return wordings(question, self._export.cohort, self._export.wave)

    def find(self, question: Question) -> tuple[HeadColumn, ...]:
        """The columns of a question, () for none; several only for multi, or where ambiguous."""
        for code in question.codes:
            if found := self._coded(question, fold(code)):
                return found
            if found := self._group(question, fold(code)):
                return found
        for text in self._wordings(question):
            key = _key(text)
            if found := self._one(question, self._by_text.get(key, [])):
                return found
            if found := self._group(question, key):
                return found
            parts = self._by_part.get(key, [])
            if question.kind != "multi" and len(parts) == 1 and parts[0].index not in self.taken:
                return (parts[0],)
        return ()

    def _coded(self, question: Question, code: str) -> tuple[HeadColumn, ...]:
        columns = self._by_code.get(code, [])
        if question.kind != "multi" and len(columns) > 1:
            exact = [c for c in columns if code in (fold(c.full_code), fold(c.alias))]
            # A row may be called as its array is: `time[time]` beside `time[breaks]`.
            exact = exact or [c for c in columns if fold(c.part_code) == code]
            return tuple(exact if len(exact) == 1 else columns)
        return self._one(question, columns)

    def _one(self, question: Question, columns: list[HeadColumn]) -> tuple[HeadColumn, ...]:
        if question.kind == "multi" and columns and columns[0].part and len(columns) > 1:
            return tuple(columns)
        free = [column for column in columns if column.index not in self.taken]
        return (free[0],) if free else ()

    def _group(self, question: Question, key: str) -> tuple[HeadColumn, ...]:
        columns = [c for c in self._groups.get(key, []) if c.index not in self.taken]
        # A wording that stands over several questions is taken in turn.
        columns = [c for c in columns if c.repeat == columns[0].repeat or c.code]
        return tuple(columns) if question.kind == "multi" or len(columns) > 1 else ()

    def ambiguous(self, question: Question, columns: tuple[HeadColumn, ...]) -> bool:
        """Whether the question fits several columns and nothing tells which is meant."""
        if question.kind == "multi" and columns[0].part:
            return False
        if len(columns) > 1:
            return True
        twins = [
            c for c in self._by_text[_key(columns[0].wording)]
            if fold(c.heading) == fold(columns[0].heading) and c.index != columns[0].index
        ]  # fmt: skip
        by_code = any(fold(code) in code_keys(columns[0]) for code in question.codes)
        return bool(twins) and not by_code and len(twins) >= self._users[_key(columns[0].wording)]

    def contradicts(self, question: Question, columns: tuple[HeadColumn, ...]) -> HeadColumn | None:
        """Another column with the question's very wording, where its code has one of other words.

        Tools number questions anew when they are moved, so a code alone may tell of another.
        """
        texts = {_key(text) for text in self._wordings(question)}
        own = {_key(text) for c in columns for text in (*_text_keys(c), c.text, c.part)}
        if own & texts:
            return None
        places = (self._by_text, self._by_part, self._groups)
        found = [c for text in texts for place in places for c in place.get(text, ())]
        return next((c for c in found if c not in columns), None)

    def taken_by(self, question: Question, matches: Mapping[str, Match]) -> Match | None:
        """The match of another question with the column that this one's code or wording names."""
        keys = {_key(text) for text in self._wordings(question)}
        named = [c for code in question.codes for c in self._by_code.get(fold(code), ())]
        places = (self._by_text, self._by_part, self._groups)
        named += [c for key in keys for place in places for c in place.get(key, ())]
        indices = {column.index for column in named}
        found = (m for m in matches.values() if indices & {c.index for c in m.columns})
        return next(found, None)

    def others(self, column: HeadColumn) -> tuple[HeadColumn, ...]:
        """The boxes for other answers beside a question's column."""
        return tuple(
            other
            for other in self._outline.role("other")
            if (other.code and other.code == column.code)
            or (
                not other.code
                and fold(other.text) == fold(column.text)
                and other.repeat == column.repeat
            )
        )


def code_keys(column: HeadColumn) -> set[str]:
    """The folded codes by which a codebook may name a column; its heading where it has none."""
    if not column.code:
        return {fold(column.heading)} - {""}
    code, part = fold(column.code), fold(column.part_code)
    keys = {fold(column.full_code) or code, fold(column.alias) or code}
    if is_telling(column.part_code):
        keys.add(part)
    return keys if column.part else keys | {code}


def is_telling(part_code: str) -> bool:
    """Whether a sub-question's code is its own name; tools number the others from 1 everywhere."""
    return bool(part_code) and not _NUMBERED.match(part_code)


@lru_cache(maxsize=8192)
def _key(wording: str) -> str:
    """The form in which wordings are compared; the codebook may have them with their HTML.

    Each is asked for several times in every file, and most come again in the next.
    """
    return fold(without_markup(wording))


def _text_keys(column: HeadColumn) -> Iterable[str]:
    yield column.heading
    if not column.part:
        yield column.text
        return
    for form in ("{} [{}]", "{} - {}", "{}: {}", "{} / {}", "{} {}"):
        yield form.format(column.text, column.part)


def _ambiguous(question: Question, columns: tuple[HeadColumn, ...], where: Where) -> Issue:
    what = f"several columns fit the question {question.id!r} ({shown(question.text)})"
    if len(columns) > 1 and columns[0].part:
        example = columns[0].heading
        mend = f"name one sub-question in {question.where}, such as {shown(example, 80)}"
        return EXPORT_COLUMNS.issue(
            where, f"{len(columns)} columns fit the question {question.id!r}", mend
        )
    mend = f"in {question.where} tell them apart by codes:, or add the other questions"
    return EXPORT_COLUMNS.issue(where, what, mend)


def _taken(question: Question, taken: Match, where: Where) -> Issue:
    other = taken.question.id
    letter = column_letters(taken.columns[0].index)
    what = f"column {letter}, which {question.id!r} names, is that of the question {other!r}"
    mend = (
        f"to count the same answers in other groups, write 'from: {other}' with 'groups:' or "
        f"'bands:' in {question.where}; else correct its wording or codes"
    )
    return EXPORT_COLUMNS.issue(where, what, mend)


def _contradicted(
    question: Question, coded: HeadColumn, worded: HeadColumn, where: Where, export: ExportFile
) -> Issue:
    what = (
        f"the code of {question.id!r} stands at column {column_letters(coded.index)}, "
        f"{shown(coded.wording, 90)}, but its wording at column {column_letters(worded.index)}"
    )
    mend = (
        f"correct codes: in {question.where}, or if the code is right, write the wording of this "
        f'wave under texts: {{"{export.wave}": ...}}'
    )
    return EXPORT_COLUMNS.issue(where, what, mend)


def _missing(
    question: Question,
    free: Sequence[HeadColumn],
    outline: Outline,
    export: ExportFile,
    where: Where,
) -> Issue:
    wording = wordings(question, export.cohort, export.wave)[0]
    what = f"has no column for the question {question.id!r} ({shown(wording, 90)})"
    for column in outline.role("person"):
        if fold(column.heading) == fold(wording):
            what += f"; column {column_letters(column.index)} of that name is personal data"
            return EXPORT_COLUMNS.issue(where, what, f"remove the question from {question.where}")
    near = nearest(wording, [column.wording for column in free])
    if near is None:
        mend = (
            f'write the wording of this wave under texts: {{"{export.wave}": ...}} '
            f"in {question.where}, or say there in which waves it was asked"
        )
        return EXPORT_COLUMNS.issue(where, what, mend)
    column = next(c for c in free if c.wording == near)
    place = f"the nearest is column {column_letters(column.index)}, {shown(near, 90)}"
    key = export.wave
    mend = (
        f'{place}: if it is the same, write that under texts: {{"{key}": ...}} in {question.where}'
    )
    return EXPORT_COLUMNS.issue(where, what, mend)
