"""What a YAML parser's complaint most likely means, in an author's words."""

from __future__ import annotations

import re
from typing import Any

import yaml

from generator.config.config_rules import YAML_SYNTAX
from generator.config.yaml.yaml_events import ODD_SPACES, TOO_DEEP, odd_space
from generator.model.issues import Issue, Where
from generator.model.wording.english import CURLY, shortened

_ODD_INDENT = re.compile(rf"^ *[{ODD_SPACES}][ \t{ODD_SPACES}]*(?=- |[^\s:]+:)", re.MULTILINE)
_KEY_AND_TEXT = re.compile(r"\s*(?:- +)*(?P<key>[^\s:#'\"][^:#]*):\s+(?P<text>\S.*)")

# (part of the parser's message, what it means, how to mend it). libyaml and PyYAML's own parser
# word some of them differently.
_HINTS = (
    (
        "mapping values are not allowed",
        "a colon where none can stand",
        "text with ': ' in it needs quotes",
    ),
    (
        "did not find expected key",
        "a line that does not fit the lines above it",
        "check its indentation",
    ),
    (
        "expected <block end>",
        "a line that does not fit the lines above it",
        "check its indentation",
    ),
    (
        "could not find expected ':'",
        "a line without 'key: value'",
        "add the colon, or indent the line if it continues the text above",
    ),
    (
        "did not find expected '-'",
        "a line of a list that does not begin with '- '",
        "begin it with '- ' or indent it further",
    ),
    ("found unexpected end of stream", "a quotation mark that is not closed", "close it"),
    (
        "expected ',' or ']'",
        "a list in [ ] that is not closed",
        "close it; text with , [ ] { } in such a list needs quotes",
    ),
    (
        "expected ',' or '}'",
        "a mapping in { } that is not closed",
        "close it; text with , [ ] { } in it needs quotes",
    ),
    (
        "escape char",
        "a backslash that begins no known escape",
        "use single quotes, where a backslash is plain text",
    ),
    (
        "expected alphabetic or numeric",
        "an alias (*) or anchor (&) without a name",
        "text that begins with '*' or '&' needs quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a list item where none can stand",
        "begin the list on a line of its own",
    ),
    (
        "undefined tag handle",
        "a tag (!) that is not allowed",
        "text that begins with '!' needs quotes",
    ),
    (
        "expected node content",
        "something other than a value",
        "text that begins with one of , [ ] { } # & * ! | > % @ ` needs quotes",
    ),
    (
        "expected comment or line break",
        "text after the | or > that begins a block",
        "begin the text on the next line, or put it in quotes",
    ),
    ("tab character that violates", "a tab indents the line", "indent with spaces"),
)


def syntax_problem(name: str, text: str, error: yaml.YAMLError) -> Issue:
    """The parser's error as a problem with its line, in words an author can act on."""
    mark = getattr(error, "problem_mark", None)
    said = str(getattr(error, "problem", None) or error).strip()
    line = None if mark is None else _visible_line(text, mark.line)
    where = Where(name, line)
    if "nesting depth" in said:  # libyaml's own limit, of later versions, lies deeper
        return YAML_SYNTAX.issue(where, *TOO_DEEP)
    if "cannot start any token" in said:
        return _odd_character(where, text, mark)
    spaced = _odd_indent(name, text)
    if spaced is not None:
        return spaced
    colon = _second_colon(text, mark) if "mapping values" in said else None
    if colon is not None:
        return YAML_SYNTAX.issue(where, *colon)
    begun = getattr(error, "context_mark", None)
    if "expected key" in said or "expected <block end>" in said:
        quoted = _quoted_value(text, mark)
        if quoted is not None:
            return YAML_SYNTAX.issue(where, *quoted)
    for part, what, mend in _HINTS:
        if part in said:
            if begun is not None and ("closed" in what or "without 'key" in what):
                where = Where(name, begun.line + 1)
            return YAML_SYNTAX.issue(where, f"is not valid YAML: {what}", mend)
    return YAML_SYNTAX.issue(
        where, f"is not valid YAML: {said}", "check indentation, colons and quotes near this line"
    )


def _odd_indent(name: str, text: str) -> Issue | None:
    """The problem of the first line that something other than spaces and tabs indents."""
    match = _ODD_INDENT.search(text)
    if match is None:
        return None
    line = text.count("\n", 0, match.start()) + 1
    character = next(one for one in match.group() if one in ODD_SPACES)
    return YAML_SYNTAX.issue(Where(name, line), *odd_space(character))


def _second_colon(text: str, mark: Any) -> tuple[str, str] | None:
    """Text with a colon in it after 'key: ', when that is what stands on the line."""
    lines = text.split("\n")
    source = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    match = _KEY_AND_TEXT.match(source)
    if match is None or ":" not in match["text"][:-1] or match["text"][0] in "|>[{&*!":
        return None
    value = match["text"].rstrip()
    what = f"is not valid YAML: a second colon stands in the text {shortened(value)!r}"
    if value[0] in CURLY:
        return (
            what,
            f'curly quotation marks do not quote; use straight ones: "{value.strip(CURLY)}"',
        )
    quote = "'" if '"' in value else '"'
    if quote in value:
        return what, "put the text in quotes"
    return what, f"put the text in quotes: {match['key']}: {quote}{value}{quote}"


def _visible_line(text: str, line: int) -> int:
    """The line counted from 1; at the end of the file, its last line that holds anything."""
    last = text.rstrip("\n").count("\n") + 1
    return min(line + 1, last)


def _quoted_value(text: str, mark: Any) -> tuple[str, str] | None:
    """Text that goes on after a closing quotation mark, when that is what stands on the line."""
    lines = text.split("\n")
    source = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    before = source[: mark.column].rstrip() if mark is not None else ""
    if not before.endswith(("'", '"')):
        return None
    other = {"'": "double", '"': "single"}[before[-1]]
    return (
        "is not valid YAML: text goes on after the closing quotation mark",
        f"put the whole text in {other} quotes",
    )


def _odd_character(where: Where, text: str, mark: Any) -> Issue:
    lines = text.split("\n")
    source = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    character = source[mark.column] if mark is not None and mark.column < len(source) else ""
    if character == "\t" or source[: len(source) - len(source.lstrip())].count("\t"):
        return YAML_SYNTAX.issue(
            where, "is not valid YAML: a tab indents the line", "indent with spaces"
        )
    return YAML_SYNTAX.issue(
        where,
        f"is not valid YAML: a value cannot begin with {character!r}",
        "put the text in quotes",
    )
