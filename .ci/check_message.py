"""A commit message has a subject of at most 72 characters, and a body that says why."""

from __future__ import annotations

import sys
from pathlib import Path


def problems(text: str) -> list[str]:
    """What is wrong with a message; lines that git leaves out do not count."""
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    subject, rest = (lines or [""])[0], lines[1:]
    found = []
    if not subject.strip():
        found.append("the subject is empty")
    if len(subject) > 72:
        found.append(f"the subject has {len(subject)} characters, 72 at most")
    if rest and rest[0].strip():
        found.append("a blank line is missing after the subject")
    if not any(line.strip() for line in rest):
        found.append("the body is missing: say why")
    return found


if __name__ == "__main__":
    told = problems(Path(sys.argv[1]).read_text("utf-8"))
    sys.exit("\n".join(told) if told else 0)
