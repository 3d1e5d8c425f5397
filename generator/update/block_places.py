"""Where in a body, cell or table of the copy a block of the new draft goes.

    new draft   A  new  B         copy   A  officer's own  B        ->   A  officer's own  new  B

So does a pull put the officer's own paragraph, which counts from what stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.merge.pairs.same_order import in_order
from generator.word.package.elements import Element


class BlockPlaces:
    """Gives the place of each new block, from the first of the new draft's to the last."""

    def __init__(
        self,
        ours: Sequence[Element],
        theirs: Sequence[Element],
        found: Mapping[Element, Element],
        is_own: Callable[[Element], bool],
        is_blank: Callable[[Element], bool],
    ) -> None:
        """found: block of the new draft -> its counterpart. is_own: whether an officer put it in.

        is_blank: whether nothing of a block is left.
        """
        places = {block: at for at, block in enumerate(ours)}
        self._ours, self._is_blank = ours, is_blank
        pairs = sorted((places[found[b]], at) for at, b in enumerate(theirs) if b in found)
        stays = {at for at, _ in in_order(pairs)}
        self._places = {b: places[one] for b, one in found.items() if places[one] in stays}
        self._own = {at for at, _ in pairs} - stays
        self._own |= {at for at, block in enumerate(ours) if is_own(block)}
        self._at = -1
        self._last: Element | None = None

    def pass_by(self, block: Element) -> None:
        """Note that a block of the new draft that the copy has, too, has been reached."""
        if block in self._places:
            self._at, self._last = self._places[block], None

    def put(self, made: Element) -> None:
        """Put a block in behind the last one that was reached or put in."""
        if self._last is not None:
            self._last.addnext(made)
        else:
            at = self._behind()
            if at < 0:
                self._ours[0].addprevious(made)
            else:
                self._ours[at].addnext(made)
        self._last = made

    def _behind(self) -> int:
        """The last of what the officer has put in behind the block that was reached."""
        at = self._at
        for step in range(self._at + 1, len(self._ours)):
            if step in self._own:
                at = step
            elif not self._is_blank(self._ours[step]):
                break
        return at
