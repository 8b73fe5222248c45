"""Query text → a condition on folded columns, and the order of what is found.

Substring search on folded text, no word segmentation. All terms must occur, each as itself or as what else it stands
for (`MEANINGS`). A query has several readings; the first that finds something is the one:

1. Strict. Thai of one or two letters, and a Latin word of up to three, is looked for in the head only, so that ยะ finds
   ยะลา and not ขยะ; Latin at the start of words, and when so short as a whole word, so that Nan does not find Ao Nang.
2. Every term anywhere.
3. Strict, with words parted where several were run together.

The name of a body, เทศบาลเมืองน่าน or อบต.น่าน, also finds the bodies of that kind in the place of that name.
"""

from enum import IntEnum
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Case, IntegerField, Q, Value, When

from practices.thai.meanings import meanings
from practices.thai.names import KINDS, split_name
from practices.thai.query import parted, terms
from practices.thai.text import is_latin

SHORT = 2  # letters of Thai
SHORT_LATIN = 3


class Match(IntEnum):
    """Where a row holds the terms, best first."""

    PLACE_EQUALS = 0
    PLACE_BEGINS = 1
    HEAD = 2
    INSIDE_HEAD = 3  # Latin inside a word
    TITLE = 4
    NARRATIVE = 5


class Reading(NamedTuple):
    """A query as it was understood: its words, and what they ask of a row."""

    words: str
    condition: Q


def read(query, rows, *, to_entry=""):
    """What a reader's query asks of these rows, which hold a folded text and reach their entry through `to_entry`.

    A query without letters or digits, as punctuation is, finds nothing. Where there are several readings, the database
    is asked which one finds anything: at most twice, for the last needs no asking.
    """
    parts, apart = terms(query), parted(query)
    if not parts:
        return Reading(query, Q(pk__in=[]))
    head = f"{to_entry}search_head"
    readings = [Reading(query, Q(*[_strict(part, head) for part in parts]))]
    if any(is_latin(part) or len(part) <= SHORT for part in parts):
        readings.append(Reading(query, Q(*[_has("search_text", part) for part in parts])))
    if terms(apart) != parts:
        readings.append(Reading(apart, Q(*[_strict(part, head) for part in terms(apart)])))
    first = next((reading for reading in readings[:-1] if rows.filter(reading.condition).exists()), readings[-1])
    # In a subquery: facets count under the condition, and a database would ask its texts of every row, once a facet.
    return Reading(first.words, Q(pk__in=rows.filter(first.condition).order_by().values("pk")))


def in_names(query):
    """What a query asks of rows whose head alone is looked through."""
    return Q(*[_in_head(term, "search_head") for term in terms(query)])


def is_asking(query):
    """Whether a query has letters or digits to look for."""
    return bool(terms(query))


def match_of_names(query):
    """An expression: the `Match` of a body whose head holds the query."""
    whole = "".join(terms(query))
    return Case(
        When(search_head__has=f"\n{whole}\n", then=Value(Match.PLACE_EQUALS)),
        When(search_head__has=f"\n{whole}", then=Value(Match.PLACE_BEGINS)),
        default=Value(Match.HEAD),
        output_field=IntegerField(),
    )


def match(words, *, to_entry=""):
    """An expression: the `Match` of each row that holds these words and reaches its entry through `to_entry`."""
    parts = terms(words)
    if not parts:
        return Value(Match.NARRATIVE)
    place, head = f"{to_entry}search_place", f"{to_entry}search_head"
    whole = "".join(parts)
    # A place begins with a Latin word, not with some of its letters.
    latin = [Q(**{f"{place}__has": f" {part} "}) for part in parts if is_latin(part)]
    return Case(
        When(**{f"{place}__has": f"\n{whole}\n"}, then=Value(Match.PLACE_EQUALS)),
        When(Q(*latin, **{f"{place}__has": f"\n{whole}"}), then=Value(Match.PLACE_BEGINS)),
        When(Q(*[_in_head(part, head, whole_words=True) for part in parts]), then=Value(Match.HEAD)),
        *[When(Q(*[_in_head(part, head) for part in parts]), then=Value(Match.INSIDE_HEAD))] * bool(latin),
        When(Q(*[_has("search_title", part) for part in parts]), then=Value(Match.TITLE)),
        default=Value(Match.NARRATIVE),
        output_field=IntegerField(),
    )


def _strict(term, head):
    """What a term asks in the strict reading. Before the head, what follows for the text, which has an index."""
    kind, place = split_name(term)
    if kind and place:
        return Q(search_text__has=place) & (Q(search_text__has=term) | _in_head(term, head))
    if is_latin(term) and len(term) <= SHORT_LATIN:
        forms = _any(Q(search_text__has=f" {form} " if is_latin(form) else form) for form in meanings(term))
        return forms & _in_head(term, head, whole_words=True)
    if is_latin(term):
        return _any(Q(search_text__has=f" {form}" if is_latin(form) else form) for form in meanings(term))
    return _in_head(term, head) if len(term) <= SHORT else _has("search_text", term)


def _in_head(term, head, *, whole_words=False):
    """The head holds a term; of the name of a body, its kind and the place."""
    kind, place = split_name(term)
    if kind and place:
        return Q((f"{head}__has", KINDS[kind].word), (f"{head}__has", place))
    if whole_words:
        return _any(Q((f"{head}__has", f" {form} " if is_latin(form) else form)) for form in meanings(term))
    return _has(head, term)


def _has(column, term):
    return _any(Q((f"{column}__has", form)) for form in meanings(term))


def _any(conditions):
    return reduce(or_, conditions)
