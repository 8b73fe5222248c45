"""The catalogue in the database as its files would hold it: one query a model, no joins."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from practices.catalogue_files.layout import MODELS, REFERENCE, entry_path, foreign_keys, models_of
from practices.catalogue_files.records import Record, record_of
from practices.models import AwardEntry, tree
from practices.models.tree import Row


@dataclass(frozen=True)
class Stored:
    """A row of the database beside its record."""

    record: Record
    row: Row


def snapshot() -> dict[str, list[Stored]]:
    """Every row of the catalogue by file, in the order of the file; reference files are there even when empty."""
    rows_by_pk = {model: {row.pk: row for row in model.objects.order_by("pk")} for model in MODELS}
    for model in MODELS:
        for row in rows_by_pk[model].values():
            for name, column in foreign_keys(model).items():
                if (pk := getattr(row, column.attname)) is not None:
                    setattr(row, name, rows_by_pk[column.related_model][pk])

    files: dict[str, list[Stored]] = {path: [] for path in REFERENCE}
    for path in REFERENCE:
        for model in models_of(path):
            stored = [Stored(record_of(row), row) for row in rows_by_pk[model].values()]
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
