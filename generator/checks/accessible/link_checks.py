"""The words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from generator.checks.accessible.accessible_rules import LINK_ADDRESS, LINK_SAME, LINK_WORDS
from generator.checks.held import Held
from generator.model.issues import Issue
from generator.model.release.paper import Paper
from generator.model.wording.late_pattern import late_pattern

_EMPTY = frozenset(
    (
        "here", "click here", "click", "this", "link", "this link", "the link", "link here", "more",
        "read more", "learn more", "see more", "find out more", "more information", "details",
        "further information", "more details", "attached", "attached here", "see here", "see link",
        "see attached", "available here", "at this link", "follow this link", "this page", "page",
        "this document", "document", "this website", "website", "web page", "webpage", "url", "go",
        "report here", "download", "download here", "view", "view here",
    )
)  # fmt: skip
_ADDRESS = late_pattern(r"(?:https?://|www\.)\S+", re.I)
_LONG_ADDRESS = late_pattern(r"(?:https?://|www\.[\w.-]+/)\S+", re.I)
_TRIM = " .,;:!()[]\u201c\u201d\u2018\u2019\"'>\u00bb\u2192\t\n"


class _Link(NamedTuple):
    at: int
    words: str
    address: str


def check_links(held: Held) -> Iterator[Issue]:
    """Words that say nothing, addresses for words, and the same words for two addresses."""
    led: dict[str, str] = {}
    for one in _links(held.paper):
        said = one.words.strip(_TRIM).casefold()
        where = held.paper.where(one.at, one.words)
        if not said:
            what = f"a link to {one.address} has no words"
            yield held.issue(LINK_WORDS, where, what)
        elif said in _EMPTY:
            what = f"the words of a link are {one.words.strip()!r}"
            yield held.issue(LINK_WORDS, where, what, f"say what {one.address} is")
        elif _ADDRESS.fullmatch(said):
            what = f"a link shows its address: {one.words.strip()!r}"
            yield held.issue(LINK_ADDRESS, where, what)
        elif led.setdefault(said, _plain(one.address)) != _plain(one.address):
            what = f"{one.words.strip()!r} leads to {led[said]} and to {_plain(one.address)}"
            yield held.issue(LINK_SAME, where, what)


def check_typed_addresses(held: Held) -> Iterator[Issue]:
    """Long addresses that stand in the text and are no links."""
    for index, text in enumerate(held.paper.texts):
        if "://" not in text.text and "www." not in text.text:
            continue
        for run in text.runs:
            found = None if run.link else _LONG_ADDRESS.search(run.text)
            if found:
                what = f"an address stands in the text: {found[0]!r}"
                yield held.issue(LINK_ADDRESS, held.paper.where(index, found[0]), what)
                break


def _links(paper: Paper) -> Iterator[_Link]:
    """The links outside contents lists, each with all its words."""
    for index, text in enumerate(paper.texts):
        if text.kind != "contents" and any(run.link for run in text.runs):
            for address, runs in groupby(text.runs, key=lambda run: run.link):
                words = "".join(run.text for run in runs)
                if address and words:
                    yield _Link(index, words, address)


def _plain(address: str) -> str:
    """An address without what makes no difference to where it leads."""
    return address.rstrip("/").removeprefix("http://").removeprefix("https://")
