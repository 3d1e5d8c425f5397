"""Merging edits into the sources."""
