"""Two .docx as one with tracked changes: accepted it is the new one, rejected the old."""
