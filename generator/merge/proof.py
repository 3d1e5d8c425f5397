"""The proof that nothing was lost: the edited file and the new draft, paragraph by paragraph.

Whatever one says and the other does not must be in the account: an edit that was refused or is a
conflict, a text that the author has rewritten, or what two edits of one text have become together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from generator.compose.units import FRONT_MATTER
from generator.merge.account import AccountItem
from generator.merge.pairs.pairing import pair
from generator.merge.pairs.said_words import bare
from generator.merge.sources.shapes import shape_of, stands_as
from generator.model.draft_base import DraftBase
from generator.model.readings import ReadDocument, ReadText
from generator.model.wording.quotation_marks import straight


def told(texts: Iterable[ReadText]) -> list[tuple[int, str]]:
    """Index and words of each text that says something, without labels, numbers and sign-offs."""
    return [
        (at, words)
        for at, text in enumerate(texts)
        if text.kind != "contents" and (words := bare(text))
    ]


def unexplained(
    copy: ReadDocument,
    after: ReadDocument,
    before: ReadDocument,
    items: Sequence[AccountItem],
    known: Collection[int] = (),
    made: Collection[str] = (),
    moved: Collection[int] = (),
) -> tuple[list[int], list[int]]:
    """Texts of the copy, and of the new draft, that differ without an item that says why.

    before: what the report printed before the pull: what the author has changed since the copy was
    drafted stands there already. known: texts of the copy that need no reason, sign-offs and what
    the program had printed. made: what the program prints in the new draft. moved: texts of the
    copy that the author has put elsewhere since; they must be there, in whatever order.
    """
    theirs, ours = _in_any_order(told(copy.accepted), told(after.accepted), moved)
    told_of = {read for item in items for read in item.reads}
    known = told_of | set(known)
    by_items = Counter(_plain(text) for item in items for text in item.printed)
    printed = by_items + Counter(map(_plain, made))
    rows = [
        _plain(one) for item in items if item.unit.startswith(FRONT_MATTER) for one in item.printed
    ]
    # What the author has put elsewhere as another text stands in the copy where it was.
    behind = {read for item in items if item.became == "superseded" for read in item.reads}
    authors = Counter(words for _, words in told(before.accepted))
    authors.subtract(words for at, words in theirs if at not in behind)

    def is_new(words: str) -> bool:
        in_row = any(one in words for one in rows if one)
        return not in_row and not _is_printed(words, printed) and authors[words] <= 0

    lost, more = _differing(theirs, ours)
    lost = [one for one in lost if one[0] not in known]
    more = [one for one in more if is_new(one[1])]
    if lost and more:
        # Something stands elsewhere: leave out what is explained, so that the rest has its order.
        left = [one for one in theirs if one[0] not in told_of]
        lost, more = _differing(left, [one for one in ours if not _took(by_items, one[1])])
        lost = [one for one in lost if one[0] not in known]
        more = [one for one in more if is_new(one[1])]
    return [at for at, _ in lost], [at for at, _ in more]


_Told = tuple[int, str]


def _in_any_order(
    theirs: list[_Told], ours: list[_Told], moved: Collection[int]
) -> tuple[list[_Told], list[_Told]]:
    """Two sequences without the texts that were moved and are in both."""
    left = Counter(words for _, words in ours)
    out: Counter[str] = Counter()
    kept = []
    for at, words in theirs:
        if at in moved and left[words] > 0:
            left[words] -= 1
            out[words] += 1
        else:
            kept.append((at, words))
    return kept, [one for one in reversed(ours) if not _took(out, one[1])][::-1] if out else ours


def _differing(theirs: Sequence[_Told], ours: Sequence[_Told]) -> tuple[list[_Told], list[_Told]]:
    """What only one of two sequences of texts has at its place."""
    matcher = SequenceMatcher(None, [one[1] for one in theirs], [one[1] for one in ours], False)
    codes = [one for one in matcher.get_opcodes() if one[0] != "equal"]
    lost = [one for _, start, end, _, _ in codes for one in theirs[start:end]]
    return lost, [one for _, _, _, begin, stop in codes for one in ours[begin:stop]]


def echoed(
    copy: ReadDocument, after: ReadDocument, before: Mapping[str, str], now: Mapping[str, str]
) -> tuple[set[int], list[str]]:
    """Texts of the copy, and words of the new draft, that differ by a field of the report alone.

    before, now: what the report and the new draft print of each field: a day that was changed in a
    header changes on the cover, too.
    """
    known: set[int] = set()
    made: list[str] = []
    changed = [name for name in before.keys() & now.keys() if before[name] != now[name]]
    said = {words: at for at, words in told(copy.accepted)} if changed else {}
    for name in changed:
        old, new = (_plain(straight(one[name])) for one in (before, now))
        for _, words in told(after.accepted):
            at = said.get(words.replace(new, old)) if new in words else None
            if at is not None:
                known.add(at)
                made.append(words)
    return known, made


def labels(draft: DraftBase, read: ReadDocument) -> list[str]:
    """What a file prints beside the texts of its front matter, and hangs on them.

    Of their table the label of each: 'to be considered by' becomes 'has been considered by'.
    Elsewhere what says one of them again, such as the title on a cover.
    """
    known = pair(draft.entries, read.accepted)
    places = [
        piece.read
        for one in known.pairs
        for piece in one.pieces
        if draft.entries[one.entries[0]].kind == "front-matter"
    ]
    rows = {read.accepted[at].table for at in places} - {-1}
    said = {bare(read.accepted[at]) for at in places}
    free = set(known.free)
    return [
        words
        for at, words in told(read.accepted)
        if at in free and (read.accepted[at].table in rows or words in said)
    ]


def _took(printed: Counter[str], words: str) -> bool:
    """Whether a text is one of those that are printed; then there is one of them less."""
    there = printed[words] > 0
    printed[words] -= there
    return there


def unmerged(
    copy: ReadDocument, after: ReadDocument, before: ReadDocument, items: Sequence[AccountItem]
) -> list[AccountItem]:
    """Items that should be printed in the new draft and are not, or in another section there.

    before: what the report printed before the pull. A new paragraph must be printed once: in a loop
    it would be several times.
    """
    there = [words for _, words in told(after.accepted)]
    there += [_plain(text) for _, *texts in after.charts for text in texts]
    pages = (one for section in after.around.sections for one in section.lines)
    there += [_plain(straight(line)) for one in pages for line in one.lines]
    exact = set(there)
    theirs, ours = _headings(copy.accepted), _headings(after.accepted)
    more = Counter(words for _, words in told(after.accepted))
    more.subtract(words for _, words in told(before.accepted))
    more.subtract(_plain(words) for item in items for words in item.printed if _is_new(item))

    def missing(words: str, item: AccountItem) -> bool:
        said = words in exact or any(_says(one, words, item) for one in there)
        if _is_new(item) and more[words] > 0:
            return True
        return not (said and _shaped(words, item, after) and _placed(words, item, theirs, ours))

    return [
        item
        for item in items
        if item.became in ("merged", "conflict")
        and any(missing(words, item) for words in map(_plain, item.printed) if words)
    ]


def _is_new(item: AccountItem) -> bool:
    """Whether an officer's paragraph comes in by this pull."""
    return item.kind == "paragraph added" and not item.reason


