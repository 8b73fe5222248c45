"""Years of the Buddhist Era, in which the awards are counted, and of the Common Era; days in either."""

import re
from datetime import date
from typing import Final

from practices.thai.text import arabic_digits, clean

BE_OFFSET: Final = 543
FIRST_AWARD_YEAR_BE: Final = 2544
LAST_YEAR_BE: Final = 2643  # 2100 CE: far enough, and no year of one era is then a year of the other

_YEAR = re.compile(r"(?:(?P<be>พ\.?ศ\.?)|(?P<ce>ค\.?ศ\.?))? ?(?P<number>[0-9]{4})")
_MONTH_NAMES = (
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "มค กพ มีค เมย พค มิย กค สค กย ตค พย ธค",
)
_MONTHS = {name: month for names in _MONTH_NAMES for month, name in enumerate(names.split(), 1)}
_DAY = re.compile(
    r"(?P<day>[0-9]{1,2})"
    r"(?:(?P<sign>[/.-])(?P<month>[0-9]{1,2})(?P=sign)| ?(?P<name>[ก-๎.]+?) ?(?:พ\.?ศ\.? ?)?)"
    r"(?P<year>[0-9]{4})"
    r"|(?P<iso>[0-9]{4}-[0-9]{2}-[0-9]{2})"
)


def be_to_ce(year_be: int) -> int:
    """Return the Common Era year; exact from 2484 BE on, when the Thai year began to begin in January.

    >>> be_to_ce(2557)
    2014
    """
    return year_be - BE_OFFSET


def ce_to_be(year_ce: int) -> int:
    """Return the Buddhist Era year; exact from 1941 CE on.

    >>> ce_to_be(2014)
    2557
    """
    return year_ce + BE_OFFSET


def read_year(text: str) -> int:
    """Return the Buddhist Era year that a reader typed, in either era, with Thai or Arabic digits.

    Raises ValueError for anything but a year from 2544 to 2643 BE (2001 to 2100 CE); an era that is named is believed.

    >>> [read_year(text) for text in ("2557", "2014", "๒๕๕๗", "พ.ศ. 2557", "ค.ศ. 2014")]
    [2557, 2557, 2557, 2557, 2557]
    """
    match = _YEAR.fullmatch(arabic_digits(clean(text)))
    if match:
        number = int(match["number"])
        for year_be, other_era in ((number, match["ce"]), (ce_to_be(number), match["be"])):
            if FIRST_AWARD_YEAR_BE <= year_be <= LAST_YEAR_BE and not other_era:
                return year_be
    raise ValueError(f"not a year from {FIRST_AWARD_YEAR_BE} to {LAST_YEAR_BE} BE: {text[:20]!r}")


def read_day(text: str) -> date:
    """Return the day that a reader typed, in either era, in figures or with the month's name.

    Raises ValueError for anything else.

    >>> {str(read_day(text)) for text in ("25/11/2569", "๒๕/๑๑/๒๕๖๙", "25 พฤศจิกายน 2569", "25 พ.ย. 2026", "2026-11-25")}
    {'2026-11-25'}
    """
    match = _DAY.fullmatch(arabic_digits(clean(text)).strip())
    if not match:
        raise ValueError(f"not a day: {text[:40]!r}")
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
    else:
        year, day = int(match["year"]), int(match["day"])
        month = int(match["month"] or _MONTHS.get(match["name"].replace(".", ""), 0))
    return date(year if year <= be_to_ce(LAST_YEAR_BE) else be_to_ce(year), month, day)
