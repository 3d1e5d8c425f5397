"""The document properties that people write, as File > Info shows them in Word.

docProps/core.xml:  <dc:title>Health Check 2022</dc:title> <cp:keywords>staff</cp:keywords>

Who saved the file last, when, and how often, every program writes by itself.
"""

from __future__ import annotations

from generator.word.package.elements import Element, local_name
from generator.word.package.parts import Parts
from generator.word.package.xml_text import clean

_WRITTEN = ("title", "subject", "creator", "keywords", "category", "description", "contentStatus")
_CORE = "core-properties"

PRINTED = {"title": "title", "subject": "subject", "creator": "author"}
"""Of those that a draft has: what the report calls them."""


def read_properties(parts: Parts) -> tuple[tuple[str, str], ...]:
    """(name, text) of those that say something, in their order. Raises PackageError."""
    name = parts.related_part("", _CORE)
    nodes: list[Element] = [] if name is None else list(parts.xml(name))
    said = {local_name(one): " ".join((one.text or "").split()) for one in nodes}
    return tuple((each, said[each]) for each in _WRITTEN if said.get(each))


def set_property(parts: Parts, name: str, old: str, new: str) -> bool:
    """Let a property say something else where it says `old`; gives whether it did."""
    core = parts.related_part("", _CORE)
    for node in () if core is None else parts.xml(core):
        if local_name(node) == name and " ".join((node.text or "").split()) == " ".join(
            old.split()
        ):
            node.text = clean(new)
            return True
    return False
