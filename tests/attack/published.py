"""A random survey as its public files show it: findings.json, the report, its charts' workbooks.

The survey is written to a workspace, with one export that both cohorts are selected from, and built
for publication. What is read from it is all that an outsider has.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from generator.config.workspace import find_workspace
from generator.model.findings import Estimate, Findings
from generator.pipeline.report import build_report
from generator.publish.findings_json import from_json
from tests import small
from tests.build import reading
from tests.build.reading import C, S, W

NUMBER = re.compile(r"\d")
Rows = Mapping[str, list[dict[str, Any]]]
"""Cohort -> question -> answer, of each respondent."""


@dataclass(frozen=True)
class Statement:
    """A text that the report prints of a finding, and the words that it stands beside."""

    key: str
    beside: frozenset[str]
    text: str


@dataclass(frozen=True)
class Outside:
    """What is published: the findings of findings.json, and what the report states of each."""

    findings: Findings
    statements: tuple[Statement, ...]

    def told(self) -> list[str]:
        """Withheld figures of which the report prints a number all the same."""
        return [
            f"{key} {estimate.category} {estimate.group}: printed {text!r}"
            for key, estimate in self._estimates()
            if estimate.mark == "[c]"
            for text in self.printed(key, estimate)
            if NUMBER.search(text)
        ]

    def printed(self, key: str, estimate: Estimate) -> list[str]:
        """What the report prints beside the names of a figure."""
        names = {name for name in (estimate.category, estimate.group) if name}
        names = names or {f"Finding {key.removeprefix('sw.')}"}
        return [one.text for one in self.statements if one.key == key and names <= one.beside]

    def shown(self) -> int:
        """How many published figures the report prints."""
        return sum(
            any(NUMBER.search(text) for text in self.printed(key, estimate))
            for key, estimate in self._estimates()
            if estimate.value is not None
        )

    def _estimates(self) -> Iterator[tuple[str, Estimate]]:
        for key, finding in self.findings.items.items():
            for estimate in finding.estimates:
                yield key, estimate


def outside(folder: Path, book: str, yaml: str, rows: Rows, findings: Findings) -> Outside:
    """Build a survey for publication in an empty folder, and read what came out.

    book, yaml: of codebook.yaml and findings.yaml. findings: as far as they tell an author which
    charts and tables have anything to show.
    """
    root = small.write_workspace(folder)
    report = root / small.FOLDER
    (report / "codebook.yaml").write_text(book, "utf-8")
    named = re.sub(r"^    (\w+): \{", r"    \1: {title: Finding \1, ", yaml, flags=re.MULTILINE)
    (report / "findings.yaml").write_text(named, "utf-8")
    marks = {key: {one.mark for one in found.estimates} for key, found in findings.items.items()}
    listed = {key: found for key, found in marks.items() if found - {"[x]"}}
    drawn = [key for key, found in listed.items() if found - {"[x]", "[c]"}]
    if not drawn:  # no chart, so no figures behind any
        words = (report / "report.yaml").read_text("utf-8").splitlines(keepends=True)
        kept = "".join(line for line in words if "figure_tables" not in line)
        (report / "report.yaml").write_text(kept.replace("chart_tables: appendix\n", ""), "utf-8")
    (report / "answers.csv").write_bytes(small.csv_bytes(_export(rows)))
    (report / "narrative.md").write_text(_narrative(listed, drawn), "utf-8")
    built = build_report(find_workspace(root), small.NAME, public=True)
    public = from_json(built.files["findings.json"])
    (word,) = (data for name, data in built.files.items() if name.endswith(".docx"))
    return Outside(public, tuple(_statements(reading.parts_of(word))))


def _export(rows: Rows) -> list[list[str]]:
    """One export with the answers of all cohorts, which a column tells apart."""
    every = [(cohort, row) for cohort, found in rows.items() for row in found]
    names = list(every[0][1])
    found = [["Number", "Role", *(f"About {name}" for name in names)]]
    for number, (cohort, row) in enumerate(every, start=1):
        cells = [";".join(v) if isinstance(v, list) else v or "" for v in row.values()]
        found.append([str(number), cohort, *cells])
    return found


def _narrative(keys: Collection[str], drawn: Collection[str]) -> str:
    """A narrative that lists and draws findings, each under a heading that is its name."""
    lines = [
        line
        for key in keys
        for line in (
            f"## Finding {key.removeprefix('sw.')}",
            f"{{{{ chart({key}) }}}}" if key in drawn else "",
            f"{{{{ table({key}) }}}}",
        )
        if line
    ]
    shown = "\n\n".join([*lines, ""])
    start, _, rest = small.NARRATIVE.partition("# What staff said {#findings}")
    return f"{start}# What staff said {{#findings}}\n\n{shown}{rest[rest.index('# Next steps') :]}"


# ---------------------------------------------------------------- what the report prints
def _statements(parts: dict[str, bytes]) -> Iterator[Statement]:
    """Everything that stands below the heading of a finding, in the order of the body."""
    charts = _charts(parts)
    key = ""
    for node in reading.tree(parts, "word/document.xml").find(f"{W}body"):
        if node.tag == f"{W}tbl":
            yield from _of_grid(key, [
                ["\n".join(reading.texts(cell)) for cell in row.iter(f"{W}tc")]
                for row in node.iter(f"{W}tr")
            ])  # fmt: skip
            continue
        text = "\n".join(reading.texts(node)) if node.tag != f"{W}p" else _words(node)
        if node.find(f".//{W}pStyle[@{W}val='Heading1']") is not None:
            key = ""
        key = _named(text) or key
        described = " ".join(one.get("descr", "") for one in node.iter(f"{reading.WP}docPr"))
        yield from _of_prose(key, f"{text} {described}")
        for part in [charts[one] for one in _references(node) if one in charts]:
            yield from _of_chart(key, parts, part)


def _named(text: str) -> str:
    """The key of the finding that a title, a caption or the name of a row is of; '' for none."""
    found = re.search(r"\bFinding (\w+)", text)
    return f"sw.{found[1]}" if found else ""


def _words(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{W}t"))


def _references(node: etree._Element) -> list[str]:
    return [value for one in node.iter(f"{C}chart") for value in one.attrib.values()]


def _charts(parts: dict[str, bytes]) -> dict[str, str]:
    """Relationship -> the chart's part."""
    relations = reading.tree(parts, "word/_rels/document.xml.rels")
    return {
        one.get("Id", ""): f"word/{one.get('Target', '')}"
        for one in relations
        if "charts/" in one.get("Target", "")
    }


