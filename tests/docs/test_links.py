"""Links in the documentation lead somewhere, and the commands that it shows can be typed."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import committee

from . import pages

_LINK = re.compile(r"!?\[[^]]*\]\(<?([^)>\s]+)>?(?:\s[^)]*)?\)")
_NAMES = [pages.name_of(page) for page in pages.PAGES]
_ENDS = {">", "|", "&&", "#", ";"}


def links(page: Path) -> list[str]:
    """The addresses that a page links to, but those on the web."""
    prose = pages.without_blocks(page.read_text("utf-8"))
    return [found for found in _LINK.findall(prose) if not re.match(r"[a-z]+:", found)]


@pytest.mark.parametrize("page", pages.PAGES, ids=_NAMES)
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in links(page):
        address, _, anchor = link.partition("#")
        target = (page.parent / address).resolve() if address else page
        assert target.is_relative_to(pages.ROOT), link
        assert target.exists(), f"{pages.name_of(page)}: {link}"
        if anchor:
            assert anchor in pages.anchors(target.read_text("utf-8")), link


def test_every_page_is_reached_from_the_readme() -> None:
    reached, waiting = set[Path](), [pages.ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        reached.add(page)
        for link in links(page):
            target = (page.parent / link.partition("#")[0]).resolve()
            if target.suffix == ".md" and target not in reached:
                waiting.append(target)
    assert [pages.name_of(page) for page in pages.PAGES if page not in reached] == []


def shown(page: Path) -> Iterator[tuple[str, bool]]:
    """The commands on a page, and whether each stands by itself, with all that it needs."""
    text = page.read_text("utf-8")
    for block in pages.blocks(text):
        for line in block.text.splitlines():
            yield line.strip().removeprefix("$ "), True
    for line in re.findall(r"^ {4,}(committee .*)$", text, re.M):
        yield line, True
    for code in re.findall(r"`([^`\n]+)`", text):
        yield code, False


def parse(words: list[str], whole: bool) -> None:
    """Raise click.UsageError where there is no such command or option, or something is missing."""
    command: click.Command = committee
    context = click.Context(command, info_name="committee")
    while isinstance(command, click.Group) and words and not words[0].startswith("-"):
        found = command.get_command(context, words[0])
        if found is None:
            raise click.UsageError(f"no such command: {words[0]}")
        command, words = found, words[1:]
        context = click.Context(command, parent=context, info_name=command.name)
    values, left, _ = command.make_parser(context).parse_args(list(words))
    if left and not isinstance(command, click.Group):
        raise click.UsageError(f"too many words: {left}")
    for parameter in command.params:
        value = values.get(parameter.name or "")
        if whole and parameter.required and not (isinstance(value, str | tuple) and value):
            raise click.UsageError(f"{parameter.name} is missing")


@pytest.mark.parametrize("page", pages.PAGES, ids=_NAMES)
def test_every_command_that_is_shown_can_be_typed(page: Path) -> None:
    for line, whole in shown(page):
        if not re.match(r"committee( |$)", line):
            continue
        words = shlex.split(line, comments=True)[1:]
        end = next((i for i, word in enumerate(words) if word in _ENDS), len(words))
        try:
            parse(words[:end], whole and end > 0)
        except click.UsageError as error:
            pytest.fail(f"{pages.name_of(page)}: {line}: {error.format_message()}")


def test_an_unknown_option_or_a_missing_word_would_be_noticed() -> None:
    for words in (["build", "--al"], ["biuld"], ["survey", "inspect"], ["new", "x"]):
        with pytest.raises(click.UsageError):
            parse(words, whole=True)
    parse(["survey", "inspect"], whole=False)
