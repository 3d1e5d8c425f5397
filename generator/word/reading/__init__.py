"""Any .docx as a reader sees it: its texts, tracked changes accepted or rejected, comments."""
