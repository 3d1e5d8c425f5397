"""Numbers as Excel shows them: `£#,##0;[Red]-£#,##0` prints 1250000 as £1,250,000.

A minus is printed as one, not as Excel's hyphen.

A code has up to three parts, for positive and negative numbers and for nought. What stands in a
part besides the digits is printed: currency signs, words in quotes, per cents.
"""

from __future__ import annotations

import re

from generator.model.wording.rounding import round_half_up, with_true_minus

# A part of a code: words in quotes, one literal character, currency or colour in brackets, the
# width of a character, a filler, digits, or anything else.
_PIECE = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|_.|\*.|([0#?.,]+)|(.)')
_SPLIT = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*')
_PLAIN = ("", "general", "@")


def formatted(value: float, code: str) -> str:
    """A number by a number format; as Excel's General where the code is more than is known."""
    return with_true_minus(_formatted(value, code))


def _formatted(value: float, code: str) -> str:
    parts = [part for part in _SPLIT.findall(code) if part] or [""]
    part, shown = parts[0], value
    if value < 0 and len(parts) > 1:
        part, shown = parts[1], -value
    elif value == 0 and len(parts) > 2:
        part = parts[2]
    if part.strip().casefold() in _PLAIN or re.search(r"[Ee][+-]|\?/|/[?#0]", part):
        return _general(value)
    sign = "-" if shown < 0 else ""
    return sign + _filled(abs(shown), part).strip()


def _filled(value: float, part: str) -> str:
    pieces = list(_PIECE.finditer(part))
    per_cent = any(piece[5] == "%" for piece in pieces)
    digits = next((piece[4] for piece in pieces if piece[4]), "")
    made, done = "", False
    for piece in pieces:
        if piece[4]:
            made += "" if done else _digits(value * (100 if per_cent else 1), digits)
            done = True
        else:
            made += piece[1] or piece[2] or piece[3] or piece[5] or ""
    return made


def _digits(value: float, pattern: str) -> str:
    """'1,250' by '#,##0'; a comma at the end of the pattern counts in thousands."""
    whole, _, fraction = pattern.partition(".")
    thousands = len(pattern) - len(pattern.rstrip(","))
    decimals = sum(fraction.count(mark) for mark in "0#?")
    least = fraction.count("0")
    number = round_half_up(value / 1000**thousands, decimals)
    text = f"{number:,f}" if "," in whole.rstrip(",") else f"{number:f}"
    if decimals > least and "." in text:
        before, _, after = text.partition(".")
        after = after[:least] + after[least:].rstrip("0")
        text = f"{before}.{after}" if after else before
    return text


def _general(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:.10g}"
