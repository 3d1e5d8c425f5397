"""Alternative texts, and drawings that float."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.accessible.drawing_checks import check_alternatives, check_floating
from generator.model.release.paper import PaperChart, PaperDrawing, PaperSeries
from tests.checks.papers import drawn, issues, paper, read, text, told
from tests.word.reading.packages import paragraph

GOOD = PaperDrawing("picture", 1, "Picture 3", alternative="Three stages, from posts to careers")
CAPTION = text("Figure 2: Three stages of the plan", "caption")


def test_a_drawing_without_alternative_text_is_found_by_its_caption() -> None:
    missing = drawn(replace(GOOD, alternative=""), CAPTION)
    assert told(check_alternatives, missing) == [("alternative", CAPTION.text)]


def test_one_that_is_decorative_needs_none() -> None:
    assert not told(check_alternatives, drawn(replace(GOOD, alternative="", decorative=True)))


def _chart(title: str, *values: float) -> PaperDrawing:
    series = (PaperSeries("2022", ("Park", "Hill"), values),)
    return PaperDrawing("chart", 1, title, chart=PaperChart("chart1.xml", title, series=series))


def test_a_chart_that_is_marked_as_decorative_is_found() -> None:
    hidden = replace(_chart("Carers by ward", 12, 9), decorative=True)
    (issue,) = issues(check_alternatives, drawn(hidden))
    assert issue.rule == "accessible.alternative"
    assert issue.message == "the chart 'Carers by ward' is marked as decorative, and shows figures"


def test_a_chart_with_the_words_of_another_is_found_and_one_that_stands_twice_is_not() -> None:
    said = "Park has 12 carers, and Hill 9"
    first = replace(_chart("Carers", 12, 9), alternative=said)
    other = replace(_chart("Places", 20, 14), alternative=said)
    texts = (text("Before it."), text("", drawings=2))
    (issue,) = issues(check_alternatives, paper(*texts, drawings=(first, other)))
    assert "which is that of the chart 'Carers'" in issue.message
    assert not told(check_alternatives, paper(*texts, drawings=(first, first)))


@pytest.mark.parametrize(
    "said",
    ["IMG_2041.jpg", "chart", "Picture 3", "Image of three stages", "Three stages of the plan"],
)
def test_an_alternative_text_that_says_nothing_is_found(said: str) -> None:
    (issue,) = issues(check_alternatives, drawn(replace(GOOD, alternative=said), CAPTION))
    assert issue.rule == "accessible.alternative-words"
    assert said in issue.message


def test_a_good_one_is_none_and_a_long_one_a_hint() -> None:
    assert not told(check_alternatives, drawn(GOOD, CAPTION))
    (issue,) = issues(check_alternatives, drawn(replace(GOOD, alternative="many words " * 30)))
    assert (issue.rule, issue.severity) == ("accessible.alternative-long", "hint")


def test_what_floats_over_the_page_is_found() -> None:
    assert told(check_floating, drawn(replace(GOOD, inline=False), CAPTION)) == [
        ("floating", CAPTION.text)
    ]
    assert not told(check_floating, drawn(GOOD))


VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def _shape(inner: str, attributes: str = "") -> str:
    return f"<w:r><w:pict><v:shape {VML} {attributes}>{inner}</v:shape></w:pict></w:r>"


def test_a_text_box_is_found_with_its_words() -> None:
    inner = "<w:p><w:r><w:t>Read this first</w:t></w:r></w:p>"
    boxed = _shape(f"<v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox>")
    one = read(paragraph(boxed))
    assert told(check_floating, one) == [("text-box", "Read this first")]
    assert not told(check_alternatives, one)


def test_a_watermark_is_found_and_a_line_across_the_page_is_none() -> None:
    mark = _shape('<v:textpath string="DRAFT"/>', 'id="PowerPlusWaterMarkObject1"')
    assert [rule for rule, _ in told(check_floating, read(paragraph(mark)))] == ["watermark"]
    line = read(paragraph(_shape("", 'o:hr="t"')))
    assert not told(check_floating, line)
    assert not told(check_alternatives, line)
    assert not told(check_alternatives, paper())
