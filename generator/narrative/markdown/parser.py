"""Markdown as a narrative means it: no HTML, no typographer, no guessing; text is kept exactly.

Off: HTML, entities (`&amp;` stays as typed), indented code, underlined headings, links made of bare
addresses, addresses kept apart (`[a]: https://...`), which would be lost where nothing uses them.
On: tables and footnotes. `{#name .style}` at the end of a block is taken off its text and kept in
the meta of the token that opens the block.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from mdit_py_plugins.footnote import footnote_plugin

from generator.model.document import MOST_COLUMNS

MAX_NESTING = 40
OFF = ("entity", "lheading", "code", "html_block", "html_inline", "reference")
_ATTRIBUTES = re.compile(r"(?<!\\)[ \t]*\{((?:[ \t]*[#.][^\s{}#.]+)+)[ \t]*\}[ \t]*$")


@cache
def parser() -> MarkdownIt:
    """The Markdown parser, made once."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": MAX_NESTING})
    markdown.enable("table").disable(OFF).use(footnote_plugin)
    # Escaped signs stay apart from the text round them: "\[^1]" is no footnote without a text.
    markdown.core.ruler.disable("text_join")
    # Addresses are kept as typed and checked later, with their line, not silently left as text.
    markdown.normalizeLink = _as_typed  # type: ignore[method-assign]
    markdown.validateLink = _any_link  # type: ignore[method-assign]
    markdown.core.ruler.after("block", "attributes", _take_attributes)
    markdown.core.ruler.after("block", "wide_tables", _empty_wide_tables)
    return markdown


def _as_typed(url: str) -> str:
    return url


def _any_link(url: str) -> bool:
    del url  # every address passes here; InlineWriter checks it
    return True


def _empty_wide_tables(state: StateCore) -> None:
    """Leave the cells of a table that is refused for its width unread: there may be thousands."""
    width = 0
    for token in state.tokens:
        if token.type == "table_open":
            width = 0
        elif token.type == "th_open":
            width += 1
        elif token.type == "inline" and width > MOST_COLUMNS:
            token.content = ""
        elif token.type == "table_close":
            width = 0


def _take_attributes(state: StateCore) -> None:
    """Move a trailing {#name .style} from the text of a block to `meta` of its opening token."""
    opening: Any = None
    for token in state.tokens:
        if token.type != "inline":
            opening = token
            continue
        if opening is None or opening.type not in ("paragraph_open", "heading_open"):
            continue
        if (found := _ATTRIBUTES.search(token.content)) is not None:
            token.content = token.content[: found.start()]
            opening.meta["attributes"] = found.group(1).split()
