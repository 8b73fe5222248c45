"""Query text → a condition on folded columns, the order of what is found, and what may have been meant by the rest.

Substring search on folded text, no word segmentation. All terms must occur. A term of one or two characters is looked
for in the head only, so that ยะ finds ยะลา and not ขยะ; if that finds nothing, everywhere.
"""

from difflib import get_close_matches
from enum import IntEnum

from django.db.models import Case, IntegerField, Q, Value, When

from practices.thai.query import terms, typed_on_english_keyboard
from practices.thai.text import fold

SHORT = 2
CLOSE = 0.7  # of 1: how alike a name must be to be offered; right for all of 150 misspelt place names


class Match(IntEnum):
    """Where a row holds the terms, best first."""

    PLACE_EQUALS = 0
    PLACE_BEGINS = 1
    HEAD = 2
    TITLE = 3
    NARRATIVE = 4


def condition(query, rows, *, to_entry=""):
    """What a reader's query asks of these rows, which hold a folded text and reach their entry through `to_entry`.

    A query without letters or digits, as punctuation is, finds nothing. Asks the database once whether the head is
    enough, and only where a term is short.
    """
    parts = terms(query)
    if not parts:
        return Q(pk__in=[])

    def holds_all(short):
        return Q(*[(f"{short if len(part) <= SHORT else 'search_text'}__has", part) for part in parts])

    strict = holds_all(short=f"{to_entry}search_head")
    if any(len(part) <= SHORT for part in parts) and not rows.filter(strict).exists():
        return holds_all(short="search_text")
    return strict


def in_names(query):
    """What a query asks of rows whose head alone is looked through."""
    return Q(*[("search_head__has", part) for part in terms(query)])


def match(query, *, to_entry=""):
    """An expression: the `Match` of each row that holds the query and reaches its entry through `to_entry`."""
    parts = terms(query)
    if not parts:
        return Value(Match.NARRATIVE)
    whole = "".join(parts)
    return Case(
        When(**{f"{to_entry}search_place__has": f"\n{whole}\n"}, then=Value(Match.PLACE_EQUALS)),
        When(**{f"{to_entry}search_place__has": f"\n{whole}"}, then=Value(Match.PLACE_BEGINS)),
        When(Q(*[(f"{to_entry}search_head__has", part) for part in parts]), then=Value(Match.HEAD)),
        When(Q(*[("search_title__has", part) for part in parts]), then=Value(Match.TITLE)),
        default=Value(Match.NARRATIVE),
        output_field=IntegerField(),
    )


def did_you_mean(query, names, most=3):
    """The names closest to a query that found nothing, also as typed with the keyboard left on English."""
    folded = {fold(name): name for name in names}
    meant = [fold(query)]
    if query.isascii():
        meant.insert(0, fold(typed_on_english_keyboard(query)))
    exact = [folded[form] for form in meant if form in folded]
    close = [folded[name] for form in meant for name in get_close_matches(form, folded, most, CLOSE)]
    return list(dict.fromkeys(exact or close))[:most]
