"""What the checks of accessibility ask of the texts of a paper again and again."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.checks.held import Held
from generator.model.issues import Issue, Rule
from generator.model.release.paper import Paper, PaperTable, PaperText
from generator.model.wording.late_pattern import late_pattern

_LETTERS = late_pattern(r"[^\W\d_]")
_FRONT = ("front matter", "title", "subtitle")
_MARGINS = ("header", "footer")
_WORDS_OF_A_PAGE = 500


def in_body(paper: Paper) -> Iterator[tuple[int, PaperText]]:
    """The texts of the body with their indexes."""
    return ((at, text) for at, text in enumerate(paper.texts) if text.story == "body")


def has_words(text: str) -> bool:
    """Whether there is a letter in it."""
    return _LETTERS.search(text) is not None


def is_blank(text: PaperText) -> bool:
    """Whether a paragraph shows nothing: no words, drawing or note, and it ends no page."""
    listed = text.kind == "contents"  # filled in when fields are updated
    shown = listed or text.drawings or text.turns or any(run.note for run in text.runs)
    return not shown and not text.text.strip()


def is_front(text: PaperText) -> bool:
    """Whether it has a style for front matter."""
    return text.style.startswith(_FRONT)


def in_margins(text: PaperText) -> bool:
    """Whether it stands in a header or footer."""
    return text.story in _MARGINS


def pages_of(paper: Paper) -> int:
    """How many pages it has, as its properties or its breaks say, or by its words."""
    said = paper.properties.get("Pages", "")
    told = int(said) if said.isdigit() and len(said) < 6 else 0
    words = sum(text.text.count(" ") + 1 for _, text in in_body(paper) if text.table < 0)
    cells = sum(len(table.rows) for table in paper.tables)
    return max(told, paper.breaks + 1, (words + 8 * cells) // _WORDS_OF_A_PAGE)


def texts_of(paper: Paper, table: PaperTable) -> Iterator[tuple[int, PaperText]]:
    """The texts of a table's cells, those of tables in it left out."""
    for row in table.rows:
        for cell in row.cells:
            for index in cell.texts:
                yield index, paper.texts[index]


class Gathered:
    """The same thing found in many places: told once, at the first, with how many there are."""

    def __init__(self, held: Held, rule: Rule) -> None:
        self._held, self._rule = held, rule
        self._found: dict[Hashable, list[tuple[int, str, str]]] = {}

    def add(self, key: Hashable, index: int, words: str, message: str) -> None:
        """Found in the text of that index. key: what makes two places the same thing."""
        self._found.setdefault(key, []).append((index, words, message))

    def issues(self) -> Iterator[Issue]:
        """An issue for each thing, in the order in which they were found."""
        for places in self._found.values():
            index, words, message = places[0]
            more = f" (and in {len(places) - 1} more places)" if len(places) > 1 else ""
            yield self._held.issue(self._rule, self._held.paper.where(index, words), message + more)
