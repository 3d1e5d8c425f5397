"""Checks of what goes into a report and of what comes out of it."""
