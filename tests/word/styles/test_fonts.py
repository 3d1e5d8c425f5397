"""How wide the fonts of a report template are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.word.charts.text_width import text_width
from generator.word.package.elements import parse
from generator.word.package.namespaces import A
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import read_parts, write_package
from generator.word.styles.fonts import Fonts, font_factor
from generator.word.writing.column_widths import PADDING

from ..samples import SCRUTINY, body, document, find, inlines, render, section, table

ARIAL = b'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
THEME = f"""<a:theme xmlns:a="{A}"><a:themeElements><a:fontScheme>
  <a:majorFont><a:latin typeface="Georgia"/></a:majorFont>
  <a:minorFont><a:latin typeface="Verdana"/></a:minorFont>
</a:fontScheme></a:themeElements></a:theme>"""


def styles_with(fonts: str, **sizes: int) -> bytes:
    """A report template of another font, and of other sizes (half-points) of styles by their id."""
    parts = read_parts(SCRUTINY.read_bytes())
    styles = parts["word/styles.xml"]
    assert ARIAL in styles
    styles = styles.replace(ARIAL, fonts.encode())
    for style, size in sizes.items():
        start = styles.index(f'w:styleId="{style}"'.encode())
        end = styles.index(b"</w:style>", start)
        one = styles[start:end]
        one += b"" if b"</w:rPr>" in one else b"<w:rPr></w:rPr>"
        one = one.replace(b"</w:rPr>", f'<w:sz w:val="{size}"/></w:rPr>'.encode())
        styles = styles[:start] + one + styles[end:]
    return write_package({**parts, "word/styles.xml": styles})


VERDANA = '<w:rFonts w:ascii="Verdana" w:hAnsi="Verdana"/>'


def test_a_style_has_the_font_and_size_of_what_it_is_based_on() -> None:
    fonts = Fonts(Parts(styles_with(VERDANA, TableText=28)))
    assert (fonts.font("TableHeading"), fonts.size("TableHeading")) == ("Verdana", 14)
    assert fonts.as_arial("TableText") == pytest.approx(14 * 1.2)
    assert (fonts.bold("TableHeading"), fonts.bold("TableText")) == (True, False)


def test_spacing_and_lines_are_the_style_s_or_what_it_is_based_on() -> None:
    fonts = Fonts(Parts(SCRUTINY.read_bytes()))
    assert fonts.spacing("Caption", "before") == "160"
    assert fonts.spacing("no such style", "before") == "0"
    single = fonts.size("Caption") * 1.15
    assert fonts.line("Caption") == pytest.approx(
        single * int(fonts.spacing("Caption", "line", "240")) / 240
    )


def test_a_font_of_the_theme_is_found_there() -> None:
    parts = Parts(styles_with('<w:rFonts w:asciiTheme="minorHAnsi" w:ascii="Arial"/>'))
    assert Fonts(parts).font("TableText") == "Arial"
    parts.add("word/theme/theme1.xml", parse(THEME.encode()), "application/xml")
    parts.relate(DOCUMENT, "theme", "word/theme/theme1.xml")
    assert Fonts(parts).font("TableText") == "Verdana"


def test_where_nothing_says_a_font_it_is_words_own() -> None:
    assert Fonts(Parts(styles_with(""))).font("TableText") == "Times New Roman"
    assert Fonts(Parts(styles_with(""))).font("no such style") == "Times New Roman"


def test_fonts_that_may_be_missing_are_as_wide_as_what_takes_their_place() -> None:
    assert font_factor("Arial") == font_factor("times new roman") == 1
    assert font_factor("Calibri") == font_factor("DejaVu Sans") == font_factor("Verdana") > 1
    assert font_factor("Arial Black") > font_factor("Verdana")


ROWS = [["Item", "2023/24", "2024/25"], ["A long enough name of an item" * 4, *["£12,345,678"] * 2]]


@pytest.mark.parametrize(
    ("fonts", "sizes", "needed"),
    [
        (VERDANA, {}, 1.2 * 12),
        (ARIAL.decode(), {"TableText": 32}, 16),
        (VERDANA, {"TableText": 28}, 1.2 * 14),
    ],
)
def test_figures_stay_whole_in_wide_fonts_and_large_sizes(
    tmp_path: Path, fonts: str, sizes: dict[str, int], needed: float
) -> None:
    (tmp_path / "mine.docx").write_bytes(styles_with(fonts, **sizes))
    (item, *years), (name, *sums) = ((inlines(text) for text in texts) for texts in ROWS)
    made = replace(
        table(),
        header=(item, *years, years[0]),
        rows=((name, *sums, sums[0]),),
        alignments=("left", *["right"] * 3),
    )
    root = body(render(document(section("a", made)), tmp_path / "mine.docx"))
    widths = [int(width) for width in find(root, "//w:tbl[last()]/w:tblGrid/w:gridCol/@w:w")][-3:]
    assert min(widths) - PADDING > text_width("£12,345,678", needed) * 20
