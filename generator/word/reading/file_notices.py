"""What a person should know of a file that came back: that it is protected, and who saved it.

word/settings.xml:  <w:documentProtection w:edit="comments" w:enforcement="1"/>
docProps/app.xml:   <Application>LibreOffice/7.4.7.2$Linux_X86_64 ...</Application>
"""

from __future__ import annotations

import re

from generator.word.package.elements import clark
from generator.word.package.parts import Parts
from generator.word.package.zip_package import PackageError
from generator.word.reading.word_file import WordFile

_PROTECTED = {
    "readOnly": "against all changes",
    "comments": "against all changes but comments",
    "forms": "against all changes but filling in forms",
    "trackedChanges": "so that every change is tracked",
}
_PROGRAM = re.compile(r"(LibreOffice|ONLYOFFICE|OpenOffice|Google Docs)[/ ]?(\d+(?:\.\d+)?)?")


def notices(file: WordFile) -> tuple[str, ...]:
    """Sentences without a stop, each as what is said of 'it'."""
    found = []
    settings = file.part("settings")
    said = None if settings is None else settings.find(clark("w:documentProtection"))
    if said is not None and said.get(clark("w:enforcement"), "0") in ("1", "true", "on"):
        how = _PROTECTED.get(said.get(clark("w:edit"), ""), "against changes")
        found.append(f"it is protected {how}; it is read all the same")
    program = saved_by(file.parts)
    if program:
        found.append(f"it was saved by {program}")
    return tuple(found)


def saved_by(parts: Parts) -> str:
    """The program that saved a file, where it is not Word: 'LibreOffice 7.4', or ''."""
    name = parts.related_part("", "extended-properties")
    try:
        root = None if name is None else parts.xml(name)
    except PackageError:
        return ""
    for node in () if root is None else root:
        found = _PROGRAM.search(node.text or "")
        if str(node.tag).endswith("}Application") and found:
            return " ".join(filter(None, found.groups()))
    return ""
