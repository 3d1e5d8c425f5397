"""What a Word file holds besides its text: what stands beside words, pages, properties."""

from __future__ import annotations

from typing import Literal

from generator.model.frozen import dataclass

Story = Literal["header", "footer"]
Edges = tuple[int, int, int, int]
_NEAR = 12  # twips: programs reckon in millimetres, or in points


@dataclass(frozen=True, slots=True)
class Aside:
    """What stands beside words, and is none. kind: 'picture', 'page break', 'formatting', ...

    words: the paragraph that it stands in, as accepted. detail: what is said of it: a picture's
    alternative text, a field's name, 'strike-through and colour'.
    """

    kind: str
    words: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is printed or read out and is no text. kind: 'chart figures', 'table description',
    'picture description', 'setting'. text: what it says.
    """

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class PageLines:
    """What a header or footer says. page: which pages print it, 'default', 'first' or 'even'.

    lines: its paragraphs that say something, tabs in them; a field that Word counts stands as its
    instruction: 'Page [PAGE] of [NUMPAGES]'.
    """

    story: Story
    page: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """The pages of a section. size: width and height as they lie, in twips. edges: its margins at
    the top, right, bottom and left, in twips. columns: of text. numbers: how its pages are counted,
    'lowerRoman', 'from 5'; '' for going on in figures. lines: its headers and footers, one for each
    kind of page that it has.
    """

    size: tuple[int, int]
    edges: Edges = (0, 0, 0, 0)
    columns: int = 1
    numbers: str = ""
    lines: tuple[PageLines, ...] = ()

    def lies_as(self, other: PageSection) -> bool:
        """Whether its pages lie as those of another, but for what programs round."""
        pairs = zip((*self.size, *self.edges), (*other.size, *other.edges), strict=True)
        near = all(abs(one - another) <= _NEAR for one, another in pairs)
        return near and self.columns == other.columns


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands round the text of a file that was read, with all tracked changes accepted.

    sections: in order. authors: (line of a header or footer, who tracked changes in it). asides:
    what stands beside the words of headers and footers. properties: (name, text) of the document
    properties that people write: title, subject, creator, keywords, category, description. beside:
    what is printed or read out besides texts.
    """

    sections: tuple[PageSection, ...] = ()
    authors: tuple[tuple[str, str], ...] = ()
    asides: tuple[Aside, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    beside: tuple[Beside, ...] = ()
