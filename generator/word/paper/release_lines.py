"""What a released file says, line by line, so that anybody's program can say whether a copy still
does: the program's own (`committee verify`), and a page of HTML that reads the file in a browser.

Both follow these rules and no others, so that they agree:

- stories: the body, then footnotes and endnotes in the order of their parts, then headers and
  footers, of each what differs, sorted;
- a line is a paragraph (w:p) in document order, a text box in it after it; its words are those of
  w:t, a space for w:tab, w:br and w:cr, a hyphen for w:noBreakHyphen; white space is one space;
- left out: what tracked changes took away (w:del, w:moveFrom), mc:Fallback, empty lines, entries of
  contents lists (styles named 'toc ...' or 'contents ...'), results of PAGE and other fields that
  count pages;
- a drawing is a line of its own after its paragraph: 'alt: ' and its alternative text (of a chart
  without a first line that is its title, where there is no title beside it); a chart also
  'chart: ' and the texts of its title, names, categories and values; a picture 'picture: ' and
  the SHA-256 of its bytes;
- the address of a link is a line after its paragraph: 'link: ' and the address;
- an equation is one, 'equation: ' and the characters of its m:t without white space;
- words that are hidden or struck through, by their run or by styles (`unseen_words.py`), are words
  of their line, and stand once more in a line after it: 'hidden: ' or 'struck: ' and the words.

Numbers that Word counts, looks but for these, and the workbooks behind charts are not compared.

Programs that save a file again write other XML, and the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from generator.model.digests import bytes_digest
from generator.word.package.alternative_texts import alternative_text
from generator.word.package.elements import Element, clark, value_at
from generator.word.package.parts import Parts, Relationship
from generator.word.package.zip_package import PackageError
from generator.word.paper.unseen_words import HIDDEN, STRUCK, UnseenWords
from generator.word.reading.pictures import shown_title
from generator.word.reading.word_file import WordFile, open_word

_P, _T = clark("w:p"), clark("w:t")
_SPACES = (clark("w:tab"), clark("w:br"), clark("w:cr"))
_HYPHEN = clark("w:noBreakHyphen")
_LEFT_OUT = {clark("w:del"), clark("w:moveFrom"), clark("mc:Fallback"), clark("w:pPr")}
_CONTENTS = re.compile(r"(toc|contents)\b", re.I)
_COUNTS_PAGES = re.compile(r"\s*(PAGE|NUMPAGES|SECTIONPAGES|PAGEREF)\b", re.I)
_CHART_TEXTS = (clark("a:t"), clark("c:v"))
ALTERNATIVE = "alt: "
_RUN, _EQUATION, _SIGN = clark("w:r"), clark("m:oMath"), clark("m:t")
_DRAWN = (clark("wp:inline"), clark("wp:anchor"))


class ReleaseLine(NamedTuple):
    """A line, and the index of its paragraph among those of the body; -1 for other stories."""

    text: str
    paragraph: int = -1


def release_lines(data: bytes) -> tuple[ReleaseLine, ...]:
    """The lines of a .docx. Raises PackageError for what cannot be opened as one."""
    file = open_word(data)
    return _LineReader(file).lines()


class _LineReader:
    """Reads one file."""

    def __init__(self, file: WordFile) -> None:
        self._file, self._parts = file, file.parts
        styles = file.part("styles")
        self._unseen = UnseenWords(styles)
        self._contents = {
            style.get(clark("w:styleId"), "")
            for style in ([] if styles is None else styles.iterfind(clark("w:style")))
            if _CONTENTS.match(value_at(style, "w:name"))
        }

    def lines(self) -> tuple[ReleaseLine, ...]:
        """All of them."""
        made = list(self._story(self._file.body, self._file.main))
        for kind in ("footnotes", "endnotes"):
            name = self._parts.related_part(self._file.main, kind)
            if name is not None:
                made += self._others([name])
        related = self._parts.related(self._file.main)
        for kind in ("header", "footer"):
            names = [one.target for one in related if one.type.endswith(f"/{kind}")]
            found = self._others([name for name in names if name in self._parts])
            made += sorted(dict.fromkeys(found))
        return tuple(made)

    def _others(self, names: list[str]) -> list[ReleaseLine]:
        found = []
        for name in names:
            found += [one._replace(paragraph=-1) for one in self._story(self._root(name), name)]
        return found

    def _root(self, name: str) -> Element:
        return self._parts.xml(name)

    def _story(self, story: Element, part: str) -> Iterator[ReleaseLine]:
        related = {one.id: one for one in self._parts.related(part)}
        for index, paragraph in enumerate(story.iter(_P)):
            above = {node.tag for node in paragraph.iterancestors()}
            style = value_at(paragraph, "w:pPr/w:pStyle")
            if not above.isdisjoint(_LEFT_OUT) or style in self._contents:
                continue
            reader = _ParagraphReader(self._unseen, style)
            reader.read(paragraph)
            for line in reader.said():
                yield ReleaseLine(line, index)
            for link in reader.links:
                target = related.get(link)
                if target is not None and target.external:
                    yield ReleaseLine(f"link: {target.target}", index)
            for drawing in reader.drawings:
                for line in _drawing_lines(drawing, self._parts, related):
                    yield ReleaseLine(line, index)


class _ParagraphReader:
    """The words, links and drawings of one paragraph. style: the id of its style, '' for none."""

    def __init__(self, unseen: UnseenWords, style: str) -> None:
        self._unseen, self._style = unseen, style
        self._kinds: tuple[str, ...] = ()
        self.words: list[str] = []
        self.apart: dict[str, list[str]] = {HIDDEN: [], STRUCK: []}
        self.equations: list[str] = []
        self.links: list[str] = []
        self.drawings: list[Element] = []
        self._fields: list[list[str]] = []
        self._results: list[bool] = []

    def said(self) -> Iterator[str]:
        """The line of its words, those of them that are unseen, and its equations."""
        text = " ".join("".join(self.words).split())
        if text:
            yield text
        for kind, words in self.apart.items():
            if unseen := " ".join("".join(words).split()):
                yield f"{kind}: {unseen}"
        yield from (f"equation: {signs}" for signs in self.equations if signs)

    def read(self, node: Element) -> None:
        for child in node:
            tag = child.tag
            if tag in _LEFT_OUT or tag == _P:
                continue
            if tag == _T:
                self._word(child.text or "")
            elif tag in _SPACES:
                self._word(" ")
            elif tag == _HYPHEN:
                self._word("-")
            elif tag == clark("w:fldChar"):
                self._character(child.get(clark("w:fldCharType"), ""))
            elif tag == clark("w:instrText"):
                if self._fields:
                    self._fields[-1].append(child.text or "")
            elif tag in _DRAWN:
                self.drawings.append(child)
            elif tag == _EQUATION:
                signs = "".join(one.text or "" for one in child.iter(_SIGN))
                self.equations.append("".join(signs.split()))
            else:
                self._within(child)

    def _within(self, node: Element) -> None:
        if node.tag == clark("w:hyperlink") and node.get(clark("r:id")):
            self.links.append(node.get(clark("r:id"), ""))
        if node.tag == _RUN:
            self._kinds = self._unseen.kinds(node, self._style)
        simple = node.tag == clark("w:fldSimple")
        if simple:
            self._fields.append([node.get(clark("w:instr"), "")])
            self._results.append(True)
        self.read(node)
        if simple:
            self._fields.pop()
            self._results.pop()

    def _character(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append([])
            self._results.append(False)
        elif self._fields and kind == "separate":
            self._results[-1] = True
        elif self._fields and kind == "end":
            self._fields.pop()
            self._results.pop()

    def _word(self, text: str) -> None:
        counted = any(_COUNTS_PAGES.match("".join(one)) for one in self._fields)
        if all(self._results) and not counted:
            self.words.append(text)
            for kind in self._kinds:
                self.apart[kind].append(text)


def _drawing_lines(
    drawing: Element, parts: Parts, related: Mapping[str, Relationship]
) -> Iterator[str]:
    said = drawing.find(clark("wp:docPr"))
    names = [_target(related, one.get(clark("r:id"), "")) for one in drawing.iter(clark("c:chart"))]
    shown = next((_shown_title(parts, name) for name in names if name in parts), "")
    alternative = " ".join(alternative_text(said, shown).split())
    if alternative:
        yield ALTERNATIVE + alternative
    yield from (f"chart: {_chart_text(parts, name)}" for name in names if name in parts)
    for node in drawing.iter(clark("a:blip")):
        name = _target(related, node.get(clark("r:embed"), ""))
        if name in parts:
            yield f"picture: {bytes_digest(parts.raw[name])}"


def _target(related: Mapping[str, Relationship], id: str) -> str:
    return related[id].target if id in related else ""


def _shown_title(parts: Parts, name: str) -> str:
    try:
        return shown_title(parts.xml(name))
    except PackageError:
        return ""


def _chart_text(parts: Parts, name: str) -> str:
    try:
        root = parts.xml(name)
    except PackageError:
        return "cannot be read"
    texts = (" ".join((node.text or "").split()) for node in root.iter(*_CHART_TEXTS))
    return "|".join(text for text in texts if text)
