"""What a paper is held against, and what a check is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any

from generator.checks.text_finds import Find, TextFinds
from generator.model.format import Format
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Rule, Where
from generator.model.release.check_settings import RuleSetting
from generator.model.release.law import Law
from generator.model.release.paper import Paper, PaperText
from generator.model.report import Jurisdiction, Report


@dataclass(frozen=True, slots=True)
class Held:
    """A paper with what is known of it.

    final: it is judged as what is published; a draft may carry its own marks, its base, comments
    and awaited sign-offs. report, format: of the report that it is, or is held against; None for a
    bare file. built: the report was built for this, which held what it says against the findings.
    today: the day of the check. settings: rule -> how the council holds it. laws: that the paper
    may be under, of a report one. exempt_words: texts of exempt material that a public copy may not
    say. excused: 'Figure 3' -> why the text need not speak of it. finds: what single texts hold.
    """

    paper: Paper
    final: bool = True
    report: Report | None = None
    format: Format | None = None
    built: bool = False
    today: date | None = None
    settings: Mapping[str, RuleSetting] = field(default_factory=dict)
    laws: tuple[Law, ...] = ()
    exempt_words: tuple[str, ...] = ()
    excused: Mapping[str, str] = field(default_factory=dict)
    finds: TextFinds = field(default_factory=TextFinds, repr=False, compare=False)

    def found(self, find: Find) -> Iterator[tuple[int, Any]]:
        """The index of each text of the paper in whose words alone something is found, and what."""
        return self.finds.found(find, self.paper.texts)

    def having(self, find: Find) -> Iterator[tuple[int, PaperText]]:
        """The texts of the paper in whose words alone something is found, with their indexes."""
        return ((at, self.paper.texts[at]) for at, _ in self.found(find))

    @property
    def law(self) -> Law | None:
        """The law that the paper is held to; None where none is known."""
        return self.laws[0] if self.laws else None

    @property
    def jurisdiction(self) -> Jurisdiction:
        """Whose law the paper is held to."""
        return "england" if self.report is None else self.report.council.jurisdiction

    def issue(self, rule: Rule, where: Where, message: str, mend: str = "") -> Issue:
        """An issue of a rule. Only what claims to follow a format can break it with an error: a
        bare file is warned of, except where it is no valid file.
        """
        made = rule.issue(where, message, mend)
        milder = self.format is None and made.severity == "error" and rule.family != "valid"
        return replace(made, severity="warning") if milder else made

    def terms(self, rule: Rule) -> tuple[str, ...]:
        """The words that the council has added to those of a rule."""
        own = self.settings.get(rule.id)
        return () if own is None else own.terms

    def number(self, rule: Rule, name: str) -> float:
        """A threshold of a rule, as the council has set it."""
        own = self.settings.get(rule.id)
        return (
            rule.thresholds[name] if own is None else own.numbers.get(name, rule.thresholds[name])
        )


Check = Callable[[Held], Iterator[Issue]]
"""One check: yields the issues that it finds, in the order of the paper."""
