"""One module per layout of an export. Adding a module here adds a layout; no other file changes.

A layout module has `NAME` (as written in a codebook), `TITLE` (as written for people),
`recognise(sample) -> float` and `outline(sample, hints) -> Outline`; see base.Layout.
"""
