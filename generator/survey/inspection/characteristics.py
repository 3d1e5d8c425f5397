"""Which questions ask who somebody is: gender, ethnicity, disability, religion, orientation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.survey.likeness import fold

_ASKED = re.compile(
    r"\b(?:gender|sex|transgender|ethnic|ethnicity|race|racial|religion|religious|faith"
    r"|sexual orientation|sexuality|disability|disabilities|disabled|impairments?"
    r"|long[- ]?term (?:health |medical )?condition)\b|^orientation$"
)
_OTHERS = re.compile(
    r"\b(?:training|trained|service|services|team|children|young people|adults|clients|families"
    r"|people who|work with|policy|policies)\b"
)
_ANSWERS = (
    re.compile(r"^(?:fe)?male\b|^(?:wo)?m[ae]n\b|^non-?binary\b|^trans(?:gender)?\b"),
    re.compile(r"^(?:asian|black|white|mixed|arab|gypsy|roma)\b"),
    re.compile(r"^(?:christian|muslim|hindu|sikh|jewish|buddhist)\b"),
    re.compile(r"^(?:heterosexual|straight|gay|lesbian|bi|bisexual|homosexual)\b"),
)


def is_characteristic(text: str, options: Sequence[str]) -> bool:
    """Whether a closed question is about a personal characteristic, by its words or its answers.

    Words that speak of others ('training on disability', 'disabled children') do not count.
    """
    heading = fold(text)
    answers = [fold(option) for option in options]
    if any(sum(bool(kind.match(one)) for one in answers) >= 2 for kind in _ANSWERS):
        return True
    return bool(_ASKED.search(heading)) and not _OTHERS.search(heading)
