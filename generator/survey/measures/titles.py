"""Titles and definitions: what a finding counts, in a sentence that a councillor can read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model.survey.codebook import Codebook, NumberRange, Question
from generator.model.survey.finding_specs import ALL_THEMES, FindingSpec
from generator.model.wording.english import capital, in_words, listed, quoted

_ANSWERED = "of all who answered it"
_CHOSE = "of all who chose at least one answer"


def title_of(spec: FindingSpec, codebook: Codebook) -> str:
    """The short label of a finding: the author's, else from its question or theme."""
    if spec.title:
        return spec.title
    plain = _plain_title(spec, codebook)
    groups = [codebook.questions[question].text for question in spec.by]
    return f"{plain}, by {listed(groups)}" if groups else plain


def _plain_title(spec: FindingSpec, codebook: Codebook) -> str:
    if spec.measure == "response_rate":
        return "Response rate"
    if spec.theme:
        return "All themes" if spec.theme == ALL_THEMES else codebook.themes[spec.theme]
    if spec.measure == "ranking":
        return capital(_ranked(spec))
    if len(spec.questions) == 1:
        return wording(codebook.questions[spec.questions[0]], spec.cohorts[0], spec.wave)
    return spec.key.partition(".")[2].replace("_", " ").capitalize()


def definition_of(spec: FindingSpec, codebook: Codebook) -> str:
    """One sentence that says what is counted, and of whom."""
    if spec.definition:
        return spec.definition
    sentence = _Sentence(spec, codebook)
    return f"{sentence.text()}{sentence.filtered()}{sentence.by()}."


class _Sentence:
    """The parts of a definition."""

    def __init__(self, spec: FindingSpec, codebook: Codebook) -> None:
        self.spec = spec
        self.codebook = codebook
        self.who = listed([codebook.cohorts[cohort].name for cohort in spec.cohorts])
        self.questions = [codebook.questions[question] for question in spec.questions]

    def text(self) -> str:
        measure = self.spec.measure
        if measure in ("percent", "top_box", "bottom_box"):
            return self._percent()
        if measure in ("index", "bands"):
            return self._scores()
        who, asked = self.who, self._asked()
        return {
            "response_rate": f"Replies counted from {who}, as a percentage of {self._sent()}",
            "shares": f"Percentage of {who} who gave each answer to {asked}, {_ANSWERED}",
            "multi": f"Percentage of {who} who chose each answer to {asked}, {_CHOSE}",
            "net": f"Percentage of {who} who answered {self._options()} to {asked}, "
            f"less the percentage who answered {either(self.spec.negative)}",
            "mean": f"Mean of the numbers that {who} gave in answer to {asked}",
            "median": f"Median of the numbers that {who} gave in answer to {asked}",
            "representativeness": f"Each group's share of the replies from {who} to {asked}, "
            "beside its share of the workforce",
            "ranking": f"The {_ranked(self.spec)}, of {who}",
            "quotation": f"Answers from {who}, quoted with approval",
        }[measure]

    def filtered(self) -> str:
        parts = [
            f"{either(answers)} to {quoted(self._wording(question))}"
            for question, answers in self.spec.only.items()
        ]
        return f", among those who answered {listed(parts)}" if parts else ""

    def by(self) -> str:
        groups = [quoted(self._wording(question)) for question in self.spec.by]
        return f", by the answer to {listed(groups)}" if groups else ""

    def _percent(self) -> str:
        asked = self._asked()
        if self.questions[0].kind == "multi":
            what = f"chose {self._options()} in answer to {asked}"
            return f"Percentage of {self.who} who {what}, {_CHOSE}"
        if self.spec.numbers is not None:
            what = f"gave {number_words(self.spec.numbers)} in answer to {asked}"
        else:
            what = f"answered {self._options()} to {asked}"
        return f"Percentage of {self.who} who {what}, {_ANSWERED}"

    def _scores(self) -> str:
        if self.questions[0].kind == "number":
            return f"Percentage of {self.who} whose answer to {self._asked()} lies in each band"
        scale = "from 0, worst, to 100, best"
        if len(self.questions) > 1:
            scale += ", averaged for each person first"
        over = self._items()
        if self.spec.measure == "index":
            return f"Mean score of {self.who} {over}, {scale}"
        return f"Percentage of {self.who} whose score {over} lies in each band, {scale}"

    def _items(self) -> str:
        if len(self.questions) == 1:
            return f"on {self._asked()}"
        count, theme = f"over {in_words(len(self.questions))} questions", self.spec.theme
        if not theme:
            return count
        name = "of all themes" if theme == ALL_THEMES else f"of the theme {quoted(self._theme())}"
        return f"{count} {name}"

    def _theme(self) -> str:
        return self.codebook.themes[self.spec.theme]

    def _sent(self) -> str:
        return "the workforce" if self.spec.by else "those who were sent the survey"

    def _options(self) -> str:
        return either(self.spec.options)

    def _asked(self) -> str:
        return quoted(self._wording(self.spec.questions[0])) if self.spec.questions else ""

    def _wording(self, question: str) -> str:
        return wording(self.codebook.questions[question], self.spec.cohorts[0], self.spec.wave)


def wording(question: Question, cohort: str, wave: str) -> str:
    """How a question was put to a cohort in a wave."""
    found = question.texts.get(f"{cohort}.{wave}") or question.texts.get(wave)
    return found[0] if found else question.text


def earlier_wordings(
    question: Question, cohorts: Sequence[str], waves: Sequence[str], wave: str
) -> Mapping[str, str]:
    """Wave -> how the question was put there, for the waves in which it reads otherwise."""
    now = wording(question, cohorts[0], wave)
    texts = {name: wording(question, cohorts[0], name) for name in waves}
    return {name: text for name, text in texts.items() if _folded(text) != _folded(now)}


def either(options: Sequence[str]) -> str:
    """Some answers, quoted, joined with or."""
    return listed([quoted(option) for option in options], "or")


def number_words(limits: NumberRange) -> str:
    """'20 or more', 'more than 20 and less than 40'."""
    parts = [
        text
        for bound, text in (
            (limits.at_least, f"{limits.at_least} or more"),
            (limits.above, f"more than {limits.above}"),
            (limits.at_most, f"{limits.at_most} or fewer"),
            (limits.below, f"fewer than {limits.below}"),
        )
        if bound is not None
    ]
    return listed(parts)


def _ranked(spec: FindingSpec) -> str:
    number = min(spec.number, len(spec.questions)) if spec.questions else spec.number
    count = f"{in_words(number)} questions" if number > 1 else "question"
    figure = {
        "top_box": "share of the best answers",
        "bottom_box": "share of the worst answers",
        "net": "net share",
        "mean": "mean",
        "index": "score",
    }.get(spec.of or "", f"share of {either(spec.options)}")
    kinds = {
        "best": f"with the highest {figure}",
        "worst": f"with the lowest {figure}",
        "rises": f"whose {figure} rose most",
        "falls": f"whose {figure} fell most",
        "changes": f"whose {figure} changed most",
    }
    since = f" since {spec.since}" if spec.since else ""
    return f"{count} {kinds[spec.pick]}{since}"


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
