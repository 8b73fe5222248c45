"""Places × award years in one picture: a row is a place's strip of years, a mark is an award."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from practices import charts
from practices.language import is_english
from practices.models import AwardEntry, AwardTier, Municipality
from practices.models.awards import is_golden_year
from practices.querysets import Known

PLACES = 60  # rows of one picture; it says so where there are more


class Year(NamedTuple):
    """A place's year: its award, or None; the line from the place's first award to its last may come from the year
    before and go on to the next."""

    year_be: int
    entry: AwardEntry | None
    comes_from: bool
    goes_on: bool

    @property
    def is_golden(self) -> bool:
        return is_golden_year(self.year_be)


class Place(NamedTuple):
    """A row of the picture: a place, its years, how many awards were found and how many of them golden."""

    body: Municipality
    strip: list[Year]
    found: int
    golden: int


class Head(NamedTuple):
    """A column's head: what was found of a year, and how many winners are known by number only; None: nobody knows."""

    year_be: int
    found: int
    unnamed: int | None
    column: charts.Column

    @property
    def is_golden(self) -> bool:
        return is_golden_year(self.year_be)

    @property
    def has_page(self) -> bool:
        return bool(self.found or self.unnamed)


class Panorama(NamedTuple):
    """The picture; `place_count` counts the places that have no row in it too."""

    heads: list[Head]
    places: list[Place]
    place_count: int

    @property
    def has_more(self) -> bool:
        return self.place_count > len(self.places)

    @property
    def has_unnamed(self) -> bool:
        return any(head.unnamed for head in self.heads)


def strip(entries: Iterable[AwardEntry], years: range) -> list[Year]:
    """The years of the picture with these entries of one place."""
    held = {entry.year_be: entry for entry in entries}
    first, last = min(held, default=0), max(held, default=0)
    return [Year(year, held.get(year), first < year <= last, first <= year < last) for year in years]


def entries_of_places(entries: Iterable[AwardEntry]) -> dict[int, list[AwardEntry]]:
    """The entries of each place, by its key."""
    held = defaultdict(list)
    for entry in entries:
        held[entry.municipality_id].append(entry)
    return dict(held)


def add_strips(bodies: Iterable[Municipality]) -> None:
    """Give each of these bodies its `strip`, all of the same years; an empty one where it has no awards."""
    of_bodies = AwardEntry.objects.published().filter(municipality__in=[body.pk for body in bodies])
    entries = list(of_bodies.for_strips())  # by year
    years = range(entries[0].year_be, entries[-1].year_be + 1) if entries else range(0)
    held = entries_of_places(entries)
    for body in bodies:
        body.strip = strip(held[body.pk], years) if body.pk in held else []  # type: ignore[attr-defined]


def panorama(entries, known: Iterable[Known] | None = None) -> Panorama:
    """The picture of these entries. `known` are the totals that sources state, for entries that are not filtered."""
    years = AwardEntry.objects.published().span()
    ranked = list(entries.by_place(AwardTier.GOLD, english=is_english())[:PLACES])
    held = entries_of_places(entries.filter(municipality__in=[row["municipality"] for row in ranked]).for_strips())
    places = [
        Place(of_place[0].municipality, strip(of_place, years), row["count"], row["of_tier"])
        for row in ranked
        if (of_place := held.get(row["municipality"]))
    ]
    return Panorama(heads(entries, known, years), places, entries.order_by().values("municipality").distinct().count())


def heads(entries, known: Iterable[Known] | None, years: range) -> list[Head]:
    """For each year what was found, and what is known to exist where a source says how many there were."""
    found = entries.count_by_year()
    unnamed = least_unnamed(known or [])
    columns = charts.columns([(found.get(year, 0), unnamed.get(year, 0)) for year in years])
    return [
        Head(year, found.get(year, 0), unnamed.get(year), column) for year, column in zip(years, columns, strict=True)
    ]


def least_unnamed(known: Iterable[Known]) -> dict[int, int]:
    """{award year: how many winners, at least, sources count and nobody here knows by name}.

    Categories add up; a total of all categories counts their winners once more, as do two totals of one category.
    """
    missing: dict[int, dict[int | None, int]] = defaultdict(lambda: defaultdict(int))
    for total, found in known:
        of_year = missing[total.year_be]
        of_year[total.category_id] = max(of_year[total.category_id], total.count - found)
    return {year: max(of_year.pop(None, 0), sum(of_year.values())) for year, of_year in missing.items()}
