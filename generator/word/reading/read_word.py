"""A .docx read: by Word, LibreOffice, ONLYOFFICE or anybody, with tracked changes or without.

The file is walked through twice, once for each reading, paragraph by paragraph in order; what is
tracked, commented on and bookmarked is noted on the way. Nothing in it is run, fetched or mended.
"""

from __future__ import annotations

from generator.model.readings import ReadDocument, ReadText
from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, clark
from generator.word.reading.asides import read_asides
from generator.word.reading.comment_ranges import CommentRanges
from generator.word.reading.comment_threads import read_comments
from generator.word.reading.counted_numbers import CountedNumbers
from generator.word.reading.file_notices import notices, saved_by
from generator.word.reading.inline_reader import Shared
from generator.word.reading.pictures import read_pictures
from generator.word.reading.read_styles import ReadStyles
from generator.word.reading.revision_log import RevisionLog
from generator.word.reading.story_reader import StoryReader
from generator.word.reading.table_walk import TableCounter
from generator.word.reading.text_builder import TextBuilder
from generator.word.reading.view import ACCEPTED, REJECTED, TRACKED, View
from generator.word.reading.word_file import WordFile, open_word

_NOTES = {"": "footnote", "e": "endnote"}


def read_word(data: bytes) -> ReadDocument:
    """Read a .docx.

    Raises PackageError, without a place, for what is no .docx, is protected by a password, damaged,
    holds macros, has no text, includes other files, or unpacks to more than a document can need.
    """
    return read_opened(open_word(data))


def read_opened(file: WordFile) -> ReadDocument:
    """Read a file that is open. Raises PackageError for parts that are damaged."""
    log, comments = RevisionLog(), CommentRanges()
    accepted = tuple(text.finish() for text in _texts(file, ACCEPTED, log, comments))
    led = {one.reference for text in accepted for one in text.spans if not one.page}
    program = saved_by(file.parts)
    return ReadDocument(
        accepted,
        _rejected(file) if _is_tracked(file) else accepted,
        log.revisions(len(accepted)),
        read_comments(file, comments, program.startswith("LibreOffice")),
        read_pictures(file),
        notices(file),
        read_asides(file.body, bool(program)),
        CountedNumbers(file, led - {""}),
    )


def _rejected(file: WordFile) -> tuple[ReadText, ...]:
    return tuple(text.finish() for text in _texts(file, REJECTED, None, CommentRanges()))


def _is_tracked(file: WordFile) -> bool:
    """Whether the two readings may differ; half of the time goes into the second one."""
    stories = [file.body, *(file.part(f"{kind}s") for kind in _NOTES.values())]
    return any(one is not None and next(one.iter(*TRACKED), None) is not None for one in stories)


def read_placed(file: WordFile) -> tuple[tuple[ReadText, tuple[Element, ...]], ...]:
    """The accepted texts of a file, each with the w:p that it stands in: several where joined."""
    texts = _texts(file, ACCEPTED, None, CommentRanges())
    return tuple((text.finish(), tuple(text.paragraphs)) for text in texts)


def _texts(
    file: WordFile, view: View, log: RevisionLog | None, comments: CommentRanges
) -> list[TextBuilder]:
    """The texts of the body, then of the notes that it refers to, in one reading."""
    finished: list[TextBuilder] = []
    named: list[str] = []
    styles, lists = ReadStyles(file.part("styles")), ReadLists(file.part("numbering"))
    shared = Shared(view, styles, log, comments, named, finished.__len__)
    reader = StoryReader(shared, lists, TableCounter(), finished)
    reader.read(file.body, file.links())
    notes = {prefix: _notes(file, kind) for prefix, kind in _NOTES.items()}
    links = {prefix: file.links(f"{kind}s") for prefix, kind in _NOTES.items()}
    for name in dict.fromkeys(named):
        prefix = "e" if name.startswith("e") else ""
        note = notes[prefix].get(name.removeprefix(prefix))
        if note is not None:
            reader.read(note, links[prefix], name)
    return finished


def _notes(file: WordFile, kind: str) -> dict[str, Element]:
    """The notes of a part by id, without the lines that Word draws itself."""
    root = file.part(f"{kind}s")
    nodes = [] if root is None else root.findall(clark(f"w:{kind}"))
    return {
        node.get(clark("w:id"), ""): node
        for node in nodes
        if node.get(clark("w:type"), "normal") == "normal"
    }
