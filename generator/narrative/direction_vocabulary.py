"""The words and numbers that grammars of direction are made of, as regular expressions.

A part names no group; `NUMBER` takes the name of its own, and `WAVE` is a year or 'last year'.
"""

from __future__ import annotations

RISE = "increase|rise|growth|jump|climb"
FALL = "decrease|fall|drop|decline|reduction|dip"
NOUNS = f"(?:{RISE}|{FALL})"
UP = (
    "rose|risen|rising|rises|increased|increasing|increases|grew|grown|growing|grows|climbed|climbs"
    "|climbing|jumped|jumps|(?:went|gone|gone\\s+back|goes)\\s+up"
)
DOWN = (
    "fell|fallen|falling|falls|decreased|decreasing|decreases|declined|declining|declines|dropped"
    "|dropping|drops|reduced|dipped|dips|slipped|slips|shrank|shrunk"
    "|(?:went|gone|gone\\s+back|goes|come|came)\\s+down"
)
TIMES = {"doubled": "2", "halved": "0.5", "trebled": "3", "tripled": "3", "quadrupled": "4"}
VERBS = f"(?:{UP}|{DOWN}|{'|'.join(TIMES)})"
MORE = "more|higher|greater|larger|bigger"
LESS = "fewer|less|lower|smaller"
SAME = (
    "unchanged|stable|steady|constant|static|flat|(?:has|have|had)\\s+not\\s+changed|no\\s+change"
)
LIKE = "(?:the\\s+)?same\\s+as|similar\\s+to|equal\\s+to|in\\s+line\\s+with"
MULTIPLE = {"double": "2", "twice": "2", "half": "0.5", "three\\s+times": "3"}

WHEN = (
    r"(?:(?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\s+)?"
)
WAVE = (
    rf"(?:{WHEN}(?:19|20)\d\d(?:\s?[-/\N{{EN DASH}}]\s?(?:19|20)?\d\d)?"
    r"|(?:last|the\s+previous|the\s+last)\s+(?:year|wave|survey)|the\s+(?:year|wave|survey)\s+before"
    r"|a\s+year\s+(?:ago|before|earlier)|(?:before|previously)(?=\s*[,.;:)!?]|$))"
)
NUMBER = (
    r"(?P<{0}>[\N{{MINUS SIGN}}+-]?\d+(?:,\d{{3}})*(?:\.\d+)?"
    r"(?:\s?(?:%|per\s?cent\b|percent\b))?)"
)
ADVERB = (
    r"(?:\w+ly|very|much|far|a\s+little|a\s+bit|somewhat|further|again|back|still|well|also|now"
    r"|just|about|almost|around|more\s+or\s+less|more\s+than)"
)
SIZE = (
    r"(?:small|large|slight|sharp|steady|clear|marked|modest|further|big|great|strong|considerable"
    r"|net)"
)
ABOUT = r"(?:(?:about|around|almost|nearly|just\s+over|just\s+under|only|over|under)\s+)?"
FILL = (
    r"(?:(?:the|that|those|it|was|were|had|been|in|at|of|for|as|what|figure|level|rate|share|survey"
    r"|result|percentage|proportion|number|value|recorded|reported|seen|back)\s+)*"
)
NUMBER_THERE = rf"(?:{NUMBER.format('than')}\s+{FILL})?"
