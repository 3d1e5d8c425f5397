"""Parsing the Jinja of a narrative, and going on after a syntax error to find the next one.

Tags are first looked at one by one: one that is never closed, or far too long, is noted and
blanked. Then the whole is parsed; after an error the tag that caused it is blanked, its line breaks
kept, and the rest is parsed again.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from generator.narrative.sandbox import NarrativeEnvironment

MAX_TAG = 4_000
MAX_ERRORS = 50
MAX_DEPTH = 6
MAX_NODES_DEEP = 80
ENDS = {"if": "endif", "for": "endfor"}
_OPENING = re.compile(r"\{\{|\{%|<!--")
_CLOSING = {"{{": "}}", "{%": "%}", "<!--": "-->"}
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_RAW = re.compile(r"\{%[-+]?\s*raw\b")
_STRAY = re.compile(r"\}\}|%\}")
Note = Callable[[int, str, str], None]


def parse_template(env: NarrativeEnvironment, source: str, note: Note) -> nodes.Template | None:
    """The template, as much of it as can be parsed; problems go to note(line, what, mend)."""
    if not _RAW.search(source):
        source = _close_tags(source, note)
    closed = _close_blocks(source, note)
    if closed is None:
        return None
    source = closed
    for _ in range(MAX_ERRORS):
        try:
            template = env.parse(source)
        except TemplateSyntaxError as error:
            line, message = error.lineno, error.message or "is not valid"
        except (RecursionError, MemoryError):
            line, message = 0, "is nested too deeply"
        else:
            return template if _shallow(template, note) else None
        tag = _failing_tag(env, source, line)
        if tag is None:
            note(line or 1, _in_words(message, ""), _mend(message))
            return None
        start = source.count("\n", 0, tag.start()) + 1
        note(max(line, start), _in_words(message, tag.group()), _mend(message))
        source = source[: tag.start()] + _stand_in(tag.group()) + source[tag.end() :]
    return None


def _shallow(template: nodes.Template, note: Note) -> bool:
    """Whether no expression is nested so deeply that reading it would exhaust the stack."""
    waiting: list[tuple[nodes.Node, int]] = [(template, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_NODES_DEEP:
            note(node.lineno, "the expression is nested too deeply", "write it simpler")
            return False
        waiting += [(child, depth + 1) for child in node.iter_child_nodes()]
    return True


def _close_blocks(source: str, note: Note) -> str | None:
    """Note every {% if %} and {% for %} without its end, every end without its beginning.

    None where they are nested too deeply to read on.
    """
    opened: list[re.Match[str]] = []
    blanked: list[re.Match[str]] = []
    for tag in _TAG.finditer(source):
        keyword = _keyword(tag.group())
        line = source.count("\n", 0, tag.start()) + 1
        shown = " ".join(tag.group().split())
        if keyword in ENDS:
            opened.append(tag)
            if len(opened) == MAX_DEPTH + 1:
                note(line, f"{shown} is nested deeper than {MAX_DEPTH} times", "write it flatter")
                return None
        elif keyword in ENDS.values():
            if opened and ENDS[_keyword(opened[-1].group())] == keyword:
                opened.pop()
            else:
                begins = keyword.removeprefix("end")
                note(line, f"{shown} has no {{% {begins} %}} before it", "remove or complete it")
                blanked.append(tag)
    for tag in opened:
        line = source.count("\n", 0, tag.start()) + 1
        keyword = _keyword(tag.group())
        note(line, f"{{% {keyword} %}} is not closed", f"write {{% {ENDS[keyword]} %}} after it")
    closings = "".join(f"{{% {ENDS[_keyword(tag.group())]} %}}" for tag in reversed(opened))
    for tag in reversed(blanked):
        breaks = "\n" * tag.group().count("\n")
        source = source[: tag.start()] + breaks + source[tag.end() :]
    return source + closings


def _close_tags(source: str, note: Note) -> str:
    """Blank what cannot be a tag: one never closed before the next begins, or far too long."""
    position, cut = 0, 0
    kept: list[str] = []
    while (opening := _OPENING.search(source, position)) is not None:
        start, mark = opening.start(), opening.group()
        line = source.count("\n", 0, start) + 1
        _note_stray(source[position:start], source.count("\n", 0, position) + 1, note)
        closing = _CLOSING[mark]
        end = source.find(closing, opening.end())
        follower = (
            None
            if mark == "<!--"
            else re.compile(r"\{\{|\{%|\n[ \t]*\n").search(source, opening.end())
        )
        if end < 0 or (follower is not None and follower.start() < end):
            note(line, f"{mark!r} is not closed", f"write {closing!r} after it")
            kept.append(source[cut:start])
            cut = position = _line_end(source, start) if mark != "<!--" else len(source)
            continue
        position = end + len(closing)
        if mark != "<!--" and position - start > MAX_TAG:
            note(line, f"the expression is longer than {MAX_TAG:,} characters", "write it shorter")
            kept.append(source[cut:start] + "\n" * source.count("\n", start, position))
            cut = position
    _note_stray(source[position:], source.count("\n", 0, position) + 1, note)
    return "".join(kept) + source[cut:]


def _note_stray(text: str, line: int, note: Note) -> None:
    for found in _STRAY.finditer(text):
        at = line + text.count("\n", 0, found.start())
        opening = "{{" if found.group() == "}}" else "{%"
        note(at, f"{found.group()!r} stands without {opening!r} before it", "remove or complete it")


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end


def _failing_tag(env: NarrativeEnvironment, source: str, line: int) -> re.Match[str] | None:
    """The tag that cannot be parsed by itself: on that line if there is one, else the first."""
    failing: list[re.Match[str]] = []
    for tag in _TAG.finditer(source):
        first = source.count("\n", 0, tag.start()) + 1
        last = first + tag.group().count("\n")
        if (first <= line <= last or not line) and not _parses(env, tag.group()):
            failing.append(tag)
    return failing[0] if failing else None


def _parses(env: NarrativeEnvironment, tag: str) -> bool:
    keyword = _keyword(tag)
    begin = {"endif": "{% if 1 %}", "endfor": "{% for x in [] %}"}.get(keyword, "")
    end = f"{{% {ENDS[keyword]} %}}" if keyword in ENDS else ""
    if keyword in ("elif", "else"):
        begin, end = "{% if 1 %}", "{% endif %}"
    text = begin + tag + end
    try:
        env.parse(text)
    except (TemplateSyntaxError, RecursionError, MemoryError):
        return False
    return True


def _keyword(tag: str) -> str:
    found = re.match(r"\{%[-+]?\s*(\w+)", tag)
    return found.group(1) if found else ""


def _stand_in(tag: str) -> str:
    """A harmless tag in place of a wrong one, so that its end still finds a beginning."""
    stand_ins = {"if": "{% if 0 %}", "for": "{% for x in [] %}", "elif": "{% elif 0 %}"}
    breaks = "\n" * tag.count("\n")
    return stand_ins.get(_keyword(tag), "") + breaks


def _in_words(message: str, tag: str) -> str:
    shown = " ".join(tag.split())
    shown = shown if len(shown) <= 80 else shown[:77] + "..."
    for jinjas, ours in (("end of print statement", "}}"), ("end of statement block", "%}")):
        message = message.replace(jinjas, ours)
    unknown = re.match(r"Encountered unknown tag '(\w+)'", message)
    text = f"unknown tag {unknown.group(1)!r}" if unknown else message
    return f"{shown} cannot be read: {text.rstrip('.')}" if shown else text.rstrip(".")


def _mend(message: str) -> str:
    if "nested" in message:
        return "write it simpler"
    if "unknown tag" in message:
        return "the tags of a narrative are if, elif, else, for, set and raw"
    return "see docs/narrative.md for expressions"
