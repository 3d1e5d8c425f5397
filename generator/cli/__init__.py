"""The command line. Commands are imported when they are run, so that `--help` is instant."""

from __future__ import annotations

from collections.abc import Mapping
from errno import EPIPE
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from generator import __version__


class LazyGroup(click.Group):
    """A group whose commands live in modules that are imported on use.

    `lazy` maps a command's name to ('module:attribute', short help). The short help stands here so
    that listing the commands imports none of them; a test keeps it equal to the command's own.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = dict(lazy)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order in which a report's author meets them."""
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return a command; None when there is no such command."""
        if cmd_name not in self.lazy:
            return None
        module, _, attribute = self.lazy[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest command named for a misspelt one."""
        from generator.errors import did_you_mean

        if args and args[0] not in self.lazy and not args[0].startswith("-"):
            hint = did_you_mean(args[0], list(self.lazy))
            ctx.fail(f"no such command {args[0]!r}" + (f"; {hint}" if hint else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """As click does; a folder or file that cannot be read is told without a traceback.

        Problems are told as JSON too where a command was given --json.
        """
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            from generator.cli.shared_options import print_issues
            from generator.errors import InputProblems

            if isinstance(error, InputProblems):
                print_issues(error.problems)
            raise
        except OSError as error:
            if error.errno == EPIPE:  # the reader of a pipe has gone: click leaves quietly
                raise
            from generator.errors import CommitteeError

            place = f"{error.filename}: " if error.filename else ""
            reason = error.strerror or str(error)
            raise CommitteeError(f"{place}cannot be read or written ({reason})") from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self.lazy.items()])


@click.group(
    cls=LazyGroup,
    lazy={
        "init": ("generator.cli.init:init", "Make a workspace with an example report."),
        "new": ("generator.cli.new:new", "Start a new report in a council's format."),
        "build": ("generator.cli.build:build", "Build the Word report."),
        "status": (
            "generator.cli.status:status",
            "Tell who has signed what, and when reports are due.",
        ),
        "ask": ("generator.cli.ask:ask", "Note that officers are asked to sign off."),
        "sign-off": (
            "generator.cli.sign_off:sign_off",
            "Record an officer's sign-off, or take it back.",
        ),
        "changes": (
            "generator.cli.changes_since:changes",
            "Show what changed since an officer signed.",
        ),
        "pull": ("generator.cli.pull:pull", "Bring officers' edits back into the sources."),
        "update": (
            "generator.cli.update:update",
            "Bring source changes into an officer's file.",
        ),
        "check": (
            "generator.cli.release.check:check",
            "Check a report, or any Word file, before release.",
        ),
        "finalise": (
            "generator.cli.release.finalise:finalise",
            "Release a report: checked, signed, written, recorded.",
        ),
        "verify": (
            "generator.cli.release.verify:verify",
            "Tell whether a file is the released one.",
        ),
        "explain": (
            "generator.cli.release.explain:explain",
            "Tell where a printed figure comes from.",
        ),
        "evidence": (
            "generator.cli.release.evidence:evidence",
            "Write the evidence for a report's figures.",
        ),
        "timetable": (
            "generator.cli.release.timetable:timetable",
            "Tell every day backwards from the meeting.",
        ),
        "findings": ("generator.cli.findings:findings", "Print the figures a report can use."),
        "survey": ("generator.cli.survey:survey", "Look into raw survey exports."),
        "comments": (
            "generator.cli.comments:comments",
            "List officers' comments: open, answered or resolved.",
        ),
        "redline": (
            "generator.cli.redline:redline",
            "Compare two Word files, as tracked changes.",
        ),
        "format": ("generator.cli.format:format_", "Look after councils' formats."),
        "template": ("generator.cli.template:template", "Look after report templates (.docx)."),
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="\b\nStart with:\n  committee init my-council\n  cd my-council\n"
    "  committee build health-check-2022",
)
@click.option(
    "--workspace",
    "-w",
    type=click.Path(path_type=Path, file_okay=False),
    help="The workspace folder, for every command. Default: the one the current folder is in.",
)
@click.version_option(__version__, prog_name="committee")
def committee(workspace: Path | None) -> None:
    """Build council committee reports in Word from YAML, a narrative and raw survey exports."""
