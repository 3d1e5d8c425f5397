"""Jinja, strict and sandboxed: its tags, its syntax, its environment, its evaluation."""
