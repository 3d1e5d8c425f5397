"""Names under points of a line, as LibreOffice lays them level.

    <c:txPr><a:bodyPr rot="600" vert="horz"/>...<c:tickLblSkip val="2"/>

Where only every so manyth point has room for its name, LibreOffice turns the names and cuts them
off, and with `rot="0"` prints all of them over one another. Turned by a hundredth of a degree they
stay level, each with room. ONLYOFFICE would print dots for such names: so the file that people get
says nothing of it, and only the one that the PDF is made of does.
"""

from __future__ import annotations

import re

from generator.word.package.zip_package import read_parts, write_package

_AXIS = re.compile(rb"<c:catAx>.*?</c:catAx>", re.DOTALL)
_SKIPS = re.compile(rb'<c:tickLblSkip val="(?!1")')
_UNTURNED = b'<a:bodyPr vert="horz"/>'
_LEVEL = b'<a:bodyPr rot="600" vert="horz"/>'


def with_level_names(word: bytes) -> bytes:
    """A .docx whose names under lines LibreOffice lays level; itself where there are none.

    Raises PackageError where it is no package.
    """
    parts = read_parts(word)
    changed = {
        name: level
        for name, part in parts.items()
        if name.startswith("word/charts/") and (level := _AXIS.sub(_levelled, part)) != part
    }
    return write_package(parts | changed) if changed else word


def _levelled(axis: re.Match[bytes]) -> bytes:
    return axis[0].replace(_UNTURNED, _LEVEL) if _SKIPS.search(axis[0]) else axis[0]
