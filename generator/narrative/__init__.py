"""Narrative: Markdown and Jinja expressions to blocks, with figures in words that read well."""
