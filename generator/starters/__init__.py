"""What new reports, formats, codebooks and workspaces begin with, and a format told in words."""
