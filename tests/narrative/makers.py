"""Hand-made findings for the tests of the narrative: small, and like those of a health check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from generator.config.files import Files, ReportFolder
from generator.config.quantifiers import load_words
from generator.config.workspace import find_workspace
from generator.errors import InputProblems
from generator.model.document import Block, Inline
from generator.model.findings import (
    Change,
    Collection,
    Estimate,
    Finding,
    Findings,
    Quotation,
)
from generator.model.issues import Where
from generator.model.narrative import Narrative, Words
from generator.model.report import (
    Committee,
    Council,
    Report,
    SourcedFigure,
)
from generator.model.walk import plain
from generator.narrative.passages import passages_of
from generator.narrative.write import write_narrative

ROOT = Path(__file__).parents[2]
WAVES = ("2019", "2020", "2021", "2022")
FILE = "inputs/example/narrative.md"


@cache
def words() -> Words:
    """The words that the workspace ships with."""
    return load_words(find_workspace(ROOT))


def estimate(wave: str, count: int | None, base: int | None, **more: Any) -> Estimate:
    """A share of people; withheld where the count is None."""
    if count is None or base is None:
        return Estimate(wave, None, None, mark=more.pop("mark", "[c]"), **more)
    return Estimate(wave, 100 * count / base, base, count, **more)


def percent(key: str, shares: Mapping[str, tuple[int | None, int | None]], **more: Any) -> Finding:
    """A finding of per cents: wave -> (count, base)."""
    estimates = tuple(estimate(wave, *pair) for wave, pair in shares.items())
    return finding(key, estimates, **more)


def finding(key: str, estimates: Sequence[Estimate], **more: Any) -> Finding:
    """A finding with sensible values for whatever is not given."""
    given: dict[str, Any] = {
        "measure": "percent",
        "cohort": key.partition(".")[0],
        "title": key.partition(".")[2].replace("_", " ").capitalize(),
        "definition": "Share of those who answered.",
        "unit": "per cent",
        "decimals": 0,
        "waves": tuple(dict.fromkeys(found.wave for found in estimates)),
        "wave": "2022",
        "questions": (key.partition(".")[2],),
        "question_texts": {},
    }
    return Finding(key=key, estimates=tuple(estimates), **(given | more))


def over(
    key: str,
    labels: Sequence[str],
    counts: Mapping[str, Sequence[int | None]],
    bases: Mapping[str, int],
    by: str = "category",
    **more: Any,
) -> Finding:
    """A finding of several answers or groups: wave -> counts parallel to the labels."""
    estimates = [
        estimate(wave, count, bases[wave], **{by: label})
        for wave, row in counts.items()
        for label, count in zip(labels, row, strict=True)
    ]
    plural = "categories" if by == "category" else "groups"
    return finding(key, estimates, **{plural: tuple(labels)}, **more)


def findings_of(*items: Finding) -> Findings:
    """Findings that hold these only."""
    return replace(health_check(), items={item.key: item for item in items})


def health_check() -> Findings:
    """Two cohorts, four waves, one finding of each kind."""
    items = [
        percent(
            "sw.response",
            {"2019": (126, 210), "2020": (115, 210), "2021": (119, 268), "2022": (94, 268)},
            measure="response_rate",
            title="Response rate",
        ),
        percent(
            "wf.response",
            {"2021": (97, 285), "2022": (77, 285)},
            measure="response_rate",
            title="Response rate",
        ),
        percent(
            "sw.workload_manageable",
            {"2019": (74, 126), "2020": (90, 115), "2021": (93, 119), "2022": (63, 94)},
            title="Workload is manageable",
            question_texts={"workload_manageable": "My workload is manageable"},
            changes=(Change("2021", "2022", 63 / 0.94 - 93 / 1.19, p=0.068, tested=True),),
        ),
        percent(
            "wf.workload_manageable",
            {"2020": (72, 78), "2021": (80, 97), "2022": (69, 77)},
            title="Workload is manageable",
        ),
        percent(
            "sw.consulted",
            {"2020": (53, 115), "2021": (73, 119), "2022": (68, 94)},
            title="Consulted on changes",
            changes=(
                Change("2021", "2022", 68 / 0.94 - 73 / 1.19, p=0.09, tested=False),
                Change("2020", "2022", 68 / 0.94 - 53 / 1.15, p=0.0001, tested=True),
            ),
        ),
        percent(
            "sw.leaving",
            {"2021": (13, 119), "2022": (6, 94)},
            decimals=1,
            title="Plans to leave",
        ),
        percent(
            "sw.manager_support",
            {"2021": (109, 119), "2022": (86, 94)},
            title="Support of manager",
            scale="education-scotland",
        ),
        percent("sw.small", {"2021": (12, 40), "2022": (None, None)}, title="Small group"),
        finding(
            "sw.caseload",
            [
                Estimate("2019", 20.04, 126),
                Estimate("2020", 21.55, 115),
                Estimate("2022", 20.0, 94),
            ],
            measure="mean",
            unit="people",
            decimals=1,
            title="People supported",
        ),
        finding(
            "sw.hours_over",
            [Estimate("2021", 9.61, 110), Estimate("2022", 8.81, 90, low=7.9, high=9.7)],
            measure="mean",
            unit="hours",
            decimals=1,
            title="Hours over contract",
        ),
        finding(
            "sw.supervision_score",
            [Estimate("2021", 70.2, 110, band="moderate"), Estimate("2022", 75.5, 90, band="good")],
            measure="index",
            unit="index",
            title="Supervision score",
            notes=("Made of 7 items, but of 6 items in 2021.",),
        ),
        finding(
            "sw.tenure",
            [Estimate("2022", 4.0, 90)],
            measure="median",
            unit="years",
            title="Years in post",
        ),
        finding(
            "sw.comments",
            [],
            measure="quotation",
            title="Comments",
            unit="",
            waves=("2022",),
            quotations=("q-sw-17",),
        ),
        finding(
            "sw.balance",
            [Estimate("2021", -4.2, 110), Estimate("2022", 12.4, 90)],
            measure="net",
            unit="points",
            title="Balance of opinion",
        ),
        over(
            "sw.stress",
            ("Never", "Rarely", "Occasionally", "Often", "Always"),
            {"2021": (12, 36, 40, 25, 6), "2022": (9, 26, 30, 21, 8)},
            {"2021": 119, "2022": 94},
            measure="shares",
            title="Unmanageable stress",
        ),
        over(
            "sw.training",
            ("Online courses", "Workshops & talks", "Mentoring", "None"),
            {"2022": (63, 51, 30, None)},
            {"2022": 94},
            measure="multi",
            title="Training taken",
        ),
        over(
            "sw.by_service",
            ("Duty", "Safeguarding", "Court"),
            {"2022": (20, 14, None)},
            {"2022": 30},
            by="group",
            title="Workload by service",
        ),
        over(
            "sw.ranking",
            ("Pride", "Supervision", "Workload", "Research"),
            {"2021": (90, 87, 93, 64), "2022": (79, 80, 63, 43)},
            {"2021": 119, "2022": 94},
            measure="ranking",
            title="Questions by level",
        ),
    ]
    return Findings(
        wave="2022",
        waves=WAVES,
        cohorts={"sw": "social workers", "wf": "the wider workforce"},
        items={item.key: item for item in items},
        collections=(
            Collection(
                "sw",
                "2022",
                268,
                94,
                "survey/sw_2022.xlsx",
                "microsoft-forms",
                date(2022, 9, 12),
                date(2022, 10, 21),
            ),
        ),
        questions=(),
        quotations={
            "q-sw-17": Quotation(
                "q-sw-17", "sw", "2022", "comments", "My team *really* listens", "PSW"
            ),
        },
        themes={"workload": "Safe workloads"},
        method=("The survey was open from 12 September to 21 October 2022.", "94 of 268 replied."),
    )


def report(**more: Any) -> Report:
    """A report's metadata."""
    where = Where("inputs/example/report.yaml", 9)
    given: dict[str, Any] = {
        "name": "example",
        "file": "inputs/example/report.yaml",
        "title": "Health check 2022",
        "format": "example",
        "council": Council("example", "Example City Council", "Example"),
        "committee": Committee("families", "Families Scrutiny Panel", "Scrutiny Panel", "scrutiny"),
        "meeting": date(2023, 3, 15),
        "published": date(2023, 3, 7),
        "marking": "NOT PROTECTIVELY MARKED",
        "front_matter": {"wards_affected": "All"},
        "recommendations": {},
        "variables": {"budget": "£52.2 million", "motto": 'R&D <first> "all" *now* | 🙂'},
        "sourced": {
            "vacancies": SourcedFigure(
                "vacancies",
                "20.0%",
                "DfE, Children's social work workforce",
                where,
                date(2022, 9, 30),
            )
        },
    }
    return Report(**(given | more))


