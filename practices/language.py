"""Thai or English: which of a pair of stored texts the reader sees, and how words stand in a row."""

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.translation import get_language, override

Text = str | Promise  # a lazy one is read in the language of the page that shows it


def is_english() -> bool:
    """Whether the page is an English one."""
    return get_language() == "en"


def in_active_language(thai: str, english: str) -> str:
    """The English text on English pages where we hold one, else the Thai one."""
    return english if english and is_english() else thai


def both(text) -> tuple[str, str]:
    """A lazy text in Thai and in English, whichever the page is in."""
    with override("th"):
        thai = str(text)
    with override("en"):
        return thai, str(text)


def as_phrase(words: Iterable[Text]) -> str:
    """Words as one phrase: "ก ข และค", "a, b and c"; "" for none."""
    *before, last = [str(word) for word in words] or [""]
    if not before:
        return last
    space = " " if len(before) > 1 else ""
    return in_active_language(f"{' '.join(before)}{space}และ{last}", f"{', '.join(before)} and {last}")


def in_a_list(words: Iterable[Text]) -> str:
    """Words side by side: "ก · ข"; "" for none."""
    return " · ".join(map(str, words))
