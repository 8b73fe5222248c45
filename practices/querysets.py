"""The vocabulary of questions the catalogue is asked. The public asks `published()`; nothing is hidden by default."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models
from django.db.models import Count, Exists, F, Max, Min, OuterRef, Prefetch, Q, Sum, Value, Window
from django.db.models.functions import RowNumber

from practices import search

ANSWERS = 5  # places that answer a search before its rows
NEAREST = 40  # bodies to compare a mistyped name with

BODY = ("municipality__province", "municipality__district")  # of an entry, with where it is

# Longer than all that is shown of an entry; no page reads them.
ENTRY_SEARCH_COLUMNS = ("search_place", "search_head", "search_title", "search_text")


def names_of_codes(*, english=False):
    """{"provinces": [(code, Thai name, English name), …], "categories": …, "topics": …}, each in order; one query."""
    places = {
        "provinces": ("Province", "name_en" if english else "order_th", "name_th", "name_en"),
        "categories": ("AwardCategory", "order", "short_name_th", "short_name_en"),
        "topics": ("Topic", "order", "name_th", "name_en"),
    }
    first, *others = (
        apps.get_model("practices", model)
        .objects.order_by()
        .annotate(list=Value(name), place=Window(RowNumber(), order_by=[order, "code"]))
        .values_list("list", "place", "code", thai, en)
        for name, (model, order, thai, en) in places.items()
    )
    found: dict[str, list[tuple]] = {name: [] for name in places}
    for name, _place, *row in first.union(*others, all=True).order_by("list", "place"):
        found[name].append(tuple(row))
    return found


class Known(NamedTuple):
    """A total that a source states, and how many of them were found."""

    total: Any
    found: int


class Subjects(NamedTuple):
    """What a body's awards were for: codes of their categories, and of the topics of its practices."""

    categories: set[str]
    topics: set[str]


class Held(NamedTuple):
    """What the catalogue holds of an award year."""

    award_year: Any
    award_count: int
    totals: list[Known]


def order_of_entries(sort, *, english, to_entry=""):
    """One of the orders of the URL parameter `sort`, of rows that reach their entry through `to_entry`.

    Total but for rows of one entry, the same on both databases, missing values last; `relevance` after `matching`.
    """
    heads = {
        "relevance": [F("match").asc(), F(f"{to_entry}year_be").desc()],
        "-year": [F(f"{to_entry}year_be").desc()],
        "year": [F(f"{to_entry}year_be").asc()],
        "name": [],
        "-population": [F(f"{to_entry}people").desc(nulls_last=True)],
    }
    name = "order_en" if english else "order_th"
    return [*heads[sort], f"{to_entry}{name}", f"-{to_entry}year_be", f"{to_entry}municipality__slug"]


def _citations(to_entry=""):
    """The citations of entries with what they name, in one query."""
    found = apps.get_model("practices.Citation").objects.select_related("source", "practice")
    return Prefetch(f"{to_entry}citations", found.defer("practice__search_title", "practice__search_text"))


def _practices():
    """The practices of entries with their topics, in one query."""
    return Prefetch("practices", apps.get_model("practices.Practice").objects.select_related("topic"))


class MunicipalityQuerySet(models.QuerySet):
    def published(self):
        """Bodies with awards: those with a published entry; counted."""
        return self.counted().filter(award_count__gt=0)

    def counted(self):
        """With `award_count`, the number of published entries, and first and last award year."""
        shown = Q(entries__is_published=True)
        return self.annotate(
            award_count=Count("entries", filter=shown),
            first_year_be=Min("entries__year_be", filter=shown),
            last_year_be=Max("entries__year_be", filter=shown),
        )

    def known_otherwise(self):
        """Bodies that have entries, or that the register lacks."""
        return self.filter(Q(code=None) | Q(entries__isnull=False)).distinct()

    def matching(self, query):
        """Bodies whose names hold every term of a query: for editors, who also look for bodies without awards."""
        return self.filter(search.in_names(query))

    def named(self, query):
        """The bodies that a reader's words may name, with `match`, best first; none for words that ask nothing."""
        if not search.is_asking(query):
            return self.none()
        named = self.filter(search.in_names(query)).annotate(match=search.match_of_names(query))
        return named.order_by("match", "order_th", "slug").for_list()

    def answering(self, query):
        """The bodies that a reader's words name, best first, with `match`; none for words that name too many.

        Whose name is the words, or begins with them, comes before those that hold them with their district or province.
        """
        named = self.counted().named(query).order_by("match", F("award_count").desc(), "order_th", "slug")
        best = list(named[: ANSWERS + 1])
        exact = [body for body in best if body.match < search.Match.HEAD]
        return exact[:ANSWERS] if exact else best if len(best) <= ANSWERS else []

    def every_name(self):
        """What these bodies and their provinces are and were called, in both languages, each name once."""
        names: dict[str, None] = {}
        bodies: Iterable[Any] = self.select_related("province").prefetch_related("former_names")
        for body in bodies:
            names |= dict.fromkeys([*body.every_name(), *body.province.every_name()])
        return list(names)

    def named_like(self, query):
        """The bodies whose names are nearest to what a reader typed, few enough to compare each name with it."""
        shared = search.near(query)
        if shared is None:
            return self.none()
        return self.annotate(shared=shared).filter(shared__gt=0).order_by("-shared", "pk")[:NEAREST]

    def by_province(self, *, english=False):
        """Province by province, and in each one A–Z."""
        names = ("province__name_en", "order_en") if english else ("province__order_th", "order_th")
        return self.order_by(*names, "slug")

    def for_list(self):
        """Everything one row of a list shows."""
        return self.select_related("province", "district").defer("search_head", "search_rough")


