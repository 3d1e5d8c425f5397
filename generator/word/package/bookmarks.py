"""Bookmarks: what references point at, and what sections and computed values are found by.

    <w:bookmarkStart w:id="12" w:name="_ref_workload"/><w:r>...</w:r><w:bookmarkEnd w:id="12"/>

Names begin with an underscore, so Word hides them; they hold letters, digits and underscores, 40 at
most. They come from the names in the document and nothing else: the same document has the same
names, and an edit elsewhere changes none. Prefixes: `_sec_` a section's heading, `_ref_` a named
paragraph, heading or list item, `_cap_` label and number of a caption or appendix, `_num_` its
number alone, `_val_` a computed value (with a count when the same value is printed again).
"""

from __future__ import annotations

import re

from generator.model.digests import short_digest

MAX_LENGTH = 32  # Word takes 40; LibreOffice puts "_Copy_1" behind those of footnotes
_UNSAFE = re.compile("[^0-9A-Za-z]+")


def safe_name(prefix: str, key: str) -> str:
    """'_ref_' and 'open-questions' make '_ref_open_questions'; long names end in a digest."""
    name = prefix + _UNSAFE.sub("_", key)
    if len(name) > MAX_LENGTH:
        name = f"{name[: MAX_LENGTH - 9]}_{short_digest(key)}"
    return name


def told_apart(prefix: str, key: str) -> str:
    """The name where that one is taken: 'a-b' and 'a_b' would have the same."""
    return f"{safe_name(prefix, key)[: MAX_LENGTH - 9]}_{short_digest(key)}"


class Bookmarks:
    """Gives out bookmark names and ids, each once in a document."""

    def __init__(self, taken_names: set[str], first_id: int) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._taken = {name.casefold() for name in taken_names}
        self._next_id = first_id

    def name(self, prefix: str, key: str) -> str:
        """The bookmark name for a key; the same one each time it is asked for."""
        found = self._names.get((prefix, key))
        if found is None:
            found = safe_name(prefix, key)
            if found.casefold() in self._taken:
                found = told_apart(prefix, key)
            self._taken.add(found.casefold())
            self._names[prefix, key] = found
        return found

    def numbered_name(self, prefix: str, key: str) -> str:
        """A fresh name for one more printing of a key: '..._2', '..._3' after the first."""
        count = 1
        while (prefix, f"{key}#{count}") in self._names:
            count += 1
        name = safe_name(prefix, key) if count == 1 else ""
        if not name or name.casefold() in self._taken:
            stem = safe_name(prefix, key)[: MAX_LENGTH - 1 - len(str(count))]
            name = f"{stem}_{count}"
            while name.casefold() in self._taken:
                count += 1
                name = f"{stem[: MAX_LENGTH - 1 - len(str(count))]}_{count}"
        self._taken.add(name.casefold())
        self._names[prefix, f"{key}#{count}"] = name
        return name

    def around(self, name: str, content: str) -> str:
        """The content between the start and the end of a bookmark."""
        number = self._next_id
        self._next_id += 1
        start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
