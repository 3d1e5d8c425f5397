"""The rules that edited files are held to when they come back."""

from __future__ import annotations

from generator.model.issues import Rule

PULL_FILE = Rule(
    "pull.file",
    "valid",
    "error",
    "An edited file cannot be read, or is a draft of another report or of none.",
    "Save it as a Word document (.docx) without password or macros; name its report with --report.",
)
PULL_LOST = Rule(
    "pull.lost",
    "consistent",
    "error",
    "After a pull the edited file and the new draft would differ without a reason in the account.",
    "Nothing was changed. Bring these edits in by hand, and keep the file.",
)
UPDATE_FILE = Rule(
    "update.file",
    "valid",
    "error",
    "An edited file that the sources should be brought into cannot be read, has lost what it was "
    "when it was sent, or is a draft of another report or of none.",
    "Save it as a Word document (.docx) without password or macros; name its report with --report.",
)
MERGE_CONFLICT = Rule(
    "merge.conflict",
    "complete",
    "warning",
    "An officer and the author have changed the same words, and nobody has chosen between them "
    "yet: both readings stand in the text. A copy for publication is refused.",
    "Put one of the two readings in the place of the whole mark, [[author: ... // officer: ...]].",
)
