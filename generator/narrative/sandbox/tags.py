"""Looking at the tags of a narrative one by one, before Jinja parses the whole.

A tag that is never closed, is far too long, or ends what has not begun is noted and blanked, its
line breaks kept, so that Jinja's parser sees a text in which every tag has its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.narrative.rendered import NoteProblem

MAX_TAG = 4_000
MAX_NESTED = 6
ENDS = {"if": "endif", "for": "endfor"}

_OPENING = re.compile(r"\{\{|\{%|<!--")
_CLOSING = {"{{": "}}", "{%": "%}", "<!--": "-->", "{% raw %}": "{% endraw %}"}
_RAW = re.compile(r"\{%[-+]?\s*raw\s*[-+]?%\}")
_END_RAW = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")
_NEXT = re.compile(r"\{\{|\{%|\n[ \t]*\n")
_STRAY = re.compile(r"\}\}|%\}")
_KEYWORD = re.compile(r"\{%[-+]?\s*(\w+)")
_TAG = re.compile(
    rf"<!--.*?-->|{_RAW.pattern}.*?{_END_RAW.pattern}|(?P<tag>\{{\{{.*?\}}\}}|\{{%.*?%\}})",
    re.DOTALL,
)


def tags_of(source: str) -> Iterator[re.Match[str]]:
    """Every tag that is neither in a comment nor raw."""
    return (match for match in _TAG.finditer(source) if match["tag"])


def keyword_of(tag: str) -> str:
    """'if' of '{% if x %}'; '' for an expression."""
    found = _KEYWORD.match(tag)
    return found.group(1) if found else ""


def loops_in(source: str) -> list[tuple[int, int]]:
    """The characters of each loop, first and end, that stands in no other."""
    found: list[tuple[int, int]] = []
    open_: list[int] = []
    for tag in tags_of(source):
        keyword = keyword_of(tag.group())
        if keyword == "for":
            open_.append(tag.start())
        elif keyword == "endfor" and open_:
            start = open_.pop()
            if not open_:
                found.append((start, tag.end()))
    return found


def loop_lines(source: str) -> tuple[tuple[int, int], ...]:
    """The lines, first and last, from 1, of each loop that stands in no other."""
    return tuple((line_at(source, start), line_at(source, end)) for start, end in loops_in(source))


def line_at(source: str, place: int) -> int:
    """The line of a place in the source, from 1."""
    return source.count("\n", 0, place) + 1


def blanked(text: str) -> str:
    """The line breaks of a text."""
    return "\n" * text.count("\n")


def close_tags(source: str, note: NoteProblem) -> str:
    """Blank what cannot be a tag: one never closed before the next begins, or far too long."""
    position, cut = 0, 0
    kept: list[str] = []
    while (opening := _OPENING.search(source, position)) is not None:
        start = opening.start()
        _note_stray(source, position, start, note)
        mark = "{% raw %}" if _RAW.match(source, start) else opening.group()
        end = _end_of(source, opening, mark)
        if end < 0:
            note(
                line_at(source, start),
                f"{mark!r} is not closed",
                f"write {_CLOSING[mark]!r} after it",
            )
            kept.append(source[cut:start])
            position = len(source) if mark in ("<!--", "{% raw %}") else _line_end(source, start)
            kept.append(blanked(source[start:position]))
            cut = position
            continue
        position = end
        if mark in ("{{", "{%") and end - start > MAX_TAG:
            what = f"the expression is longer than {MAX_TAG:,} characters"
            note(line_at(source, start), what, "write it shorter")
            kept += [source[cut:start], blanked(source[start:end])]
            cut = end
    _note_stray(source, position, len(source), note)
    return "".join(kept) + source[cut:]


def _end_of(source: str, opening: re.Match[str], mark: str) -> int:
    """Where a tag that begins there ends, or -1 where it is never closed."""
    if mark == "{% raw %}":
        found = _END_RAW.search(source, opening.end())
        return found.end() if found is not None else -1
    closing = _CLOSING[mark]
    end = source.find(closing, opening.end())
    following = None if mark == "<!--" else _NEXT.search(source, opening.end())
    if end < 0 or (following is not None and following.start() < end):
        return -1
    return end + len(closing)


def _note_stray(source: str, start: int, end: int, note: NoteProblem) -> None:
    for found in _STRAY.finditer(source, start, end):
        opening = "{{" if found.group() == "}}" else "{%"
        what = f"{found.group()!r} stands without {opening!r} before it"
        note(line_at(source, found.start()), what, "remove or complete it")


def _line_end(source: str, start: int) -> int:
    end = source.find("\n", start)
    return len(source) if end < 0 else end


def close_blocks(source: str, note: NoteProblem) -> str | None:
    """Note every {% if %} and {% for %} without its end, every end without its beginning.

    The source with what is missing put in; None where they are nested too deeply to read on.
    """
    opened: list[re.Match[str]] = []
    surplus: list[re.Match[str]] = []
    for tag in tags_of(source):
        keyword = keyword_of(tag.group())
        line = line_at(source, tag.start())
        shown = " ".join(tag.group().split())
        if keyword in ENDS:
            opened.append(tag)
            if len(opened) > MAX_NESTED:
                note(line, f"{shown} is nested deeper than {MAX_NESTED} times", "write it flatter")
                return None
        elif keyword in ENDS.values():
            if opened and ENDS[keyword_of(opened[-1].group())] == keyword:
                opened.pop()
            else:
                begins = keyword.removeprefix("end")
                note(line, f"{shown} has no {{% {begins} %}} before it", "remove or complete it")
                surplus.append(tag)
    for tag in opened:
        keyword = keyword_of(tag.group())
        mend = f"write {{% {ENDS[keyword]} %}} after it"
        note(line_at(source, tag.start()), f"{{% {keyword} %}} is not closed", mend)
    for tag in reversed(surplus):
        source = source[: tag.start()] + blanked(tag.group()) + source[tag.end() :]
    return source + "".join(f"{{% {ENDS[keyword_of(tag.group())]} %}}" for tag in reversed(opened))


def keep_lines(source: str) -> str:
    """Let tags and comments that share their line with text keep its line break and its indent.

    Jinja takes both away from every tag, so that a line of nothing but tags leaves no line behind;
    a `+` inside a tag ('{%+ if x +%}') tells it not to.
    """
    kept: list[str] = []
    position = 0
    for cluster in _clusters(source):
        alone = _stands_alone(source, cluster)
        for tag in cluster:
            # Between the tags of such a line, and after them, there are only spaces.
            kept.append("" if alone and tag is not cluster[0] else source[position : tag.start()])
            kept.append(tag.group() if alone else _with_plus(tag))
            position = tag.end()
        if alone:
            position = _line_end(source, position)
    return "".join(kept) + source[position:]


def _stands_alone(source: str, cluster: list[re.Match[str]]) -> bool:
    """Whether there is nothing but these tags on their lines."""
    first, last = cluster[0].start(), cluster[-1].end()
    around = [
        source[source.rfind("\n", 0, first) + 1 : first],
        *(source[one.end() : two.start()] for one, two in pairwise(cluster)),
        source[last : _line_end(source, last)],
    ]
    return not any(text.strip() for text in around) and not any(map(_is_raw, cluster))


def _clusters(source: str) -> Iterator[list[re.Match[str]]]:
    """Control tags and comments, those together that stand on the same lines."""
    cluster: list[re.Match[str]] = []
    for tag in _TAG.finditer(source):
        if tag.group().startswith("{{"):
            continue
        if cluster and "\n" in source[cluster[-1].end() : tag.start()]:
            yield cluster
            cluster = []
        cluster.append(tag)
    if cluster:
        yield cluster


def _is_raw(tag: re.Match[str]) -> bool:
    return _RAW.match(tag.group()) is not None


def _with_plus(tag: re.Match[str]) -> str:
    text = tag.group()
    mark = "<!--" if text.startswith("<!--") else "{%"
    closing = _CLOSING[mark]
    if text[len(mark)] not in "+-" and not _is_raw(tag):
        text = f"{mark}+{text[len(mark) :]}"
    body = text[: -len(closing)]
    return text if body.endswith(("+", "-")) else f"{body}+{closing}"
