"""How entries of a list read by a format's `item`."""

from __future__ import annotations

import pytest

from generator.compose.parts.entries import filled_item
from generator.model.document import Link, Reference, Text
from generator.model.format import Part
from generator.model.report import Appendix, HistoryEntry, Prose
from generator.model.walk import plain

from ..builders import PURPOSE, compose, format_, narrative, outline, para, report
from .test_closing_parts import WHERE, closing, printed

TWO = Appendix("data", "Data overview", "narrative", WHERE)


@pytest.mark.parametrize(
    ("item", "known", "line"),
    [
        ("{name}, {post}", {"name": "Ann Ode", "post": "Analyst"}, "Ann Ode, Analyst"),
        ("{name}, {post}", {"name": "Ann Ode"}, "Ann Ode"),
        ("{name}, {post}", {"post": "Analyst"}, "Analyst"),
        ("{name}, {post} ({email})", {"name": "Ann", "email": "a@b.org"}, "Ann (a@b.org)"),
        ("{name} ({post})\nTel {telephone}", {"name": "Ann Ode"}, "Ann Ode"),
        ("{name}\nEmail: {email}", {"name": "Ann", "email": "a@b.org"}, "Ann\nEmail: a@b.org"),
    ],
)
def test_what_is_not_known_goes_with_its_comma_and_its_line(
    item: str, known: dict[str, str], line: str
) -> None:
    contents = {name: (Text(text),) for name, text in known.items()}
    assert plain(filled_item(item, contents)) == line


def test_a_comma_before_a_reference_stays() -> None:
    contents = {"label": (Reference("plan", text="Appendix 1"),), "title": (Text("Plan"),)}
    assert plain(filled_item("Listed, {label}, {title}", contents)) == "Listed, Appendix 1, Plan"


def test_appendices_are_listed_by_their_titles_where_the_format_says_so() -> None:
    part = Part("appendices_list", title="Appendices", form="list", item="{title}")
    assert printed(part, appendices=(TWO,))[1] == "  1. Data overview"


def test_the_number_of_an_appendix_is_a_live_reference() -> None:
    part = Part("appendices_list", form="lines", numbered=False, item="{number} - {title}")
    text = narrative(purpose=para("Why."), data=para("Much."))
    document = compose(text, closing(part), report(appendices=(TWO,)))
    assert outline(document)[3] == "1 - Data overview"
    assert isinstance(document.sections[1].blocks[0].content[0], Reference)


def test_a_background_paper_with_an_address_is_a_link() -> None:
    part = Part("background_papers", form="lines", item="{text}, {held_at}")
    paper = Prose("Audit", WHERE, {"held_at": "Civic Centre", "url": "https://example.org/audit"})
    document = compose(None, format_(layout=(PURPOSE, part)), report(background_papers=(paper,)))
    (line,) = document.sections[1].blocks
    assert line.content == (
        Link("https://example.org/audit", (Text("Audit"),)),
        Text(", Civic Centre"),
    )


def test_the_subject_history_reads_as_the_format_says() -> None:
    part = Part("subject_history", form="lines", item="{date}: {meeting}", numbered=False)
    lines = printed(part, history=(HistoryEntry("Panel", "May 2022"),))
    assert lines[1:] == ["May 2022: Panel"]
