"""Writing a narrative part by part, so that only what changed is written again.

A part is what stands under one heading of the first or second level. As written it depends on its
own source, on where it begins, and on what expressions may name. Where the text alone tells the
parts of a narrative, each is kept under the digest of these; a narrative that cannot be parted, or
in which anything is wrong, is written as a whole, so that it says and prints the same either way.
Nothing here needs Jinja or Markdown until a part must be written.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from generator.config.files import ReportFolder
from generator.errors import InputProblems
from generator.model.digests import bytes_digest, digest
from generator.model.document import Block, Grid, ListBlock, ListItem, Quote
from generator.model.findings import Findings
from generator.model.frozen import dataclass
from generator.model.narrative import Narrative, NarrativeSection, Words
from generator.model.report import Prose, Report

_HEADING = re.compile(r"^##?(?=[ \t]|$)", re.MULTILINE)
# What may reach over a heading, or make one that the pattern does not know.
_WHOLE = re.compile(
    r"^[ \t>]*(?:```|~~~)|^[ \t]*=+[ \t]*$|^[ \t>*+.)\d-]*\[(?!\^)[^\]\[]{1,999}\]:|<!--"
    r"|\{%[-+]?\s*(?:set|macro|raw|call)",
    re.MULTILINE,
)
_NOTE = re.compile(r"\[\^([^\]\s]+)\](:?)")
_BEGIN = re.compile(r"\{%[-+]?\s*(?:if|for)\b")
_END = re.compile(r"\{%[-+]?\s*end(?:if|for)\b")
_FILE = re.compile(r"\bcsv_")  # reads a file, whose content is in no key


@dataclass(frozen=True, slots=True)
class WrittenPart:
    """A part of a narrative. begins: the section that begins with it, without blocks.

    count: how many places of the section are given out by its end.
    """

    begins: NarrativeSection | None
    blocks: tuple[Block, ...]
    count: int


Kept = WrittenPart | tuple[Block, ...]


class PartStore(Protocol):
    """What was written before, kept by a key that stands for all that it was made from."""

    def get(self, key: str) -> Kept | None:
        """A kept part or text, or None."""

    def put(self, key: str, written: Kept) -> None:
        """Keep a part or a text."""

    def borne(self, section: str) -> frozenset[str]:
        """Keys of passages of a section whose claims the figures bear, as far as is known."""

    def put_borne(self, section: str, keys: Collection[str]) -> None:
        """Keep these keys, and no others of the section."""


@dataclass(frozen=True, slots=True)
class Known:
    """All that expressions may name. folder: where csv_table() reads from."""

    findings: Findings
    report: Report
    words: Words
    folder: ReportFolder | None = None


def write_kept_narrative(source: str, where_file: str, known: Known, store: PartStore) -> Narrative:
    """As write_narrative, with what the store has of it.

    The store holds what was made of the same findings, report and words. Raises InputProblems.
    """
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    sections = _by_part(source, where_file, known, store)
    if sections is None:
        return _write(source, where_file, known)
    return Narrative(sections, where_file)


def write_kept_prose(prose: Prose, known: Known, store: PartStore) -> tuple[Block, ...]:
    """As write_prose, from the store where it has it. Raises InputProblems."""
    key = digest(repr(prose.where).encode(), prose.text.encode())
    reads_files = _FILE.search(prose.text) is not None
    blocks = None if reads_files else store.get(key)
    if not isinstance(blocks, tuple):
        from generator.narrative.write import write_prose

        blocks = write_prose(prose, known.findings, known.report, known.words, known.folder)
        if not reads_files:
            store.put(key, blocks)
    return blocks


def _write(source: str, where_file: str, known: Known) -> Narrative:
    from generator.narrative.write import write_narrative

    given = (known.findings, known.report, known.words, known.folder)
    return write_narrative(source, where_file, *given)


def _by_part(
    source: str, where_file: str, known: Known, store: PartStore
) -> tuple[NarrativeSection, ...] | None:
    """The sections; None where the whole must be written."""
    sections: list[NarrativeSection] = []
    writer = _PartWriter(where_file, known, store)
    try:
        for line, text in part_sources(source):
            if _begins_section(text) and sections:
                writer.finish(sections[-1])
            part = writer.part(line, text, sections[-1].key if sections else "")
            if part.begins is not None:
                sections.append(part.begins)
            last = sections[-1]
            sections[-1] = replace(last, blocks=(*last.blocks, *part.blocks))
        if sections:
            writer.finish(sections[-1])
    except InputProblems:
        return None
    return tuple(sections) if sections and _apart(sections) else None


class _PartWriter:
    """Takes parts from the store, or writes them. Raises InputProblems where anything is wrong."""

    def __init__(self, where_file: str, known: Known, store: PartStore) -> None:
        self.where_file, self.known, self.store = where_file, known, store
        self.count = 0
        self.names: dict[str, Any] = {}
        self.new: dict[str, WrittenPart] = {}

    def part(self, line: int, text: str, section: str) -> WrittenPart:
        """The part. section: the key of the section that it goes on with where it begins none."""
        if is_first := _begins_section(text):
            section, self.count = "", 0
        told = (self.where_file, section, str(self.count), str(line), text)
        key = digest(*(part.encode() for part in told))
        kept = None if _FILE.search(text) else self.store.get(key)
        part = kept if isinstance(kept, WrittenPart) else self._write(line, text, section)
        if is_first != (part.begins is not None):
            raise InputProblems(())
        if part is not kept:
            self.new["" if _FILE.search(text) else key] = part
        self.count = part.count
        return part

    def _write(self, line: int, text: str, section: str) -> WrittenPart:
        from generator.narrative.write import names_known, section_of, write_part

        known = self.known
        if not self.names:
            self.names = names_known(known.findings, known.report, known.words, known.folder)
        source = "\n" * (line - 1) + text
        written = write_part(source, self.where_file, self.names, section, self.count)
        begins = None if written.start is None else section_of(written.start, ())
        return WrittenPart(begins, written.blocks, written.places)

    def finish(self, section: NarrativeSection) -> None:
        """Keep what is new in a section, if the figures bear all of its words."""
        borne = self.store.borne(section.key)
        if not self.new:
            return
        self.store.put_borne(section.key, self._borne(section, borne))
        for key, part in self.new.items():
            if key:
                self.store.put(key, part)
        self.new = {}

    def _borne(self, section: NarrativeSection, before: Collection[str]) -> list[str]:
        """The keys of all passages of a section. before: those that were found right earlier."""
        from generator.narrative.claims import claims_in, groups_of

        keys = []
        for group in groups_of(section.blocks):
            key = bytes_digest(repr([one._replace(line=0) for one in group]).encode())
            if key not in before and any(claims_in(group, self.known.findings, self.known.words)):
                raise InputProblems(())
            keys.append(key)
        return keys


def part_sources(source: str) -> list[tuple[int, str]]:
    """(line, source) of each part, the first of a section first; none where the text alone does
    not tell them. Parts of a section that belong together, as by a footnote, are one.
    """
    starts = [found.start() for found in _HEADING.finditer(source)]
    if not starts or source[: starts[0]].strip() or _WHOLE.search(source):
        return []
    parts: list[tuple[int, str]] = []
    begun = starts[0]
    for end in (*starts[1:], len(source)):
        part = source[begun:end]
        if _is_closed(part):
            parts.append((source.count("\n", 0, begun) + 1, part))
            begun = end
        elif end == len(source) or not source.startswith("##", end):
            return []
    return parts if _begins_section(parts[0][1]) else []


def _begins_section(part: str) -> bool:
    return not part.startswith("##")


def _is_closed(part: str) -> bool:
    """Whether nothing that begins in a section ends outside, nor the other way round."""
    notes = [found.groups() for found in _NOTE.finditer(part)]
    used = {label for label, colon in notes if not colon}
    defined = {label for label, colon in notes if colon}
    return (
        used == defined
        and part.count("{{") == part.count("}}")
        and len(_BEGIN.findall(part)) == len(_END.findall(part))
    )


def _apart(sections: Iterable[NarrativeSection]) -> bool:
    """Whether no key and no name stands twice: a narrative written whole says which."""
    keys: set[str] = set()
    names: set[str] = set()
    for section in sections:
        for name in _names(section.blocks):
            if name in names:
                return False
            names.add(name)
        if section.key in keys:
            return False
        keys.add(section.key)
    return True


def _names(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _named(block)
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from _named(item)
                yield from _names(item.blocks)
        elif isinstance(block, Quote):
            yield from _names(block.blocks)
        elif isinstance(block, Grid):
            for cell in block.cells:
                yield from _names(cell)


def _named(one: Block | ListItem) -> Iterator[str]:
    if name := getattr(one, "name", ""):
        yield name
    yield from getattr(one, "aliases", ())
