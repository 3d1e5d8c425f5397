"""comments.jsonl: what officers said of a report, one comment a line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from generator.config.config_rules import COMMENTS_LINE
from generator.config.files import ReportFolder
from generator.config.workspace import COMMENTS_FILE
from generator.errors import Problems
from generator.model.issues import Where
from generator.model.officer_comments import OfficerComment
from generator.model.readings import Reply

_TEXTS = ("author", "date", "text", "words", "unit", "file")
_SAID = ("author", "date", "text")


def load_comments(folder: ReportFolder) -> tuple[OfficerComment, ...]:
    """The comments in the order of the file, none where there is no file.

    Raises InputProblems with every line that is no comment.
    """
    path = folder.path / COMMENTS_FILE
    if not folder.files.exists(path):
        return ()
    problems, found = Problems(), []
    for number, line in enumerate(folder.files.text(path).split("\n"), start=1):
        if not line.strip():
            continue
        try:
            found.append(_comment(json.loads(line)))
        except (ValueError, RecursionError) as error:
            where = Where(folder.files.name(path), number)
            problems.add(COMMENTS_LINE, where, f"is not a comment ({error})")
    problems.raise_any()
    return tuple(found)


def _comment(data: Any) -> OfficerComment:
    """Raises ValueError for what is no comment."""
    if not isinstance(data, Mapping):
        raise ValueError("no JSON object")
    resolved, replies = data.get("resolved", False), data.get("replies", [])
    if not isinstance(resolved, bool):
        raise ValueError("'resolved' is neither true nor false")
    if not isinstance(replies, list) or not all(isinstance(one, Mapping) for one in replies):
        raise ValueError("'replies' is no list of objects")
    texts = {name: _text(data, name) for name in _TEXTS}
    said = tuple(Reply(**{name: _text(one, name) for name in _SAID}) for one in replies)
    return OfficerComment(**texts, resolved=resolved, replies=said)


def _text(data: Mapping[str, Any], name: str) -> str:
    """A text, '' where there is none. Only what a comment says must be there."""
    value = data.get(name, None if name == "text" else "")
    if not isinstance(value, str):
        raise ValueError(f"{name!r} is not a text" if name in data else f"{name!r} is missing")
    return value
