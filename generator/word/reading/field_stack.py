"""Fields while they are read: only what they show is text, and it says what they point at.

    <w:r><w:fldChar w:fldCharType="begin"/></w:r>
    <w:r><w:instrText> REF _ref_workload \\w \\h </w:instrText></w:r>
    <w:r><w:fldChar w:fldCharType="separate"/></w:r>
    <w:r><w:t>3.5</w:t></w:r>                                  -> '3.5', reference _ref_workload
    <w:r><w:fldChar w:fldCharType="end"/></w:r>
    <w:fldSimple w:instr="SEQ Table"><w:r><w:t>2</w:t></w:r></w:fldSimple>      -> '2', counted

Fields stand within what another shows, or within its instruction, and run over paragraphs.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.word.package.elements import Element, clark
from generator.word.reading.view import View

_CHARACTER = clark("w:fldChar")
_TYPE = clark("w:fldCharType")
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|(\S+)')
_WITH_WORDS = ("\\o", "\\t")  # switches of HYPERLINK that a text follows


class ReadField(NamedTuple):
    """What a field says of the text that it shows; see Span."""

    link: str = ""
    reference: str = ""
    counted: bool = False
    page: bool = False


def understood(instruction: str) -> ReadField:
    """What an instruction says: of REF, PAGEREF, SEQ and HYPERLINK; of others nothing."""
    tokens = [match[1] if match[2] is None else match[2] for match in _TOKEN.finditer(instruction)]
    name = tokens[0].upper() if tokens else ""
    first = next((token for token in tokens[1:] if not token.startswith("\\")), "")
    if name in ("REF", "PAGEREF"):
        return ReadField(reference=first, page=name == "PAGEREF")
    if name == "HYPERLINK":
        return ReadField(link=_address(tokens[1:]))
    return ReadField(counted=name == "SEQ")


def _address(tokens: list[str]) -> str:
    """'https://example.org/#part' of '"https://example.org/" \\l "part"'."""
    address = anchor = before = ""
    for token in tokens:
        if before == "\\l":
            anchor = f"#{token}"
        elif not token.startswith("\\") and before not in _WITH_WORDS:
            address = address or token.replace("\\\\", "\\")
        before = token
    return address + anchor


class FieldStack:
    """The fields that are open where the reader is. `hidden`: what stands here is no text."""

    def __init__(self, whole: frozenset[Element]) -> None:
        """whole: the beginnings and ends of the story's fields, as matched_fields gives them."""
        self._whole = whole
        self._open: list[tuple[list[str], ReadField | None]] = []
        self.hidden = False
        self.said = ReadField()

    def apart(self) -> FieldStack:
        """The stack within a text box of the story: fields do not reach into it."""
        return FieldStack(self._whole)

    def character(self, node: Element) -> None:
        """A w:fldChar that is in the reading."""
        kind = node.get(_TYPE)
        if kind == "begin" and node in self._whole:
            self._open.append(([], None))
        elif kind == "separate" and self._open:
            instruction, _ = self._open[-1]
            self._open[-1] = (instruction, understood("".join(instruction)))
        elif kind == "end" and node in self._whole and self._open:
            self._open.pop()
        self._look()

    def instruction(self, text: str) -> None:
        """A piece of the instruction of the innermost field."""
        if self._open:
            self._open[-1][0].append(text)

    def enter(self, instruction: str) -> None:
        """A w:fldSimple begins."""
        self._open.append(([], understood(instruction)))
        self._look()

    def leave(self) -> None:
        """It ends."""
        self._open.pop()
        self._look()

    def _look(self) -> None:
        shown = [said for _, said in self._open if said is not None]
        self.hidden = len(shown) < len(self._open)
        self.said = ReadField(
            next((said.link for said in reversed(shown) if said.link), ""),
            next((said.reference for said in reversed(shown) if said.reference), ""),
            any(said.counted for said in shown),
            any(said.page for said in shown),
        )


def matched_fields(story: Element, view: View) -> frozenset[Element]:
    """The begins and ends of a story's fields that have one another: a half is no field."""
    found: list[Element] = []
    begun: list[Element] = []
    for node in story.iter(_CHARACTER):
        kind = node.get(_TYPE)
        if kind == "separate" or any(above.tag in view.gone for above in node.iterancestors()):
            continue
        if kind == "begin":
            begun.append(node)
        elif begun:
            found += (begun.pop(), node)
    return frozenset(found)
