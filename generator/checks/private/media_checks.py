"""What lies behind charts and in the files of pictures."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.held import Held
from generator.checks.private.known_people import known_people
from generator.checks.private.private_rules import (
    PICTURE_CROPPED,
    PICTURE_DATA,
    WORKBOOK_MORE,
)
from generator.model.issues import Issue
from generator.model.release.paper_media import PaperPicture, PaperWorkbook

_SHOWN = 5


def check_workbooks(held: Held) -> Iterator[Issue]:
    """Workbooks that hold more than their charts show."""
    paper, known = held.paper, known_people(held)
    for drawing in paper.drawings:
        book = drawing.chart.book if drawing.chart is not None else None
        if book is None:
            continue
        name = (drawing.chart.title if drawing.chart else "") or drawing.name or book.part
        told = list(_more(book))
        told += [f"the name {one}" for one in book.people if not known.has_name(one)]
        if told:
            what = f"the workbook of the chart {name!r} holds {'; '.join(told)}"
            yield held.issue(WORKBOOK_MORE, paper.where(drawing.text, name), what)


def _more(book: PaperWorkbook) -> Iterator[str]:
    """What a workbook holds beyond the figures of its chart."""
    if book.hidden:
        yield f"hidden sheets ({', '.join(book.hidden)})"
    if book.more:
        cells = ", ".join(book.more[:_SHOWN])
        yield f"cells that are not shown ({cells}{', ...' if len(book.more) > _SHOWN else ''})"
    elif len(book.sheets) > 1 and not book.hidden:
        yield f"{len(book.sheets)} sheets ({', '.join(book.sheets)})"
    if book.names:
        yield f"defined names ({', '.join(book.names[:_SHOWN])})"
    if book.comments:
        yield "comments"
    if book.pivots:
        yield "the data behind a pivot table"


def check_pictures(held: Held) -> Iterator[Issue]:
    """Pictures that say who took them and where, and those of which a part is cut off."""
    paper, known = held.paper, known_people(held)
    for drawing in paper.drawings:
        picture = drawing.picture
        if picture is None:
            continue
        named = f"the picture {drawing.alternative[:40] or drawing.name or picture.part!r}"
        where = paper.where(drawing.text, drawing.alternative or drawing.name)
        author = "" if known.has_name(picture.author) else picture.author
        told = ", ".join(_told(picture, author))
        if told:
            yield held.issue(PICTURE_DATA, where, f"{named} says {told}")
        if picture.cropped:
            what = f"{named} is cropped, and holds what was cut off"
            yield held.issue(PICTURE_CROPPED, where, what)


def _told(picture: PaperPicture, author: str) -> Iterator[str]:
    if picture.located:
        yield "where it was taken"
    if author:
        yield f"who made it ({author})"
    if (picture.located or author) and picture.device:
        yield f"with what ({picture.device})"
