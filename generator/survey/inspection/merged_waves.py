"""Putting the questions of several waves' exports together, for one draft of a codebook.

Questions of one wording are one question; so are those of one code, where it is a name
('workload') or their wordings are nearly the same: tools number questions anew. Another wording
under the same code is remarked on; a mere likeness too, and it is never taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import NamedTuple

from generator.model.frozen import dataclass
from generator.model.survey.codebook import QuestionKind
from generator.model.wording.english import counted
from generator.survey.answers.decode import read_number
from generator.survey.inspection.inspection import InspectedQuestion, OptionCount
from generator.survey.inspection.kinds import bands_in_order
from generator.survey.inspection.scales import recognise_scale
from generator.survey.likeness import fold, likenesses, tidy

NEARLY = 0.9
REMARKABLE = 0.75
# What tools make themselves: 'Q4.2', 'QID7_1', 'G01Q02', 'Q2[SQ001]'.
_NUMBER_CODE = re.compile(
    r"^(?:G\d+)?(?:QID|SQ|Q|A)?\d[\d._#-]*(?:_TEXT)?(?:\[(?:SQ|A)?\d+\])*$", re.IGNORECASE
)


_ROW = re.compile(r"\[([^\[\]]*[^\W\d_]{2}[^\[\]]*)\]$")


def made_by_tool(code: str) -> bool:
    """Whether a code is one that a tool gives by itself, and no name that somebody chose."""
    return bool(_NUMBER_CODE.match(code))


def row_of(text: str) -> str:
    """The row of a grid: 'Pay' of 'How happy are you with: [Pay]'; '' for no row."""
    found = _ROW.search(text)
    return found.group(1) if found else ""


@dataclass(frozen=True, slots=True)
class DraftQuestion:
    """A question of a draft, as in the latest wave that has it.

    waves: those that have it, oldest first. texts: wave -> its wording there, where it is another.
    renamed: another spelling of a number in earlier exports -> the option. remarks: what a person
    should look at.
    """

    question: InspectedQuestion
    waves: tuple[str, ...]
    texts: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def merge_waves(waves: Sequence[tuple[str, Sequence[InspectedQuestion]]]) -> list[DraftQuestion]:
    """The questions of all waves (oldest first), those of the latest wave before dropped ones."""
    found: list[DraftQuestion] = []
    for wave, questions in reversed(waves):
        left = list(questions)
        for position, draft in enumerate(found):
            match = _same(draft, left)
            if match is not None:
                left.remove(match)
                found[position] = _joined(draft, wave, match)
        found += [DraftQuestion(question, (wave,)) for question in left]
    found = [replace(draft, remarks=(*draft.remarks, *_alike(draft, found))) for draft in found]
    return _said_once(found)


def _said_once(drafts: Sequence[DraftQuestion]) -> list[DraftQuestion]:
    """The drafts with a remark that holds for several, as of the rows of a grid, at the first."""
    holds = Counter(remark for draft in drafts for remark in draft.remarks)
    told: set[str] = set()
    found: list[DraftQuestion] = []
    for draft in drafts:
        remarks = tuple(remark for remark in draft.remarks if remark not in told)
        told.update(remarks)
        found.append(replace(draft, remarks=tuple(_of_all(one, holds[one]) for one in remarks)))
    return found


def _of_all(remark: str, questions: int) -> str:
    return remark if questions == 1 else f"{remark} (so in {counted(questions, 'question')})"


def _same(draft: DraftQuestion, questions: Sequence[InspectedQuestion]) -> InspectedQuestion | None:
    """The question that is surely the same, None for none."""
    wordings = [fold(text) for text in (draft.question.text, *draft.texts.values())]
    fitting = [question for question in questions if _fits(draft.question, question)]
    code = fold(draft.question.code)
    coded = [question for question in fitting if code and fold(question.code) == code]
    for question in coded:
        named = not made_by_tool(question.code)
        if named or any(likenesses(question.text, wordings, NEARLY)):
            return question
    worded = [question for question in fitting if fold(question.text) in wordings]
    rows = [question for question in fitting if _is_same_row(draft.question, question)]
    return next(iter(worded or (rows if len(rows) == 1 else ())), None)


def _is_same_row(one: InspectedQuestion, other: InspectedQuestion) -> bool:
    """Whether two rows of grids have the same words and the same answers; their lead-ins aside."""
    answers = ({fold(option.text) for option in question.options} for question in (one, other))
    mine, theirs = answers
    row = row_of(one.text)
    return bool(row) and fold(row) == fold(row_of(other.text)) and bool(mine) and mine == theirs


def _fits(one: InspectedQuestion, other: InspectedQuestion) -> bool:
    """Whether the answers of two questions can be read as of one kind."""
    closed = {"scale", "single"}
    return one.kind == other.kind or {one.kind, other.kind} <= closed


def _joined(draft: DraftQuestion, wave: str, earlier: InspectedQuestion) -> DraftQuestion:
    """The draft with what an earlier wave has of the question."""
    question = draft.question
    other_words = fold(earlier.text) != fold(question.text)
    texts = {**draft.texts, wave: earlier.text} if other_words else dict(draft.texts)
    states = _united(question.prefer_not_to_say, earlier.prefer_not_to_say)
    beside = _united(question.not_applicable, earlier.not_applicable)
    options, renamed = _options(question, earlier, {fold(text) for text in (*states, *beside)})
    answered = _answered(question, wave, earlier, options)
    same_code = fold(question.code) == fold(earlier.code)
    joined = replace(
        question,
        code=question.code if same_code or texts else "",
        kind=answered.kind,
        scale=answered.scale,
        options=tuple(OptionCount(o, 0) for o in (*answered.options, *states, *beside)),
        prefer_not_to_say=states,
        not_applicable=beside,
        not_numbers=_united(question.not_numbers, earlier.not_numbers),
        other=question.other or earlier.other,
        written_in=question.written_in + earlier.written_in,
        separator=question.separator or earlier.separator,
        tests=_united(question.tests, earlier.tests),
    )
    worded = _word_remark(question, wave, earlier) if other_words else ""
    remarks = (*draft.remarks, *filter(None, (worded, answered.remark)))
    return DraftQuestion(joined, (wave, *draft.waves), texts, {**draft.renamed, **renamed}, remarks)


def _word_remark(question: InspectedQuestion, wave: str, earlier: InspectedQuestion) -> str:
    """What a person should look at in the other words of an earlier wave; '' for nothing."""
    row = row_of(question.text)
    if row and fold(row) == fold(row_of(earlier.text)):
        lead_in = tidy(earlier.text.removesuffix(f"[{row_of(earlier.text)}]"))
        return f"{wave} has other words before the row, {lead_in!r}: see if it means the same"
    if fold(question.code) == fold(earlier.code):
        return f"{wave} has the same code with other words: see whether they mean the same"
    return ""


class _Answered(NamedTuple):
    """How a question is answered in all waves. remark: what to look at, '' for nothing."""

    kind: QuestionKind
    scale: str
    options: Sequence[str]
    remark: str = ""


def _answered(
    question: InspectedQuestion, wave: str, earlier: InspectedQuestion, options: Sequence[str]
) -> _Answered:
    kind, scale = question.kind, question.scale
    if kind != "multi" and {kind, earlier.kind} & {"scale"} and options:
        known = recognise_scale(options)
        if known:
            return _Answered("scale", known[0], known[1])
        return _Answered("single", "", options, f"the answers in {wave} are of another scale")
    known_options = {fold(one.text) for one in question.options}
    added = [option for option in options if fold(option) not in known_options]
    if not added:
        return _Answered(kind, scale, options)
    what = "this option is" if len(added) == 1 else "these options are"
    remark = (
        f"{what} from {wave} only: {'; '.join(added)}. Of one that means another, "
        "say so under renamed_options:"
    )
    return _Answered(kind, scale, options, remark)


def _options(
    question: InspectedQuestion, earlier: InspectedQuestion, states: set[str]
) -> tuple[list[str], dict[str, str]]:
    """The options of both, and those of the earlier one that are the same number ('2.0', '2')."""
    own = [option.text for option in question.options if fold(option.text) not in states]
    numbers = {read_number(fold(text)): text for text in own}
    numbers.pop(None, None)
    renamed: dict[str, str] = {}
    for text in (option.text for option in earlier.options):
        folded = fold(text)
        if folded in states or folded in {fold(known) for known in own}:
            continue
        number = read_number(folded)
        if number is not None and number in numbers:
            renamed[text] = numbers[number]
        else:
            own.append(text)
    return bands_in_order(own), renamed


def _united(first: Sequence[str], second: Sequence[str]) -> tuple[str, ...]:
    """The texts of both, each once."""
    return tuple({fold(text): text for text in (*second, *first)}.values())


def _alike(draft: DraftQuestion, drafts: Sequence[DraftQuestion]) -> Iterator[str]:
    """Remarks on questions of earlier waves that may be this one."""
    others = [o for o in drafts if not set(o.waves) & set(draft.waves) and o.waves < draft.waves]
    ratios = likenesses(draft.question.text, [o.question.text for o in others], REMARKABLE)
    best: tuple[float, DraftQuestion] | None = None
    for ratio, other in zip(ratios, others, strict=True):
        if draft.question.code and fold(other.question.code) == fold(draft.question.code):
            yield f"{other.waves[-1]} has this code with another kind of answers: see below"
        elif ratio and (best is None or ratio > best[0]):
            best = ratio, other
    if best:
        text = tidy(best[1].question.text)
        yield (
            f"{best[1].waves[-1]} asks {text!r} ({best[0]:.0%} alike): if it is the same, put that "
            "under texts: and take that question out below"
        )
