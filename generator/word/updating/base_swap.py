"""The base of the new draft in the place of the old, so that the next pull counts from there.

Where the officer and the sources have changed the same text, nobody has decided yet: of that text
the base goes on saying what it was before both. So the next pull meets the same conflict.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from generator.model.frozen import dataclass
from generator.model.surroundings import PageSection
from generator.word.package.elements import Element, parse, to_bytes
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.base_part import base_part_name
from generator.word.writing.base_text import NAMESPACE, section_markup

_B = f"{{{NAMESPACE}}}"
_SAID = tuple(f"{_B}{name}" for name in ("printed", "source", "span"))


@dataclass(frozen=True, slots=True)
class KeptEntry:
    """A text of the old base that stays. today: its number in the new one, None where it is gone.

    behind: the number of the text in the new base that it goes behind, -1 for the beginning; None
    where it stays in its place of today.
    """

    today: int | None
    behind: int | None = None


@dataclass(frozen=True, slots=True)
class KeptPages:
    """What the copy says round its text. names: of what the template prints that stay as they were.

    sections: its pages where they are not the new draft's; () for these.
    """

    names: frozenset[str] = frozenset()
    sections: tuple[PageSection, ...] = ()


def swap_base(
    copy: Parts,
    draft: Parts,
    kept: Mapping[int, KeptEntry],
    standing: Mapping[int, int],
    pages: KeptPages,
) -> None:
    """Put the draft's base into the copy. Raises PackageError.

    kept: numbers of texts in the old base. standing: number in the new base -> in the old, of texts
    that stand in the copy as what they were there, a heading of another level, or an item.
    """
    old, new = base_part_name(copy), base_part_name(draft)
    if old is None or new is None:
        raise PackageError("it has lost its base")
    before, root = copy.xml(old), deepcopy(draft.xml(new))
    drafted, today = before.findall(f"{_B}text"), root.findall(f"{_B}text")
    for number, was in standing.items():
        for name in ("kind", "shape"):
            today[number].attrib.pop(name, "")
            if drafted[was].get(name):
                today[number].set(name, drafted[was].get(name, ""))
    for number, one in sorted(kept.items(), reverse=True):
        _keep(root, drafted[number], today, one)
    known = {node.get("bookmark") for node in root.iterfind(f"{_B}value")}
    root.extend(
        deepcopy(node)
        for node in before.iterfind(f"{_B}value")
        if node.get("bookmark") not in known
    )
    _keep_pages(root, before, pages)
    copy.add(old, to_bytes(root), copy.content_type(old))


def lend_base(copy: Parts, draft: Parts) -> None:
    """Give a copy that has lost its base that of a draft. Raises PackageError."""
    name = base_part_name(draft)
    if name is None:
        raise PackageError("it has lost its base")
    number, own = 1, name
    while own in copy:
        number += 1
        own = f"customXml/item{number}.xml"
    copy.add(own, draft.raw[name], draft.content_type(name))
    copy.relate(DOCUMENT, "customXml", own)


def _keep_pages(root: Element, before: Element, pages: KeptPages) -> None:
    old = {one.get("name"): one.text for one in before.iterfind(f"{_B}page")}
    for node in root.iterfind(f"{_B}page"):
        if node.get("name") in pages.names:
            node.text = old.get(node.get("name"))
    _keep_beside(root, before)
    if pages.sections:
        for node in root.findall(f"{_B}section"):
            root.remove(node)
        markup = "".join(map(section_markup, pages.sections))
        root.extend(parse(f'<report xmlns="{NAMESPACE}">{markup}</report>'.encode()))


def _keep_beside(root: Element, before: Element) -> None:
    """Let the base say of settings what it said, and of charts and descriptions old and new."""
    for node in root.findall(f"{_B}beside"):
        if node.get("kind") == "setting":
            root.remove(node)
    known = {(one.get("kind"), one.text) for one in root.iterfind(f"{_B}beside")}
    root.extend(
        deepcopy(one)
        for one in before.iterfind(f"{_B}beside")
        if (one.get("kind"), one.text) not in known
    )


def _keep(root: Element, drafted: Element, today: list[Element], one: KeptEntry) -> None:
    made = deepcopy(drafted)
    if one.today is not None:
        made = today[one.today]
        for child in [each for each in made if each.tag in _SAID]:
            made.remove(child)
        made.extend(deepcopy(child) for child in drafted if child.tag in _SAID)
    if one.behind is None:
        return
    if one.behind < 0:
        root.insert(0, made)
    else:
        today[one.behind].addnext(made)
