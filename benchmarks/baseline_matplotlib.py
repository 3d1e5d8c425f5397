"""What the first build is measured by: the same paper from a plain docxtpl and matplotlib script.

    python baseline_matplotlib.py PAPER.json OUT.docx [--charts N]

It does what such scripts do and no more: fill a Word template with Jinja, draw each chart as a
picture. No numbering, fields, alternative text or editable figures; no survey is read.
PAPER.json is described in paper.py. The template is made by the first run, beside OUT.docx.
"""

from __future__ import annotations

import argparse
import json
from io import BytesIO
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")

import docx
from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage
from matplotlib import pyplot

COLOURS = ("#12436D", "#F46A25", "#28A197", "#801650", "#3D3D3D", "#A285D1")
TAGS = (
    ("Title", "{{ title }}"),
    ("Normal", "{{ committee }}, {{ date }}"),
    ("Normal", "{%p for label, text in front %}"),
    ("Normal", "{{ label }}: {{ text }}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p for section in sections %}"),
    ("Heading 1", "{{ section.title }}"),
    ("Normal", "{%p for item in section['items'] %}"),
    ("Normal", "{%p if item.kind == 'chart' %}"),
    ("Normal", "{{ item.picture }}"),
    ("Normal", "{%p elif item.kind == 'bullet' %}"),
    ("List Bullet", "{{ item.text }}"),
    ("Normal", "{%p elif item.kind == 'sub_heading' %}"),
    ("Heading 2", "{{ item.text }}"),
    ("Normal", "{%p else %}"),
    ("Normal", "{{ item.text }}"),
    ("Normal", "{%p endif %}"),
    ("Normal", "{%p endfor %}"),
    ("Normal", "{%p endfor %}"),
)


def make_template(path: Path) -> None:
    """Write the Word template with its Jinja tags, one to a paragraph."""
    document = docx.Document()
    for style, text in TAGS:
        document.add_paragraph(text, style=style)
    document.save(str(path))


def draw(chart: dict[str, Any]) -> BytesIO:
    """A PNG of one chart: columns side by side, 16 cm wide at 150 dpi."""
    figure, axes = pyplot.subplots(figsize=(6.3, 3.5))
    places = range(len(chart["categories"]))
    width = 0.8 / len(chart["series"])
    for number, (name, values) in enumerate(chart["series"]):
        shifted = [place + (number + 0.5) * width - 0.4 for place in places]
        colour = COLOURS[number % len(COLOURS)]
        bars = axes.bar(shifted, values, width, label=name, color=colour)
        axes.bar_label(bars, fmt="%g", fontsize=7)
    axes.set_xticks(list(places), chart["categories"], fontsize=8)
    axes.set_title(chart["title"], fontsize=10, loc="left")
    axes.legend(fontsize=8)
    picture = BytesIO()
    figure.savefig(picture, dpi=150)
    pyplot.close(figure)
    picture.seek(0)
    return picture


def ask_for(paper: dict[str, Any], count: int) -> None:
    """Give the paper exactly so many charts: leave some out, or show some again at the end."""
    found = [item for part in paper["sections"] for item in part["items"] if "series" in item]
    if not found:
        raise SystemExit("the paper has no chart to draw")
    shown = iter(range(len(found)))
    for part in paper["sections"]:
        part["items"] = [
            item for item in part["items"] if "series" not in item or next(shown) < count
        ]
    missing = islice(cycle(found), max(count - len(found), 0))
    paper["sections"][-1]["items"].extend(dict(item) for item in missing)


def build(paper: dict[str, Any], target: Path) -> None:
    """Render the paper into target."""
    path = target.with_name("baseline_template.docx")
    if not path.exists():
        make_template(path)
    template = DocxTemplate(path)
    for part in paper["sections"]:
        for item in part["items"]:
            if item["kind"] == "chart":
                item["picture"] = InlineImage(template, draw(item), width=Cm(16))
    template.render(paper, autoescape=True)
    template.save(target)


def main() -> None:
    """Read the arguments and build."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("paper", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--charts", type=int, help="number of charts; default: the paper's own")
    chosen = parser.parse_args()
    paper = json.loads(chosen.paper.read_text(encoding="utf-8"))
    if chosen.charts is not None:
        ask_for(paper, chosen.charts)
    build(paper, chosen.target)


if __name__ == "__main__":
    main()
