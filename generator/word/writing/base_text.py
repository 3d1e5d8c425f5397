"""The custom XML part: every text of the draft with where it comes from, and every computed value.

    <report xmlns="urn:committee-report:base:3" folder="health-check-2022" format="eastmere-2023"
        draft="9f0c...">
      <text kind="paragraph" mark="_p_5c1f0be24a77d0913e52" unit="purpose" by="person"
          file="inputs/health-check-2022/narrative.md" line="12" section="purpose" place="1">
        <printed>About 6.5% plan to leave.</printed>
        <source>About {{ sw.leaving.percent }} plan to leave.</source>
        <span at="6" to="10" value="sw.leaving.percent@2022"/></text>
      <text kind="lead-in" unit="recommendations" by="program" ...><printed>...</printed></text>
      <sign-off unit="financial">[JG/15022023/Y]</sign-off>
      <value bookmark="_val_sw_leaving_percent" key="sw.leaving.percent@2022">6.5%</value>
      <page name="meeting_date">15 March 2023</page>
      <section size="11906 16838" edges="1134 1134 1134 1134">
        <header page="default"><line>Families Scrutiny Panel&#9;15 March 2023</line></header>
        <footer page="default"><line>Page [PAGE] of [NUMPAGES]</line></footer></section>
      <beside kind="chart figures">2022: Agree 40, Disagree 60</beside>
    </report>

Texts stand in the order in which they are printed, those without a mark too, but for the cells of
tables that the program made: their figures are among the values. A `span` says which characters of
what is printed are other than plain words: bold, italic, superscript, a link, a computed value,
what a reference shows, a footnote's mark. `lead` is what the format prints before a text in its
paragraph, `shape` what the text stands there as, other than a plain paragraph. A `page` is what a
template prints in headers, footers and its own lines; a `section` tells how its pages lie, in
twips, and what its headers and footers say; `beside` is what is printed or read out and is no text.
`draft` is the digest of all that: two drafts that say the same have the same. It travels inside the
.docx, through Word and LibreOffice alike. When the file comes back from an officer, this is the
common base that the officer's text and the new text are compared with. It is not for publication.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model.digests import bytes_digest
from generator.model.document import Document
from generator.model.origin import Origin
from generator.model.surroundings import Beside, PageSection
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.xml_text import clean, escape
from generator.word.template.template_tags import TEXT_NAMES
from generator.word.writing.looks import LookedSpan

NAMESPACE = "urn:committee-report:base:3"
ITEM = "customXml/item1.xml"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID = "{5F0C6A5E-3C1B-4F0E-9D0A-6B1B7D1C2A10}"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class BaseText:
    """Gathers what the part will hold, then writes it."""

    def __init__(self) -> None:
        self._content: list[str] = []

    def add(
        self,
        kind: str,
        mark: str,
        printed: str,
        origin: Origin,
        name: str = "",
        spans: Iterable[LookedSpan] = (),
        lead: str = "",
        shape: str = "",
    ) -> None:
        """Add a text. mark: its bookmark, '' for none. name: its names, a space between two.

        lead, shape: as BaseEntry has them.
        """
        said = {
            "kind": kind,
            "mark": mark,
            "name": name.partition(" ")[0],
            "aliases": name.partition(" ")[2],
            "unit": origin.unit,
            "by": origin.by,
            "file": origin.file,
            "line": str(origin.line or ""),
            "end": str(origin.end or "") if origin.end != origin.line else "",
            "section": origin.section,
            "place": origin.place,
            "repeated": "yes" if origin.repeated else "",
            "lead": lead,
            "shape": shape,
        }
        inner = f"<printed>{escape(clean(printed))}</printed>"
        if origin.written and origin.source != printed:
            inner += f"<source>{escape(clean(origin.source))}</source>"
        for at, to, look in spans:
            inner += f'<span at="{at}" to="{to}"{_attributes(look)}/>'
        self._content.append(f"<text{_attributes(said)}>{inner}</text>\n")

    def add_sign_off(self, unit: str, text: str) -> None:
        """Add a printed sign-off: no text of the unit that it clears."""
        self._content.append(f"<sign-off{_attributes({'unit': unit})}>{_text(text)}</sign-off>\n")

    def add_values(self, values: Iterable[tuple[str, str, str]]) -> None:
        """Add values: (bookmark, key, text)."""
        for bookmark, key, text in values:
            said = _attributes({"bookmark": bookmark, "key": key})
            self._content.append(f"<value{said}>{_text(text)}</value>\n")

    def write(
        self,
        parts: Parts,
        document: Document,
        sections: Iterable[PageSection] = (),
        beside: Iterable[Beside] = (),
    ) -> None:
        """Put the part in. The template's own custom XML, if any, stays.

        sections, beside: its pages, and what it prints or reads out besides texts.
        """
        name, number = ITEM, 1
        while name in parts:
            number += 1
            name = f"customXml/item{number}.xml"
        around = (*map(section_markup, sections), *map(_beside, beside))
        content = "".join([*self._content, *_pages(document), *around])
        said = {
            "folder": document.report,
            "format": document.format,
            "draft": bytes_digest(content.encode()),
        }
        opening = f'<report xmlns="{NAMESPACE}"{_attributes(said)}>'
        about = (
            f'{_DECLARATION}<ds:datastoreItem xmlns:ds="{_DATASTORE}" ds:itemID="{_ITEM_ID}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
            "</ds:datastoreItem>"
        )
        properties = name.replace("item", "itemProps")
        whole = f"{_DECLARATION}{opening}\n{content}</report>"
        parts.add(name, whole.encode(), "application/xml")
        parts.add(properties, about.encode(), _PROPERTIES_TYPE)
        parts.relate(DOCUMENT, "customXml", name)
        parts.relate(name, "customXmlProps", properties)


def _pages(document: Document) -> Iterator[str]:
    """What a template may print, each under its tag."""
    said = dict(document.context) | {name: getattr(document, name) for name in TEXT_NAMES}
    for name, text in sorted(said.items()):
        if text.strip():
            yield f"<page{_attributes({'name': name})}>{_text(text)}</page>\n"


def section_markup(section: PageSection) -> str:
    """How a section of pages stands in the part, on a line of its own."""
    said = {
        "size": _numbers(section.size),
        "edges": _numbers(section.edges),
        "columns": str(section.columns) if section.columns > 1 else "",
        "numbers": section.numbers,
    }
    inner = "".join(
        f'<{one.story} page="{one.page}">'
        + "".join(f"<line>{_text(line)}</line>" for line in one.lines)
        + f"</{one.story}>"
        for one in section.lines
    )
    return f"<section{_attributes(said)}>{inner}</section>\n"


def _beside(one: Beside) -> str:
    return f"<beside{_attributes({'kind': one.kind})}>{_text(one.text)}</beside>\n"


def _numbers(numbers: Iterable[int]) -> str:
    return " ".join(map(str, numbers))


def _text(text: str) -> str:
    return escape(clean(text))


def _attributes(said: dict[str, str]) -> str:
    return "".join(f' {name}="{_text(text)}"' for name, text in said.items() if text)
