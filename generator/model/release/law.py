"""What the law of a jurisdiction asks of council papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from generator.model.frozen import dataclass

DayKind = Literal["working", "calendar"]


@dataclass(frozen=True, slots=True)
class Period:
    """So many clear days: neither the first nor the last of the two days between which they lie.

    of: which days count. source: the law that asks for them.
    """

    days: int
    of: DayKind = "working"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Law:
    """A jurisdiction's law. clear_days: between publication and meeting. notice: between the notice
    of a key decision and the meeting, None where there is none. exceptions: name -> the law, of
    deciding without that notice. urgent: the law of late items. schedule: that names what is
    exempt; exempt: paragraph -> words. public_interest: whether a statement of it is needed.
    decision_notice: how soon decisions are published, None where nothing is set.
    """

    key: str
    name: str
    clear_days: Period
    schedule: str
    exempt: Mapping[int, str]
    public_interest: bool = True
    notice: Period | None = None
    exceptions: Mapping[str, str] = field(default_factory=dict)
    urgent: str = ""
    background_papers: str = ""
    decision_notice: Period | None = None