class MunicipalityNameQuerySet(models.QuerySet):
    def named(self):
        """Those that say more than an address."""
        return self.exclude(name_th="")


class AwardCategoryQuerySet(models.QuerySet):
    def with_award_count(self):
        """Each category, in order, with `award_count`, the number of its published entries."""
        counted = self.annotate(award_count=Count("entries", filter=Q(entries__is_published=True)))
        return counted.order_by("order", "code")


class AwardYearQuerySet(models.QuerySet):
    def with_pages(self):
        """The award years that have something to show, earliest first: one of these, an award, or something to read."""
        entries = apps.get_model("practices.AwardEntry").objects.published()
        readings = apps.get_model("practices.Reading").objects.exclude(year_be=None)
        years = (rows.order_by().values_list("year_be", flat=True) for rows in (self, entries, readings))
        first, *others = years
        return sorted(first.union(*others))


class AwardTotalQuerySet(models.QuerySet):
    def of_year(self, year_be):
        """What sources count in one award year."""
        return self.filter(award_year__year_be=year_be).select_related("award_year")

    def for_page(self):
        """Everything a page says of totals, newest first."""
        return self.select_related("award_year", "category", "source").order_by("-award_year__year_be", "order", "pk")


class TopicQuerySet(models.QuerySet):
    def with_practice_count(self):
        """Each topic, in order, with `practice_count`, the number of its published practices."""
        published = Q(practices__entry__is_published=True)
        return self.annotate(practice_count=Count("practices", filter=published)).order_by("order", "code")


class ReadingQuerySet(models.QuerySet):
    def of_body(self, body):
        """What can be read of a body, by year, what is of no year last."""
        return self._for_page().filter(municipality=body)

    def of_entry(self, entry):
        """What can be read of an entry: of its body in that year or in none, and of the year as a whole."""
        own = Q(municipality=entry.municipality_id) & (Q(year_be=entry.year_be) | Q(year_be=None))
        return self._for_page().filter(own | Q(municipality=None, year_be=entry.year_be))

    def of_years(self):
        """What can be read of award years as a whole."""
        return self._for_page().filter(municipality=None)

    def of_year(self, year_be):
        """What can be read of a year as a whole."""
        return self.of_years().filter(year_be=year_be)

    def _for_page(self):
        return self.select_related("source").order_by(
            F("municipality").asc(nulls_last=True), F("year_be").desc(nulls_last=True), "source__slug", "order"
        )


