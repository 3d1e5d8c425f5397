"""The XML of all parts: parsed without mending, entities or network, and only once it is known to
have no document type.

    <!DOCTYPE lolz [<!ENTITY lol "lol">...]>           never parsed
    mc:Ignorable="w14 wp14"                            each prefix must be declared there
"""

from __future__ import annotations

from lxml import etree

from generator.word.external.clean import unwrap
from generator.word.package.elements import Element, clark, parse
from generator.word.package.parts import MAX_XML_BYTES, has_document_type
from generator.word.reading.choices import chosen
from generator.word.reading.word_file import usual_namespaces
from generator.word.validity.fault import Fault
from generator.word.validity.package_rules import (
    IGNORABLE_UNDECLARED,
    XML_DAMAGED,
    XML_ENTITIES,
    ZIP_TOO_LARGE,
)

_SUFFIXES = (".xml", ".rels", ".vml")
_LOOSE = ".vml"
_LETTERS = ("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "US-ASCII", "ASCII")
_UNMARKED = (b"<\0", b"\0<")
_IGNORABLE = ("Ignorable", "ProcessContent", "MustUnderstand")


def parse_parts(raw: dict[str, bytes], faults: list[Fault]) -> dict[str, Element]:
    """The roots of all XML parts that are well-formed; what is wrong with others into the list."""
    found: dict[str, Element] = {}
    for name, data in raw.items():
        if name.endswith(_SUFFIXES):
            root = _parsed(name, data, faults)
            if root is not None:
                found[name] = root
                faults += _undeclared(name, root)
    return found


def _parsed(name: str, data: bytes, faults: list[Fault]) -> Element | None:
    if len(data) > MAX_XML_BYTES:
        faults.append(Fault(ZIP_TOO_LARGE, f"the part {name} is too large to be text", name))
        return None
    if has_document_type(data):
        faults.append(Fault(XML_ENTITIES, f"the part {name} has a document type", name))
        return None
    if data.startswith(_UNMARKED):
        what = f"the part {name} is written in UTF-16 without the mark that says so"
        faults.append(Fault(XML_DAMAGED, what, name))
    try:
        root = parse(usual_namespaces(data))
    except (etree.XMLSyntaxError, ValueError) as error:
        if not name.endswith(_LOOSE):  # drawings of older programs are often no XML at all
            what = f"the part {name} is damaged ({str(error) or 'it is empty'})"
            faults.append(Fault(XML_DAMAGED, what, name))
        return None
    letters = (root.getroottree().docinfo.encoding or "UTF-8").upper()
    if letters not in _LETTERS and not name.endswith(_LOOSE):
        what = f"the part {name} is written in {letters}, not in UTF-8"
        faults.append(Fault(XML_DAMAGED, what, name))
    return root


def _undeclared(name: str, root: Element) -> list[Fault]:
    """Prefixes that are not declared: those that may be ignored, at the root, where Word writes
    them, and those that a choice needs.
    """
    found = []
    for node in root.iter(clark("mc:Choice")):
        for prefix in node.get("Requires", "").split():
            if prefix not in node.nsmap:
                what = f"the part {name} has a choice that needs {prefix!r}, but declares no such"
                found.append(Fault(IGNORABLE_UNDECLARED, f"{what} prefix", name, node))
    for attribute in _IGNORABLE:
        for prefix in root.get(clark(f"mc:{attribute}"), "").split():
            if prefix.partition(":")[0] not in root.nsmap:
                what = f"the part {name} says that {prefix!r} may be ignored, but declares no such"
                found.append(Fault(IGNORABLE_UNDECLARED, f"{what} prefix", name))
    return found


def settle_choices(root: Element) -> None:
    """Put what is read of each mc:AlternateContent in its place: what stands twice counts once."""
    for node in list(root.iter(clark("mc:AlternateContent"))):
        taken = chosen(node)
        node[:] = [] if taken is None else list(taken)
        unwrap(node)
