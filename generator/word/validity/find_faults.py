"""Everything that is wrong with a .docx as a file, found in what can be read of it.

Nothing is mended, unpacked beyond limits, or fetched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.issues import Issue
from generator.word.validity.change_faults import find_change_faults, find_id_faults
from generator.word.validity.chart_faults import find_chart_faults
from generator.word.validity.drawing_faults import find_drawing_faults, find_picture_faults
from generator.word.validity.fault import Fault, Story
from generator.word.validity.fault_places import FaultPlaces
from generator.word.validity.field_faults import find_bookmark_faults, find_field_faults
from generator.word.validity.nesting_faults import find_nesting_faults
from generator.word.validity.note_faults import find_comment_faults, find_note_faults
from generator.word.validity.opened_package import OpenedPackage, read_package
from generator.word.validity.package_faults import find_package_faults
from generator.word.validity.reference_faults import Anchors, find_reference_faults
from generator.word.validity.setting_faults import (
    find_property_faults,
    find_section_faults,
    find_setting_faults,
)
from generator.word.validity.style_faults import (
    definitions,
    find_list_faults,
    find_style_faults,
    find_uses,
)
from generator.word.validity.table_faults import find_table_faults
from generator.word.validity.value_faults import find_value_faults
from generator.word.validity.xml_faults import settle_choices

_DEFINED = ("styles", "numbering")
MOST_OF_A_RULE = 200


def find_faults(data: bytes, file: str) -> list[Issue]:
    """What is wrong with a .docx. file: its name as shown to people.

    What is wrong in many places in one way is told once, at the first of them. Of one rule no more
    than 200 issues are told.
    """
    faults: list[Fault] = []
    package = read_package(data, faults)
    anchors = Anchors({})
    faults += find_package_faults(package)
    faults += find_reference_faults(package, anchors)
    for story in package.stories():
        settle_choices(story.root)
    # Elements that nobody holds are made anew each time that one of the rules comes to them.
    held = [list(story.root.iter()) for story in package.stories()]
    faults += _of_text(package)
    faults += find_chart_faults(package)
    faults += find_picture_faults(package)
    faults += find_property_faults(package)
    del held
    places = FaultPlaces(package, anchors, file)
    return [_issue(fault, places, more) for fault, more in _each_once(faults)]


def _of_text(package: OpenedPackage) -> Iterator[Fault]:
    """Of styles, lists, settings, and of all that holds text."""
    stories, known = package.stories(), definitions(package)
    yield from find_style_faults(package)
    yield from find_list_faults(package)
    yield from find_setting_faults(package)
    for story in (*stories, *_defining(package)):
        yield from find_uses(story, known)
        yield from find_nesting_faults(story)
        yield from find_value_faults(story)
    for story in stories:
        yield from find_table_faults(story)
        yield from find_section_faults(story)
        yield from find_change_faults(story)
    yield from find_bookmark_faults(stories)
    yield from find_field_faults(stories)
    yield from find_note_faults(package)
    yield from find_comment_faults(package, stories)
    yield from find_id_faults(stories)
    yield from find_drawing_faults(stories)


def _defining(package: OpenedPackage) -> Iterator[Story]:
    for kind in _DEFINED:
        root = package.root(kind)
        if root is not None:
            yield Story(package.name(kind), kind, root)


def _each_once(faults: Iterable[Fault]) -> Iterator[tuple[Fault, int]]:
    """Each fault with how many others say the same of the same part."""
    first: dict[tuple[str, str, str], Fault] = {}
    more: dict[tuple[str, str, str], int] = {}
    told: dict[str, int] = {}
    for fault in faults:
        key = (fault.rule.id, fault.part, fault.message)
        more[key] = more.get(key, -1) + 1
        if key not in first and told.get(fault.rule.id, 0) < MOST_OF_A_RULE:
            first[key] = fault
            told[fault.rule.id] = told.get(fault.rule.id, 0) + 1
    yield from ((fault, more[key]) for key, fault in first.items())


def _issue(fault: Fault, places: FaultPlaces, more: int) -> Issue:
    message = f"{fault.message} (and {more} more times)" if more > 0 else fault.message
    return fault.rule.issue(places.where(fault), message, fault.mend)
