"""Paragraphs split, joined, moved, put in and taken out; rows of tables put in and taken out."""

from __future__ import annotations

from copy import deepcopy

from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT
from tests.edits.pieces import (
    BOOKMARKS,
    FINANCE,
    Officer,
    Opened,
    change_mark,
    edit,
    live_runs,
    new_run,
    properties,
    remove,
    wrap,
)
from tests.edits.words import take_out

_NOTE = clark("w:footnoteReference")


def split(data: bytes, before: str, by: Officer = FINANCE, *, tracked: bool = True) -> bytes:
    """Press Enter before words: the new mark ends the first half, the old one the second."""

    def change(opened: Opened) -> None:
        first = opened.runs(before)[0]
        paragraph = next(first.iterancestors(clark("w:p")))
        while first.getparent() is not paragraph:
            first = first.getparent()
        half = w("p", deepcopy(properties(paragraph)))
        for node in list(paragraph)[1 : paragraph.index(first)]:
            half.append(node)
        paragraph.addprevious(half)
        if tracked:
            change_mark(half, opened.change("ins"))

    return edit(data, by, change)


def join(data: bytes, words: str, by: Officer = FINANCE, *, tracked: bool = True) -> bytes:
    """Delete the mark of the paragraph that says the words: the next one follows on."""

    def change(opened: Opened) -> None:
        first = opened.paragraph(words)
        if tracked:
            change_mark(first, opened.change("del"))
            return
        second = first.getnext()
        for index, node in enumerate(list(first)[1:] if len(first) else []):
            second.insert(index + 1, node)
        remove(first)

    return edit(data, by, change)


def add_paragraph(
    data: bytes, after: str, words: str, by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Press Enter behind a paragraph and type: the new mark stays on the old words."""

    def change(opened: Opened) -> None:
        old = opened.paragraph(after)
        runs = [run for run, _ in live_runs(old)]
        run = new_run(words, runs[-1] if runs else None)
        said = deepcopy(properties(old))
        old.addnext(w("p", said, opened.change("ins", run) if tracked else run))
        if tracked:
            change_mark(old, opened.change("ins"))

    return edit(data, by, change)


def delete_paragraph(
    data: bytes, words: str, by: Officer = FINANCE, *, tracked: bool = True, part: str = DOCUMENT
) -> bytes:
    """Select a paragraph with its mark and press Delete."""

    def change(opened: Opened) -> None:
        paragraph = opened.paragraph(words)
        if not tracked:
            remove(paragraph)
            return
        _delete_all(opened, paragraph)

    return edit(data, by, change, part)


def move_paragraph(
    data: bytes,
    words: str,
    after: str,
    by: Officer = FINANCE,
    *,
    tracked: bool = True,
    marks_go: bool = False,
) -> bytes:
    """Cut a paragraph and paste it after another. marks_go: its bookmarks go with it."""

    def change(opened: Opened) -> None:
        old, target = opened.paragraph(words), opened.paragraph(after)
        if next(old.iter(_NOTE), None) is not None:
            raise ValueError("a paragraph with a footnote is not moved")
        if not tracked:
            target.addnext(old)
            return
        new = deepcopy(old)
        for mark in list((old if marks_go else new).iter(*BOOKMARKS)):
            remove(mark)
        name = f"move{opened.number()}"
        target.addnext(new)
        _as_half(opened, old, "moveFrom", name)
        _as_half(opened, new, "moveTo", name)

    return edit(data, by, change)


def _as_half(opened: Opened, paragraph: Element, tag: str, name: str) -> None:
    for run in list(paragraph.iter(clark("w:r"))):
        wrap(run, opened.change(tag))
    change_mark(paragraph, opened.change(tag))
    start = opened.change(f"{tag}RangeStart", name=name)
    properties(paragraph).addnext(start)
    paragraph.addnext(w(f"{tag}RangeEnd", id=start.get(clark("w:id"), "")))


def _delete_all(opened: Opened, paragraph: Element) -> None:
    for run in list(paragraph.iter(clark("w:r"))):
        for code in run.iter(clark("w:instrText")):
            code.tag = clark("w:delInstrText")
        take_out(opened, [run], True)
    change_mark(paragraph, opened.change("del"))


def add_row(
    data: bytes, after: str, cells: list[str], by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Insert a row below the one that says the words, and fill it."""

    def change(opened: Opened) -> None:
        old = next(opened.paragraph(after).iterancestors(clark("w:tr")))
        made = w("tr")
        if old.find(clark("w:trPr")) is not None:
            made.append(deepcopy(old.find(clark("w:trPr"))))
        for cell, words in zip(old.iterfind(clark("w:tc")), cells, strict=True):
            run = new_run(words, None)
            style = deepcopy(properties(next(cell.iter(clark("w:p")))))
            new = w("p", style, opened.change("ins", run) if tracked else run)
            if tracked:
                change_mark(new, opened.change("ins"))
            made.append(w("tc", *deepcopy(cell.findall(clark("w:tcPr"))), new))
        if tracked:
            _row_change(made, opened.change("ins"))
        old.addnext(made)

    return edit(data, by, change)


def delete_row(data: bytes, words: str, by: Officer = FINANCE, *, tracked: bool = True) -> bytes:
    """Delete the row that says the words."""

    def change(opened: Opened) -> None:
        row = next(opened.paragraph(words).iterancestors(clark("w:tr")))
        if not tracked:
            remove(row)
            return
        for paragraph in list(row.iter(clark("w:p"))):
            _delete_all(opened, paragraph)
        _row_change(row, opened.change("del"))

    return edit(data, by, change)


def delete_table(data: bytes, words: str, by: Officer = FINANCE, *, caption: str = "") -> bytes:
    """Delete the whole table that says the words, and the paragraph of its caption."""

    def change(opened: Opened) -> None:
        remove(next(opened.paragraph(words).iterancestors(clark("w:tbl"))))
        if caption:
            remove(opened.paragraph(caption))

    return edit(data, by, change)


def _row_change(row: Element, change: Element) -> None:
    said = row.find(clark("w:trPr"))
    if said is None:
        said = w("trPr")
        row.insert(0, said)
    said.append(change)
