"""What a reader typed into a search field, as the parts to look for."""

import re
from typing import Final

from pythainlp.util import eng_to_thai

from practices.thai.names import expand
from practices.thai.text import clean, fold

LONGEST_QUERY: Final = (
    400  # characters; a longer one is read up to here, so that nobody can make us search without bound
)
MOST_TERMS: Final = 12

_BETWEEN_TERMS = re.compile(r"[\s()\[\]\"“”;|]+|(?<![0-9])[,/]|[,/](?![0-9])")


def terms(query: str) -> list[str]:
    """Return the folded parts of a query, all of which must occur: in its order, each once, at most twelve.

    >>> terms("ทน.ขอนแก่น  ขอนแก่น, ๒๕๕๗")
    ['เทศบาลนครขอนแก่น', 'ขอนแก่น', '2557']
    >>> terms("%_ '")
    []
    """
    parts = map(fold, _BETWEEN_TERMS.split(expand(query[:LONGEST_QUERY])))
    return list(dict.fromkeys(filter(None, parts)))[:MOST_TERMS]


def typed_on_english_keyboard(text: str) -> str:
    """Return the Thai that was meant by a text typed while the keyboard was left on English.

    >>> typed_on_english_keyboard("-vocdjo")
    'ขอนแก่น'
    """
    return clean(eng_to_thai(text))
