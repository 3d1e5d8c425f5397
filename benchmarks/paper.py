"""The example report in the plain shape that the other tools are given: paper.json.

{"committee", "date", "title", "front": [[label, text], ...], "lead_in", "recommendations",
 "sections": [{"title", "items": [{"kind": "paragraph" | "bullet" | "sub_heading", "text"} |
                                  {"kind": "chart", "title", "categories", "series"}]}]}
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.config.workspace import find_workspace
from generator.model.document import Block, Chart, Heading, Inline, ListBlock, Paragraph, Quote
from generator.pipeline.read_inputs import read_inputs
from generator.pipeline.report import prepare


def write_paper(workspace: Path, report: str, target: Path) -> int:
    """Compose a report, write it as paper.json; returns the number of charts."""
    document = prepare(read_inputs(find_workspace(workspace), report)).document
    sections = [
        {"title": section.title, "items": list(_items(section.blocks))}
        for section in document.sections
    ]
    paper = {
        "committee": document.committee,
        "date": document.meeting_date,
        "title": document.title,
        "front": [
            [row.label, "\n".join("\t".join(cell.text for cell in line) for line in row.lines)]
            for row in document.front_matter
        ],
        "sections": sections,
    }
    target.write_text(json.dumps(paper, ensure_ascii=False), "utf-8")
    return sum(item["kind"] == "chart" for section in sections for item in section["items"])


def _items(blocks: tuple[Block, ...]) -> Iterator[dict[str, Any]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield {"kind": "paragraph", "text": _text(block.content)}
        elif isinstance(block, Heading):
            yield {"kind": "sub_heading", "text": _text(block.content)}
        elif isinstance(block, ListBlock):
            for item in block.items:
                yield {"kind": "bullet", "text": _text(item.content)}
                yield from _items(item.blocks)
        elif isinstance(block, Quote):
            yield from _items(block.blocks)
        elif isinstance(block, Chart):
            yield {
                "kind": "chart",
                "title": block.title.text,
                "categories": list(block.categories),
                "series": [[s.name, [v or 0 for v in s.values]] for s in block.series],
            }


def _text(content: tuple[Inline, ...]) -> str:
    return "".join(getattr(inline, "text", "") for inline in content)
