"""The checklist of a release as a .docx, for the council's file."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.release.checklist import Checklist, ChecklistPart
from generator.word.pages.plain_document import bullet, heading, paragraph, plain_document, table


def checklist_word(checklist: Checklist, summary: str) -> bytes:
    """The .docx. summary: how many rules are met, in a sentence."""
    title = f"Checks before release: {checklist.title}"
    return plain_document(title, _body(checklist, title, summary))


def _body(checklist: Checklist, title: str, summary: str) -> Iterator[str]:
    yield heading(1, title)
    yield paragraph(f"{checklist.council}, version {checklist.version}. {summary}")
    for part in checklist.parts:
        yield from _part(part)
    if checklist.sign_offs:
        yield heading(2, "Sign-offs")
        header = ("Part of the report", "Owner", "Date", "Code")
        rows = [tuple(cell or "\u2013" for cell in row) for row in checklist.sign_offs]
        yield table("Who signed what", header, rows, (35, 20, 20, 25))
    yield heading(2, "Files")
    for name, digest in checklist.files:
        yield paragraph(f"{name}: SHA-256 {digest}")


def _part(part: ChecklistPart) -> Iterator[str]:
    family = part.family.capitalize()
    yield heading(2, family)
    yield paragraph(part.question)
    rows = [(row.looked_for, row.state, "; ".join(row.found) or "nothing") for row in part.rows]
    yield table(f"{family}: rules", ("Looked for", "Result", "Found"), rows, (50, 15, 35))
    if part.left_to_people:
        yield heading(3, f"Left to people: {part.family}")
        for one in part.left_to_people:
            yield bullet(one)