class AwardEntryQuerySet(models.QuerySet):
    def published(self):
        """What the public may see."""
        return self.filter(is_published=True)

    def matching(self, query):
        """Entries that hold every term of a reader's query, with `match`: where they hold them."""
        reading = search.read(query, self)
        return self.filter(reading.condition).annotate(match=search.match(reading.words))

    def coverage(self):
        """How much there is: numbers of `entries`, `bodies`, `provinces` and `years`, the `first` and `last` year."""
        return self.aggregate(
            entries=Count("pk"),
            bodies=Count("municipality", distinct=True),
            provinces=Count("province_code", distinct=True),
            years=Count("year_be", distinct=True),
            first=Min("year_be"),
            last=Max("year_be"),
        )

    def span(self):
        """The award years from the first to the last of these entries, those between without any too."""
        ends = self.aggregate(first=Min("year_be"), last=Max("year_be"))
        return range(ends["first"] or 0, (ends["last"] or -1) + 1)

    def by_place(self, tier, *, english=False):
        """The bodies of these entries as keys, with `count` and `of_tier`: most entries first, then most of that."""
        name = "municipality__order_en" if english else "municipality__order_th"
        bodies = self.order_by().values("municipality", "municipality__slug", name)
        counted = bodies.annotate(count=Count("pk"), of_tier=Count("pk", filter=Q(tier=tier)))
        return counted.order_by("-count", "-of_tier", name, "municipality__slug")

    def for_strips(self):
        """Everything that marks on a strip of years show."""
        return self.select_related("municipality__province").defer(*ENTRY_SEARCH_COLUMNS).order_by("year_be")

    def most_awarded(self):
        """The bodies of these entries as keys, most entries first; from an index alone."""
        return (
            self.order_by()
            .values("municipality")
            .annotate(count=Count("pk"))
            .order_by("-count", "municipality")
            .values("municipality")
        )

    def by_year(self, tier):
        """{award year: (entries, those of this tier among them)}."""
        of_tier = Count("pk", filter=Q(tier=tier))
        counted = self.order_by().values_list("year_be").annotate(count=Count("pk"), of_tier=of_tier)
        return {year_be: (count, number) for year_be, count, number in counted}

    def councils(self):
        """The councils of these entries: number of `entries`, of those that state men and women, and their sums."""
        return self.aggregate(
            entries=Count("pk"),
            stated=Count("pk", filter=Q(council__men__isnull=False, council__women__isnull=False)),
            men=Sum("council__men", filter=Q(council__women__isnull=False)),
            women=Sum("council__women", filter=Q(council__men__isnull=False)),
        )

    def subjects(self):
        """{body's key: what its awards were for}."""
        found: dict[int, Subjects] = {}
        rows = self.order_by().values_list("municipality", "category__code", "practices__topic__code").distinct()
        for body, category, topic in rows:
            of_body = found.setdefault(body, Subjects(set(), set()))
            of_body.categories.update(filter(None, [category]))
            of_body.topics.update(filter(None, [topic]))
        return found

    def stating(self, names):
        """{name of a column or of what hangs on entries: number of these entries that state it}."""
        return self.aggregate(**{name: Count("pk", filter=self._states(name)) for name in names})

    def _states(self, name):
        field = self.model._meta.get_field(name)
        if isinstance(field, models.ManyToOneRel) and not isinstance(field, models.OneToOneRel):
            rows = field.related_model._default_manager
            return Exists(rows.filter(**{field.field.name: OuterRef("pk")}))
        if isinstance(field, models.BooleanField):
            return Q(**{name: True})
        return ~Q(**{name: ""}) if isinstance(field, models.CharField | models.TextField) else ~Q(**{name: None})

    def by_category_and_tier(self):
        """{(category's key or None, tier): number of entries}."""
        counted = self.order_by().values_list("category", "tier").annotate(count=Count("pk"))
        return {(category, tier): count for category, tier, count in counted}

    def count_by_province(self):
        """{province's code: number of entries}."""
        return dict(self.order_by().values_list("province_code").annotate(count=Count("pk")))

    def count_by_year(self):
        """{award year: number of entries}."""
        return dict(self.order_by().values_list("year_be").annotate(count=Count("pk")))

    def found_of(self, totals):
        """Each of these totals with how many of the winners that it counts are among these entries."""
        rows = self.order_by().values_list("year_be", "category", "tier")
        counts = list(rows.annotate(count=Count("pk")))
        return [Known(total, sum(n for *award, n in counts if total.counts(*award))) for total in totals.for_page()]

    def held_by_year(self, years, totals):
        """Each of these award years with the number of these entries, and the totals that sources state of it."""
        known = self.found_of(totals)
        counts = self.count_by_year()
        return [
            Held(year, counts.get(year.year_be, 0), [one for one in known if one.total.year_be == year.year_be])
            for year in years
        ]

    def by_evidence(self):
        """{level of evidence: number of entries}."""
        return dict(self.order_by().values_list("evidence").annotate(count=Count("pk")))

    def sorted_by(self, sort, *, english=False):
        """One of the orders of the URL parameter `sort`: total, the same on both databases, missing values last."""
        return self.order_by(*order_of_entries(sort, english=english))

    def for_list(self):
        """Everything one row of a list shows."""
        rows = self.select_related(*BODY, "category").prefetch_related("practices")
        return rows.defer(*ENTRY_SEARCH_COLUMNS)

    def with_citations(self):
        """With the pages that excerpts come from."""
        return self.prefetch_related("citations")

    def for_years(self):
        """Everything the body's page shows of each of its years, oldest first."""
        prefetched = self.select_related("municipality", "category").prefetch_related(_citations(), "remarks")
        return prefetched.order_by("year_be")

    def for_page(self):
        """Everything the entry's own page shows, but for the other years of the body."""
        return self.select_related(*BODY, "category", "council").prefetch_related(
            "executives", _practices(), "practices__partners", _citations(), "remarks"
        )


class PracticeQuerySet(models.QuerySet):
    def published(self):
        """What the public may see: the practices of published entries."""
        return self.filter(entry__is_published=True)

    def matching(self, query):
        """Practices that hold every term of a reader's query, themselves or in the names of their entry."""
        return self.filter(search.read(query, self, to_entry="entry__").condition)

    def sorted_by(self, sort, *, english=False):
        """The orders of `sort`; the practices of one entry as the book shows them."""
        return self.order_by(*order_of_entries(sort, english=english, to_entry="entry__"), "order", "slug")

    def for_list(self):
        """Everything one row of a list shows."""
        rows = self.select_related(*(f"entry__{name}" for name in BODY), "entry__category", "topic")
        rows = rows.prefetch_related("partners")
        return rows.defer("search_text", *(f"entry__{name}" for name in ENTRY_SEARCH_COLUMNS))

    def with_citations(self):
        """With the pages that excerpts come from."""
        return self.prefetch_related("entry__citations")

    def for_page(self):
        """Everything the practice's own page shows."""
        return self.for_list().prefetch_related(_citations("entry__"), "entry__remarks")
