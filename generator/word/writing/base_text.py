"""The custom XML part: the text of each section as built, and every computed value.

    <report xmlns="urn:committee-report:base:1">
      <section key="background" bookmark="_sec_background"><p>Background</p><p>...</p></section>
      <value bookmark="_val_sw_leaving_percent" key="sw.leaving.percent">6.5%</value>
    </report>

It travels inside the .docx, through Word and LibreOffice alike. When the file comes back from an
officer, what stands here is the common base that the officer's text and the new text are compared
with. It is not for publication: a final copy leaves the part out.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.xml_text import clean, escape
from generator.word.writing.paragraphs import text_of_markup

NAMESPACE = "urn:committee-report:base:1"
ITEM = "customXml/item1.xml"
_DATASTORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_ITEM_ID = "{5F0C6A5E-3C1B-4F0E-9D0A-6B1B7D1C2A10}"
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


class BaseText:
    """Gathers what the part will hold, then writes it."""

    def __init__(self) -> None:
        self._content: list[str] = []

    def add_section(self, key: str, bookmark: str, markup: str) -> None:
        """Add a section's text, a paragraph each, those of table cells in reading order."""
        named = f'key="{escape(clean(key))}" bookmark="{escape(bookmark)}"'
        self._content.append(f"<section {named}>")
        for block in markup.split("</w:p>")[:-1]:
            text = text_of_markup(block)
            if text:
                self._content.append(f"<p>{escape(text)}</p>")
        self._content.append("</section>\n")

    def add_values(self, values: Iterable[tuple[str, str, str]]) -> None:
        """Add values: (bookmark, key, text)."""
        for bookmark, key, text in values:
            named = f'bookmark="{escape(bookmark)}" key="{escape(clean(key))}"'
            self._content.append(f"<value {named}>{escape(text)}</value>\n")

    def write(self, parts: Parts) -> None:
        """Put the part in. The template's own custom XML, if any, stays."""
        name, number = ITEM, 1
        while name in parts:
            number += 1
            name = f"customXml/item{number}.xml"
        content = "".join(self._content)
        whole = f'{_DECLARATION}<report xmlns="{NAMESPACE}">\n{content}</report>'
        about = (
            f'{_DECLARATION}<ds:datastoreItem xmlns:ds="{_DATASTORE}" ds:itemID="{_ITEM_ID}">'
            f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
            "</ds:datastoreItem>"
        )
        properties = name.replace("item", "itemProps")
        parts.add(name, whole.encode(), "application/xml")
        parts.add(properties, about.encode(), _PROPERTIES_TYPE)
        parts.relate(DOCUMENT, "customXml", name)
        parts.relate(name, "customXmlProps", properties)
