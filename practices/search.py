"""Query text → a condition on folded columns, and the order of what is found.

Substring search on folded text, no word segmentation. All terms must occur. A term of one or two characters is looked
for in the head only, so that ยะ finds ยะลา and not ขยะ; if that finds nothing, everywhere.
"""

from enum import IntEnum

from django.db.models import Case, IntegerField, Q, Value, When

from practices.thai.query import terms

SHORT = 2


class Match(IntEnum):
    """Where an entry holds the terms, best first."""

    PLACE_EQUALS = 0
    PLACE_BEGINS = 1
    HEAD = 2
    TITLE = 3
    NARRATIVE = 4


def condition(query, rows):
    """What a reader's query asks of these rows; None where it holds nothing to look for, as punctuation does.

    Asks the database once whether the head is enough, and only when a term is short.
    """
    parts = terms(query)
    if not parts:
        return None
    strict = _all(parts, short="search_head")
    if any(len(part) <= SHORT for part in parts) and not rows.filter(strict).exists():
        return _all(parts, short="search_text")
    return strict


def _all(parts, short):
    return Q(*[(f"{short if len(part) <= SHORT else 'search_text'}__has", part) for part in parts])


def entry_match(query):
    """An expression: the `Match` of each entry that holds the query."""
    parts = terms(query)
    whole = "".join(parts)
    return Case(
        When(search_place__has=f"\n{whole}\n", then=Value(Match.PLACE_EQUALS)),
        When(search_place__has=f"\n{whole}", then=Value(Match.PLACE_BEGINS)),
        When(Q(*[("search_head__has", part) for part in parts]), then=Value(Match.HEAD)),
        When(Q(*[("search_title__has", part) for part in parts]), then=Value(Match.TITLE)),
        default=Value(Match.NARRATIVE),
        output_field=IntegerField(),
    )
