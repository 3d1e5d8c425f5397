"""Styles, the numbering that hangs on them, and how wide their fonts are."""
