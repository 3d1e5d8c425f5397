"""Whether every page of an exempt paper says that it is not for publication."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.checks.held import Held
from generator.checks.lawful.exempt_words import is_marking
from generator.model.release.paper import PaperPages, PaperText
from generator.model.wording.english import listed
from generator.model.wording.quotation_marks import straight

_CALLED = {"default": "", "first": "first ", "even": "even "}


def unmarked_pages(held: Held, marked: Sequence[int]) -> str:
    """Which pages lack the marking, as a clause; '' where none does.

    marked: the texts that mark the paper. A title page that says so in its text needs no header.
    """
    paper = held.paper
    own = held.report.marking if held.report is not None else ""
    margins = [text for text in paper.texts if text.story in ("header", "footer")]
    saying = {text.part for text in margins if is_marking(text) or _says(text, own)}
    if not saying:
        return "neither header nor footer says that the paper is not for publication"
    titled = any(paper.texts[at].story == "body" for at in marked)
    bare = [one for one in paper.pages if not _is_marked(one, saying, titled)]
    if not bare:
        return ""
    several = paper.pages[-1].section > 1
    names = listed(list(dict.fromkeys(_called(one, several) for one in bare)))
    return f"neither header nor footer of {names} says that the paper is not for publication"


def _is_marked(pages: PaperPages, saying: Collection[str], titled: bool) -> bool:
    title_page = titled and pages.section == 1 and pages.kind == "first"
    return title_page or any(part in saying for part in pages.parts)


def _called(pages: PaperPages, several: bool) -> str:
    """'the even pages', 'the first landscape page of section 2'."""
    lying = "landscape " if pages.landscape else ""
    noun = "page" if pages.kind == "first" else "pages"
    section = f" of section {pages.section}" if several else ""
    return f"the {_CALLED[pages.kind]}{lying}{noun}{section}"


def _says(text: PaperText, marking: str) -> bool:
    return bool(marking) and straight(marking).casefold() in straight(text.text).casefold()
