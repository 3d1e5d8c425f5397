"""Footnotes and hyperlinks put in, changed and taken out."""

from __future__ import annotations

from generator.word.package.elements import clark, w
from generator.word.package.parts import DOCUMENT
from generator.word.writing.footnotes import notes_part
from tests.edits.pieces import BOOKMARKS, FINANCE, Officer, Opened, edit, new_run, wrap
from tests.edits.words import FOOTNOTES, INS, take_out

_ID = clark("r:id")
_FOOTNOTE_ID = clark("w:id")
_LINK = clark("w:hyperlink")


def add_footnote(
    data: bytes, after: str, words: str, by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Insert a footnote behind words."""

    def change(opened: Opened) -> None:
        notes = opened.parts.xml(notes_part(opened.parts))
        number = 1 + max(int(one.get(_FOOTNOTE_ID, "0")) for one in notes)
        said = new_run(f" {words}", None)
        own = w("p", w("r", w("footnoteRef")), opened.change("ins", said) if tracked else said)
        notes.append(w("footnote", own, id=number))
        run = w("r", w("footnoteReference", id=number))
        place = opened.runs(after)[-1]
        around = place.getparent()
        place = around if around is not None and around.tag == INS else place
        following = place.getnext()
        while following is not None and following.tag in BOOKMARKS:
            place, following = following, following.getnext()
        place.addnext(opened.change("ins", run) if tracked else run)

    return edit(data, by, change)


def delete_footnote(
    data: bytes, words: str, by: Officer = FINANCE, *, tracked: bool = True
) -> bytes:
    """Delete the number of the footnote that says the words: the note goes with it."""

    def change(opened: Opened) -> None:
        notes = opened.parts.xml(FOOTNOTES)
        (note,) = (one for one in notes if words in "".join(one.itertext()))
        number = note.get(_FOOTNOTE_ID)
        for mark in list(opened.root.iter(clark("w:footnoteReference"))):
            run = mark.getparent()
            if mark.get(_FOOTNOTE_ID) != number or run is None:
                continue
            if tracked:
                wrap(run, opened.change("del"))
            else:
                take_out(opened, [run], False)
        if tracked:
            said = [one for one in note.iter(clark("w:r")) if one.find(clark("w:t")) is not None]
            take_out(opened, said, True)
        else:
            notes.remove(note)

    return edit(data, by, change)


def link(data: bytes, words: str, address: str, by: Officer = FINANCE) -> bytes:
    """Make words a link, or one that goes elsewhere: Word does not track that."""

    def change(opened: Opened) -> None:
        target = opened.parts.relate(DOCUMENT, "hyperlink", address, external=True)
        for run in opened.runs(words):
            around = run.getparent()
            if around is not None and around.tag == _LINK:
                around.set(_ID, target)
                continue
            made = w("hyperlink")
            made.set(_ID, target)
            wrap(run, made)

    return edit(data, by, change)


def unlink(data: bytes, words: str, by: Officer = FINANCE) -> bytes:
    """Remove the link that words stand in; they stay."""

    def change(opened: Opened) -> None:
        around = next(opened.runs(words)[0].iterancestors(_LINK))
        for node in list(around):
            around.addprevious(node)
        parent = around.getparent()
        if parent is not None:
            parent.remove(around)

    return edit(data, by, change)