def folder_at(path: Path) -> ReportFolder:
    """A report's folder as the disk holds it."""
    return ReportFolder(path, Files(path))


def write(source: str, findings: Findings | None = None, **more: Any) -> Narrative:
    """The narrative of a source; a heading is put before it where it has none."""
    given: dict[str, Any] = {"report": report(), "words": words()}
    if more.get("folder") is not None:
        more["folder"] = folder_at(more["folder"])
    return write_narrative(source, FILE, findings or health_check(), **(given | more))


def blocks(source: str, findings: Findings | None = None, **more: Any) -> tuple[Block, ...]:
    """The blocks of a source that stands under the heading of line 1."""
    return write(f"# Findings\n{source}", findings, **more).sections[0].blocks


def content(source: str, findings: Findings | None = None, **more: Any) -> tuple[Inline, ...]:
    """The inlines of a source of one paragraph."""
    (block,) = blocks(source, findings, **more)
    return block.content  # type: ignore[union-attr]


def said(expression: str, findings: Findings | None = None, **more: Any) -> str:
    """What an expression prints."""
    return plain(content(f"{{{{ {expression} }}}}", findings, **more), " ")


def text(source: str, findings: Findings | None = None, **more: Any) -> str:
    """The text of a source, its passages joined by line breaks."""
    return "\n".join(passage.text for passage in passages_of(blocks(source, findings, **more)))


def problems(
    source: str, findings: Findings | None = None, **more: Any
) -> list[tuple[int | None, str]]:
    """(line, message) of every problem; the source begins on line 2. [] where there is none."""
    try:
        write(f"# Findings\n{source}", findings, **more)
    except InputProblems as error:
        return [(found.where.line, f"{found.message}; {found.mend}") for found in error.problems]
    return []
