"""Names under lines, in the file that LibreOffice lays out."""

from __future__ import annotations

from generator.model.document import Chart, Series, phrase
from generator.word.charts.libreoffice_names import with_level_names
from generator.word.package.zip_package import read_parts
from tests.word.samples import document, rendered, section


def line_of(years: int) -> bytes:
    """A report with a line over so many years."""
    names = tuple(str(2000 + number) for number in range(years))
    series = tuple(Series(name, (5.0 + at,) * years) for at, name in enumerate(("Men", "Women")))
    return rendered(document(section("a", Chart("line", phrase("T"), names, series, name="c"))))


def test_names_of_which_some_are_left_out_are_turned_by_next_to_nothing() -> None:
    many = line_of(30)
    before, after = read_parts(many), read_parts(with_level_names(many))
    changed = [name for name in before if before[name] != after[name]]
    assert changed == ["word/charts/chart1.xml"]
    assert b'rot="600"' not in before[changed[0]]
    assert after[changed[0]].count(b'<a:bodyPr rot="600" vert="horz"/>') == 1


def test_a_file_without_such_names_stays_as_it_is() -> None:
    few = line_of(4)
    assert with_level_names(few) is few
