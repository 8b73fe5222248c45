"""The three lists that can be taken along: which rows, which facts, which columns."""

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Prefetch, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from practices.exports.columns import Column, award_columns, municipality_columns, practice_columns
from practices.facts import ENTRY, MUNICIPALITY, PRACTICE_OF_ENTRY, PublicValues, public_facts
from practices.language import Text
from practices.lists import AwardEntryFilter, CatalogueFilter, MunicipalityFilter, PracticeFilter, of_bodies
from practices.models import AwardEntry, Municipality, MunicipalityName, Practice

CHUNK = 500


@dataclass(frozen=True)
class Table:
    """A list as data. `name` stands in addresses and file names; `rows` gives published rows with all their facts."""

    name: str
    title: Text
    filterset_class: type[CatalogueFilter]
    fields: PublicValues
    rows: Callable[[], QuerySet]
    make_columns: Callable[[], Iterator[Column]]
    choose_filterset: Callable[[QueryDict], CatalogueFilter] | None = None

    @cached_property
    def columns(self) -> list[Column]:
        return list(self.make_columns())

    def filterset(self, data: QueryDict) -> CatalogueFilter:
        """What these parameters ask of the list."""
        return (self.choose_filterset or self.filterset_class)(data)

    def read(self, keys: Iterable[int]) -> list:
        """The rows with these primary keys, in this order, in a fixed number of queries."""
        found = self.rows().in_bulk(keys)
        return [found[key] for key in keys if key in found]

    def everything(self) -> QuerySet:
        """All published rows in the list's usual order."""
        return self.filterset(QueryDict()).qs

    def facts_of(self, queryset: QuerySet, site: str) -> Iterator[dict]:
        """The public facts of every row, in the queryset's order and in constant memory.

        Keys first, then rows a chunk at a time: while a slow reader takes the file, no query stays open.
        """
        keys = array("q", queryset.values_list("pk", flat=True).iterator(chunk_size=CHUNK))
        for start in range(0, len(keys), CHUNK):
            for row in self.read(keys[start : start + CHUNK]):
                yield public_facts(self.fields, row, site)


def municipalities() -> QuerySet:
    awards = AwardEntry.objects.published().select_related("category").order_by("year_be")
    former = Prefetch("former_names", MunicipalityName.objects.named())
    return (
        Municipality.objects.counted()
        .select_related("province", "district")
        .prefetch_related(Prefetch("entries", awards, to_attr="published_entries"), former)
    )


TABLES = {
    table.name: table
    for table in (
        Table(
            "awards",
            _("รางวัล"),
            AwardEntryFilter,
            ENTRY,
            lambda: AwardEntry.objects.published().for_page(),
            award_columns,
        ),
        Table(
            "practices",
            _("แนวปฏิบัติ"),
            PracticeFilter,
            PRACTICE_OF_ENTRY,
            lambda: Practice.objects.published().for_page(),
            practice_columns,
        ),
        Table(
            "municipalities",
            _("อปท."),
            MunicipalityFilter,
            MUNICIPALITY,
            municipalities,
            municipality_columns,
            of_bodies,
        ),
    )
}
