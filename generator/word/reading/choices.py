"""Drawings and text boxes that stand in a file twice, for newer programs and for older ones.

<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>...</w:drawing></mc:Choice>
  <mc:Fallback><w:pict>...</w:pict></mc:Fallback></mc:AlternateContent>
"""

from __future__ import annotations

from generator.word.package.elements import Element, clark


def chosen(node: Element) -> Element | None:
    """The one of an mc:AlternateContent that is read: the first choice, as in Word."""
    found = node.find(clark("mc:Choice"))
    return node.find(clark("mc:Fallback")) if found is None else found
