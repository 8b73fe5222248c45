"""Numbers → geometry for the SVG in the templates. Pure: no query, no words, no colour."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from math import ceil
from pathlib import Path
from typing import Any, TypeVar

Row = TypeVar("Row")

BAR = 100  # width of every bar's drawing, so that a width is also a percentage

# --- Men and women --------------------------------------------------------------------------------------------------

GAP = 0.6  # between the parts of a bar
STROKE = 0.3  # half the outline of the second part, drawn inside its own width


@dataclass(frozen=True)
class Split:
    """Two stated parts of a whole as one bar: the first solid, the second outlined."""

    first: int
    second: int

    @property
    def total(self) -> int:
        return self.first + self.second

    @property
    def first_percent(self) -> float:
        return round(100 * self.first / self.total, 1)

    @property
    def second_percent(self) -> float:
        return round(100 * self.second / self.total, 1)

    @property
    def first_lead(self) -> int:
        """By how many the first part is the larger; 0 if it is not."""
        return max(self.first - self.second, 0)

    @property
    def second_lead(self) -> int:
        """By how many the second part is the larger; 0 if it is not."""
        return max(self.second - self.first, 0)

    @property
    def first_width(self) -> float:
        return round(self._room * self.first / self.total, 2)

    @property
    def second_x(self) -> float:
        return round(BAR - self._room * self.second / self.total + STROKE, 2)

    @property
    def second_width(self) -> float:
        return round(max(self._room * self.second / self.total - 2 * STROKE, 0), 2)

    @property
    def _room(self) -> float:
        return BAR - GAP if self.first and self.second else BAR


def split(first: int | None, second: int | None) -> Split | None:
    """The bar of two parts; None unless both are stated and there is something to divide."""
    if first is None or second is None or first + second == 0:
        return None
    return Split(first, second)


# --- Seats of a council ---------------------------------------------------------------------------------------------

SEATS_A_ROW = 12
SEAT = 20  # a seat and the room round it
MOST_SEATS = 120  # twice the largest council: beyond it a figure is a misprint, and no drawing helps


@dataclass(frozen=True)
class Seats:
    """Centres of the seats of a council, the men's first, in rows."""

    first: list[tuple[int, int]]
    second: list[tuple[int, int]]
    height: int
    width: int = SEATS_A_ROW * SEAT


