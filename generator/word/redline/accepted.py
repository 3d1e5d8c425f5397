"""A text with all tracked changes accepted that it holds already, whoever made them.

Deleted runs, rows and cells go, with what moved away; what was inserted or moved here stays as if
it had always stood there; formatting is as changed. A paragraph whose end is deleted is joined to
the next and takes its looks, as in Word.
"""

from __future__ import annotations

from generator.word.external.clean import remove, unwrap
from generator.word.package.elements import Element, clark, w
from generator.word.package.namespaces import W

_CONTAINERS = {clark("w:ins"), clark("w:moveTo")}
_GONE = {clark("w:del"), clark("w:moveFrom")}
_CHANGES = tuple(
    clark(f"w:{name}")
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
        "tblGridChange", "tblPrExChange", "numberingChange",
    )
)  # fmt: skip
_RANGES = tuple(
    clark(f"w:{change}Range{end}")
    for change in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom",
                   "customXmlMoveTo")
    for end in ("Start", "End")
)  # fmt: skip
_CELLS = tuple(clark(f"w:{name}") for name in ("cellIns", "cellDel", "cellMerge"))
_MARKED = {clark("w:rPr"), clark("w:trPr")}


def accept_changes(story: Element) -> int:
    """Accept all tracked changes of a story, in place; gives how many there were."""
    changes = list(story.iter(*_CONTAINERS, *_GONE, *_CHANGES, *_CELLS))
    if not changes:
        return 0
    for node in list(story.iter(*_RANGES)):
        remove(node)
    ends: list[Element] = []
    for node in changes:
        ends += _settle(node)
    for paragraph in ends:
        _join(paragraph)
    _drop_empty_tables(story)
    return len(changes)


def _settle(node: Element) -> list[Element]:
    """Accept one change; gives the paragraph whose end it deletes, to be joined at last."""
    parent = node.getparent()
    if parent is None:
        return []
    ended: list[Element] = []
    if node.tag in _GONE and parent.tag == clark("w:trPr"):
        row = parent.getparent()
        if row is not None:
            remove(row)
    elif node.tag in _GONE and parent.tag == clark("w:rPr"):
        ended = list(node.iterancestors(clark("w:p")))[:1]
        remove(node)
    elif node.tag == clark("w:cellDel"):
        for cell in list(node.iterancestors(clark("w:tc")))[:1]:
            remove(cell)
    elif node.tag in _CONTAINERS and parent.tag not in _MARKED:
        unwrap(node)
    else:
        remove(node)
        if parent.tag == clark("w:hyperlink") and not len(parent):
            remove(parent)
    return ended


def _join(paragraph: Element) -> None:
    """Put the content of a paragraph whose end is gone before that of the next."""
    following = paragraph.getnext()
    content = [node for node in paragraph if node.tag != clark("w:pPr")]
    if following is not None and following.tag == clark("w:p"):
        at = 1 if following.find(clark("w:pPr")) is not None else 0
        following[at:at] = content
        remove(paragraph)
    elif not content and not _is_last(paragraph):
        remove(paragraph)


def _is_last(paragraph: Element) -> bool:
    """Whether a cell or note would end without a paragraph."""
    parent = paragraph.getparent()
    return parent is None or parent[-1] is paragraph


def _drop_empty_tables(story: Element) -> None:
    """Tables of which every row is gone, and rows without cells; a cell keeps a paragraph."""
    for row in list(story.iter(f"{{{W}}}tr")):
        if next(row.iter(clark("w:tc")), None) is None:
            remove(row)
    for table in list(story.iter(clark("w:tbl"))):
        if next(table.iter(clark("w:tr")), None) is None:
            cell = table.getparent()
            remove(table)
            if cell is not None and cell.tag == clark("w:tc") and cell.find(clark("w:p")) is None:
                cell.append(w("p"))