def _of_grid(key: str, rows: list[list[str]]) -> Iterator[Statement]:
    head = rows[0] if rows else []
    for row in rows[1:]:
        for name, cell in zip(head[1:], row[1:], strict=False):
            yield Statement(_named(row[0]) or key, frozenset({row[0], name}), cell)


def _of_prose(key: str, text: str) -> Iterator[Statement]:
    """Names with a number behind them: S1 (45%), good 45%."""
    for name, number in re.findall(r"\b(\w+(?:, T\d)?) \(?(\d[\d.,]*%?)", text):
        yield Statement(key, frozenset({name}), number)


def _of_chart(key: str, parts: dict[str, bytes], part: str) -> Iterator[Statement]:
    """What a chart draws, from its cache, and what stands in its workbook."""
    for series in reading.tree(parts, part).iter(f"{C}ser"):
        name = "".join(v.text or "" for tx in series.findall(f"{C}tx") for v in tx.iter(f"{C}v"))
        names, values = (
            {pt.get("idx"): pt.findtext(f"{C}v") or "" for e in series.findall(f"{C}{tag}")
             for pt in e.iter(f"{C}pt")}
            for tag in ("cat", "val")
        )  # fmt: skip
        for place, value in values.items():
            yield Statement(key, frozenset({name, names.get(place, "")}), value)
    yield from _of_grid(key, _workbook(parts, part))


def _workbook(parts: dict[str, bytes], part: str) -> list[list[str]]:
    """The cells of the workbook behind a chart."""
    book = part.replace("charts/", "embeddings/").replace(".xml", ".xlsx")
    inner = reading.parts_of(parts[book])
    items = etree.fromstring(inner["xl/sharedStrings.xml"]).iter(f"{S}si")
    shared = ["".join(t.text or "" for t in item.iter(f"{S}t")) for item in items]
    rows = []
    for row in etree.fromstring(inner["xl/worksheets/sheet1.xml"]).iter(f"{S}row"):
        cells = {one.get("r", "").rstrip("0123456789"): one for one in row.iter(f"{S}c")}
        rows.append([_cell(cells.get(column), shared) for column in "ABCDEFGHIJ"])
    return rows


def _cell(cell: etree._Element | None, shared: list[str]) -> str:
    if cell is None:
        return ""
    text = cell.findtext(f"{S}v") or ""
    return shared[int(text)] if cell.get("t") == "s" else text