def seats(first: int | None, second: int | None) -> Seats | None:
    """One circle a member; None unless both numbers are stated and make a council that can be drawn."""
    if first is None or second is None or not 0 < first + second <= MOST_SEATS:
        return None
    centres = [
        (SEAT * (number % SEATS_A_ROW) + SEAT // 2, SEAT * (number // SEATS_A_ROW) + SEAT // 2)
        for number in range(first + second)
    ]
    return Seats(centres[:first], centres[first:], height=SEAT * ceil(len(centres) / SEATS_A_ROW))


# --- Years ----------------------------------------------------------------------------------------------------------


def every_year(rows: Mapping[int, Row]) -> Iterator[tuple[int, Row | None]]:
    """Every year from the newest to the oldest of these rows, with None for the years between that have none."""
    for year in range(max(rows, default=0), min(rows, default=1) - 1, -1):
        yield year, rows.get(year)


@dataclass(frozen=True)
class TallyRow:
    """One year's bar: its golden awards first, the others after them."""

    year_be: int
    count: int = 0
    gold: int = 0
    gold_width: float = 0
    rest_x: float = 0
    rest_width: float = 0


TALLY_GAP = 0.8


def tally(counts: Mapping[int, tuple[int, int]]) -> list[TallyRow]:
    """Bars of award years on one scale, newest first, from {year: (entries, golden ones among them)}."""
    most = max((count for count, _ in counts.values()), default=0)
    rows = []
    for year, held in every_year(counts):
        if held is None:
            rows.append(TallyRow(year))
            continue
        count, gold = held
        gold_width = BAR * gold / most
        rest_x = gold_width + TALLY_GAP if gold else 0
        rest_width = BAR * count / most - rest_x if count > gold else 0
        rows.append(TallyRow(year, count, gold, *(round(number, 1) for number in (gold_width, rest_x, rest_width))))
    return rows


@dataclass(frozen=True)
class Course:
    """A figure over the years as a line, its lowest value at the bottom; marks stand on it in some of the years."""

    line: str  # the points of an SVG polyline
    marks: list[tuple[float, float, int]]  # x, y, year
    years: tuple[int, int]
    values: tuple[int, int]  # of the first and the last year
    least: int
    most: int


COURSE_WIDTH, COURSE_HEIGHT, COURSE_PAD = 600, 140, 10


def course(values: Mapping[int, int], marked: Iterable[int]) -> Course | None:
    """The line of {year: value} with marks on these years, as far as they have a value; None for fewer than two."""
    if len(values) < 2:
        return None
    years = sorted(values)
    first, last = years[0], years[-1]
    least, most = min(values.values()), max(values.values())
    room = COURSE_HEIGHT - 2 * COURSE_PAD

    def place(year):
        x = COURSE_PAD + (COURSE_WIDTH - 2 * COURSE_PAD) * (year - first) / (last - first)
        y = COURSE_HEIGHT - COURSE_PAD - room * (values[year] - least) / ((most - least) or 1)
        return round(x, 1), round(y, 1)

    return Course(
        line=" ".join(f"{x},{y}" for x, y in map(place, years)),
        marks=[(*place(year), year) for year in sorted(marked) if year in values],
        years=(first, last),
        values=(values[first], values[last]),
        least=least,
        most=most,
    )


# --- Found and known ------------------------------------------------------------------------------------------------

COLUMN = 60  # height of the highest column's drawing


@dataclass(frozen=True)
class Column:
    """What was found stands solid; on it, hollow, what is known to exist and was not found."""

    solid: float
    hollow: float

    @property
    def solid_y(self) -> float:
        return round(COLUMN - self.solid, 1)

    @property
    def hollow_y(self) -> float:
        return round(COLUMN - self.solid - self.hollow, 1)


def columns(numbers: Iterable[tuple[int, int]]) -> list[Column]:
    """Columns on one scale from (found, known but not found)."""
    numbers = list(numbers)
    most = max((found + missing for found, missing in numbers), default=0) or 1
    return [Column(round(COLUMN * found / most, 1), round(COLUMN * missing / most, 1)) for found, missing in numbers]


# --- The map --------------------------------------------------------------------------------------------------------

OUTLINES = Path(__file__).parent / "data" / "map_provinces.json"
LAKE = "lksg"  # the lake of Songkhla: water, not a province
SHADES = 4


@dataclass(frozen=True)
class Band:
    """A shade of the map, 1 the palest, and the counts it stands for."""

    shade: int
    least: int
    most: int

    @property
    def span(self) -> str:
        return str(self.most) if self.least == self.most else f"{self.least}–{self.most}"


@dataclass(frozen=True)
class Area:
    """A province's outline with its shade, 0 where it has no entries."""

    path: str
    shade: int
    province: Any


@dataclass(frozen=True)
class ProvinceMap:
    areas: list[Area]
    not_drawn: list[Any]  # provinces whose outline nobody has drawn yet
    lake: str
    bands: list[Band]


@cache
def outlines() -> dict[str, str]:
    """The SVG path of each province by its DOPA code, and of the lake."""
    return json.loads(OUTLINES.read_text(encoding="utf-8"))


def bands(most: int) -> list[Band]:
    """Up to four bands from 1 to `most`; squares, so that small counts, which are common, are told apart."""
    tops = sorted({ceil(most * (step / SHADES) ** 2) for step in range(1, SHADES + 1)} - {0})
    return [
        Band(shade, least=below + 1, most=top)
        for shade, (below, top) in enumerate(zip([0, *tops], tops, strict=False), start=1)
    ]


def province_map(provinces: Iterable[Any]) -> ProvinceMap:
    """The map of provinces that carry `award_count`, shaded by it."""
    provinces = list(provinces)
    shades = bands(max((province.award_count for province in provinces), default=0))
    return ProvinceMap(
        areas=[
            Area(
                path=outlines()[province.code],
                shade=next((band.shade for band in shades if band.least <= province.award_count <= band.most), 0),
                province=province,
            )
            for province in provinces
            if province.code in outlines()
        ],
        not_drawn=[province for province in provinces if province.code not in outlines()],
        lake=outlines()[LAKE],
        bands=shades,
    )
