"""An exempt report on a template that does not say so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.word.package.zip_package import read_parts, write_package
from tests import small
from tests.conftest import Run

TOLD = (
    "report_templates/scrutiny.docx: no header or footer prints {{ marking }}; put it there: "
    "'NOT FOR PUBLICATION' is not printed"
)


def test_a_build_warns_where_the_marking_of_an_exempt_report_is_not_printed(
    workspace: Path, committee: Callable[..., Run]
) -> None:
    template = workspace / "report_templates" / "scrutiny.docx"
    parts = read_parts(template.read_bytes())
    gone = parts["word/footer1.xml"].replace(b"{{ marking }}", b"")
    template.write_bytes(write_package({**parts, "word/footer1.xml": gone}))
    assert TOLD not in committee("build", small.NAME, cwd=workspace).err

    report = workspace / small.FOLDER / "report.yaml"
    exempt = "exempt: {paragraphs: [3], public_interest: It names a supplier.}\n"
    report.write_text(report.read_text("utf-8") + exempt, "utf-8")
    done = committee("build", small.NAME, cwd=workspace)
    assert (done.code, TOLD in done.err) == (0, True)
