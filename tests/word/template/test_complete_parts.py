"""Parts that Word writes into every file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.word.charts.palette import BLUE
from generator.word.package.elements import clark, parse, value_at
from generator.word.package.namespaces import DECLARED, MC
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import read_parts, write_package
from generator.word.template.complete_parts import (
    complete_parts,
    completed,
    declare_used,
    take_off_american,
)
from generator.word.template.font_table import font_table
from generator.word.template.theme import strong_colour

from ..samples import SCRUTINY

TEMPLATES = sorted(SCRUTINY.parent.glob("*.docx"))
KINDS = ("theme", "fontTable", "webSettings")


def without(*kinds: str) -> bytes:
    """A report template as a program writes it that knows no such parts."""
    parts = Parts(SCRUTINY.read_bytes())
    related = parts.related(DOCUMENT)
    for one in list(related):
        if one.type.rsplit("/", 1)[-1] in kinds:
            related.remove(one)
            parts.remove(one.target)
    return parts.to_bytes()


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.stem)
def test_nothing_is_missing_in_the_templates_of_the_workspace(template: Path) -> None:
    data = template.read_bytes()
    assert completed(data) is data
    settings = read_parts(data)["word/settings.xml"].decode()
    for leftover in ("ja-JP", "useFELayout", "savePreviewPicture", "bestFit", "en-US"):
        assert leftover not in settings


def test_theme_fonts_and_web_settings_are_put_in() -> None:
    parts = Parts(completed(without(*KINDS)))
    for kind in KINDS:
        assert parts.related_part(DOCUMENT, kind)
    theme = parts.xml("word/theme/theme1.xml")
    accent = theme.find(f".//{clark('a:accent1')}/{clark('a:srgbClr')}")
    assert accent is not None
    assert accent.get("val") == "1F3864"
    assert {node.get("typeface") for node in theme.iter(clark("a:latin"))} == {"Arial"}
    assert [font.get(clark("w:name")) for font in parts.xml("word/fontTable.xml")] == ["Arial"]


def test_a_theme_of_the_template_stays() -> None:
    parts = Parts(without("webSettings"))
    parts.raw["word/theme/theme1.xml"] = b"<theirs/>"
    assert complete_parts(parts)
    assert parts.raw["word/theme/theme1.xml"] == b"<theirs/>"


def test_a_header_follows_the_ids_of_its_styles() -> None:
    made = read_parts(SCRUTINY.read_bytes())
    styles = made["word/styles.xml"].decode()
    start, end = styles.index("<w:latentStyles"), styles.index("</w:latentStyles>")
    styles = styles[:start] + styles[end + len("</w:latentStyles>") :]
    made["word/styles.xml"] = styles.replace('"Header"', '"header"').encode()
    made["word/header1.xml"] = made["word/header1.xml"].replace(b'"Header"', b'"header"')
    parts = Parts(completed(write_package(made)))
    assert value_at(parts.xml("word/header1.xml")[0], "w:pPr/w:pStyle") == "Header"


def test_namespaces_that_are_not_used_are_not_declared() -> None:
    root = parse(
        f'<w:hdr {DECLARED} xmlns:mc="{MC}" xmlns:w14="urn:a" xmlns:wp14="urn:b"'
        ' mc:Ignorable="w14 wp14"><w:p w14:paraId="1"/></w:hdr>'.encode()
    )
    declare_used(root)
    assert sorted(filter(None, root.nsmap)) == ["mc", "w", "w14"]
    assert root.get(clark("mc:Ignorable")) == "w14"


def test_american_runs_take_the_language_of_all_and_welsh_ones_stay() -> None:
    runs = "".join(
        f"<w:r><w:rPr><w:lang {said}/></w:rPr></w:r>"
        for said in ('w:val="en-US"', 'w:val="en-US" w:eastAsia="en-GB"', 'w:val="cy-GB"')
    )
    root = parse(f"<w:hdr {DECLARED}><w:p>{runs}</w:p></w:hdr>".encode())
    assert take_off_american(root)
    assert [node.get(clark("w:val")) for node in root.iter(clark("w:lang"))] == [None, "cy-GB"]
    assert not take_off_american(root)


def test_a_font_that_nobody_knows_says_so() -> None:
    known, unknown = font_table(["Verdana", "Council Sans", "Council Sans"])[::-1]
    assert value_at(unknown, "w:family") == "auto"
    assert value_at(known, "w:family") == "swiss"


def test_the_strong_colour_is_the_one_used_most_and_no_grey() -> None:
    rules = '<w:top w:color="00594c"/><w:top w:color="00594C"/><w:top w:color="BFBFBF"/>' * 3
    text = '<w:color w:val="0B4F8A"/><w:color w:val="auto"/>'
    assert strong_colour(parse(f"<w:styles {DECLARED}>{rules}{text}</w:styles>".encode())) == (
        "00594C"
    )
    assert strong_colour(parse(f"<w:styles {DECLARED}/>".encode())) == BLUE
