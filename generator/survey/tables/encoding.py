"""Finding a text file's encoding: UTF-8, UTF-16, then Windows-1252."""

from __future__ import annotations

from generator.errors import InputProblems
from generator.model.frozen import dataclass
from generator.model.issues import Issue, Where
from generator.survey.survey_rules import EXPORT_ENCODING, EXPORT_UNREADABLE

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MEND = "export the file again as CSV in UTF-8, or name its encoding in the codebook (encoding:)"


@dataclass(frozen=True, slots=True)
class Encoding:
    """name: as Python knows it. assumed: True where the file itself does not prove it."""

    name: str
    assumed: bool = False


def find_encoding(raw: bytes, where: Where, declared: str = "", whole: bool = True) -> Encoding:
    """The encoding of a file that starts with `raw` (all of it if `whole`).

    Raises InputProblems for a file that is no text, or not in the declared encoding.
    """
    if declared:
        _check_declared(raw, where, declared, whole)
        return Encoding("utf-8-sig" if declared == "utf-8" else declared)
    for mark, name in _BOMS:
        if raw.startswith(mark):
            _check_declared(raw, where, name, whole)
            return Encoding(name)
    if b"\0" in raw:
        return _without_mark(raw, where)
    try:
        raw.decode("utf-8")
        return Encoding("utf-8")
    except UnicodeDecodeError as error:
        # A sample may end within a character.
        if not whole and error.start >= len(raw) - 3:
            return Encoding("utf-8")
    return _windows(raw, where)


def decode(raw: bytes, encoding: str, where: Where) -> str:
    """The text. Raises InputProblems that names the line of the first wrong byte."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputProblems([_wrong_byte(raw, error, where, encoding)]) from error


def _without_mark(raw: bytes, where: Where) -> Encoding:
    """UTF-16 without its mark: every second byte of Latin text is zero. Else it is no text."""
    even, odd = raw[0:4000:2].count(0), raw[1:4000:2].count(0)
    half = max(len(raw[:4000]) // 2, 1)
    if odd > 0.4 * half and even < 0.05 * half:
        return Encoding("utf-16-le", assumed=True)
    if even > 0.4 * half and odd < 0.05 * half:
        return Encoding("utf-16-be", assumed=True)
    line = raw[: raw.index(b"\0")].count(b"\n") + 1
    problem = EXPORT_ENCODING.issue(
        Where(where.file, line), "is not a text file: it holds zero bytes", "export it again as CSV"
    )
    raise InputProblems([problem])


def _windows(raw: bytes, where: Where) -> Encoding:
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        problem = _wrong_byte(raw, error, where, "UTF-8 or Windows-1252")
        raise InputProblems([problem]) from error
    control = sum(text.count(chr(code)) for code in range(32) if code not in (9, 10, 11, 12, 13))
    if control > len(text) // 100:
        problem = EXPORT_UNREADABLE.issue(where, "is not a text file", "export it again as CSV")
        raise InputProblems([problem])
    return Encoding("cp1252", assumed=True)


def _check_declared(raw: bytes, where: Where, name: str, whole: bool) -> None:
    try:
        raw.decode("utf-8-sig" if name == "utf-8" else name)
    except UnicodeDecodeError as error:
        if whole or error.start < len(raw) - 4:
            raise InputProblems([_wrong_byte(raw, error, where, name)]) from error


def _wrong_byte(raw: bytes, error: UnicodeDecodeError, where: Where, name: str) -> Issue:
    line = raw[: error.start].count(b"\n") + 1
    shown = name.removesuffix("-sig").upper() if " " not in name else name
    byte = f"{raw[error.start]:#04x}" if error.start < len(raw) else "the end"
    return EXPORT_ENCODING.issue(
        Where(where.file, line), f"is not {shown} text (byte {byte})", _MEND
    )
