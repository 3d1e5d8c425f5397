"""Releasing a report, and telling whether a file is what was released."""
