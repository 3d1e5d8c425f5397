"""A release: its record, the page for the public, the checklist, and whether a file is it."""
