"""The file of a new format, for `committee format new`: what it changes of another, commented.

Every key of the other format that its owner may want to change stands there as a comment with its
present value; a line counts once its # sign is taken away.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.model.format import Format

_HELP = """\
# Take the # signs away before what you change. Under front_matter, recommendations, layout and
# implications an entry is named by its key (parts without a key by their kind):
#   key: {label: ...}            changes what it names
#   key: null                    takes the entry out
#   new_key: {after: key, ...}   adds an entry; without after or before it stands last
# A list in place of these mappings replaces the other format's list whole.
# All keys are explained in docs/formats.md."""


def draft_format(name: str, parent: Format, template: str, council: str) -> str:
    """The text of config/formats/<name>.yaml: a format that extends `parent`, ready to change."""
    return "\n".join(_lines(name, parent, template, council)) + "\n"


def _lines(name: str, parent: Format, template: str, council: str) -> Iterator[str]:
    yield f"# The format {name}. What does not stand here is as in {parent.key}."
    yield _HELP
    yield f"name: {_text(name.replace('-', ' ').capitalize())}"
    yield f"extends: {parent.key}"
    yield f"council: {council}"
    yield f"template: {_text(template)}"
    yield "# valid: {from: 2024-05-01}"
    yield f"# marking: {_text(parent.marking)}"
    yield f"# date_format: {_text(parent.date_format)}"
    yield f"# contents_from_pages: {parent.contents_from_pages}"
    yield f"# chart_tables: {parent.chart_tables}"
    yield f"# quotes: {parent.quotes}"
    yield from _numbering(parent)
    yield from _entries("front_matter", [(r.key, "label", r.label) for r in parent.front_matter])
    yield from _entries(
        "recommendations", [(g.key, "heading", g.heading) for g in parent.recommendations]
    )
    parts = [(p.key or p.kind, "title", p.title) for p in parent.layout]
    yield from _entries("layout", parts)
    yield from _entries("implications", [(i.key, "title", i.title) for i in parent.implications])
    yield from _sign_offs_and_appendices(parent)
    if parent.context:
        yield from ("", "# context:")
        for key, value in parent.context.items():
            yield f"#   {key}: {_text(value)}"


def _numbering(parent: Format) -> Iterator[str]:
    numbering = parent.numbering
    yield ""
    yield "# numbering:"
    yield f"#   heading: {_text(numbering.heading)}"
    yield f"#   paragraph: {_text(numbering.paragraph)}"
    yield f"#   running: {_flag(numbering.running)}"
    yield f"#   numbered_sub_headings: {_flag(numbering.numbered_sub_headings)}"
    yield f"#   sub_paragraph: {_text(numbering.sub_paragraph)}"
    yield f"#   upper_headings: {_flag(numbering.upper_headings)}"
    yield f"# list_markers: {_text(list(parent.list_markers))}"


def _entries(name: str, entries: list[tuple[str, str, str]]) -> Iterator[str]:
    if not entries:
        return
    yield from ("", f"# {name}:")
    for key, field, value in entries:
        yield f"#   {key}: {{{field}: {_text(value)}}}"


def _sign_offs_and_appendices(parent: Format) -> Iterator[str]:
    sign_off, appendices = parent.sign_off, parent.appendices
    yield ""
    yield "# sign_off:"
    yield f"#   placement: {sign_off.placement}"
    yield f"#   printed_in_public: {_flag(sign_off.printed_in_public)}"
    yield f"#   text: {_text(sign_off.text)}"
    yield f"#   pattern: {_text(sign_off.pattern)}"
    yield f"#   example: {_text(sign_off.example)}"
    yield ""
    yield "# appendices:"
    yield f"#   word: {_text(appendices.word)}"
    yield f"#   scheme: {_text(appendices.scheme)}"
    yield f"#   first: {appendices.first}"
    yield f"#   joint: {_text(appendices.joint)}"
    yield f"#   page_break: {_flag(appendices.page_break)}"


def _text(value: str | list[str]) -> str:
    """A text or list of texts in quotes that YAML reads back."""
    return json.dumps(value, ensure_ascii=False)


def _flag(value: bool) -> str:
    return "true" if value else "false"
