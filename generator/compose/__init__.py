"""Composing: metadata, narrative and findings in the order and with the numbers of a format."""
