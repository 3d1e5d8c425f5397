"""What a text stands as: a heading, an item, a quotation, a caption, a plain paragraph."""

from __future__ import annotations

import re

from generator.model.readings import ReadText

_HEADING = re.compile(r"heading (\d)")
_ITEM = re.compile(r"(?!heading )\S+ (\d)")
_LABEL = re.compile(r"(?:Table|Figure)\s*[\w.]*\s*[:.\N{EN DASH}-]\s*")


def shape_of(text: ReadText) -> str:
    """What a text that was read stands as, in the words of BaseEntry.shape."""
    if text.kind == "heading":
        return f"heading {text.level}"
    if text.kind == "item":
        return f"{text.marker or 'bullet'} {text.level}"
    return "quote" if "quote" in text.style else ""


def stands_as(shape: str, wanted: str) -> bool:
    """Whether a text stands as somebody wants it. A bullet is any item as deep: what a list that
    is written with '-' is marked with is the format's to say.
    """
    sign, _, level = wanted.partition(" ")
    same = _ITEM.fullmatch(shape) if sign == "bullet" else None
    return shape == wanted or (same is not None and same[1] == level)


def called(shape: str) -> str:
    """A shape in plain words."""
    if found := _HEADING.fullmatch(shape):
        return f"a heading of level {found[1]}"
    if shape in ("", "quote"):
        return "a quotation" if shape else "a paragraph"
    marker, _, level = shape.partition(" ")
    what = "a bullet" if marker == "bullet" else f"an item of a list with {marker!r}"
    deep = {"": "", "0": "", "1": " one level in"}.get(level, f" {level} levels in")
    return what + deep


def caption_start(text: ReadText) -> int:
    """Where a caption's own words begin: its label counts by itself, or was typed; else 0."""
    found = _LABEL.match(text.text) if text.kind == "caption" else None
    return found.end() if found is not None else 0
