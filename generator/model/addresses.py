"""Where a link of a report may lead: to the web, to an e-mail address, to a telephone."""

from __future__ import annotations

SCHEMES = ("https://", "http://", "mailto:", "tel:")


def may_be_linked(address: str) -> bool:
    """Whether a report may link to an address: not to a program, nor to a file on one computer."""
    whole = not any(letter.isspace() for letter in address)
    return whole and address.casefold().startswith(SCHEMES)
