"""The verbs that recommendations begin with, and the words that they are mistaken for."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from generator.model.wording.late_pattern import late_pattern

_BASE = frozenset((
    "accept", "acknowledge", "adopt", "advise", "agree", "allocate", "allow", "amend", "appoint",
    "approve", "ask", "assure", "authorise", "award", "challenge", "close", "comment",
    "commission", "commit", "confirm", "consider", "consult", "continue", "create", "decide",
    "decline", "defer", "delegate", "designate", "determine", "develop", "direct", "discuss",
    "dispose", "endorse", "engage", "enter", "ensure", "establish", "examine", "explore",
    "extend", "fund", "give", "grant", "identify", "implement", "include", "increase", "instruct",
    "introduce", "investigate", "invite", "lobby", "make", "monitor", "nominate", "note", "offer",
    "oppose", "participate", "pass", "permit", "place", "progress", "promote", "propose",
    "provide", "publish", "ratify", "receive", "recommend", "reconsider", "reduce", "refer",
    "reject", "release", "remove", "renew", "report", "request", "require", "resolve", "retain",
    "review", "scrutinise", "seek", "select", "send", "set", "share", "state", "submit",
    "support", "suspend", "take", "task", "terminate", "thank", "transfer", "undertake", "update",
    "uphold", "use", "vary", "vote", "welcome", "withdraw", "write",
))  # fmt: skip
_ODD_PAST = {
    "gave": "give", "given": "give", "made": "make", "sought": "seek", "sent": "send",
    "took": "take", "taken": "take", "wrote": "write", "written": "write", "withdrew": "withdraw",
    "undertook": "undertake", "withdrawn": "withdraw", "upheld": "uphold",
}  # fmt: skip
_NOUNS = {
    "acceptance": "accept", "acknowledgement": "acknowledge", "adoption": "adopt",
    "agreement": "agree", "allocation": "allocate", "amendment": "amend",
    "appointment": "appoint", "approval": "approve", "authorisation": "authorise",
    "authority": "authorise", "confirmation": "confirm", "consideration": "consider",
    "consultation": "consult", "continuation": "continue", "creation": "create",
    "decision": "decide", "delegation": "delegate", "determination": "determine",
    "discussion": "discuss", "endorsement": "endorse", "establishment": "establish",
    "identification": "identify", "implementation": "implement", "introduction": "introduce",
    "nomination": "nominate", "noting": "note", "permission": "permit", "provision": "provide",
    "publication": "publish", "receipt": "receive", "recommendation": "recommend",
    "referral": "refer", "rejection": "reject", "removal": "remove", "renewal": "renew",
    "resolution": "resolve", "selection": "select", "submission": "submit",
    "suspension": "suspend",
}  # fmt: skip
_LITTLE = frozenset((
    "the", "a", "an", "this", "these", "those", "its", "our", "their", "it", "they", "there",
    "all", "any", "each", "every", "no", "some", "that", "to",
))  # fmt: skip
_ADVERB = late_pattern(r"(?:\w+ly|also|further|then)$")
_WORD = late_pattern(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")


def verb_problem(words: str, mood: str, own: Collection[str] = ()) -> str:
    """How to mend the beginning of a recommendation; '' where it fits, or is not certainly wrong.

    mood: 'infinitive' asks for 'note', 'finite' for 'notes', 'that' for 'That ...' or a verb. own:
    verbs of the council's besides those that every council knows.
    """
    found = _WORD.findall(words)
    while len(found) > 1 and _ADVERB.match(found[0].casefold()):
        found = found[1:]
    if not found:
        return ""
    first = found[0].casefold()
    base = _base_of(first, tuple(one.casefold() for one in own))
    if mood == "that":
        return f"write 'That ... be ...', or {base!r}" if base and first != base else ""
    right = _finite(base) if mood == "finite" else base
    if base and first != right:
        return f"write {_like(right, found[0])!r} in place of {found[0]!r}"
    if not base and first in _LITTLE:
        verb = "notes" if mood == "finite" else "Note"
        return f"begin with a verb such as {verb!r} in place of {found[0]!r}"
    return ""


def _like(word: str, other: str) -> str:
    return word.capitalize() if other[:1].isupper() else word


def _finite(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x")):
        return f"{base}es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}s"


def _base_of(word: str, own: tuple[str, ...]) -> str:
    """The verb that a word is a form of, '' for none: 'approve' for 'approval' and 'approved'."""
    if word in _BASE or word in own:
        return word
    if own and word in _forms(own):
        return _forms(own)[word]
    return _FORMS.get(word, "") or _ODD_PAST.get(word, "") or _NOUNS.get(word, "")


@cache
def _forms(bases: Collection[str]) -> dict[str, str]:
    """Other forms of each verb -> the verb: 'notes', 'noted', 'noting'."""
    found: dict[str, str] = {}
    for base in bases:
        stem = base.removesuffix("e")
        past = f"{base[:-1]}ied" if base.endswith("y") and base[-2] not in "aeiou" else f"{stem}ed"
        doubled = f"{base}{base[-1]}"
        for form in (_finite(base), past, f"{stem}ing", f"{doubled}ed", f"{doubled}ing"):
            found.setdefault(form, base)
    return found


_FORMS = _forms(_BASE)
