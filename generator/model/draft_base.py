"""What a draft carries of itself: each text as printed and as written, and where it comes from.

Read from the custom XML part of a .docx that came back (word/writing/base_text.py has its form).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.model.frozen import dataclass
from generator.model.surroundings import Beside, PageSection


@dataclass(frozen=True, slots=True)
class BaseSpan:
    """Characters at:to of a printed text that are other than plain words, as ReadText's spans.

    value: the key of a computed figure. reference: the name that it points at. note: a footnote.
    """

    at: int
    to: int
    bold: bool = False
    italic: bool = False
    superscript: bool = False
    link: str = ""
    value: str = ""
    reference: str = ""
    note: bool = False


@dataclass(frozen=True, slots=True)
class BaseEntry:
    """One text of a draft. Fields as Origin's; printed and source are '' for none.

    kind: 'paragraph', 'heading', 'item', 'cell', 'footnote', 'caption', 'note', 'title',
    'description', 'front-matter'. mark: its bookmark, or ''. lead: what is printed before it.
    aliases: its further names.
    shape: 'heading 2', 'bullet 0' or '1. 1' (an item's marker, and how deep it stands), 'quote'; ''
    for a plain paragraph.
    """

    kind: str
    printed: str
    source: str = ""
    mark: str = ""
    name: str = ""
    unit: str = ""
    by: str = "program"
    file: str = ""
    line: int = 0
    end: int = 0
    section: str = ""
    place: str = ""
    repeated: bool = False
    lead: str = ""
    shape: str = ""
    aliases: tuple[str, ...] = ()
    spans: tuple[BaseSpan, ...] = ()

    @property
    def written(self) -> bool:
        """Whether a person wrote it."""
        return self.by == "person"


@dataclass(frozen=True, slots=True)
class DraftBase:
    """All of a draft. folder: the report's name. draft: its digest.

    sign_offs: (unit, text) as printed. values: bookmark -> (key, text). pages: name -> what a
    template prints of the report in headers, footers and its own lines; none in older drafts.
    sections: its pages with their headers and footers, beside: what is printed or read out besides
    texts; none in older drafts.
    """

    folder: str
    format: str
    draft: str
    entries: tuple[BaseEntry, ...] = ()
    sign_offs: tuple[tuple[str, str], ...] = ()
    values: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[PageSection, ...] = ()
    beside: tuple[Beside, ...] = ()
