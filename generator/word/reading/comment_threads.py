"""Comments with their answers, and whether they are resolved.

word/comments.xml, the last paragraph of each with an id:
    <w:comment w:id="0" w:author="Finance" w:date="2023-02-16T09:00:00Z" w:initials="F">
      <w:p w14:paraId="1A2B3C4D"><w:r><w:t>Net of grant?</w:t></w:r></w:p></w:comment>
word/commentsExtended.xml, who answers whom by these ids:
    <w15:commentEx w15:paraId="5E6F7A8B" w15:paraIdParent="1A2B3C4D" w15:done="0"/>

LibreOffice 7.4 keeps no more of it than what is resolved: a comment that it saved on the very words
of an earlier one is taken for an answer to that. Answers to answers are answers to the comment, in
the order of the file.
"""

from __future__ import annotations

from generator.model.readings import ReadComment, Reply
from generator.word.package.elements import Element, clark
from generator.word.reading.comment_ranges import CommentRanges
from generator.word.reading.word_file import WordFile

_ON = ("1", "true", "on")


def read_comments(
    file: WordFile, ranges: CommentRanges, by_words: bool = False
) -> tuple[ReadComment, ...]:
    """The comments of a file in the order in which they stand in the text.

    by_words: the file's program keeps no answers, so that a comment on the same words is one.
    """
    root = file.part("comments")
    nodes = [] if root is None else root.findall(clark("w:comment"))
    if by_words:
        nodes.sort(key=lambda node: node.get(clark("w:date"), ""))  # LibreOffice turns them round
    parents, done = _extended(file.part("commentsExtended"))
    ids = {node: _paragraph_ids(node) for node in nodes}
    owners = {each: node for node in nodes for each in ids[node]}
    same: dict[tuple[int, str], Element] = {}
    answers: dict[Element, list[Element]] = {}
    for node in nodes:
        first = _first(node, ids, parents, owners)
        if by_words and first is node and ranges.words(node.get(clark("w:id"), "")):
            first = same.setdefault(_place(node, ranges), node)
        answers.setdefault(first, [])
        if first is not node:
            answers[first].append(node)
    found = [
        _comment(node, ranges, any(each in done for each in ids[node]), replies)
        for node, replies in answers.items()
    ]
    return tuple(sorted(found, key=lambda one: (one.where < 0, one.where)))


def _place(node: Element, ranges: CommentRanges) -> tuple[int, str]:
    number = node.get(clark("w:id"), "")
    return ranges.where(number), ranges.words(number)


def _comment(
    node: Element, ranges: CommentRanges, resolved: bool, replies: list[Element]
) -> ReadComment:
    where, words = _place(node, ranges)
    return ReadComment(
        *_said(node),
        words,
        where,
        resolved,
        tuple(Reply(*_said(reply)) for reply in replies),
        node.get(clark("w:initials"), ""),
    )


def _said(node: Element) -> tuple[str, str, str]:
    """Author, date and text."""
    return node.get(clark("w:author"), ""), node.get(clark("w:date"), ""), comment_text(node)


def comment_text(node: Element) -> str:
    """A comment's paragraphs, each on a line of its own."""
    return "\n".join(_words(paragraph) for paragraph in node.iter(clark("w:p"))).strip()


def _words(paragraph: Element) -> str:
    signs = {clark("w:tab"): "\t", clark("w:br"): "\n", clark("w:noBreakHyphen"): "-"}
    runs = paragraph.iter(clark("w:r"))
    return "".join(
        signs.get(piece.tag, piece.text or "")
        for run in runs
        for piece in run
        if piece.tag == clark("w:t") or piece.tag in signs
    )


def _paragraph_ids(node: Element) -> list[str]:
    ids = (paragraph.get(clark("w14:paraId"), "") for paragraph in node.iter(clark("w:p")))
    return [each.upper() for each in ids if each]


def _extended(root: Element | None) -> tuple[dict[str, str], set[str]]:
    """Whose answer each comment is, and which are resolved, by the ids of paragraphs."""
    parents: dict[str, str] = {}
    done: set[str] = set()
    for node in () if root is None else root.iterfind(clark("w15:commentEx")):
        own = node.get(clark("w15:paraId"), "").upper()
        parent = node.get(clark("w15:paraIdParent"), "").upper()
        if parent:
            parents[own] = parent
        if node.get(clark("w15:done"), "0") in _ON:
            done.add(own)
    return parents, done


def _first(
    node: Element,
    ids: dict[Element, list[str]],
    parents: dict[str, str],
    owners: dict[str, Element],
) -> Element:
    """The comment that a thread of answers began with."""
    seen = [node]
    while True:
        parent = next((parents[each] for each in ids[seen[-1]] if each in parents), "")
        above = owners.get(parent)
        if above is None or above in seen:
            return seen[-1]
        seen.append(above)
