"""What a pull writes besides the sources: the received files as they came, and their comments.

inputs/<report>/received/finance.docx
inputs/<report>/comments.jsonl         one comment a line
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.config.workspace import COMMENTS_FILE, Workspace
from generator.model.digests import bytes_digest
from generator.pipeline.pulling import Pulled, PulledComment

RECEIVED = "received"
"""The folder of a report that received files are kept in."""


def files_to_write(
    workspace: Workspace, pulled: Pulled, received: Sequence[tuple[str, bytes]]
) -> Mapping[Path, bytes]:
    """Path -> bytes of all that a pull writes. received: the files' own names and bytes."""
    folder = workspace.inputs / pulled.report
    files = {workspace.root / name: data for name, data in pulled.files.items()}
    for name, data in received:
        files[_kept(folder / RECEIVED, name, data)] = data
    comments = folder / COMMENTS_FILE
    known = comments.read_bytes() if comments.is_file() else b""
    told = with_comments(known.decode(), pulled.comments)
    if told.encode() != known:
        files[comments] = told.encode()
    return files


def _kept(folder: Path, name: str, data: bytes) -> Path:
    """Where a received file is kept: under its name, with a few digits where that is another's."""
    path = folder / name
    if not path.exists() or path.read_bytes() == data:
        return path
    return folder / f"{path.stem} ({bytes_digest(data)[:8]}){path.suffix}"


def with_comments(text: str, comments: Sequence[PulledComment]) -> str:
    """The lines of comments.jsonl with new comments; one that is there is told as it is now.

    A comment is known by author, date and text.
    """
    lines: dict[tuple[str, str, str], str] = {}
    for line in text.splitlines():
        if line.strip():
            known = json.loads(line)
            lines[_identity(known)] = line
    for one in comments:
        said = one.as_plain()
        lines[_identity(said)] = json.dumps(said, ensure_ascii=False)
    return "".join(f"{line}\n" for line in lines.values())


def _identity(said: Mapping[str, object]) -> tuple[str, str, str]:
    return (str(said.get("author", "")), str(said.get("date", "")), str(said.get("text", "")))
