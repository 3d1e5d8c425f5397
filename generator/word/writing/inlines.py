"""What stands in a paragraph: text, computed values, links, references, footnotes, line breaks.

    <w:bookmarkStart w:id="4" w:name="_val_sw_leaving_percent"/><w:r><w:t>6.5%</w:t></w:r>
    <w:bookmarkEnd w:id="4"/>
    <w:hyperlink r:id="rId9" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>
      <w:t>the survey framework</w:t></w:r></w:hyperlink>

A computed value is marked by a hidden bookmark and not by a content control: LibreOffice keeps
bookmarks and loses inline controls. The bookmark's name says which value it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.model.document import (
    Footnote,
    Inline,
    LineBreak,
    Link,
    ParagraphBreak,
    Reference,
    SignOffText,
    Text,
    Value,
)
from generator.model.origin import NOWHERE
from generator.word.package.bookmarks import Bookmarks
from generator.word.package.parts import DOCUMENT, Parts
from generator.word.package.runs import runs
from generator.word.package.xml_text import clean, escape
from generator.word.styles.style_sheet import StyleSheet
from generator.word.writing.fields import reference
from generator.word.writing.footnotes import Footnotes
from generator.word.writing.marks import Marks
from generator.word.writing.targets import FieldTarget


class Inlines:
    """Writes inlines. `values` gathers (bookmark, key, text) of every computed value.

    A copy for publication (public) has no bookmark round its values.
    """

    def __init__(
        self,
        parts: Parts,
        styles: StyleSheet,
        bookmarks: Bookmarks,
        targets: dict[str, FieldTarget],
        marks: Marks,
        public: bool,
    ) -> None:
        self._parts = parts
        self.marks, self._public = marks, public
        self._bookmarks = bookmarks
        self._targets = targets
        self._link_style = styles.character("Hyperlink")
        self.footnotes = Footnotes(parts, styles)
        self.values: list[tuple[str, str, str]] = []

    def write(self, content: Iterable[Inline], part: str = DOCUMENT) -> str:
        """What stands in a paragraph. part: the part it stands in, for links.

        Raises ValueError for a reference or link to a name that the document does not have.
        """
        made = ""
        for inline in content:
            match inline:
                case Text(text, bold, italic, superscript):
                    made += runs(text, bold, italic, superscript)
                case Value(text, key, bold, italic):
                    made += self._value(text, key, bold, italic)
                case SignOffText():
                    made += self._sign_off(inline)
                case LineBreak() | ParagraphBreak():
                    made += "<w:r><w:br/></w:r>"
                case Link():
                    made += self._link(inline, part)
                case Reference():
                    made += self._reference(inline)
                case Footnote():
                    made += self._footnote(inline)
        return made

    def _sign_off(self, inline: SignOffText) -> str:
        text = runs(inline.text)
        made = self.marks.sign_off(inline.unit, inline.text, text) if inline.given else text
        if not inline.state:
            return made
        state = self.marks.sign_off_state(inline.unit, runs(inline.state))
        return f"{made}{runs(' ')}{state}" if inline.given else state

    def _value(self, text: str, key: str, bold: bool, italic: bool, style: str = "") -> str:
        content = runs(text, bold, italic, style=style)
        if not content or self._public:
            return content
        name = self._bookmarks.numbered_name("_val_", key)
        self.values.append((name, key, clean(text)))
        return self._bookmarks.around(name, content)

    def _link(self, link: Link, part: str) -> str:
        if link.url.startswith("#"):
            target = self._targets.get(link.url[1:])
            if target is None:
                raise ValueError(f"the link {link.url!r} points at no name in the document")
            where = f'w:anchor="{target.bookmark}"'
        else:
            address = clean(link.url).replace(" ", "%20")
            where = f'r:id="{self._parts.relate(part, "hyperlink", address, external=True)}"'
        made = ""
        for inline in link.content:
            match inline:
                case Text(text, bold, italic, _):
                    made += runs(text, bold, italic, style=self._link_style)
                case Value(text, key, bold, italic):
                    made += self._value(text, key, bold, italic, self._link_style)
                case _:
                    made += self.write((inline,), part)
        return f'<w:hyperlink {where} w:history="1">{made}</w:hyperlink>'

    def _reference(self, inline: Reference) -> str:
        target = self._targets.get(inline.target)
        if target is None:
            raise ValueError(
                f"the reference to {inline.target!r} points at no name in the document"
            )
        shown, noun = clean(inline.text), runs(inline.before or "")
        if not target.numbered:
            mark = escape(target.bookmark)
            return f'<w:hyperlink w:anchor="{mark}" w:history="1">{noun}{runs(shown)}</w:hyperlink>'
        alone = not target.switch and shown == inline.number
        mark = target.number_bookmark if alone else target.bookmark
        return noun + reference(mark, shown, target.switch)

    def _footnote(self, note: Footnote) -> str:
        part = self.footnotes.open_part()
        origins = note.origins or (NOWHERE,) * len(note.paragraphs)
        contents = [
            [inline for inline in paragraph if not isinstance(inline, Footnote)]
            for paragraph in note.paragraphs
        ]
        made = self.footnotes.add([self.write(content, part) for content in contents])
        # The marks stand round the reference: LibreOffice renames bookmarks within a note.
        for content, origin in zip(contents, origins, strict=True):
            made = self.marks.around("footnote", made, content, origin)
        return made
