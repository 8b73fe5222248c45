"""Which words of a text were changed: two texts as pieces that both have, that one has lost, that the other has gained.

Paragraphs are compared first, then phrases within those that differ, then Thai clusters within those, by Myers' greedy
algorithm, which is quick where little was changed. All of it may take a fixed number of steps; where they are used up,
the rest of a stretch counts as replaced, so that a text of any length is answered in about a second.
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final, NamedTuple

from practices.thai.marks import boundary
from practices.thai.text import FOLLOWING, MARKS

_ELLIPSIS: Final = "…"
_STEPS: Final = 1_000_000
_PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
_PHRASE = re.compile(r"\S+\s*|\s+")  # with the space after it: a space alone is like every other
# A number or a Latin word is changed as a whole; of Thai, whose words are not parted, a letter with all its marks is.
_CLUSTER = re.compile(
    rf"(?:[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*|[A-Za-z]+|[เ-ไ]?[ก-ฮ]|.)[{MARKS}{FOLLOWING}]*",
    re.DOTALL,
)


class Piece(NamedTuple):
    """A stretch of one text or both; a piece that is not `in_after` was removed, one not `in_before` was added."""

    text: str
    in_before: bool = True
    in_after: bool = True

    @property
    def is_same(self) -> bool:
        return self.in_before and self.in_after


class _Match(NamedTuple):
    """So many units are the same from here in the one text and from there in the other."""

    before: int
    after: int
    size: int


def differing(before: str, after: str) -> list[Piece]:
    """Part two texts into what both have and what only one has, a removed stretch before the added one.

    >>> [piece.text for piece in differing("เทศบาลเมืองลำพูนเดิม ปี 2557", "เทศบาลเมืองลำพูนใหม่ ปี 2559") if not piece.is_same]
    ['เดิม', 'ใหม่', '2557', '2559']
    """
    return list(_joined(_Comparison().pieces(before, after, [_PARAGRAPH, _PHRASE, _CLUSTER])))


def shortened(pieces: list[Piece], context: int, longest: int) -> list[Piece]:
    """Keep `context` letters on each side of a change, and of a change itself `longest`; "…" is what was left out.

    >>> "".join(piece.text for piece in shortened(differing("กขคงจฉชซ", "กขคง จฉชซ"), 2, 9))
    '…คง จฉ…'
    """
    last = len(pieces) - 1
    return [
        piece._replace(text=_cut(piece.text, context * (place > 0), context * (place < last)))
        if piece.is_same
        else piece._replace(text=_cut(piece.text, longest // 2, longest // 2))
        for place, piece in enumerate(pieces)
    ]


def marked_difference(before: str, after: str, context: int = 20) -> str:
    """Tell in one line of plain text what was changed, with a little of what stands around it; "" if nothing was.

    >>> marked_difference("เทศบาลเมืองลำพูนเดิม มีประชากร", "เทศบาลเมืองลำพูนใหม่ มีประชากร", 6)
    '…งลำพูน[-เดิม-]{+ใหม่+} มีประ…'
    """
    if before == after:
        return ""
    return "".join(map(_signed, shortened(differing(before, after), context, 10 * context))).replace("\n", "↵")


def _signed(piece: Piece) -> str:
    if piece.is_same:
        return piece.text
    return f"[-{piece.text}-]" if piece.in_before else f"{{+{piece.text}+}}"


def _cut(text: str, start: int, end: int) -> str:
    """Keep so many letters of a text's start and end, and no part of a cluster."""
    if len(text) <= start + end + len(_ELLIPSIS):
        return text
    return text[: boundary(text, start, -1)] + _ELLIPSIS + text[boundary(text, len(text) - end, 1) :]


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Make one removed and one added piece of all that stand between two that are the same, and one of those."""
    same, removed, added = "", "", ""
    for piece in pieces:
        if piece.is_same and (removed or added):
            yield from _changed(removed, added)
            removed = added = ""
        if not piece.is_same and same:
            yield Piece(same)
            same = ""
        if piece.is_same:
            same += piece.text
        elif piece.in_before:
            removed += piece.text
        else:
            added += piece.text
    if same:
        yield Piece(same)
    yield from _changed(removed, added)


def _changed(removed: str, added: str) -> Iterator[Piece]:
    if removed:
        yield Piece(removed, in_after=False)
    if added:
        yield Piece(added, in_before=False)


class _Comparison:
    """One comparison of two texts, with the steps that are left for it."""

    def __init__(self) -> None:
        self.steps = _STEPS

    def pieces(self, before: str, after: str, units: list[re.Pattern[str]]) -> Iterator[Piece]:
        """Compare by the first kind of unit, and what differs by the next."""
        if not (before and after and units):
            yield from _changed(before, after)
            return
        unit, *finer = units
        one, other = unit.findall(before), unit.findall(after)
        matches = self.matches(one, other)
        if not finer:
            matches = _without_islands(matches)
        at_one = at_other = 0
        for match in matches:
            gap = "".join(one[at_one : match.before]), "".join(other[at_other : match.after])
            yield from self.pieces(*gap, finer)
            at_one, at_other = match.before + match.size, match.after + match.size
            if match.size:
                yield Piece("".join(one[match.before : at_one]))

    def matches(self, one: list[str], other: list[str]) -> list[_Match]:
        """Where the two are the same, in order; the last match is empty and stands at both ends."""
        start = _common(one, other)
        end = _common(one[start:][::-1], other[start:][::-1])
        last_one, last_other = len(one) - end, len(other) - end
        inner = self.shortest(one[start:last_one], other[start:last_other])
        return [
            _Match(0, 0, start),
            *(_Match(start + match.before, start + match.after, match.size) for match in inner),
            _Match(last_one, last_other, end),
            _Match(len(one), len(other), 0),
        ]

    def shortest(self, one: list[str], other: list[str]) -> list[_Match]:
        """The matches that leave the fewest units unmatched; none when the steps are used up.

        Row d holds how far d changes reach: the i-th number is the place in `one` on the diagonal 2i - d, which is that
        place less the place in `other`.
        """
        if not (one and other):
            return []
        goal = len(one) - len(other)
        rows: list[list[int]] = []
        for changes in range(len(one) + len(other) + 1):
            row: list[int] = []
            for i in range(changes + 1):
                diagonal = 2 * i - changes
                x = start = _reached(rows, changes, i)
                y = x - diagonal
                while x < len(one) and y < len(other) and one[x] == other[y]:
                    x += 1
                    y += 1
                row.append(x)
                self.steps -= 1 + x - start
                if diagonal == goal and x == len(one):
                    return _way_back(rows, changes, x, y)
                if self.steps < 0:
                    return []
            rows.append(row)
        raise AssertionError("Removing one text and adding the other is always a way.")


def _reached(rows: list[list[int]], changes: int, i: int) -> int:
    """Where one change more leads on the i-th diagonal: a unit added, or a unit removed, whichever is further."""
    if not changes:
        return 0
    added = rows[changes - 1][i] if i < changes else -1
    removed = rows[changes - 1][i - 1] + 1 if i else -1
    return max(added, removed)


def _way_back(rows: list[list[int]], changes: int, x: int, y: int) -> list[_Match]:
    matches = []
    while True:
        i = (x - y + changes) // 2
        start = _reached(rows, changes, i)
        if x > start:
            matches.append(_Match(start, start - x + y, x - start))
        if not changes:
            return matches[::-1]
        was_added = i < changes and rows[changes - 1][i] == start
        x, y = (start, start - x + y - 1) if was_added else (start - 1, start - x + y)
        changes -= 1


def _without_islands(matches: list[_Match]) -> list[_Match]:
    """Drop a match no longer than the changes on both its sides: a letter in common by chance says nothing."""
    kept: list[_Match] = []
    for place, match in enumerate(matches):
        kept.append(match)
        following = matches[place + 1] if place + 1 < len(matches) else None
        while len(kept) > 1 and following and kept[-1].size <= min(_gap(kept[-2], kept[-1]), _gap(kept[-1], following)):
            kept.pop()
    return kept


def _gap(match: _Match, following: _Match) -> int:
    """The longer of the two stretches between two matches."""
    return max(
        following.before - match.before - match.size,
        following.after - match.after - match.size,
    )


def _common(one: list[str], other: list[str]) -> int:
    """How many units both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
