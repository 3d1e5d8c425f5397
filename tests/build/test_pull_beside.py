"""What officers change that is printed or read out and is no text: each is in the account."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.word.package.parts import DOCUMENT, Parts
from tests.build.test_pull import Edit
from tests.build.test_pull_paragraphs import became, pulled_twice
from tests.conftest import Committee

CHART, CORE, SETTINGS = "word/charts/chart1.xml", "docProps/core.xml", "word/settings.xml"
_END = "</w:sectPr></w:body>"


def changed(part: str, pattern: str, to: str) -> Edit:
    """Replace the first place in a part that a pattern finds."""

    def change(data: bytes) -> bytes:
        parts = Parts(data)
        said, count = re.subn(pattern, to, parts.raw[part].decode(), count=1, flags=re.DOTALL)
        assert count, pattern
        parts.raw[part] = said.encode()
        return parts.to_bytes()

    return change


@pytest.mark.parametrize(
    ("change", "kind", "old", "new"),
    [
        (changed(CHART, r"(<c:numCache>.*?<c:v>)[^<]*", r"\g<1>99"),
         "chart figures", "2021 38, 2022 40", "2021 99, 2022 40"),
        (changed(CHART, r"(<c:cat>.*?<c:v>)[^<]*", r"\1Then"),
         "chart figures", "2021 38", "Then 38"),
        (changed(DOCUMENT, r'(<w:tblDescription w:val=")', r"\1Mine. "),
         "table description", "Report details: The", "Report details: Mine. The"),
        (changed(CORE, "(</cp:coreProperties>)", r"<cp:keywords>pay</cp:keywords>\1"),
         "document property", "", "keywords: pay"),
        (changed(CORE, "<dc:creator>", "<dc:creator>Me, "),
         "document property", "Ada Byron", "Me, Ada Byron"),
        (changed(SETTINGS, "(<w:settings[^>]*>)", r"\1<w:autoHyphenation/>"),
         "setting", "", "hyphenation"),
        (changed(DOCUMENT, _END, f'<w:lnNumType w:countBy="1"/>{_END}'),
         "setting", "", "line numbers"),
        (changed(DOCUMENT, "<w:body>", '<w:background w:color="FF0000"/><w:body>'),
         "setting", "", "background FF0000"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_refused_with_how_it_was(
    workspace: Path, committee: Committee, change: Edit, kind: str, old: str, new: str
) -> None:
    account = pulled_twice(workspace, committee, change)
    assert became(account) == [("refused", kind)]
    assert old in account[0].get("old", "")
    assert new in account[0]["new"]
