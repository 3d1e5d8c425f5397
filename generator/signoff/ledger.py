"""The ledger of a report: every event on a line, each bound to those that it follows.

    inputs/<report>/ledger.jsonl

Lines are only ever added. Two people who add to copies of one ledger make two branches of one
history, and the copies merge as a union: in any order, a line twice or not. So the order of the
lines means nothing; events are sorted by what they follow, and then by digest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from pathlib import Path

from generator.config.files import Files
from generator.errors import Problems
from generator.model.frozen import dataclass
from generator.model.issues import Where
from generator.signoff.canonical_json import canonical
from generator.signoff.events import LedgerEvent, event_from
from generator.signoff.signoff_rules import LEDGER_LINE, LEDGER_PARENT


@dataclass(frozen=True, slots=True)
class Ledger:
    """The events by digest, each after all that it follows.

    before: digest -> the places of all events that came before it, as bits.
    """

    events: Mapping[str, LedgerEvent] = field(default_factory=dict)
    before: Mapping[str, int] = field(default_factory=dict)

    @property
    def heads(self) -> tuple[str, ...]:
        """The events that none follows, sorted: what a new one follows."""
        followed = {one for event in self.events.values() for one in event.follows}
        return tuple(sorted(digest for digest in self.events if digest not in followed))

    def latest(self, wanted: Callable[[LedgerEvent], bool]) -> tuple[LedgerEvent, ...]:
        """Of the events that are wanted those that no other of them comes after, in order.

        Several only where copies of the ledger were added to side by side.
        """
        found = [place for place, event in enumerate(self.events.values()) if wanted(event)]
        digests = tuple(self.events)
        behind = 0
        for place in found:
            behind |= self.before[digests[place]]
        return tuple(self.events[digests[one]] for one in found if not behind >> one & 1)


NO_LEDGER = Ledger()


def read_ledger(path: Path, files: Files) -> Ledger:
    """The ledger of a file; an empty one where there is none. Raises InputProblems by line."""
    if not files.exists(path):
        return NO_LEDGER
    return parse_ledger(files.text(path), files.name(path))


def parse_ledger(text: str, name: str) -> Ledger:
    """The ledger that lines tell. name: of the file, for messages.

    Raises InputProblems with each line that is wrong, the first one first.
    """
    problems = Problems()
    found: dict[str, LedgerEvent] = {}
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            digest, event = event_from(_json(line))
        except ValueError as error:
            problems.add(LEDGER_LINE, Where(name, number), str(error), _MEND)
            continue
        found.setdefault(digest, event)
        lines.setdefault(digest, number)
    problems.raise_any()
    for digest, event in found.items():
        for parent in event.follows:
            if parent not in found:
                what = f"follows an event that is not in the ledger ({parent[:12]})"
                mend = "put the line back that was taken out, or merge the other copy whole"
                problems.add(LEDGER_PARENT, Where(name, lines[digest]), what, mend)
    problems.raise_any()
    return ledger_of(found)


_MEND = "take the file from version control as it was"


def _json(line: str) -> object:
    """The line's plain values. Raises ValueError also for a line that says the same otherwise."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("is not JSON") from error
    if canonical(data) != line.strip().encode():
        raise ValueError("was changed after it was written: it is not in the canonical form")
    return data


def ledger_of(events: Mapping[str, LedgerEvent]) -> Ledger:
    """The ledger of events by digest, whatever their order. All that they follow are among them."""
    waiting = {digest: set(event.follows) for digest, event in events.items()}
    followers: dict[str, list[str]] = {}
    for digest, event in events.items():
        for parent in event.follows:
            followers.setdefault(parent, []).append(digest)
    ordered: list[str] = []
    ready = sorted(digest for digest, left in waiting.items() if not left)
    while ready:
        ordered += ready
        freed: set[str] = set()
        for digest in ready:
            for follower in followers.get(digest, ()):
                waiting[follower].discard(digest)
                freed |= set() if waiting[follower] else {follower}
        ready = sorted(freed)
    return Ledger({one: events[one] for one in ordered}, _before(ordered, events))


def _before(ordered: Iterable[str], events: Mapping[str, LedgerEvent]) -> dict[str, int]:
    places, before = dict[str, int](), dict[str, int]()
    for place, digest in enumerate(ordered):
        places[digest] = place
        behind = 0
        for parent in events[digest].follows:
            behind |= before[parent] | 1 << places[parent]
        before[digest] = behind
    return before


def appended(data: bytes, ledger: Ledger, events: Iterable[LedgerEvent]) -> bytes:
    """The bytes of a ledger with events added at its end, each after all that is there.

    data: as it is, b'' for none; what stands there stays byte for byte.
    """
    heads = ledger.heads
    made = data if not data or data.endswith(b"\n") else data + b"\n"
    for event in events:
        bound = replace(event, follows=heads)
        made += bound.line + b"\n"
        heads = (bound.digest,)
    return made
