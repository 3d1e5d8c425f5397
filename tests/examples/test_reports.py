"""Every example report builds, and its Word file holds what its seed's structure asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest
import yaml

from generator.config.workspace import find_workspace
from generator.pipeline.report import build_report

ROOT = Path(__file__).resolve().parents[2]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HYPHEN = f"{W}noBreakHyphen"
_FIGURE = re.compile(r"(?<![\w.,])(\d[\d,]*(?:\.\d+)?)(%?)(?![\w%])")


@dataclass(frozen=True)
class Word:
    """A built file. paragraphs: (style, text) in order. landscape: how many stretches lie so."""

    paragraphs: tuple[tuple[str, str], ...]
    footnotes: str
    parts: frozenset[str]
    landscape: int

    @property
    def text(self) -> str:
        """All text of the body."""
        return "\n".join(text for _, text in self.paragraphs)

    @property
    def headings(self) -> list[str]:
        """The level-1 headings."""
        return [text for style, text in self.paragraphs if style == "Heading1"]

    @property
    def figures(self) -> set[tuple[str, str]]:
        """(number, '%' or '') of every figure of the text."""
        return {(number.replace(",", ""), sign) for number, sign in _FIGURE.findall(self.text)}


SCRUTINY = [
    "Recommendations for action or decision:",
    "Purpose",
    "Background",
    "Overview and key findings",
    "Recommendations and actions",
    "Update from 2019 survey",
    "Financial implications",
    "Legal implications",
    "Equalities implications",
    "Climate change and environmental implications",
    "Health and wellbeing implications",
    "Human resources implications",
    "Corporate landlord implications",
    "Covid implications",
    "Appendices",
]
HEADINGS = {
    "social-work-health-check-2020": [
        *SCRUTINY,
        "Appendix A: Social Work Health Check Dashboard 2020",
    ],
    "workforce-health-check-2020": [
        *SCRUTINY,
        "Appendix A: Workforce Health Check Dashboard 2020",
    ],
    "principal-social-worker-2022": [
        "Recommendations for decision:",
        "Recommendation for noting:",
        "Purpose",
        "Background",
        "Progress",
        "Key priorities for the PSW’s work plan 2022-2023",
        "Evaluation of alternative options",
        "Reasons for decision",
        "Financial implications",
        "Legal implications",
        "Equalities implications",
        "All other implications",
        "Schedule of background papers",
    ],
    "workforce-strategy-progress-2023": [
        "Report summary",
        "Recommendation",
        "Supporting information",
        "Reason/s for recommendation/s",
        "Other options considered",
        "Background information",
        "Financial implications",
        "Legal implications",
        "Resource implications: staffing, ICT and assets",
        "Relevant risks",
        "Engagement/consultation",
        "Equality implications",
        "Environment and climate implications",
        "Community wealth implications",
        "Report author",
        "Appendices",
        "Background papers",
        "Terms of reference",
        "Subject history (last 3 years)",
        "Appendix A - Overview of social care workforce data",
    ],
    "social-worker-health-check-2021": [
        "Recommendations",
        "Executive summary",
        "Financial implications",
        "Environmental implications",
        "Supporting information",
        "The social worker health check",
        "Workforce data",
        "What the strategy does",
        "Timescales associated with the decision and next steps",
        "Appendices",
        "Background papers",
        "Contacts",
    ],
    "agency-social-work-2023": [
        "Recommendations",
        "Background information",
        "Key issues for consideration",
        "Implications and advice from other officers",
        "Background documents",
        "Appendices",
        "Audit trail",
        "Consultation with other officers",
        "Appendix 1: Action plan 2023-2024",
    ],
}
TEXTS = {
    "social-work-health-check-2020": [
        "Children’s Social Work Health Check 2020",
        "Councillor John Reynolds",
        "[JB/17022021/C]",
        "[SB/14022021/V]",
        "£52.2 million",
    ],
    "workforce-health-check-2020": [
        "Children’s Services Workforce Health Check 2020",
        "Specialist Support: 16.0%",
        "Youth Offending: 4.2%",
        "119 replied, which is 40%",
        "[JB/17022021/C]",
    ],
    "principal-social-worker-2022": [
        "Principal Social Worker Annual Report 2021-2022",
        "AMBER",
        "Councillor Linda Leach",
        "Becky Wilkinson, Director of Adults",
        "[MK/26052022/J] [JG/26052022/J]",
        "No background papers were relied on for this report.",
    ],
    "workforce-strategy-progress-2023": [
        "Social Care Workforce Strategy 2022-2025: progress report",
        "This is not a key decision. This report affects all wards.",
        "is recommended to endorse the progress",
        "January 2022",
    ],
    "social-worker-health-check-2021": [
        "That the Committee:",
        "notes the results of the social worker health check",
        "it is the lowest, down from 76 in 2020",
        "Service Manager (Practice Improvement)",
    ],
    "agency-social-work-2023": [
        "Reducing reliance on agency social workers",
        "Strategic Director of Children’s Services",
        "Rowan Achterberg",
        "Regional agreement on agency social work",
        "Publish a career path for practitioners",
    ],
}
NAMES = sorted(HEADINGS)
# Too few people to be published: [c] in the findings, or counted together with others.
WITHHELD = {
    ("sw.workload_by_contract", "2020", "Part time"),
    ("sw.workload_by_contract", "2019", "Part time"),
    ("sw.workload_by_contract", "2020", "Full time"),
    ("sw.workload_by_contract", "2019", "Full time"),
    ("wf.services", "2020", "Safeguarding"),
    ("wf.services", "2020", "Strengthening Families social work teams"),
    ("wf.services", "2020", "Prefer not to say"),
}
PAPERS = {"sw2021": "social-work-health-check-2020", "wf2021": "workforce-health-check-2020"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Word]:
    """Every example, built into memory; the cache lies in a folder of its own."""
    workspace = replace(find_workspace(ROOT), output=tmp_path_factory.mktemp("output"))
    return {name: _read(build_report(workspace, name).files[f"{name}.docx"]) for name in NAMES}


def _read(data: bytes) -> Word:
    with ZipFile(BytesIO(data)) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
        parts = frozenset(package.namelist())
        notes = "word/footnotes.xml"
        footnotes = (
            "".join(ElementTree.fromstring(package.read(notes)).itertext())
            if notes in parts
            else ""
        )
    sizes = [size.get(f"{W}orient") for size in body.iter(f"{W}pgSz")]
    return Word(tuple(_paragraphs(body)), footnotes, parts, sizes.count("landscape"))


def _paragraphs(body: ElementTree.Element) -> Iterator[tuple[str, str]]:
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = style.get(f"{W}val", "") if style is not None else ""
        said = [node for node in paragraph.iter() if node.tag in (f"{W}t", _HYPHEN)]
        yield named, "".join("-" if node.tag == _HYPHEN else node.text or "" for node in said)


@pytest.mark.parametrize("name", NAMES)
def test_the_sections_stand_in_the_order_of_the_seed(built: dict[str, Word], name: str) -> None:
    headings = built[name].headings
    assert headings[: len(HEADINGS[name])] == HEADINGS[name]


@pytest.mark.parametrize("name", NAMES)
def test_the_front_matter_the_sign_offs_and_the_figures_are_in_the_text(
    built: dict[str, Word], name: str
) -> None:
    for text in TEXTS[name]:
        assert text in built[name].text, text


@pytest.mark.parametrize("name", NAMES)
def test_no_expression_and_no_bare_name_is_left_in_the_text(
    built: dict[str, Word], name: str
) -> None:
    assert not re.search(r"\{\{|\}\}|\{#|\]\(#|%\}", built[name].text)


@pytest.mark.parametrize("paper", sorted(PAPERS))
def test_every_figure_of_the_2020_papers_that_may_be_published_is_in_the_text(
    built: dict[str, Word], paper: str
) -> None:
    source = (ROOT / "tests/inputs/figures.yaml").read_text(encoding="utf-8")
    figures = built[PAPERS[paper]].figures
    for key, wave, printed, qualifier, where, *group in yaml.safe_load(source)["figures"]:
        if not where.startswith(paper) or (key, wave, *group) in WITHHELD or qualifier:
            continue
        assert any(_rounds_to(figure, printed) for figure in figures), (key, wave, printed)


def _rounds_to(figure: tuple[str, str], printed: str) -> bool:
    """Whether a figure of the text is the printed one, perhaps with a decimal more."""
    number, sign = figure
    wanted = printed.rstrip("%")
    decimals = len(wanted.partition(".")[2])
    return (
        sign == printed[len(wanted) :] and abs(float(number) - float(wanted)) <= 0.5 * 10**-decimals
    )


@pytest.mark.parametrize("name", ["social-work-health-check-2020", "workforce-health-check-2020"])
def test_the_dashboard_has_landscape_pages_with_at_least_ten_native_charts(
    built: dict[str, Word], name: str
) -> None:
    charts = [
        part for part in built[name].parts if re.fullmatch(r"word/charts/chart\d+\.xml", part)
    ]
    assert len(charts) >= 10
    assert built[name].landscape


def test_the_cabinet_report_has_real_footnotes_and_native_charts(built: dict[str, Word]) -> None:
    report = built["principal-social-worker-2022"]
    assert "British Journal of Social Work" in report.footnotes
    assert "word/charts/chart3.xml" in report.parts


def test_eight_of_nine_themes_are_good_and_the_ninth_is_moderate(built: dict[str, Word]) -> None:
    rows = built["social-worker-health-check-2021"].text.split("Covid-19")[0]
    assert "Eight themes" in rows
    texts = [text for _, text in built["social-worker-health-check-2021"].paragraphs]
    bands = texts[texts.index("Band, 2021") + 1 :][: 9 * 6]
    assert [row[5] for row in zip(*[iter(bands)] * 6, strict=True)] == ["good"] * 8 + ["moderate"]
