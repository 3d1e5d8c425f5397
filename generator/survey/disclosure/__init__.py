"""Disclosure control: which figures are withheld, and the proof that they cannot be worked out."""
