"""The catalogue in the database as its files would hold it: one query a model, no joins."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from practices.catalogue_files.layout import MODELS, REFERENCE, entry_path, foreign_keys, models_of
from practices.catalogue_files.records import Record, record_of
from practices.models import AwardEntry, District, Municipality, MunicipalityName, Reading, tree
from practices.models.tree import Row


@dataclass(frozen=True)
class Stored:
    """A row of the database beside its record."""

    record: Record
    row: Row


def snapshot() -> dict[str, list[Stored]]:
    """Every row of the catalogue by file, in the order of the file; reference files are there even when empty."""
    rows_by_pk: dict[Any, dict[int, Any]] = {
        model: {row.pk: row for row in _rows_of(model).order_by("pk")} for model in MODELS
    }
    rows_by_pk[District] = District.objects.in_bulk()
    for model in MODELS:
        for row in rows_by_pk[model].values():
            for name, column in foreign_keys(model).items():
                if (pk := getattr(row, column.attname)) is not None:
                    setattr(row, name, rows_by_pk[column.related_model][pk])

    files: dict[str, list[Stored]] = {path: [] for path in REFERENCE}
    for path in REFERENCE:
        for model in models_of(path):
            rows = [row for row in rows_by_pk[model].values() if not is_registered(row)]
            stored = [Stored(record_of(row), row) for row in rows]
            files[path] += sorted(stored, key=lambda one: one.record.key)

    entries = sorted(rows_by_pk[AwardEntry].values(), key=lambda entry: (entry.year_be, entry.municipality.slug))
    children = {model: _children(model, rows_by_pk[model].values()) for model in tree.hanging(AwardEntry)}
    for entry in entries:
        rows = [entry]
        for model, of_parent in children.items():
            parents = [row for row in rows if type(row) is tree.parent(model)]
            rows += [child for parent in parents for child in of_parent[parent.pk]]
        files[entry_path(*tree.key(entry))] = [Stored(record_of(row), row) for row in rows]
    return files


def _rows_of(model):
    """All rows of a model; of the thousands of the register only those that others refer to."""
    if model is not Municipality:
        return model.objects.all()
    return Municipality.objects.filter(
        Q(code=None)
        | Q(pk__in=AwardEntry.objects.values("municipality"))
        | Q(pk__in=MunicipalityName.objects.values("municipality"))
        | Q(pk__in=Reading.objects.exclude(municipality=None).values("municipality"))
    )


def is_registered(row) -> bool:
    """Whether a row is of the register, which has files of its own."""
    return isinstance(row, Municipality) and row.code is not None


def registered(records: Iterable[Record]) -> dict[Any, Any]:
    """The rows of the register that these records refer to, by the identity that they call them by."""
    named = {identity for record in records for identity in references(record).values()}
    slugs = {key[0] for model, key in named if model is Municipality}
    codes = {key[0] for model, key in named if model is District}
    bodies = Municipality.objects.exclude(code=None).select_related("province", "district")
    former = MunicipalityName.objects.filter(slug__in=slugs).exclude(municipality__code=None)
    by_former_slug = dict(former.values_list("slug", "municipality"))
    by_pk = bodies.in_bulk(by_former_slug.values())
    return (
        {(District, (row.code,)): row for row in District.objects.filter(code__in=codes)}
        | {(Municipality, (slug,)): by_pk[pk] for slug, pk in by_former_slug.items()}
        | {(Municipality, (body.slug,)): body for body in bodies.filter(slug__in=slugs)}
    )


def references(record: Record) -> dict[str, tuple]:
    """The identity of each row that the record refers to, by field."""
    return {
        name: (column.related_model, tuple(record.fields[name]))
        for name, column in foreign_keys(record.model).items()
        if record.fields[name] is not None
    }


def _children(model, rows):
    """The rows by their parent's primary key. `order` becomes the place, whatever number the row was left with."""
    by_parent: dict[int, list[Row]] = defaultdict(list)
    places: Counter[int] = Counter()
    numbered = tree.is_numbered(model)
    parent_id = model._meta.get_field(model.hangs_on).attname
    for row in sorted(rows, key=lambda row: (row.order, row.pk) if numbered else tree.key(row)):
        parent = getattr(row, parent_id)
        if numbered:
            places[parent] += 1
            row.order = places[parent]
        by_parent[parent].append(row)
    return by_parent
