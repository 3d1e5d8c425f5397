"""The rules that drafts are held to while they are written."""

from __future__ import annotations

from generator.model.issues import Rule

DRAFT_WAVES = Rule(
    "codebook.draft-waves",
    "consistent",
    "error",
    "Two exports that a codebook is to be drafted from are of the same wave.",
    "Draft a codebook from one of them, and add the other under files: by hand.",
)
