"""A .docx read for the checks: whatever made it. Nothing in it is run, fetched or mended."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from generator.model.release.paper import EDITORS, Paper, PaperComment, PaperDrawing
from generator.word.lists.read_lists import ReadLists
from generator.word.package.elements import Element, clark
from generator.word.paper.drawings import read_drawing
from generator.word.paper.file_settings import (
    background,
    columns,
    custom_parts,
    editors,
    page,
    page_breaks,
    protection,
    sources,
    variables,
)
from generator.word.paper.known_charts import KnownCharts
from generator.word.paper.page_margins import page_margins
from generator.word.paper.paragraph_facts import Styles
from generator.word.paper.run_reader import comment
from generator.word.paper.text_walk import TextWalk
from generator.word.reading.base_part import read_base
from generator.word.reading.read_styles import ReadStyles
from generator.word.reading.word_file import WordFile, open_word
from generator.word.styles.look_styles import LookStyles

_MARKS = ("_p_", "_val_", "_sgn_")
_PROPERTY_PARTS = ("core-properties", "extended-properties", "custom-properties")


def read_paper(
    data: bytes | Mapping[str, bytes], file: str, charts: KnownCharts | None = None
) -> Paper:
    """Read a .docx, or the parts of one that was just written. file: its name as shown to people.

    charts: knows those that were read before. The base of what was just written is not read again.
    Raises PackageError, without a place, for what cannot be opened as a Word document.
    """
    opened = open_word(data)
    walk, drawings = _walked(opened, charts or KnownCharts())
    settings, sheet = opened.part("settings"), opened.part("styles")
    base = read_base(opened.parts, whole=isinstance(data, bytes))
    marked = any(name.startswith(_MARKS) for text in walk.texts for name in text.bookmarks)
    return Paper(
        file,
        tuple(walk.texts),
        tuple(walk.tables),
        tuple(drawings),
        _comments(opened, walk.runs.commented),
        tuple(walk.revisions),
        _properties(opened),
        {name: opened.parts.content_type(name) for name in opened.parts.names()},
        str(LookStyles(sheet, None).defaults.get("language", "")),
        protection(settings),
        background(opened.body),
        page(opened.body),
        base,
        base is not None or marked,
        tuple(walk.runs.controls),
        columns(opened.body),
        frozenset(one.upper() for one in walk.runs.instructions),
        page_breaks(opened.body),
        variables(settings),
        sources(opened),
        custom_parts(opened.parts),
        page_margins(opened),
    )


def _walked(file: WordFile, charts: KnownCharts) -> tuple[TextWalk, list[PaperDrawing]]:
    drawings: list[PaperDrawing] = []
    part = file.main
    theme, sheet = file.part("theme"), file.part("styles")
    styles = Styles(ReadStyles(sheet), ReadLists(file.part("numbering")), LookStyles(sheet, theme))

    def drawn(node: Element, index: int) -> None:
        drawings.append(read_drawing(node, index, file.parts, part, charts))

    walk = TextWalk(styles, drawn)
    walk.read(file.body, "body", part, file.links())
    for kind, prefix in (("footnote", ""), ("endnote", "e")):
        root = file.part(f"{kind}s")
        part = file.parts.related_part(file.main, f"{kind}s") or ""
        for note in [] if root is None else root.findall(clark(f"w:{kind}")):
            if note.get(clark("w:type"), "normal") == "normal":
                name = prefix + note.get(clark("w:id"), "")
                story = "endnote" if prefix else "footnote"
                walk.read(note, story, part, file.links(f"{kind}s"), name)  # type: ignore[arg-type]
    for related in file.parts.related(file.main):
        kind = related.type.rsplit("/", 1)[-1]
        if kind in ("header", "footer") and related.target in file.parts:
            part = related.target
            links = {one.id: one.target for one in file.parts.related(part) if one.external}
            walk.read(file.parts.xml(part), kind, part, links)  # type: ignore[arg-type]
    return walk, drawings


def _comments(file: WordFile, commented: dict[str, int]) -> tuple[PaperComment, ...]:
    root = file.part("comments")
    nodes = [] if root is None else root.findall(clark("w:comment"))
    return tuple(comment(one, commented.get(one.get(clark("w:id"), ""), -1)) for one in nodes)


def _properties(file: WordFile) -> dict[str, str]:
    found: dict[str, str] = {EDITORS: people} if (people := editors(file)) else {}
    for kind in _PROPERTY_PARTS:
        name = file.parts.related_part("", kind)
        for node in () if name is None else file.parts.xml(name):
            key = node.get("name") or etree.QName(node).localname
            found.setdefault(key, "".join(str(text) for text in node.itertext()).strip())
    return found
