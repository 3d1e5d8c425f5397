"""Abbreviations that everybody knows, and words that say less than everyday ones."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

KNOWN = frozenset((
    "AM", "BBC", "BST", "CEO", "CSV", "DVD", "EU", "FAQ", "GCSE", "GDP", "GMT", "GP", "HM",
    "HMRC", "HR", "HTML", "ICT", "ID", "IT", "MP", "MPS", "NHS", "OK", "PDF", "PIN", "PM", "RAG",
    "TV", "UK", "URL", "US", "USA", "VAT", "WC", "YES", "NO", "NOT", "AND", "OR", "THE", "RED",
    "AMBER", "GREEN", "LGBT",
))  # fmt: skip
"""Abbreviations that need no words, and words that stand in capitals."""

JARGON: Mapping[str, str] = MappingProxyType(
    {
        "going forward": "from now on",
        "leverage": "use",
        "leveraging": "using",
        "synergy": "working together",
        "synergies": "working together",
        "deep dive": "close look",
        "low-hanging fruit": "easy gains",
        "stakeholder engagement": "talking to those concerned",
        "holistic": "whole",
        "paradigm shift": "great change",
        "blue sky thinking": "new ideas",
        "step change": "great improvement",
        "direction of travel": "aim",
        "moving forward": "from now on",
        "in order to": "to",
        "in terms of": "for, about",
        "utilise": "use",
        "utilisation": "use",
        "utilising": "using",
        "with regard to": "about",
        "in respect of": "about, for",
        "prior to": "before",
        "at this moment in time": "now",
        "due to the fact that": "because",
        "in the event that": "if",
        "cascade down": "pass on",
        "upskill": "train",
        "upskilling": "training",
        "incentivise": "encourage",
        "operationalise": "put into practice",
        "ideation": "finding ideas",
        "impactful": "effective",
        "etc": "the rest of the list, or nothing",
    }
)
"""Words -> what to write instead."""
