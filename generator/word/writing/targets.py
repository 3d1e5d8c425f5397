"""What references point at: every name of a document, and how Word is asked for its number.

| name of                   | bookmark around        | asked with   |
| ------------------------- | ---------------------- | ------------ |
| section, numbered         | the heading's text     | REF ... \\w   |
| appendix                  | 'Appendix 1' alone     | REF ...      |
| numbered paragraph        | the paragraph's text   | REF ... \\w   |
| list item                 | the item's text        | REF ... \\n   |
| figure, table             | 'Table 2' alone        | REF ...      |
| ... by its number only    | '2' alone              | REF ...      |
| anything without a number | its text               | a link to it |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.document import (
    Block,
    Chart,
    Document,
    Grid,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    Reference,
    Section,
    Table,
)
from generator.model.frozen import dataclass
from generator.model.walk import Content, change_contents
from generator.word.package.bookmarks import Bookmarks
from generator.word.writing.contents import contents_entries


@dataclass(frozen=True, slots=True)
class FieldTarget:
    """A named thing: its bookmark, and the switch that gives its number ('w', 'n', '' its text).

    numbered is False where there is no number to ask for: a reference is then a link.
    number_bookmark: of a caption or appendix, around the number alone ('Tables 2 and 3').
    """

    bookmark: str
    switch: str = ""
    numbered: bool = True
    number_bookmark: str = ""


def find_targets(document: Document, bookmarks: Bookmarks) -> dict[str, FieldTarget]:
    """Every name in the document. Section keys count as names where no block has them."""
    targets: dict[str, FieldTarget] = {}
    for section in document.sections:
        for name, target in _in_blocks(section.blocks, bookmarks):
            targets[name] = target
    for section in document.sections:
        if section.key and section.key not in targets:
            targets[section.key] = _of_section(section, bookmarks)
    return targets


def _of_section(section: Section, bookmarks: Bookmarks) -> FieldTarget:
    if section.label:
        return _captioned(section.key, bookmarks)
    return FieldTarget(bookmarks.name("_sec_", section.key), "w", section.numbered)


def _captioned(name: str, bookmarks: Bookmarks) -> FieldTarget:
    return FieldTarget(bookmarks.name("_cap_", name), number_bookmark=bookmarks.name("_num_", name))


def _in_blocks(blocks: Iterable[Block], bookmarks: Bookmarks) -> Iterator[tuple[str, FieldTarget]]:
    for block in blocks:
        match block:
            case Paragraph() | Heading() if block.name:
                for name in (block.name, *block.aliases):
                    mark = bookmarks.name("_ref_", name)
                    yield name, FieldTarget(mark, "w", block.numbered)
            case Table() | Chart() if block.name:
                yield block.name, _captioned(block.name, bookmarks)
            case Grid():
                for cell in block.cells:
                    yield from _in_blocks(cell, bookmarks)
            case Quote():
                yield from _in_blocks(block.blocks, bookmarks)
            case ListBlock():
                for item in block.items:
                    for name in (item.name, *item.aliases) if item.name else ():
                        mark = bookmarks.name("_ref_", name)
                        yield name, FieldTarget(mark, "n", block.marker != "bullet")
                    yield from _in_blocks(item.blocks, bookmarks)


def sections_led_to(document: Document) -> set[str]:
    """The sections whose own bookmark a reference, a link or the contents list leads to.

    A reference to an appendix leads to its label.
    """
    listed = any(section.kind == "contents" for section in document.sections)
    found = {entry.key for entry in contents_entries(document)} if listed else set()
    found |= _names_led_to(document) - {one.key for one in document.sections if one.label}
    return found


def _names_led_to(document: Document) -> set[str]:
    found: set[str] = set()

    def look(content: Content, _line: int) -> Content:
        for inline in content:
            if isinstance(inline, Reference):
                found.add(inline.target)
            elif isinstance(inline, Link) and inline.url.startswith("#"):
                found.add(inline.url[1:])
        return content

    for section in document.sections:
        change_contents(section.blocks, look)
    return found
