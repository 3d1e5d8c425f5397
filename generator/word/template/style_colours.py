"""The colours of a report template's styles: does their text stand out from what it stands on?

    <w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/>
      <w:rPr><w:b/><w:color w:val="4F81BD"/><w:sz w:val="24"/></w:rPr></w:style>    4.03:1 on white

Held are the styles that reports are written in, and those of the template's own text. What stands
in cells and boxes of its own is seen in the finished paper only: they may have a colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.model.release.contrast import Pale, too_pale
from generator.model.release.paper import PaperLook
from generator.word.package.elements import Element, clark, text_of, value_at, w
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.styles.look_styles import LookStyles, fill_of
from generator.word.styles.style_sheet import REQUIRED, style_names
from generator.word.template.page_stories import page_stories
from generator.word.template.style_check import Fault
from generator.word.word_rules import TEMPLATE_CONTRAST

_TABLE = "Committee Table"
_IN_TABLES = {"Table Heading": ("firstRow",), "Table Text": ()}
"""Styles that stand on the colour of the table, and on that of which parts of it."""
_COLOURED = tuple(map(clark, ("w:color", "w:shd", "w:highlight", "w:rStyle")))
_NUMBERS = TEMPLATE_CONTRAST.thresholds
_APART = tuple(map(clark, ("w:tbl", "w:txbxContent")))

Styles = Mapping[tuple[str, str], Element]


def colour_problems(parts: Parts, numbers: Mapping[str, float] = _NUMBERS) -> Iterator[Fault]:
    """Styles whose text is too pale, or too dark for what it stands on. numbers: least ratios."""
    for name, pale in pale_styles(parts, numbers):
        mend = "give it a colour that stands out more, or Automatic"
        yield TEMPLATE_CONTRAST, f"style {name}", f"its text in {pale.said}", mend


def colours_left(parts: Parts) -> Iterator[str]:
    """A line for each colour that is too pale, of a document that becomes a template."""
    names: dict[Pale, list[str]] = {}
    for name, pale in pale_styles(parts):
        names.setdefault(pale, []).append(name)
    for pale, shown in names.items():
        yield f"left as it was, though {pale.said}: {', '.join(shown)}"


def pale_styles(
    parts: Parts, numbers: Mapping[str, float] = _NUMBERS
) -> Iterator[tuple[str, Pale]]:
    """The names of such styles, each with the colours and the contrast that they have."""
    least = {**_NUMBERS, **numbers}
    name = parts.related_part(DOCUMENT, "styles") or "word/styles.xml"
    root, theme = parts.xml(name), parts.related_part(DOCUMENT, "theme")
    looks, styles = LookStyles(root, parts.xml(theme) if theme else None), style_names(root)
    told: set[str] = set()
    for shown, look in (*_of_reports(looks, styles), *_of_stories(looks, root, _stories(parts))):
        pale = too_pale(look, small=least["contrast"], large=least["large"])
        if pale is not None and shown.casefold() not in told:
            told.add(shown.casefold())
            yield shown, pale


def _of_reports(looks: LookStyles, styles: Styles) -> Iterator[tuple[str, PaperLook]]:
    """The looks of text in the styles that reports are written in."""
    table = _id(styles.get(("table", _TABLE.casefold())))
    for kind in ("paragraph", "character"):
        for name in REQUIRED[kind]:
            style = _id(styles.get((kind, name.casefold())))
            if style and kind == "character":
                yield name, looks.look("", w("rPr", w("rStyle", val=style)), "", ())
            elif style:
                parts = _IN_TABLES.get(name)
                around = () if parts is None or not table else (table, *parts)
                yield name, looks.look(style, None, "", around)


def _id(style: Element | None) -> str:
    return "" if style is None else style.get(clark("w:styleId"), "")


def _stories(parts: Parts) -> list[Element]:
    """The text, then headers and footers."""
    return [parts.xml(DOCUMENT), *(r for page in page_stories(parts) for r in page.roots(parts))]


def _of_stories(
    looks: LookStyles, root: Element, stories: Iterable[Element]
) -> Iterator[tuple[str, PaperLook]]:
    """The looks that paragraphs of the template's own text have by their styles."""
    names = {_id(style): value_at(style, "w:name") for style in root.iterfind(clark("w:style"))}
    for paragraph in (one for story in stories for one in story.iter(clark("w:p"))):
        style = value_at(paragraph, "w:pPr/w:pStyle")
        apart = next(paragraph.iterancestors(*_APART), None) is not None
        if style in names and not apart and any(map(_by_style, paragraph.iter(clark("w:r")))):
            around = paragraph.find(f"{clark('w:pPr')}/{clark('w:shd')}")
            yield names[style], looks.look(style, None, fill_of(around), ())


def _by_style(run: Element) -> bool:
    """Whether a run prints something, in the colour that its paragraph's style has."""
    own = run.find(clark("w:rPr"))
    return bool(text_of(run).strip()) and (own is None or not any(c.tag in _COLOURED for c in own))
