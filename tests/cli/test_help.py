"""Every command says what it does, with an example, in 80 columns; listing them imports none."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from generator.cli import LazyGroup
from generator.cli import committee as command


def commands(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found is not None
        yield (*words, name)
        if isinstance(found, click.Group):
            yield from commands(found, (*words, name))


def command_of(words: tuple[str, ...]) -> click.Command:
    found: click.Command = command
    for word in words:
        assert isinstance(found, click.Group)
        inner = found.get_command(click.Context(found), word)
        assert inner is not None
        found = inner
    return found


ALL = list(commands(command))


def help_of(words: tuple[str, ...]) -> str:
    found = command_of(words)
    context = click.Context(found, info_name=" ".join(("committee", *words)), terminal_width=80)
    return found.get_help(context)


@pytest.mark.parametrize("words", [(), *ALL], ids=lambda words: " ".join(words) or "committee")
def test_help_fits_eighty_columns(words: tuple[str, ...]) -> None:
    wide = [line for line in help_of(words).splitlines() if len(line) > 80]
    # An example is one command: it is not broken, so that it can be copied.
    assert [line for line in wide if not line.startswith("    committee ")] == []


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_command_has_an_example_of_itself(words: tuple[str, ...]) -> None:
    if isinstance(command_of(words), click.Group):
        return
    assert "Examples:" in help_of(words)
    assert f"committee {' '.join(words)}" in help_of(words).split("Examples:")[1]


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_every_option_is_explained(words: tuple[str, ...]) -> None:
    for parameter in command_of(words).params:
        if isinstance(parameter, click.Option):
            assert parameter.help, parameter.name


def test_the_short_help_in_the_list_is_that_of_the_command() -> None:
    assert isinstance(command, LazyGroup)
    for name, (_, short) in command.lazy.items():
        assert command_of((name,)).get_short_help_str(100) == short


def test_the_commands_of_a_design_have_the_same_options_everywhere() -> None:
    writing = {"init", "new", "build", "findings", "format new"}
    for words in ALL:
        names = {option for p in command_of(words).params for option in p.opts}
        if " ".join(words) in writing:
            assert "--dry-run" in names, words
