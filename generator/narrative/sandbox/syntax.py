"""Parsing the Jinja of a narrative, and going on after a syntax error to find the next one.

The whole is parsed; after an error the tag that caused it is blanked, its line breaks kept, and the
rest is parsed again.
"""

from __future__ import annotations

import re

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError

from generator.model.wording.english import CURLY, shortened
from generator.narrative.rendered import NoteProblem
from generator.narrative.sandbox.environment import NarrativeEnvironment
from generator.narrative.sandbox.tags import (
    ENDS,
    blanked,
    close_blocks,
    close_tags,
    keep_lines,
    keyword_of,
    line_at,
    tags_of,
)

MAX_ERRORS = 50
MAX_NODES_DEEP = 80
_ODD_CHARACTER = re.compile(r"unexpected char '(.)' at \d+", re.DOTALL)


def parse_template(
    env: NarrativeEnvironment, source: str, note: NoteProblem
) -> nodes.Template | None:
    """The template, as much of it as can be parsed; problems go to note(line, what, mend)."""
    closed = close_blocks(close_tags(source, note), note)
    if closed is None:
        return None
    source = keep_lines(closed)
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
        start = line_at(source, tag.start())
        note(max(line, start), _in_words(message, tag.group()), _mend(message))
        source = source[: tag.start()] + _stand_in(tag.group()) + source[tag.end() :]
    return None


def _shallow(template: nodes.Template, note: NoteProblem) -> bool:
    """Whether no expression is nested so deeply that reading it would exhaust the stack."""
    waiting: list[tuple[nodes.Node, int]] = [(template, 0)]
    while waiting:
        node, depth = waiting.pop()
        if depth > MAX_NODES_DEEP:
            note(node.lineno, "the expression is nested too deeply", "write it simpler")
            return False
        waiting += [(child, depth + 1) for child in node.iter_child_nodes()]
    return True


def _failing_tag(env: NarrativeEnvironment, source: str, line: int) -> re.Match[str] | None:
    """The tag that cannot be parsed by itself: on that line, or anywhere where line is 0."""
    for tag in tags_of(source):
        first = line_at(source, tag.start())
        last = first + tag.group().count("\n")
        if (first <= line <= last or not line) and not _parses(env, tag.group()):
            return tag
    return None


def _parses(env: NarrativeEnvironment, tag: str) -> bool:
    keyword = keyword_of(tag)
    begin = {"endif": "{% if 1 %}", "endfor": "{% for x in [] %}"}.get(keyword, "")
    end = f"{{% {ENDS[keyword]} %}}" if keyword in ENDS else ""
    if keyword == "elif":
        begin, end = "{% if 1 %}", "{% endif %}"
    try:
        env.parse(begin + tag + end)
    except (TemplateSyntaxError, RecursionError, MemoryError):
        return False
    return True


def _stand_in(tag: str) -> str:
    """A harmless tag in place of a wrong one, so that its end still finds a beginning."""
    stand_ins = {"if": "{% if 0 %}", "for": "{% for x in [] %}", "elif": "{% elif 0 %}"}
    return stand_ins.get(keyword_of(tag), "") + blanked(tag)


def _in_words(message: str, tag: str) -> str:
    shown = " ".join(tag.split()).replace("{%+ ", "{% ").replace(" +%}", " %}")
    shown = shortened(shown, 80)
    for jinjas, ours in (("end of print statement", "}}"), ("end of statement block", "%}")):
        message = message.replace(jinjas, ours)
    odd = _ODD_CHARACTER.match(message)
    if odd is not None:
        curly = odd[1] in CURLY
        message = f"{odd[1]} is a curly quotation mark" if curly else f"{odd[1]!r} stands in it"
    unknown = re.match(r"Encountered unknown tag '(\w+)'", message)
    text = f"unknown tag {unknown.group(1)!r}" if unknown else message
    return f"{shown} cannot be read: {text.rstrip('.')}" if shown else text.rstrip(".")


def _mend(message: str) -> str:
    if "nested" in message:
        return "write it simpler"
    odd = _ODD_CHARACTER.match(message)
    if odd is not None and odd[1] in CURLY:
        return "use straight quotes: \" or '"
    if "unknown tag" in message:
        return "the tags of a narrative are if, elif, else, for, set and raw"
    return "see docs/narrative.md for expressions"
