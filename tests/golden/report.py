"""The golden report: a very small report whose parts are kept, readable, beside this file.

After an intended change:  python -m tests.golden   (then read the diff before it is committed)
"""

from __future__ import annotations

import difflib
from pathlib import Path

from lxml import etree

from tests import small
from tests.build.reading import parts_of, texts
from tests.conftest import run

FOLDER = Path(__file__).parent / "expected"
# What a designer's template brings, and what is told by the other parts, is not kept.
LEFT_OUT = (
    "word/styles.xml",
    "word/settings.xml",
    "word/theme/",
    "word/fontTable.xml",
    "docProps/app",
)
SHOWN = 60  # lines of a difference

NARRATIVE = """\
# Purpose {#purpose}

{{ sw.workload.percent }} of {{ sw.response.received }} agree, {{ sw.workload.change }}. \
See [](#chart) and [](#all).[^1] {#all}

[^1]: A note with *emphasis* & <signs>.

# Background {#background}

## Detail

{{ chart(sw.workload, name="chart", caption="Workload", title="Workloads move") }}

{{ table(sw.workload, mg.workload, caption="Both") }}

- first, **bold**
- second

# Financial implications {#financial}

None.

# Equalities implications {#equalities}

None.

# Health and wellbeing implications {#health-wellbeing}

None.
"""


def write_golden_workspace(root: Path) -> None:
    """The small workspace with the golden report in it."""
    small.write_workspace(root)
    folder = root / small.FOLDER
    (folder / "narrative.md").write_text(NARRATIVE, "utf-8")
    report = (folder / "report.yaml").read_text("utf-8")
    before, _, after = report.partition("appendices:\n")
    report = before + after[after.index("chart_tables") :].replace("appendix", "none")
    (folder / "report.yaml").write_text(report, "utf-8")


def readable_parts(root: Path) -> dict[str, str]:
    """Build the golden report; its parts as text with a line for every element, and its words."""
    done = run("build", small.NAME, "-w", str(root))
    assert done.code == 0, done.err
    parts = parts_of((root / "output" / small.NAME / f"{small.NAME}.docx").read_bytes())
    found = {
        name: readable(data)
        for name, data in parts.items()
        if name.endswith((".xml", ".rels")) and not name.startswith(LEFT_OUT)
    }
    book = parts_of(parts["word/embeddings/chart1.xlsx"])
    for name in ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"):
        found[f"word/embeddings/chart1.xlsx/{name}"] = readable(book[name])
    found["text.txt"] = "\n".join(texts(etree.fromstring(parts["word/document.xml"]))) + "\n"
    return found


def readable(xml: bytes) -> str:
    """XML with an element on a line."""
    root = etree.fromstring(xml)
    etree.indent(root, space=" ")
    return etree.tostring(root, encoding="unicode") + "\n"


def difference(name: str, expected: str, found: str) -> str:
    """A unified diff of a part, cut where it is long; '' where nothing differs."""
    lines = list(
        difflib.unified_diff(
            expected.splitlines(),
            found.splitlines(),
            f"expected/{name}",
            f"built/{name}",
            "",
            "",
            1,
            "",
        )
    )
    rest = len(lines) - SHOWN
    return "\n".join(lines[:SHOWN] + ([f"... and {rest} lines more"] if rest > 0 else []))
