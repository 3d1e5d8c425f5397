"""The text of a report as strings, as lxml elements and with python-docx, in one process.

python -m benchmarks --only text
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import cycle, islice
from statistics import median
from time import perf_counter

PARAGRAPHS = 1_437  # of inputs/health-check-2022, cells of tables included
STYLE = "Body Text"
Run = tuple[str, bool]  # text, bold

SENTENCES = (
    "The health check asks social workers each year how manageable their workload is.",
    "Of 94 who replied, 63 said that it is: 67%, down from 78% in 2021.",
    "Research & practice, supervision and training are asked about in turn.",
    "Financial implications",
    "67% (94)",
)


def written_text(rounds: int) -> None:
    """Print the milliseconds that each way takes, as medians, and how many times ours that is."""
    ways: dict[str, Callable[[], object]] = {
        "strings": as_strings,
        "strings, then parsed": parsed_strings,
        "lxml elements": as_elements,
        "python-docx": with_python_docx,
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds + 1):  # the first round imports, and does not count
        for name, way in ways.items():
            start = perf_counter()
            way()
            taken[name].append(1000 * (perf_counter() - start))
    times = {name: median(found[1:]) for name, found in taken.items()}
    print(f"\n{PARAGRAPHS:,} paragraphs of text")
    for name, time in times.items():
        print(f"  {name:<22} {time:8.1f} ms {time / times['strings']:6.1f}")


def paragraphs() -> Iterator[tuple[Run, ...]]:
    """Paragraphs as a report has them: most of one run, some with bold words in them."""
    texts = islice(cycle(SENTENCES), PARAGRAPHS)
    for number, text in enumerate(texts):
        first, _, rest = text.partition(", ")
        bold = number % 4 == 0 and rest
        yield ((f"{first}, ", False), (rest, True)) if bold else ((text, False),)


def as_strings() -> str:
    """As the program writes it."""
    from generator.word.package.runs import runs
    from generator.word.writing.paragraphs import paragraph

    return "".join(
        paragraph("BodyText", "".join(runs(text, bold) for text, bold in one))
        for one in paragraphs()
    )


def parsed_strings() -> object:
    """The same, and parsed once, as it is before it is kept."""
    from generator.word.package.elements import parse
    from generator.word.package.namespaces import DECLARED

    return parse(f"<w:body {DECLARED}>{as_strings()}</w:body>".encode())


def as_elements() -> object:
    """As lxml elements, made as the program makes those of styles and settings."""
    from generator.word.package.elements import w

    body = w("body")
    for one in paragraphs():
        made = w("p", w("pPr", w("pStyle", val="BodyText")))
        for text, bold in one:
            run = w("r", w("rPr", w("b"), w("bCs"))) if bold else w("r")
            node = w("t")
            node.text = text
            run.append(node)
            made.append(run)
        body.append(made)
    return body


def with_python_docx() -> object:
    """With python-docx's own paragraphs and runs."""
    from docx import Document

    document = Document()
    style = document.styles[STYLE]
    for one in paragraphs():
        added = document.add_paragraph(style=style)
        for text, bold in one:
            run = added.add_run(text)
            if bold:
                run.bold = True
    return document
