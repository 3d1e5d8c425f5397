"""Checking the styles of a report template: are they there, readable and properly linked?"""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import did_you_mean
from generator.model.issues import Rule
from generator.word.package.elements import Element, clark, value_at
from generator.word.styles.style_sheet import REQUIRED, style_names
from generator.word.word_rules import TEMPLATE_LANGUAGE, TEMPLATE_LEGIBLE, TEMPLATE_STYLES

Fault = tuple[Rule, str, str, str]
"""The rule that a template breaks, the place in it, what is wrong, how to mend it."""
SMALLEST = 24  # half-points: 12 pt, the least that accessible papers are printed in
_KINDS = {"paragraph": "paragraph style", "character": "character style", "table": "table style"}


def style_problems(root: Element, numbering: Element | None) -> Iterator[Fault]:
    """Styles that are missing, misspelt, too small or wrongly linked."""
    found = style_names(root)
    by_id = {style.get(clark("w:styleId"), ""): style for style in root.iterfind(clark("w:style"))}
    defaults = default_size(root)
    for kind, wanted in REQUIRED.items():
        used = {name.casefold() for name in wanted}
        spare = [
            value_at(style, "w:name")
            for (its_kind, name), style in found.items()
            if its_kind == kind and name not in used and style.get(clark("w:customStyle"))
        ]
        for name, purpose in wanted.items():
            style = found.get((kind, name.casefold()))
            if style is None:
                yield TEMPLATE_STYLES, f"style {name}", *_missing(name, kind, purpose, spare, found)
            elif kind == "paragraph":
                yield from _readable(name, style, by_id, defaults)
    yield from _language(root)
    if numbering is not None:
        yield from _links(root, numbering, by_id)


def _missing(
    name: str,
    kind: str,
    purpose: str,
    spare: list[str],
    found: dict[tuple[str, str], Element],
) -> tuple[str, str]:
    what = f"the {_KINDS[kind]} is missing ({purpose})"
    for other in REQUIRED:
        if (other, name.casefold()) in found:
            return what, f"there is a {_KINDS[other]} of that name; make it a {_KINDS[kind]}"
    near = did_you_mean(name, spare)
    mend = near.replace("did you mean", "rename the style") if "did you mean" in near else ""
    return what, mend.rstrip("?") or f"add a {_KINDS[kind]} of that name"


def _readable(
    name: str, style: Element, by_id: dict[str, Element], default: int
) -> Iterator[Fault]:
    size = _inherited(style, by_id, "w:rPr/w:sz", default)
    if size < SMALLEST:
        mend = "set it to 12 pt or more"
        what = f"its text is {size / 2:g} pt, too small to read for many"
        yield TEMPLATE_LEGIBLE, f"style {name}", what, mend
    justify = inherited_text(style, by_id, "w:pPr/w:jc")
    if justify in ("both", "distribute"):
        what = "its text is justified, which is hard to read"
        yield TEMPLATE_LEGIBLE, f"style {name}", what, "align it left"


def _path(path: str) -> str:
    return "/".join(clark(step) for step in path.split("/"))


def inherited_text(style: Element | None, by_id: dict[str, Element], path: str) -> str:
    """What a style says at a path, itself or through what it is based on; '' for nothing."""
    seen: set[str] = set()
    while style is not None:
        node = style.find(_path(path))
        if node is not None:
            return str(node.get(clark("w:val"), ""))
        parent = style.find(clark("w:basedOn"))
        parent_id = "" if parent is None else parent.get(clark("w:val"), "")
        if parent_id in seen:
            return ""
        seen.add(parent_id)
        style = by_id.get(parent_id)
    return ""


def _inherited(style: Element, by_id: dict[str, Element], path: str, default: int) -> int:
    text = inherited_text(style, by_id, path)
    return int(float(text)) if text.replace(".", "", 1).isdigit() else default


def default_size(root: Element) -> int:
    """The size of text that no style sets, in half-points."""
    node = root.find(_path("w:docDefaults/w:rPrDefault/w:rPr/w:sz"))
    return 20 if node is None else int(float(node.get(clark("w:val"), "20")))


def _language(root: Element) -> Iterator[Fault]:
    node = root.find(_path("w:docDefaults/w:rPrDefault/w:rPr/w:lang"))
    language = "" if node is None else node.get(clark("w:val"), "")
    if language not in ("en-GB", "cy-GB"):
        what = f"the language of the text is {language or 'not set'}"
        mend = "set it to English (United Kingdom) for the whole document"
        yield TEMPLATE_LANGUAGE, "styles", what, mend


def _links(root: Element, numbering: Element, by_id: dict[str, Element]) -> Iterator[Fault]:
    """Numbers that point nowhere: a style at a list, or a list at a style, that is not there."""
    nums = {node.get(clark("w:numId")) for node in numbering.iterfind(clark("w:num"))}
    for style in root.iterfind(clark("w:style")):
        node = style.find(_path("w:pPr/w:numPr/w:numId"))
        if node is not None and node.get(clark("w:val")) not in nums | {"0"}:
            what = "it is numbered by a list that is not in the file"
            mend = "take its numbering out and set it again"
            yield TEMPLATE_STYLES, f"style {value_at(style, 'w:name')}", what, mend
    for node in numbering.iter(clark("w:pStyle")):
        if node.get(clark("w:val"), "") not in by_id:
            what = f"a list is linked to the style {node.get(clark('w:val'))!r}, which is not there"
            mend = "link the list's level to another style, or to none"
            yield TEMPLATE_STYLES, "numbering", what, mend
