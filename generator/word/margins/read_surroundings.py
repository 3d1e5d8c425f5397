"""A .docx read with what stands round its text: headers, footers, pages, document properties."""

from __future__ import annotations

from dataclasses import replace

from generator.model.readings import ReadDocument
from generator.model.surroundings import Surroundings
from generator.word.margins.read_beside import read_beside
from generator.word.margins.read_properties import read_properties
from generator.word.margins.read_sections import ReadSections
from generator.word.reading.read_word import read_opened
from generator.word.reading.word_file import WordFile, open_word


def read_whole(data: bytes) -> ReadDocument:
    """Read a .docx as `read_word` does, and what stands round its text. Raises PackageError."""
    file = open_word(data)
    return replace(read_opened(file), around=read_surroundings(file))


def read_surroundings(file: WordFile) -> Surroundings:
    """What stands round the text of a file. Raises PackageError for damaged parts."""
    read = ReadSections(file.parts, file.main)
    root = file.parts.xml(file.main)
    sections, beside = tuple(read.of(root)), read_beside(file.parts, file.main, root)
    authors, asides = tuple(read.authors.items()), tuple(read.asides)
    return Surroundings(sections, authors, asides, read_properties(file.parts), beside)
