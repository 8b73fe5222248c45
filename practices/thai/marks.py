"""A query's hits in the text that is shown, found with the search's own folding: what matched is what is marked.

Hits are looked for with `str.find` in the folded text, each letter of which remembers where it stood. No regular
expression is made from what a stranger typed.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from practices.thai.meanings import meanings
from practices.thai.query import terms
from practices.thai.text import FOLLOWING, compared

_ELLIPSIS: Final = "…"
_LEADING: Final = "เแโใไ"


class Piece(NamedTuple):
    """A stretch of the shown text; `hit` says whether the query matched it."""

    text: str
    hit: bool


def marked(text: str, query: str) -> list[Piece]:
    """Part a text into pieces with and without hits; joined, they are the text.

    Spaces, dots, digits' script and case may differ between query and text, and no Thai cluster is cut.

    >>> [piece.text for piece in marked("ปี ๒๕๕๗ ท.น.ขอนแก่น", "2557 ทนขอนแก") if piece.hit]
    ['๒๕๕๗', 'ท.น.ขอนแก่']
    """
    return list(_pieces(text, 0, len(text), _hits(text, query)))


def snippet(text: str, query: str, width: int = 160) -> list[Piece]:
    """Return about `width` characters around the first hit, marked, with "…" where text was left out.

    It is cut at spaces, which Thai has between phrases, or else between clusters; without a hit it is the beginning.

    >>> [piece.text for piece in snippet("เทศบาลนครขอนแก่น มีการบริหารงาน ที่พัฒนา มาจากการมีส่วนร่วม", "พัฒนา", 15)]
    ['…', 'ที่', 'พัฒนา', '…']
    """
    hits = _hits(text, query)
    first, last = hits[0] if hits else (0, 0)
    spaced = text.replace("\n", " ")
    start = max(0, first - width // 3)
    if start:
        start = spaced.find(" ", start, first) + 1 or boundary(text, start, -1)
    end = min(len(text), start + width)
    if end < len(text):
        space = spaced.rfind(" ", max(last, start + width // 2), end + 1)
        end = space if space >= 0 else boundary(text, end, 1)
    ellipsis = Piece(_ELLIPSIS, False)
    return [*[ellipsis] * (start > 0), *_pieces(text, start, end, hits), *[ellipsis] * (end < len(text))]


def beginning(text: str, most: int) -> str:
    """A text of at most so many letters, else its beginning with "…", no cluster cut.

    >>> beginning("kpi-lib.com", 20), beginning("เทศบาลเมืองน่าน", 9)
    ('kpi-lib.com', 'เทศบาล…')
    """
    return text if len(text) <= most else f"{text[: boundary(text, most - 1, -1)]}…"


def _pieces(text: str, start: int, end: int, hits: Iterable[tuple[int, int]]) -> Iterator[Piece]:
    for hit_start, hit_end in hits:
        first, last = max(hit_start, start), min(hit_end, end)
        if first < last:
            if start < first:
                yield Piece(text[start:first], False)
            yield Piece(text[first:last], True)
            start = last
    if start < end:
        yield Piece(text[start:end], False)


def _hits(text: str, query: str) -> list[tuple[int, int]]:
    """Return where the query's terms stand, in order, whole clusters, those that touch or overlap as one."""
    letters: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        kept = _compared(char)
        letters.append(kept)
        places.extend([place] * len(kept))
    folded = "".join(letters)
    hits: list[tuple[int, int]] = []
    for first, last in sorted(
        (boundary(text, places[at], -1), boundary(text, places[at + len(term) - 1] + 1, 1))
        for term in chain.from_iterable(map(meanings, terms(query)))
        for at in _occurrences(folded, term)
    ):
        if hits and first <= hits[-1][1]:
            hits[-1] = hits[-1][0], max(last, hits[-1][1])
        else:
            hits.append((first, last))
    return hits


_compared = lru_cache(maxsize=1024)(compared)


def _occurrences(folded: str, term: str) -> Iterator[int]:
    at = folded.find(term)
    while at >= 0:
        yield at
        at = folded.find(term, at + len(term))


def boundary(text: str, index: int, step: int) -> int:
    """Move an index out of the cluster it would cut: leading vowel, letter, marks and following vowel stay together."""
    while 0 < index < len(text) and _within_cluster(text[index - 1], text[index]):
        index += step
    return index


def _within_cluster(before: str, after: str) -> bool:
    return after in FOLLOWING or unicodedata.category(after)[0] == "M" or (before in _LEADING and "ก" <= after <= "ฮ")
