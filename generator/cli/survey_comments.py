"""`committee survey comments`: free-text answers to choose quotations from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.shared_options import (
    dry_run_option,
    json_option,
    open_workspace,
    print_json,
    say,
    shown,
    workspace_option,
)
from generator.cli.sign_off_options import DAY
from generator.cli.terminal import print_table

if TYPE_CHECKING:
    from datetime import datetime

    from generator.config.workspace import Workspace
    from generator.model.survey.codebook import Codebook


@click.command(short_help="List free-text answers to choose from, or approve one.")
@click.argument("report")
@click.option("--question", "-q", default="", help="The id of a text question.")
@click.option(
    "--by", default="", help="Group by the answers to this question; or the POST that approves."
)
@click.option("--wave", default="", help="Only this wave.")
@click.option("--cohort", default="", help="Only this cohort.")
@click.option("--approve", default="", metavar="ID", help="Let this answer be quoted.")
@click.option("--text", default="", help="With --approve: its words as they are to be printed.")
@click.option("--on", type=DAY, metavar="DATE", help="With --approve: when.")
@workspace_option
@dry_run_option
@json_option
def comments(
    report: str,
    question: str,
    by: str,
    wave: str,
    cohort: str,
    approve: str,
    text: str,
    on: datetime | None,
    workspace: Path | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """List the free-text answers to a question of REPORT with their ids, so that an author can
    choose quotations. What may name a person is marked; such an answer is quoted only with a text
    that somebody has approved under `quotations:` in codebook.yaml. Nothing here is anonymous.

    --approve writes the answer into that list, and touches nothing else in the file; --by is then
    the post of the person who approves. --text is the answer word for word, with [...] for what is
    left out and [brackets] round what is changed.

    \b
    Examples:
      committee survey comments health-check-2022 --question best_thing --wave 2022
      committee survey comments health-check-2022 --approve q-1fc235c94b5a --by "Head of Practice"
    """
    from generator.config.survey.codebook_file import load_codebook
    from generator.config.workspace import CODEBOOK_FILE

    opened = open_workspace(workspace)
    folder = opened.report_folder(report)
    codebook = load_codebook(folder / CODEBOOK_FILE, opened.files)
    if approve:
        if not by:
            raise click.UsageError("--approve needs --by POST: the post of the person who approves")
        _approve(opened, folder, codebook, approve, by, text, on, dry_run)
        return
    if not question:
        raise click.UsageError("give --question ID, or --approve ID")
    texts = [key for key, asked in codebook.questions.items() if asked.kind == "text"]
    _known("text question", question, texts, codebook.file)
    _known("question", by, codebook.questions, codebook.file)
    _known("wave", wave, codebook.waves, codebook.file)
    _known("cohort", cohort, codebook.cohorts, codebook.file)
    _list_comments(opened, folder, codebook, question, by, (cohort, wave), as_json)


def _list_comments(
    opened: Workspace,
    folder: Path,
    codebook: Codebook,
    question: str,
    by: str,
    only: tuple[str, str],
    as_json: bool,
) -> None:
    """only: a cohort and a wave, '' for all."""
    from generator.model.json_data import as_json_data
    from generator.survey.answers.free_text import candidates
    from generator.survey.answers.read import read_responses

    responses = read_responses(codebook, folder, opened.files, {question, by} - {""})
    found = [
        candidate
        for candidate in candidates(responses, question, by)
        if only[1] in ("", candidate.wave) and only[0] in ("", candidate.cohort)
    ]
    if by:
        found.sort(key=lambda candidate: (not candidate.group, candidate.group))
    if as_json:
        print_json([as_json_data(candidate) for candidate in found])
        return
    rows = [[c.id, c.cohort, c.wave, c.group, _state(c.finds, c.approved), c.text] for c in found]
    print_table(["id", "cohort", "wave", "group", "state", "answer"], rows)
    say(f"{len(rows)} answers. Nothing here is anonymous: read before you quote.")


def _approve(
    opened: Workspace,
    folder: Path,
    codebook: Codebook,
    key: str,
    post: str,
    text: str,
    on: datetime | None,
    dry_run: bool,
) -> None:
    from generator.config.workspace import CODEBOOK_FILE
    from generator.config.yaml.yaml_splice import spliced_file
    from generator.publish.atomic import write_files
    from generator.survey.answers.read import read_responses
    from generator.survey.quotations import approved_entry

    texts = {name for name, asked in codebook.questions.items() if asked.kind == "text"}
    responses = read_responses(codebook, folder, opened.files, texts)
    entry = approved_entry(responses, key, post, text)
    if on is not None:
        entry["approved_on"] = on.date().isoformat()
    path = folder / CODEBOOK_FILE
    data = spliced_file(path.read_bytes(), codebook.file, "quotations", key, entry)
    if dry_run:
        say(f"would write {shown(path)}: {key}: {entry['text']}")
        return
    write_files({path: data})
    say(f"Approved {key} in {shown(path)}: {entry['text']}")


def _known(what: str, name: str, known: Iterable[str], file: str) -> None:
    """Raise CommitteeError for a name that the codebook does not have; '' is none."""
    from generator.errors import CommitteeError, did_you_mean

    if name and name not in known:
        hint = did_you_mean(name, list(known))
        raise CommitteeError(f"{file}: there is no {what} {name!r}" + (f"; {hint}" if hint else ""))


def _state(finds: tuple[str, ...], approved: str) -> str:
    if approved:
        return "approved"
    return "blocked: " + ", ".join(finds) if finds else ""
