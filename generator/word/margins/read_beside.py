"""What a file prints or reads out besides its texts: figures of charts, descriptions, settings.

<c:ser><c:tx>...2022</c:tx><c:cat>...Agree</c:cat><c:val>...40</c:val></c:ser>     '2022: Agree 40'
<w:tblPr>...<w:tblCaption w:val="Findings"/><w:tblDescription w:val="..."/></w:tblPr>
<w:settings>...<w:autoHyphenation/></w:settings>

A draft keeps it in its base, so that a copy is held against what it was. Words that are read
elsewhere, such as titles of charts, are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from generator.model.surroundings import Beside
from generator.word.package.alternative_texts import whole_text
from generator.word.package.elements import Element, clark, is_on, local_name, parse
from generator.word.package.parts import Parts
from generator.word.reading.pictures import shown_title
from generator.word.reading.view import ACCEPTED

_SETTINGS = {
    "autoHyphenation": "hyphenation",
    "mirrorMargins": "mirrored margins",
    "gutterAtTop": "a gutter at the top",
    "bookFoldPrinting": "pages folded as a book",
}
_LAID = {
    "lnNumType": "line numbers",
    "pgBorders": "borders of pages",
    "vAlign": "text set from another edge of its pages",
    "textDirection": "another direction of text",
    "bidi": "pages from right to left",
    "footnotePr": "footnotes counted or placed otherwise",
    "endnotePr": "endnotes counted or placed otherwise",
}
_FALLBACK = clark("mc:Fallback")


def read_beside(parts: Parts, main: str, root: Element) -> tuple[Beside, ...]:
    """All of it, in order. root: of the text."""
    return (
        *_charts(parts, main, root),
        *_tables(root),
        *(one for story in _stories(parts, main, root) for one in _pictures(story)),
        *_settings(parts, main, root),
    )


def _charts(parts: Parts, main: str, root: Element) -> Iterator[Beside]:
    targets = {one.id: one.target for one in parts.related(main) if not one.external}
    for chart in root.iter(clark("c:chart")):
        name = targets.get(chart.get(clark("r:id"), ""), "")
        if name in parts and _is_there(chart):
            drawn = _parsed(parts, name)
            if drawn is not None:
                yield Beside("chart figures", "; ".join(_drawn(drawn)))


def _parsed(parts: Parts, name: str) -> Element | None:
    """A part, read anew: one that is kept as bytes stays so."""
    try:
        return parse(parts.raw[name]) if parts.raw[name] else parts.xml(name)
    except etree.XMLSyntaxError:
        return None


def _drawn(chart: Element) -> Iterator[str]:
    for series in chart.iter(clark("c:ser")):
        name, names, figures = (list(_cached(series, part)) for part in ("tx", "cat", "val"))
        pairs = (
            " ".join(filter(None, (names[at] if at < len(names) else "", figure)))
            for at, figure in enumerate(figures)
        )
        yield f"{' '.join(name)}: {', '.join(pairs)}"
    title = shown_title(chart)
    words = " ".join(node.text or "" for node in chart.iter(clark("a:t")))
    if words.strip() and words.split() != title.split():
        yield " ".join(words.replace(title, "", 1).split())


def _cached(series: Element, part: str) -> Iterator[str]:
    for holder in series.iterfind(clark(f"c:{part}")):
        yield from (_figure(node.text or "") for node in holder.iter(clark("c:v")))


def _figure(text: str) -> str:
    """A figure as every program writes it."""
    try:
        return f"{round(float(text), 6):g}"
    except ValueError:
        return " ".join(text.split())


def _tables(root: Element) -> Iterator[Beside]:
    for properties in root.iter(clark("w:tblPr")):
        nodes = (properties.find(clark(f"w:{name}")) for name in ("tblCaption", "tblDescription"))
        said = [node.get(clark("w:val"), "") for node in nodes if node is not None]
        if any(said) and _is_there(properties):
            yield Beside("table description", ": ".join(filter(None, map(str.strip, said))))


def _stories(parts: Parts, main: str, root: Element) -> Iterator[Element]:
    """The text, then headers and footers."""
    yield root
    kinds = {one.target: one.type.rsplit("/", 1)[-1] for one in parts.related(main)}
    for name, kind in sorted(kinds.items()):
        if kind in ("header", "footer") and name in parts:
            yield parts.xml(name)


def _pictures(story: Element) -> Iterator[Beside]:
    """The descriptions of pictures, charts apart."""
    for drawing in story.iter(clark("w:drawing")):
        said = next(drawing.iter(clark("wp:docPr")), None)
        chart = next(drawing.iter(clark("c:chart")), None)
        if said is not None and chart is None and _is_there(drawing):
            yield Beside("picture description", whole_text(said))


def _settings(parts: Parts, main: str, root: Element) -> Iterator[Beside]:
    name = parts.related_part(main, "settings")
    settings: Iterable[Element] = () if name is None else parts.xml(name)
    on = {local_name(one) for one in settings if is_on(one)}
    yield from (Beside("setting", said) for one, said in _SETTINGS.items() if one in on)
    background = root.find(clark("w:background"))
    if background is not None:
        yield Beside("setting", f"background {background.get(clark('w:color'), '')}".strip())
    for section in root.iter(clark("w:sectPr")):
        for one in section:
            if local_name(one) in _LAID:
                yield Beside("setting", _LAID[local_name(one)])


def _is_there(node: Element) -> bool:
    """Whether something is in the accepted text, and read where it stands twice."""
    above = {one.tag for one in node.iterancestors()}
    return _FALLBACK not in above and ACCEPTED.gone.isdisjoint(above)
