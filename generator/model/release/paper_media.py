"""What pictures and workbooks in a Word file say beyond what is seen of them."""

from __future__ import annotations

from generator.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class PaperPicture:
    """The file of a picture. author: who took or drew it, '' where it does not say. device: the
    camera. located: it says where it was taken. cropped: more of it is in the file than is shown.
    """

    part: str
    author: str = ""
    device: str = ""
    located: bool = False
    cropped: bool = False


@dataclass(frozen=True, slots=True)
class PaperWorkbook:
    """The workbook behind a chart. sheets: all of them; hidden: those that are.

    more: cells with figures or texts that the chart does not show ('Sheet1!F2'). names: defined
    ones. comments, pivots: whether it has any. people: that its properties name. texts: of cells,
    comments and sheets, shown or not. numbers: of all cells.
    """

    part: str
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    more: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    comments: bool = False
    pivots: bool = False
    people: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    numbers: tuple[float, ...] = ()
