"""The report template filled in: front-matter table, header and footer, by docxtpl.

In the template, a designer sees and formats:

    {%tr for row in front_matter %}                       one row of the table ...
    {{ row.label }} | {%p for line in row.lines %}        ... repeated for each row of front matter
                    | {%p if line.columns == 1 %}         a line that runs across
                    | {{ line }}
                    | {%p elif row.wide %}                parts with a tab between, a long one first
                    | {{ line }}
                    | {%p else %}                         ... or a short one, such as a name
                    | {{ line }}
                    | {%p endif %}
                    | {%p endfor %}
    {%tr endfor %}
    {{ body }}                                            the paragraph that the report replaces

Jinja may print, repeat and choose (template_jinja.py), knows no undefined names and escapes
everything. Text goes in as it is: the braces in it are hidden from docxtpl, which would take some
of them for its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from generator.config.files import ReadFile
from generator.errors import CommitteeError, InputProblems
from generator.model.document import Document, FrontMatterRow, Phrase, phrase
from generator.model.issues import Where
from generator.word.package.elements import Element, clark
from generator.word.package.parts import Parts, refuse_document_type
from generator.word.package.xml_text import clean
from generator.word.package.zip_package import read_parts
from generator.word.template.complete_parts import completed
from generator.word.template.front_marks import (
    FrontCell,
    FrontCells,
    MarkedText,
    front_cells,
    marked_text,
    place_marks,
)
from generator.word.template.front_matter import crowded_rows
from generator.word.template.template_tags import TEXT_NAMES, TITLED

BODY_MARK = "\ue0f0committee-body\ue0f1"
_WIDE = 22  # characters; about 4 cm, what a name takes
_HIDDEN = str.maketrans({"{": "\ue0f2", "}": "\ue0f3", "\a": None, "\f": None})
_SHOWN = ((b"\xee\x83\xb2", b"{"), (b"\xee\x83\xb3", b"}"))


class Line(str):
    """A line of front matter: its parts with tabs between. columns: how many parts it has."""

    __slots__ = ("cells",)
    cells: tuple[MarkedText, ...]

    @property
    def columns(self) -> int:
        """1 for a line that runs across, 2 and more for one with tab stops."""
        return len(self.cells)

    def __html__(self) -> str:
        """What is printed: the cells with their marks."""
        return "\t".join(cell.marked for cell in self.cells)

    def __repr__(self) -> str:
        """With the marks of its cells, for the key that a filled-in template is kept under."""
        return repr(self.__html__())


def _line(cells: Iterable[Phrase], marked: Iterable[FrontCell | None]) -> Line:
    pairs = zip(cells, marked, strict=True)
    texts = tuple(marked_text(cell, _safe(words.text), _safe) for words, cell in pairs)
    made = Line("\t".join(texts))
    made.cells = texts
    return made


def _safe(text: str) -> str:
    return clean(text).translate(_HIDDEN)


def shell_context(document: Document, stacked: Collection[str] = ()) -> dict[str, Any]:
    """What a report template may use. Strings but for front_matter: rows of label and lines.

    stacked: keys of rows whose people have no room side by side.
    """
    context: dict[str, Any] = {name: _safe(text) for name, text in document.context.items()}
    context |= {name: _safe(getattr(document, name)) for name in TEXT_NAMES}
    marks = front_cells(document)
    context["front_matter"] = [
        _row(row, row.key in stacked, marks.get(row.key)) for row in document.front_matter
    ]
    cells = {cell.text for row in document.front_matter for line in row.lines for cell in line}
    context[TITLED] = document.title in cells
    context["body"] = BODY_MARK
    return context


def _row(row: FrontMatterRow, stacked: bool, marks: FrontCells | None) -> dict[str, Any]:
    lines = row.stacked if stacked else row.lines
    beside = _lines(row.lines, marks and marks.lines)
    below = _lines(row.stacked, marks and marks.stacked)
    return {
        "key": row.key,
        "label": _safe(row.label),
        "lines": (below if stacked else beside) or [_line((phrase("-"),), (None,))],
        "stacked": below,
        "wide": any(len(line) > 1 and len(line[0].text) > _WIDE for line in lines),
    }


def _lines(
    lines: Sequence[tuple[Phrase, ...]], marks: Sequence[tuple[FrontCell, ...]] | None
) -> list[Line]:
    known = marks if marks is not None else [(None,) * len(line) for line in lines]
    return [_line(line, cells) for line, cells in zip(lines, known, strict=True)]


def render_shell(document: Document, template: Path, read: ReadFile = Path.read_bytes) -> bytes:
    """The template with its tags filled in, and a marked paragraph where the body belongs.

    Raises InputProblems with the place of each mistake when the template cannot be rendered.
    """
    from docxtpl import DocxTemplate

    from generator.word.template.template_jinja import TemplateEnvironment

    def filled(stacked: Collection[str] = ()) -> bytes:
        shell = DocxTemplate(BytesIO(data))
        # Properties are written whole afterwards; python-docx refuses titles over 255 characters.
        shell.render_properties = lambda *_: None
        shell.render(shell_context(document, stacked), TemplateEnvironment())
        out = BytesIO()
        shell.save(out)
        return completed(place_marks(out.getvalue()))

    try:
        data = read(template)
        for name, content in read_parts(data).items():  # docxtpl would unpack and parse anything
            refuse_document_type(name, content)
        made = filled()
        crowded = _crowded(document, made)
        return filled(crowded) if crowded else made
    except InputProblems:
        raise
    except Exception as error:  # docxtpl and python-docx raise whatever a damaged file leads to
        raise _template_problems(document, template, error, read) from error


def _crowded(document: Document, shell: bytes) -> set[str]:
    """The rows of a filled-in template whose people have no room side by side."""
    rows = {
        row.key: ["\t".join(_safe(cell.text) for cell in line) for line in row.lines]
        for row in document.front_matter
        if row.stacked
    }
    labels = {_safe(row.label) for row in document.front_matter}
    return crowded_rows(Parts(shell), labels, rows) if rows else set()


def drop_empty_tables(root: Element) -> None:
    """Take out tables that no row was repeated in: Word cannot open a file with one."""
    for table in list(root.iter(clark("w:tbl"))):
        parent = table.getparent()
        if table.find(clark("w:tr")) is None and parent is not None:
            parent.remove(table)


def show_braces(xml: bytes) -> bytes:
    """Put braces of the text back where they were hidden from docxtpl."""
    for hidden, brace in _SHOWN:
        xml = xml.replace(hidden, brace)
    return xml


def _template_problems(
    document: Document, template: Path, error: Exception, read: ReadFile
) -> CommitteeError:
    from generator.word.template.template_check import check_template
    from generator.word.word_rules import TEMPLATE_UNUSABLE

    shown = f"{template.parent.name}/{template.name}"
    problems = check_template(template, shown, known=document.context, wanted=(), read=read)
    if not problems:
        what = f"the report template cannot be filled in: {error}"
        mend = f"run: committee template check {shown}"
        problems = [TEMPLATE_UNUSABLE.issue(Where(shown), what, mend)]
    return InputProblems(problems)
