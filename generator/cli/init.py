"""`committee init`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.shared_options import dry_run_option, say, shown


@click.command(short_help="Make a workspace with an example report.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--force", is_flag=True, help="Replace files that are there and differ.")
@dry_run_option
def init(folder: Path, force: bool, dry_run: bool) -> None:
    """Write a whole workspace into FOLDER (default: here): councils and formats, report templates
    and example reports with their survey exports.

    Files that are already there are never replaced, unless --force is given.

    \b
    Examples:
      committee init my-council
      committee init . --dry-run
    """
    from generator.errors import CommitteeError
    from generator.publish.atomic import write_files
    from generator.starters.workspace_draft import starter_files

    files = {folder / name: data for name, data in starter_files().items()}
    differing = [path for path, data in files.items() if _differs(path, data)]
    if differing and not force:
        names = "\n".join(f"  {shown(path)}" for path in differing)
        raise CommitteeError(
            f"these files are there already and differ; nothing was written:\n{names}\n"
            "Choose an empty folder, or give --force to replace them."
        )
    new = [path for path in files if not path.exists()]
    if dry_run:
        for path in [*new, *differing]:
            click.echo(f"would {'replace' if path in differing else 'write'} {shown(path)}")
        return
    write_files(files, durable=False)
    replaced = f", {len(differing)} replaced" if differing else ""
    say(f"Workspace in {shown(folder.resolve())}: {len(new)} new files{replaced}.")
    steps = [] if folder.resolve() == Path.cwd() else [f"  cd {folder}"]
    say("\n".join(["Next:", *steps, "  committee build health-check-2022"]))


def _differs(path: Path, data: bytes) -> bool:
    return path.exists() and (not path.is_file() or path.read_bytes() != data)
