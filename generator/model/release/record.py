"""What was released: files, words, sign-offs and figures, as the public may know them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class ReleasedSignOff:
    """A sign-off as it is told to the public. code: '' where the format does not print it."""

    title: str
    owner: str
    date: date | None
    code: str = ""


@dataclass(frozen=True, slots=True)
class ReleasedFigure:
    """A printed figure. place: where it stands ('Background, 2.3'). printed: as it reads.

    question: the wording. who: the cohort and group. wave: '' for a figure of no survey. base: how
    many answered, '' where none is told. rounding: in words. note: what else must be known of it.
    """

    place: str
    printed: str
    question: str = ""
    who: str = ""
    wave: str = ""
    base: str = ""
    rounding: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseRecord:
    """A release. version: counts from 1. published: the day, None where the report names none.

    lines: (place, words) of the released .docx, by the rules of word/paper/release_lines.py.
    parts: name -> SHA-256 of each part of the .docx. files: name -> SHA-256 of each released file;
    these are not among what the release's digest is of, since the .docx holds that digest. pages:
    what each page of the released PDF prints, with single spaces; () where none was released.
    """

    report: str
    version: int
    title: str
    council: str
    committee: str
    meeting: date
    published: date | None
    lines: tuple[tuple[str, str], ...]
    sign_offs: tuple[ReleasedSignOff, ...]
    figures: tuple[ReleasedFigure, ...]
    files: Mapping[str, str]
    parts: Mapping[str, str]
    pages: tuple[str, ...] = ()
