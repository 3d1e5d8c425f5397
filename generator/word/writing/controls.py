"""Content controls: each section of the report in a locked block control of its own.

    <w:sdt>
      <w:sdtPr><w:alias w:val="Background"/><w:tag w:val="section:background"/>
        <w:id w:val="1830296117"/><w:lock w:val="sdtLocked"/>
        <w:docPartObj><w:docPartGallery w:val="Quick Parts"/>
          <w:docPartCategory w:val="section:background"/></w:docPartObj></w:sdtPr>
      <w:sdtContent> heading, paragraphs, tables ... </w:sdtContent>
    </w:sdt>

`sdtLocked` lets officers write in a section but not delete the control by accident. The tag is what
the section is found by when the file comes back. It stands a second time in w:docPartObj, for the
sake of LibreOffice: that turns a block control of rich text into an inline one around the first
paragraph, drops its tag and breaks the fields in it, but hands a control of the building-block kind
on as it is, but for tag and lock (7.4). Section marks that survive anything are the bookmarks
`_sec_...` on the headings: without controls, a section runs to the next of them. Ids come from the
tag, so they are the same in each build.
"""

from __future__ import annotations

from generator.model.digests import short_digest
from generator.word.package.xml_text import clean, escape

SECTION_TAG = "section:"
GALLERY = "Quick Parts"
CONTROL_END = "</w:sdtContent></w:sdt>"
_LONGEST = 64  # what Word takes for a tag or a title


def control_id(tag: str) -> int:
    """A positive 31-bit id from a tag; Word wants them unique in a document."""
    return int(short_digest(tag), 16) % 0x7FFFFFFE + 1


def block_control(tag: str, alias: str, content: str, lock: bool = True) -> str:
    """A block content control around blocks. A tag too long for Word ends in a digest."""
    if len(tag) > _LONGEST:
        tag = f"{tag[:55]}-{short_digest(tag)}"
    name = f'<w:alias w:val="{escape(clean(alias)[:_LONGEST])}"/>' if alias else ""
    locked = '<w:lock w:val="sdtLocked"/>' if lock else ""
    return (
        f'<w:sdt><w:sdtPr>{name}<w:tag w:val="{escape(tag)}"/><w:id w:val="{control_id(tag)}"/>'
        f'{locked}<w:docPartObj><w:docPartGallery w:val="{GALLERY}"/>'
        f'<w:docPartCategory w:val="{escape(tag)}"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{content}{CONTROL_END}"
    )
