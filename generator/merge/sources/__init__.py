"""The sources as edits see them: which of their characters print what, and how they change."""
