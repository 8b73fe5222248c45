"""What a query that finds nothing may have meant."""

from difflib import get_close_matches
from math import ceil
from typing import NamedTuple

from django.db.models import Case, When

from practices.search.index import TRIGRAM
from practices.thai.names import expand, split_name
from practices.thai.query import typed_on_english_keyboard
from practices.thai.text import fold, one_letter_apart, rough

SURE = 5  # letters; one of fewer may well be another name
MOST_PARTS = 12  # of a form; each is looked for in thousands of names
CLOSE = 0.7  # of 1: how alike a name must be to be offered; right for all of 150 misspelt place names


class Meaning(NamedTuple):
    """What a query that found nothing may have meant: the one name it certainly meant, or "", and those like it."""

    certain: str
    close: list[str]


def meaning(query, names, most=3):
    """The names that a query without results may have meant, also as typed with the keyboard left on English.

    It certainly meant a name that differs in no more than what is often mistyped, or else in one letter, if there is
    one such name only.
    """
    typed = [fold(query)]
    if query.isascii():
        typed.insert(0, fold(typed_on_english_keyboard(query)))
    folded = {fold(name): name for name in reversed(names)}
    folded.pop(fold(query), None)
    roughly = [rough(form) for form in typed]
    same = [form for form in folded if rough(form) in roughly]
    enough = [form for form in roughly if len(form) >= SURE]
    like = same or [form for form in folded if any(one_letter_apart(rough(form), one) for one in enough)]
    close = same or [name for form in typed for name in get_close_matches(form, folded, most, CLOSE)]
    certain = folded[like[0]] if len(like) == 1 else ""
    return Meaning(certain, [folded[form] for form in dict.fromkeys(close)][:most])


def near(query):
    """How many of a query's sequences of three letters a body's names hold, as an expression; None where it has none.

    The kind of body is left out where a name is given with it, because thousands share it.
    """
    kind, place = split_name(expand(query))
    forms = {rough(fold(place if kind else query))}
    if query.isascii():
        forms.add(rough(fold(typed_on_english_keyboard(query))))
    parts = {part for form in forms for part in _parts(form)}
    if not parts:
        return None
    return sum(Case(When(search_rough__has=part, then=1), default=0) for part in sorted(parts))


def _parts(form):
    """Its sequences of three letters; of a long form few, from all over it, since it may be right at its end only."""
    parts = [form[start : start + TRIGRAM] for start in range(len(form) - TRIGRAM + 1)]
    return parts[:: ceil(len(parts) / MOST_PARTS) or 1]
