"""From Markdown to the document's blocks."""
