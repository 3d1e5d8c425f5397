"""Fields of headers and footers by their names: what Word counts is no edit, another field is.

Page <w:r><w:fldChar w:fldCharType="begin"/></w:r>           'Page [PAGE] of [NUMPAGES]'
<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r> ...
"""

from __future__ import annotations

import re

from generator.word.package.elements import Element, clark, w

_RUN, _SIMPLE = clark("w:r"), clark("w:fldSimple")
_CHARACTER, _TYPE = clark("w:fldChar"), clark("w:fldCharType")
_CODES = (clark("w:instrText"), clark("w:delInstrText"))
_PROPERTIES = clark("w:rPr")
_KEPT = ("HYPERLINK", "REF")
"""Fields that show words which somebody wrote."""
_PLAIN = re.compile(r"\\\*\s*(?:MERGEFORMAT|CHARFORMAT|Arabic)", re.IGNORECASE)


def name_fields(story: Element) -> None:
    """Put the instruction of each field in place of what it shows."""
    for node in list(story.iter(_SIMPLE)):
        said = named(node.get(clark("w:instr"), ""))
        if said:
            node[:] = [w("r", _words(said))]
            node.set(clark("w:instr"), "")
    _name_complex(list(story.iter(_RUN)))


def named(instruction: str) -> str:
    """'[PAGE]' of ' PAGE \\* MERGEFORMAT '; '' where its words are somebody's own."""
    said = " ".join(_PLAIN.sub("", instruction).split())
    name = said.partition(" ")[0].upper()
    return "" if name in ("", *_KEPT) else f"[{name}{said[len(name) :]}]"


def _name_complex(runs: list[Element]) -> None:
    """Name the fields that go over runs; of one within another, the outer one."""
    depth, inside = 0, list[Element]()
    for child in [child for run in runs for child in run if child.tag != _PROPERTIES]:
        kind = child.get(_TYPE) if child.tag == _CHARACTER else ""
        depth += kind == "begin"
        if depth:
            inside.append(child)
        if kind == "end" and depth:
            depth -= 1
            if not depth:
                _replace(inside)
                inside = []


def _replace(inside: list[Element]) -> None:
    """Put the name of a field where it begins. inside: what stands in its runs, ends included."""
    said = named(_instruction(inside))
    if not said:
        return
    inside[0].addprevious(_words(said))
    for child in inside:
        holder = child.getparent()
        if holder is not None:
            holder.remove(child)


def _instruction(inside: list[Element]) -> str:
    """The outer field's own code, without what fields in it show."""
    said, depth = "", 0
    for child in inside:
        kind = child.get(_TYPE) if child.tag == _CHARACTER else ""
        depth += {"begin": 1, "end": -1}.get(str(kind), 0)
        if kind == "separate" and depth == 1:
            break
        if child.tag in _CODES and depth == 1:
            said += child.text or ""
    return said


def _words(said: str) -> Element:
    made = w("t")
    made.text = said
    return made
