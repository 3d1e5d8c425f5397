"""The document properties that people write, as File > Info shows them in Word.

docProps/core.xml:  <dc:title>Health Check 2022</dc:title> <cp:keywords>staff</cp:keywords>

Who saved the file last, when, and how often, every program writes by itself.
"""

from __future__ import annotations

from generator.word.package.elements import Element, local_name
from generator.word.package.parts import Parts

_WRITTEN = ("title", "subject", "creator", "keywords", "category", "description", "contentStatus")
_CORE = "core-properties"


def read_properties(parts: Parts) -> tuple[tuple[str, str], ...]:
    """(name, text) of those that say something, in their order. Raises PackageError."""
    name = parts.related_part("", _CORE)
    nodes: list[Element] = [] if name is None else list(parts.xml(name))
    said = {local_name(one): " ".join((one.text or "").split()) for one in nodes}
    return tuple((each, said[each]) for each in _WRITTEN if said.get(each))
