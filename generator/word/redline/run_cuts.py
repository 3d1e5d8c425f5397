"""Runs cut where a change begins or ends, so that each stands on one side of it.

    <w:r><w:rPr><w:b/></w:rPr><w:t>About 46% plan</w:t></w:r>          cut at 6:
    <w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">About </w:t></w:r>
    <w:r><w:rPr><w:b/></w:rPr><w:t>46% plan</w:t></w:r>

What is no text stands in a run of its own first: a picture, a note's mark, each part of a field.
"""

from __future__ import annotations

from copy import deepcopy

from generator.word.package.elements import Element, clark, w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_TEXT = clark("w:t")
_PROPERTIES = clark("w:rPr")
SHOWN_AS = {
    clark("w:tab"): "\t",
    clark("w:br"): "\n",
    clark("w:cr"): "\n",
    clark("w:noBreakHyphen"): "-",
    clark("w:softHyphen"): "\u00ad",
}
"""What stands in a run and counts as one character, and which."""


def run_text(run: Element) -> str:
    """The characters of a run as `cut_run` counts them."""
    return "".join(_characters(node) for node in run)


def _characters(node: Element) -> str:
    return (node.text or "") if node.tag == _TEXT else SHOWN_AS.get(str(node.tag), "")


def is_text(node: Element) -> bool:
    """Whether a part of a run is text, and no picture, note or field. A page break is no text."""
    if node.tag == clark("w:br"):
        return node.get(clark("w:type"), "textWrapping") == "textWrapping"
    return node.tag == _TEXT or node.tag in SHOWN_AS


def cut_run(run: Element, at: int) -> tuple[Element, Element]:
    """Cut a run after `at` of its characters; both halves keep its properties and its place.

    at: more than 0, and less than its length. The first half is the element given.
    """
    later = _like(run)
    for node in [each for each in run if each.tag != _PROPERTIES]:
        length = len(_characters(node))
        if at >= length and (at > 0 or length == 0):
            at -= length
            continue
        if at > 0:
            later.append(_cut_text(node, at))
            at = 0
        else:
            later.append(node)
    run.addnext(later)
    return run, later


def _cut_text(node: Element, at: int) -> Element:
    """Keep the first characters of a w:t; gives one with the others."""
    text = node.text or ""
    node.text = text[:at]
    node.set(_SPACE, "preserve")
    other = w("t")
    other.text = text[at:]
    other.set(_SPACE, "preserve")
    return other


def _like(run: Element) -> Element:
    """An empty run that looks like another."""
    made = w("r")
    properties = run.find(_PROPERTIES)
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def single_runs(run: Element) -> list[Element]:
    """Cut a run so that whatever is no text stands alone; gives the runs in order."""
    content = [node for node in run if node.tag != _PROPERTIES]
    if len(content) < 2 or all(map(is_text, content)):
        return [run]
    runs, last_was_text = [run], is_text(content[0])
    for node in content[1:]:
        text = is_text(node)
        if not (text and last_was_text):
            made = _like(run)
            runs[-1].addnext(made)
            runs.append(made)
        last_was_text = text
        if runs[-1] is not run:
            runs[-1].append(node)
    return runs


def with_long_fields(paragraph: Element) -> None:
    """Write each w:fldSimple as Word's longer form, whose runs can be marked as changed.

    <w:fldSimple w:instr="SEQ Table"><w:r>...</w:r></w:fldSimple>  becomes the runs
    begin, SEQ Table, separate, ..., end.
    """
    for field in list(paragraph.iter(clark("w:fldSimple"))):
        instruction = w("instrText")
        instruction.text = field.get(clark("w:instr"), "")
        instruction.set(_SPACE, "preserve")
        begin = [_field_char("begin"), w("r", instruction), _field_char("separate")]
        inner = [node for node in field if node.tag != clark("w:fldData")]
        for node in [*begin, *inner, _field_char("end")]:
            field.addprevious(node)
        parent = field.getparent()
        if parent is not None:
            parent.remove(field)


def _field_char(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))
