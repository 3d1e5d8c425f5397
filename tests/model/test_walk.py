"""Inlines as bare text."""

from __future__ import annotations

from generator.model.document import (
    Footnote,
    LineBreak,
    Link,
    ParagraphBreak,
    Reference,
    Text,
    Value,
)
from generator.model.walk import plain

CONTENT = (
    Text("See "),
    Reference("x", text="2.1", before="paragraph "),
    LineBreak(),
    Link("https://example.org", (Text("the "), Value("67%", "sw.x.percent"))),
    Footnote(((Text("Left out."),),)),
    ParagraphBreak(),
    Text("end"),
)


def test_the_text_of_inlines_is_what_is_printed_without_footnotes() -> None:
    assert plain(CONTENT) == "See paragraph 2.1\nthe 67%\nend"


def test_line_breaks_may_read_as_spaces() -> None:
    assert plain(CONTENT, " ") == "See paragraph 2.1 the 67% end"
