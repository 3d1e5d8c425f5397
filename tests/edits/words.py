"""Words put in, taken out, replaced and made bold."""

from __future__ import annotations

from copy import deepcopy

from generator.word.package.elements import Element, clark, w
from generator.word.package.parts import DOCUMENT
from tests.edits.pieces import (
    BOOKMARKS,
    FINANCE,
    Officer,
    Opened,
    drop_empty_bookmarks,
    edit,
    new_run,
    remove,
    run_text,
    text,
    wrap,
)

INS = clark("w:ins")
FOOTNOTES = "word/footnotes.xml"


def insert_words(
    data: bytes,
    beside: str,
    words: str,
    by: Officer = FINANCE,
    *,
    before: bool = False,
    tracked: bool = True,
    nth: int = 0,
    part: str = DOCUMENT,
) -> bytes:
    """Type words after (or before) others.

    As in Word, what is typed at a bookmark's end is outside it, and at its beginning inside.
    """

    def change(opened: Opened) -> None:
        runs = opened.runs(beside, nth)
        place = runs[0] if before else runs[-1]
        _put(opened, place, new_run(words, place), before, tracked)

    return edit(data, by, change, part)


def delete_words(
    data: bytes,
    words: str,
    by: Officer = FINANCE,
    *,
    tracked: bool = True,
    nth: int = 0,
    part: str = DOCUMENT,
) -> bytes:
    """Select words and press Delete."""

    def change(opened: Opened) -> None:
        paragraph = opened.paragraph(words, nth)
        take_out(opened, opened.runs(words, nth), tracked)
        if not tracked:
            drop_empty_bookmarks(paragraph)

    return edit(data, by, change, part)


def replace(
    data: bytes,
    old: str,
    new: str,
    by: Officer = FINANCE,
    *,
    tracked: bool = True,
    nth: int = 0,
    part: str = DOCUMENT,
) -> bytes:
    """Select words and type others: these stand behind a bookmark that ends with the old ones."""

    def change(opened: Opened) -> None:
        paragraph = opened.paragraph(old, nth)
        runs = opened.runs(old, nth)
        _put(opened, runs[-1], new_run(new, runs[-1]), False, tracked)
        take_out(opened, runs, tracked)
        if not tracked:
            drop_empty_bookmarks(paragraph)

    return edit(data, by, change, part)


def overtype(
    data: bytes, bookmark: str, new: str, by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Change a computed figure from within, so that its bookmark stays round it."""

    def change(opened: Opened) -> None:
        runs = _inside(opened.root, bookmark)
        made = new_run(new, runs[-1])
        runs[-1].addnext(opened.change("ins", made) if tracked else made)
        take_out(opened, runs, tracked)

    return edit(data, by, change)


def make_bold(data: bytes, words: str, by: Officer = FINANCE, *, tracked: bool = True) -> bytes:
    """Select words and press Ctrl+B."""

    def change(opened: Opened) -> None:
        for run in opened.runs(words):
            look = run.find(clark("w:rPr"))
            old = w("rPr") if look is None else deepcopy(look)
            if look is None:
                look = w("rPr")
                run.insert(0, look)
            named = look.find(clark("w:rStyle"))
            look.insert(0 if named is None else 1, w("b"))
            if tracked:
                look.append(opened.change("rPrChange", old))

    return edit(data, by, change)


def edit_footnote(
    data: bytes, old: str, new: str, by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Replace words in a footnote."""
    return replace(data, old, new, by, tracked=tracked, part=FOOTNOTES)


def _put(opened: Opened, place: Element, run: Element, before: bool, tracked: bool) -> None:
    """Put a run beside another; in what somebody else inserted, that insertion is parted."""
    around = place.getparent()
    made = opened.change("ins", run) if tracked and not _own(opened, around) else run
    if around is not None and around.tag == INS and made is not run:
        index = around.index(place) + (0 if before else 1)
        place, before = around, index == 0
        if 0 < index < len(around):
            _part(around, index)
    if before:
        place.addprevious(made)
        return
    following = place.getnext()
    while following is not None and following.tag in BOOKMARKS:
        place, following = following, following.getnext()
    place.addnext(made)


def _part(around: Element, index: int) -> None:
    """Part an insertion in two before one of its runs."""
    second = deepcopy(around)
    for node in list(second)[:index]:
        second.remove(node)
    for node in list(around)[index:]:
        around.remove(node)
    around.addnext(second)


def _own(opened: Opened, around: Element | None) -> bool:
    return (
        around is not None and around.tag == INS and around.get(clark("w:author")) == opened.by.name
    )


def take_out(opened: Opened, runs: list[Element], tracked: bool) -> None:
    """Delete runs. What the officer inserted himself, or was not tracked, is gone at once."""
    for run in runs:
        if not tracked or _own(opened, run.getparent()):
            around = run.getparent()
            remove(run)
            if around is not None and around.tag == INS and not len(around):
                remove(around)
            continue
        for piece in list(run.iter(clark("w:t"))):
            run.replace(piece, text(piece.text or "", "delText"))
        wrap(run, opened.change("del"))


def _inside(root: Element, name: str) -> list[Element]:
    """The runs with text between the start and the end of a bookmark."""
    path = f"//w:bookmarkStart[@w:name='{name}']"
    (start,) = root.xpath(path, namespaces={"w": INS[1:-4]})
    found, node = [], start.getnext()
    while node is not None and node.get(clark("w:id")) != start.get(clark("w:id")):
        found += [run for run in node.iter(clark("w:r")) if run_text(run)]
        node = node.getnext()
    return found