def _headings(texts: Sequence[ReadText]) -> list[tuple[str, str]]:
    """The words of each text, and of the heading of the section that it stands in."""
    made, heading = [], ""
    for text in texts:
        words = bare(text) if text.kind != "contents" else ""
        made.append((words, heading))
        if text.kind == "heading" and text.level == 1:
            heading = words
    return made


def _placed(
    words: str,
    item: AccountItem,
    theirs: Sequence[tuple[str, str]],
    ours: Sequence[tuple[str, str]],
) -> bool:
    """Whether what an officer added stands in the section, or behind the one, that it did."""
    if not _is_new(item) or not item.reads:
        return True  # what stands in the source already, the author may have put elsewhere
    heading = theirs[item.reads[0]][1]
    known = any(said == heading for said, _ in ours)
    return not known or any(one == heading and said.endswith(words) for said, one in ours)


def _shaped(words: str, item: AccountItem, after: ReadDocument) -> bool:
    """Whether words stand in the new draft as what the item says."""
    return item.shape is None or any(
        bare(one) == words and stands_as(shape_of(one), item.shape) for one in after.accepted
    )


def _says(text: str, words: str, item: AccountItem) -> bool:
    """Whether a text says words behind what the format prints; front matter shares its lines."""
    return words in text if item.unit.startswith(FRONT_MATTER) else text.endswith(words)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _is_printed(words: str, printed: Counter[str]) -> bool:
    return printed[words] > 0 or any(words.endswith(one) for one in printed if one)
