"""The findings of a copy for publication: those that only an exempt appendix prints left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.compose.format_phrases import phrases
from generator.compose.printed_texts import printed_keys
from generator.compose.section_claims import SectionClaims
from generator.errors import Problems
from generator.model.document import Block
from generator.model.findings import Findings
from generator.model.format import Format
from generator.model.narrative import Narrative
from generator.model.release.value_keys import finding_in
from generator.model.report import Appendix, Report


def public_findings(
    report: Report,
    format_: Format,
    narrative: Narrative,
    texts: Iterable[tuple[Block, ...]],
    findings: Findings,
) -> Findings:
    """The findings that anybody may know. texts: those of report.yaml, as blocks.

    What an exempt appendix prints and no other text is left out, so that neither findings.json nor
    an appendix of all findings tells it. What nothing prints stays: nobody has called it exempt.
    """
    exempt = [one for one in report.appendices if one.exemption is not None]
    if not exempt or not findings.items:
        return findings
    claims = SectionClaims(format_, report, narrative, Problems(), phrases(report, format_))
    inside = [claims.of(f"appendix:{one.key}") for one in exempt]
    outside = [one.blocks for one in narrative if not any(one is withheld for withheld in inside)]
    told = _findings_in([*outside, *texts], findings)
    within = _findings_in([one.blocks for one in inside if one is not None], findings)
    if any(map(_prints_all, exempt)):
        within = set(findings.items)
    items = {key: one for key, one in findings.items.items() if key in told or key not in within}
    return replace(findings, items=items)


def _prints_all(appendix: Appendix) -> bool:
    return appendix.content == "findings_tables"


def _findings_in(texts: Iterable[tuple[Block, ...]], findings: Findings) -> set[str]:
    return set(_named(texts, findings)) - {""}


def _named(texts: Iterable[tuple[Block, ...]], findings: Findings) -> Iterator[str]:
    for blocks in texts:
        yield from (finding_in(key, findings.items) for key in printed_keys(blocks))
