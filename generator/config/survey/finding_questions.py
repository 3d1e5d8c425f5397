"""The questions, answers, groups and filters that a finding names, read against the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.config.config_rules import FINDINGS_MEASURE, FINDINGS_NAMES
from generator.config.survey.measure_keys import RULES
from generator.config.yaml.yaml_file import YamlFile
from generator.errors import Problems, did_you_mean
from generator.model.survey.codebook import Codebook, Question
from generator.model.survey.finding_specs import ALL_THEMES

"""What `theme:` says for every scored question."""

_GROUP_KINDS = ("scale", "single")


class QuestionReader:
    """Reads the parts of one finding that name questions, answers and themes."""

    def __init__(
        self,
        file: YamlFile,
        codebook: Codebook,
        path: Sequence[str],
        entry: Mapping[str, Any],
        cohorts: Sequence[str],
        problems: Problems,
    ) -> None:
        self.file = file
        self.codebook = codebook
        self.path = path
        self.entry = entry
        self.cohorts = cohorts
        self.problems = problems
        self.measure: str = entry["measure"]

    def read(self) -> dict[str, Any]:
        """`questions`, `theme`, `options`, `negative`, `by` and `only` of a FindingSpec."""
        questions = self._questions()
        parts: dict[str, Any] = {
            "questions": tuple(question.id for question in questions),
            "theme": self.entry.get("theme", ""),
            "by": tuple(question.id for question in self._by()),
            "only": dict(self._only()),
            "options": (),
            "negative": (),
        }
        if questions:
            self._choices(questions, parts)
        self._check_columns(parts)
        if self.measure == "representativeness" and questions:
            self._headcounts(("question",), questions[0].id)
        if self.measure == "response_rate":
            for name in parts["by"]:
                self._headcounts(("by",), name)
        return parts

    # ------------------------------------------------------------ questions
    def _questions(self) -> list[Question]:
        entry = self.entry
        if "theme" in entry:
            return self._items_of_theme(entry["theme"])
        names = listed_texts(entry.get("questions", entry.get("question", ())))
        key = "questions" if "questions" in entry else "question"
        found = []
        for index, name in enumerate(names):
            path = (key, index) if key == "questions" else (key,)
            question = self._question(path, name)
            if question is not None:
                self._check_kind(path, question)
                found.append(question)
        return found

    def _items_of_theme(self, theme: str) -> list[Question]:
        themes = self.codebook.themes
        if theme != ALL_THEMES and theme not in themes:
            what = f"there is no theme {theme!r} in {self.codebook.file}"
            self._unknown(("theme",), what, did_you_mean(theme, [*themes, ALL_THEMES]))
            return []
        items = [
            question
            for question in self.codebook.questions.values()
            if question.kind == "scale"
            and self._is_asked(question)
            and (theme == ALL_THEMES or question.theme == theme)
        ]
        if not items:
            what = f"the theme {theme!r} has no scored question for {', '.join(self.cohorts)}"
            self._unknown(("theme",), what, f"give questions this theme in {self.codebook.file}")
        return items

    def _question(self, path: Sequence[str | int], name: str) -> Question | None:
        known = self.codebook.questions
        if name not in known:
            what = f"there is no question {name!r} in {self.codebook.file}"
            self._unknown(path, what, did_you_mean(name, list(known)))
            return None
        question = known[name]
        if not self._is_asked(question):
            cohorts, asked = ", ".join(self.cohorts), ", ".join(question.cohorts)
            what = f"{name!r} was not asked of {cohorts}"
            self._unknown(path, what, f"its cohorts are {asked}")
            return None
        return question

    def _is_asked(self, question: Question) -> bool:
        return not question.cohorts or any(name in question.cohorts for name in self.cohorts)

    def _check_kind(self, path: Sequence[str | int], question: Question) -> None:
        rule = RULES[self.measure]
        if self.measure == "ranking":
            self._check_ranked(path, question)
        elif self.measure == "quotation":
            if question.kind != "text":
                what = f"quotations need a text question, {question.id!r} is {question.kind}"
                self._problem(path, what, "")
        elif question.kind not in rule.kinds:
            what = f"{self.measure} does not fit {question.id!r}, whose kind is {question.kind}"
            mend = (rule.instead or {}).get(question.kind, "")
            self._problem(path, what, mend or f"it takes {' or '.join(rule.kinds)} questions")
        elif (question.kind == "number") != ("numbers" in self.entry) and self.measure == "percent":
            what = f"percent of {question.id!r}, whose kind is {question.kind}"
            wanted = "'numbers', such as {above: 20}" if question.kind == "number" else "'options'"
            self._problem(path, what, f"say which answers count with {wanted}")
        elif question.kind == "number" and self.measure == "bands" and "bands" not in self.entry:
            self._problem(path, f"bands of {question.id!r} need thresholds", "add 'bands:'")

    def _check_ranked(self, path: Sequence[str | int], question: Question) -> None:
        of = self.entry.get("of", "top_box")
        kinds = RULES[of].kinds
        if question.kind not in kinds or (of == "percent" and question.kind == "number"):
            what = f"a ranking of {of} does not fit {question.id!r}, whose kind is {question.kind}"
            self._problem(path, what, f"it takes {' or '.join(kinds)} questions")

    # ------------------------------------------------------------ answers
    def _choices(self, questions: Sequence[Question], parts: dict[str, Any]) -> None:
        entry, measure = self.entry, self.measure
        if measure == "ranking":
            measure = entry.get("of", "top_box")
        for question in questions:
            for key in ("options", "negative"):
                self._check_options(key, question)
        first = questions[0]
        parts["options"] = listed_texts(entry.get("options", ()))
        parts["negative"] = listed_texts(entry.get("negative", ()))
        if (
            measure == "net"
            and first.kind == "single"
            and not (parts["options"] and parts["negative"])
        ):
            self._problem((), "net of a question without a scale", "give 'options' and 'negative'")
        if measure == "percent" and not parts["options"] and "numbers" not in entry:
            parts["options"] = self._boxed(first, "top" if "top" in entry else "bottom")
        elif measure in ("top_box", "bottom_box", "net") and first.kind == "scale":
            self._boxes(measure, first, parts)

    def _boxes(self, measure: str, question: Question, parts: dict[str, Any]) -> None:
        best, worst = self._boxed(question, "top"), self._boxed(question, "bottom")
        if self.measure == "ranking":
            return  # each question has its own; the measure looks them up
        if measure == "bottom_box":
            parts["options"] = worst
        else:
            parts["options"] = parts["options"] or best
        if measure == "net":
            parts["negative"] = parts["negative"] or worst

    def _boxed(self, question: Question, end: str) -> tuple[str, ...]:
        """The best or worst answers of a scale; a reversed question's best stand last."""
        if question.scale is None:
            what = f"{question.id!r} has no scale, so it has no {end} answers"
            self._problem((end,), what, "name them with 'options'")
            return ()
        options = question.scale.options
        size = self.entry.get(end, self.entry.get("top", question.scale.top))
        if size >= len(options):
            what = f"{end} {size} would be all answers of {question.id!r}"
            self._problem((end,), what, f"its scale has {len(options)}")
        return boxed(question, end, size)

    def _check_options(self, key: str, question: Question) -> None:
        known = question.every_option
        for index, option in enumerate(listed_texts(self.entry.get(key, ()))):
            if known and option not in known:
                what = f"{question.id!r} has no answer {option!r}"
                self._unknown((key, index), what, did_you_mean(option, known))

    # ------------------------------------------------------------ groups and filters
    def _by(self) -> list[Question]:
        names = listed_texts(self.entry.get("by", ()))
        several = not isinstance(self.entry.get("by", ""), str)
        found = []
        for index, name in enumerate(names):
            path = ("by", index) if several else ("by",)
            question = self._question(path, name)
            if question is None:
                continue
            if question.kind not in _GROUP_KINDS:
                what = f"cannot break down by {name!r}, whose kind is {question.kind}"
                self._problem(path, what, "it takes questions with one answer each")
            elif name == self.entry.get("question"):
                self._problem(
                    path, f"{name!r} cannot be broken down by itself", "name another question"
                )
            else:
                found.append(question)
        return found

    def _check_columns(self, parts: Mapping[str, Any]) -> None:
        """Refuse to set the answers of one column against themselves in other groups."""
        known = self.codebook.questions
        groups = (*parts["by"], *parts["only"])
        for position, name in enumerate(groups):
            root = known[name].source or name
            for other in (*parts["questions"], *groups[:position]):
                if other != name and root == (known[other].source or other):
                    what = f"{name!r} and {other!r} are the answers of one column"
                    path = ("where", name) if name in parts["only"] else ("by",)
                    self._problem(path, what, "name another question")

    def _only(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        for name, wanted in self.entry.get("where", {}).items():
            question = self._question(("where", name), name)
            if question is None:
                continue
            known = question.every_option
            if not known:
                what = f"cannot filter by {name!r}, whose kind is {question.kind}"
                self._problem(("where", name), what, "it takes questions with options")
            for option in listed_texts(wanted):
                if known and option not in known:
                    what = f"{name!r} has no answer {option!r}"
                    self._unknown(("where", name), what, did_you_mean(option, known))
            yield name, listed_texts(wanted)

    def _headcounts(self, path: Sequence[str], question: str) -> None:
        if question in [found.question for found in self.codebook.workforce]:
            return
        what = f"{self.codebook.file} gives no headcount of the workforce by {question!r}"
        self._unknown(path, what, f"add it there: workforce: {{{question}: {{answer: number}}}}")

    def _problem(self, path: Sequence[str | int], what: str, mend: str) -> None:
        self.problems.add(FINDINGS_MEASURE, self.file.where((*self.path, *path)), what, mend)

    def _unknown(self, path: Sequence[str | int], what: str, mend: str) -> None:
        self.problems.add(FINDINGS_NAMES, self.file.where((*self.path, *path)), what, mend)


def boxed(question: Question, end: str, size: int) -> tuple[str, ...]:
    """The best (`top`) or worst (`bottom`) answers of a scale question, in the scale's order."""
    options = question.own_options
    first = (end == "top") != question.reversed
    return options[:size] if first else options[-size:]


def listed_texts(value: Any) -> tuple[str, ...]:
    """One text or a list of texts as a tuple."""
    return (value,) if isinstance(value, str) else tuple(str(item) for item in value)
