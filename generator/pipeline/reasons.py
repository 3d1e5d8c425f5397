"""Why figures are withheld, for `committee findings --why` and for a build that asks for one."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import CommitteeError, InputProblems, did_you_mean
from generator.model.issues import Issue
from generator.narrative.narrative_rules import FIGURE_WITHHELD
from generator.pipeline.read_inputs import Inputs
from generator.pipeline.stages import compute

if TYPE_CHECKING:
    from generator.survey.why import Reason


def reasons_of(inputs: Inputs, name: str) -> tuple[Reason, ...]:
    """Why figures of a finding are withheld; () where none is.

    name: its key, or an expression that begins with it: sw.stress["Never"].percent. Raises
    CommitteeError for a finding that there is not, and InputProblems.
    """
    from generator.survey.why import why_withheld

    known = compute(inputs).findings.items
    key = _key_in(name, known)
    if not name.startswith(key) or not key:
        hint = did_you_mean(name, list(known)) or "`committee findings` lists them"
        raise CommitteeError(f"there is no finding {name!r}; {hint}")
    return why_withheld(inputs.folder, inputs.files, [key])


def reasons_for(inputs: Inputs, keys: Collection[str]) -> tuple[Reason, ...]:
    """Why figures of some findings are withheld; the exports are read only where there are any.

    () where an export has gone since the findings were kept.
    """
    if not keys:
        return ()
    from generator.survey.why import why_withheld

    try:
        return why_withheld(inputs.folder, inputs.files, keys)
    except InputProblems:
        return ()


def with_reasons(
    inputs: Inputs, known: Collection[str], problems: Iterable[Issue]
) -> tuple[Issue, ...]:
    """The problems, those of withheld figures with why these are.

    known: the keys of all findings. The exports are read only where a withheld figure is asked for.
    """
    found = tuple(problems)
    asked = {issue: _key_in(issue.message, known) for issue in found if _is_withheld(issue)}
    keys = sorted({key for key in asked.values() if key})
    if not keys:
        return found
    reasons = reasons_for(inputs, keys)
    return tuple(_with_reason(issue, asked.get(issue, ""), reasons) for issue in found)


def _is_withheld(issue: Issue) -> bool:
    return issue.rule == FIGURE_WITHHELD.id


def _with_reason(issue: Issue, key: str, reasons: Iterable[Reason]) -> Issue:
    mine = [one for one in reasons if one.finding == key]
    told = [one for one in mine if f" of {one.wave} " in issue.message] or mine
    if not told:
        return issue
    return replace(issue, message=f"{issue.message}: {told[-1].text()}")


def _key_in(text: str, known: Collection[str]) -> str:
    """The longest key of a finding that stands in a text by itself, '' for none."""
    import re

    fitting = [key for key in known if re.search(rf"(?<![\w.]){re.escape(key)}(?!\w)", text)]
    return max(fitting, key=len, default="")
