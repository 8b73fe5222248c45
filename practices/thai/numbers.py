"""Numbers as books print them: commas, Thai digits, a unit behind them."""

import re
from collections.abc import Collection
from decimal import Decimal
from typing import Final

from practices.thai.text import arabic_digits, clean

MOST_LETTERS: Final = 40  # of a number

# Typesetters part thousands with a thin or an unbreakable space too. A plain space parts two numbers.
_PARTED = re.compile("(?<![0-9,.])[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3})+(?![0-9,])")
_RUN = re.compile("(?:(?<![\u0e00-\u0e7f])[,.])?[0-9](?:[0-9,.]*[0-9])?")  # the dot of พ.ศ.2557 is not the number's
_NUMBER = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
_DASHES = {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212"}


class SeveralNumbers(ValueError):
    """More than one number where one is asked for; `numbers` are they, as typed."""

    def __init__(self, numbers: list[str]) -> None:
        super().__init__(f"several numbers: {', '.join(numbers)}")
        self.numbers = numbers


def read_number(text: str, units: Collection[str] = ()) -> Decimal | None:
    """Return the one number of a text; None for an empty text and for the dash that stands where nothing is stated.

    Beside the number only one of the units may stand. Raises SeveralNumbers, and ValueError for anything else: what
    is parted otherwise than by thousands, counted in another unit, or said to be less than zero or about so many.

    >>> [str(read_number(text, ["คน"])) for text in ("111,707", "๑๑๑,๗๐๗ คน", "678,749,799.10", "–", "")]
    ['111707', '111707', '678749799.10', 'None', 'None']
    >>> read_number("ชาย 7,734 หญิง 7,014")
    Traceback (most recent call last):
    practices.thai.numbers.SeveralNumbers: several numbers: 7,734, 7,014
    """
    text = clean(_PARTED.sub(_with_commas, arabic_digits(text))).strip()
    if not text or text in _DASHES:
        return None
    numbers = _RUN.findall(text)
    if len(numbers) > 1:
        raise SeveralNumbers(numbers)
    beside = _bare(_RUN.sub("", text))
    if not numbers or len(numbers[0]) > MOST_LETTERS or not _NUMBER.fullmatch(numbers[0]):
        raise ValueError(f"not a number: {text[:MOST_LETTERS]!r}")
    if beside and beside not in map(_bare, units):
        raise ValueError(f"not a number alone, nor in {' or '.join(units) or 'any unit'}: {text[:MOST_LETTERS]!r}")
    return Decimal(numbers[0].replace(",", ""))


def in_print(number: int | Decimal) -> str:
    """Write a number as the book does.

    >>> in_print(111707), in_print(Decimal("678749799.10"))
    ('111,707', '678,749,799.10')
    """
    return f"{number:,}"


def _with_commas(parted: re.Match[str]) -> str:
    return re.sub("[^0-9]", ",", parted[0])


def _bare(unit: str) -> str:
    """A unit without its spaces and dots: ตร. กม. is ตร.กม"""
    return re.sub(r"[\s.]", "", unit)
