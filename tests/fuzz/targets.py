"""What takes files from elsewhere: given any bytes, each gives a value or a message, and soon."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from generator.config.files import Files
from generator.config.schema.schema_check import find_problems, load_schema
from generator.config.yaml.yaml_file import read_yaml
from generator.errors import CommitteeError
from generator.model.document import External
from generator.model.issues import Where
from generator.model.survey.codebook import ExportFile
from generator.survey.readers.layout_registry import read_outline
from generator.survey.tables.opening import open_table
from generator.word.external.place import read_sheet
from generator.word.external.review import review
from generator.word.reading.read_word import read_word
from generator.word.template.template_check import check_template
from tests.corpus.appended import report
from tests.narrative import makers
from tests.word.samples import rendered

SCHEMAS = (
    "report",
    "codebook",
    "findings",
    "sign_offs",
    "format",
    "council",
    "quantifiers",
    "jurisdictions",
)
Target = Callable[[bytes, Path], None]


def export(data: bytes, folder: Path, name: str) -> None:
    """Open an export, find its layout and read every column."""
    where = Where(name)
    hints = ExportFile(name, "sw", "2022", where, None)
    table = open_table(_put(folder, name, data), where, hints)
    outline = read_outline(table.sample, hints, where)
    table.read(range(table.sample.width), outline.header_rows)


def csv(data: bytes, folder: Path) -> None:
    """Of a csv file."""
    export(data, folder, "export.csv")


def large_csv(data: bytes, folder: Path) -> None:
    """Of a csv file that is read in parts."""
    from generator.survey.tables import delimited

    before, delimited.LARGE_BYTES = delimited.LARGE_BYTES, 10
    try:
        export(data, folder, "export.csv")
    finally:
        delimited.LARGE_BYTES = before


def xlsx(data: bytes, folder: Path) -> None:
    """Of an .xlsx workbook."""
    export(data, folder, "export.xlsx")


def ods(data: bytes, folder: Path) -> None:
    """Of an .ods workbook."""
    export(data, folder, "export.ods")


def sheet(data: bytes, folder: Path) -> None:
    """A workbook that is appended."""
    path = _put(folder, "costs.xlsx", data)
    read_sheet(External(str(path)), Path.read_bytes)


def docx(data: bytes, folder: Path) -> None:
    """A document that is appended."""
    path = _put(folder, "plan.docx", data)
    review(path)
    rendered(report(path))


def edited(data: bytes, folder: Path) -> None:
    """A document that comes back, edited."""
    read_word(_put(folder, "edited.docx", data).read_bytes())


def template(data: bytes, folder: Path) -> None:
    """A report template."""
    check_template(_put(folder, "look.docx", data))


def yaml(data: bytes, folder: Path) -> None:
    """A YAML file, held against every schema."""
    file = read_yaml(folder / "f.yaml", Files(folder, {"f.yaml": data}))
    for name in SCHEMAS:
        find_problems(file, load_schema(name))


def narrative(data: bytes, folder: Path) -> None:
    """A narrative with the findings of the example."""
    text = Files(folder, {"n.md": data}).text(folder / "n.md")
    makers.write(text, folder=folder)


TARGETS: dict[str, Target] = {
    one.__name__: one
    for one in (csv, large_csv, xlsx, ods, sheet, docx, edited, template, yaml, narrative)
}


def run(name: str, data: bytes, folder: Path) -> None:
    """Give bytes to a target; what it says on purpose is no failure."""
    with suppress(CommitteeError):
        TARGETS[name](data, folder)


def _put(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name
