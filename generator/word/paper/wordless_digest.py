"""What a package is apart from its words: whether it is a valid file hangs on nothing else.

    <w:bookmarkStart w:id="9" w:name="_p_5c1f0be24a77d0913e52"/><w:r><w:t>Fewer replied.</w:t>
        ->  <w:bookmarkStart w:id="9" w:name="_p_0"/><w:r><w:t>-</w:t>

A mark is named for the words that it stands round: it counts as the first, the second one, wherever
its name is said. The texts of the base are words, and in no namespace that a rule knows. Of words
themselves the rules look at two things: a number that a field shows, which stays, and what Word
says of a broken field ("Error! ..."). Whoever reads the parts finds out whether they are XML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.model.digests import digest
from generator.word.writing.base_text import ITEM, NAMESPACE

_MOST_BYTES = 30_000_000
_WORDS = re.compile(r'(<w:t(?: xml:space="preserve")?>)(?![\d\s]*<)[^<]*')
_MARK = re.compile(r"_p_[0-9a-f]{20}(?![\w.:-])")
_DRAFT = re.compile(r'draft="[0-9a-f]*"')
_FIRST_TEXT, _SPACE = "<text ", "xmlns"
_ERROR = "Error!"


def wordless_digest(parts: Mapping[str, bytes]) -> str:
    """The digest of a package without its words; '' where these count, or it is very large.

    parts: by name, as they are written. Sizes count roughly: what is packed very tightly may be
    refused as a trap.
    """
    marks: dict[str, str] = {}
    told: list[bytes] = []
    for name, data in sorted(parts.items()):
        left = _without_words(name, data, marks)
        if left is None or len(data) > _MOST_BYTES:
            return ""
        told += (name.encode(), left, str(len(data).bit_length()).encode())
    return digest(*told)


def _without_words(name: str, data: bytes, marks: dict[str, str]) -> bytes | None:
    """What is left of a part; None where its words count."""
    if name == ITEM:
        head, _, texts = data.decode().partition(_FIRST_TEXT)
        own = f'{_SPACE}="{NAMESPACE}"' in head and _SPACE not in texts
        return _DRAFT.sub("", head).encode() if own else data
    folder, _, file = name.rpartition("/")
    if folder != "word" or not file.endswith(".xml"):
        return data
    text = data.decode()
    if _ERROR in text:
        return None
    bare = _WORDS.sub(r"\1-", text) if "<w:t" in text else text
    return _MARK.sub(lambda found: marks.setdefault(found[0], f"_p_{len(marks)}"), bare).encode()
