"""An entry, or another row, together with what hangs on it: as stored, and as recorded at any moment."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import models

from practices.models import tree
from practices.models.tree import Model, Row

Key = tuple[Model, int]
State = dict[Key, Row]


def state_at(model: Model, pk: int, moment: datetime) -> State:
    """The row and what hung on it as of a moment; empty before it was first recorded."""
    return after({}, [record for record in historical_rows(model, pk) if record.history_date <= moment])


def state_now(model: Model, pk: int) -> State:
    """The row and what hangs on it as stored."""
    querysets = [one.objects.filter(**{tree.way_up(one, model): pk}) for one in (model, *tree.hanging(model))]
    return {
        (queryset.model, row.pk): row
        for queryset in querysets
        for row in queryset.select_related(*references(queryset.model))
    }


def version(row: Row) -> str:
    """When the row, or what hangs on it, was last changed; "" if never recorded. Two equal versions are one state."""
    first, *others = (history.order_by().values_list("history_date") for history in histories(type(row), row.pk))
    latest = (first.union(*others, all=True) if others else first).order_by("-history_date").first()
    return latest[0].isoformat() if latest else ""


def lock(model: Model, pk: int) -> None:
    """Wait until nobody else is saving this row, and keep others waiting until the transaction is over."""
    list(model.objects.select_for_update().filter(pk=pk).order_by().values_list("pk"))


def histories(model, pk) -> Iterator[models.QuerySet]:
    """The histories of the row itself and of all that ever hung on it, a queryset a model."""
    found = {model: model.history.filter(id=pk)}
    for hanging in tree.hanging(model):
        above = tree.parent(hanging)
        # What it hangs on may be gone, so the history of that says what hung on the row.
        parents = [pk] if above is model else found[above].order_by().values("id")
        found[hanging] = hanging.history.filter(**{f"{hanging.hangs_on}__in": parents})
    yield from found.values()


def historical_rows(model, pk) -> list[Any]:
    """Everything that was recorded, oldest first."""
    found: list[Any] = []
    for history in histories(model, pk):
        found += history.select_related("history_user", *references(history.model.instance_type))
    return sorted(found, key=lambda record: (record.history_date, record.history_id))


def after(state: State, saved) -> State:
    """The state that follows when these records are added."""
    state = dict(state)
    for record in saved:
        key = (record.instance_type, record.id)
        if record.history_type == "-":
            state.pop(key, None)
        else:
            state[key] = _row(record)
    return state


def _row(record) -> Row:
    """The row that a record describes, with the rows it refers to; of those that are gone, what was last recorded."""
    model = record.instance_type
    row = model(**{field.attname: getattr(record, field.attname) for field in record.tracked_fields})
    for name in references(model):
        field = model._meta.get_field(name)
        key = getattr(record, field.attname)
        if key is not None and (referred := getattr(record, name) or last_recorded(field.related_model, key)):
            setattr(row, name, referred)
    return row


def last_recorded(model: Model, pk: int) -> Row | None:
    """The row as last recorded, whether or not it still exists; None if it never was."""
    record = model.history.filter(id=pk).select_related(*references(model)).first()
    return record and _row(record)


def deletions(model: Model, limit: int) -> list[tuple[Any, Row]]:
    """(record, row as it was) of the rows that are gone, newest first."""
    gone = model.history.filter(history_type="-").exclude(id__in=model.objects.values("pk"))
    gone = gone.select_related("history_user", *references(model)).order_by("-history_date", "-history_id")
    return [(record, _row(record)) for record in gone[:limit]]


def missing(state: State) -> list[Row]:
    """The rows that a state refers to and that are gone, as last recorded: they have to come back before it can."""
    found = {}
    for row in state.values():
        for name in references(type(row)):
            referred = row._state.fields_cache.get(name)
            key = referred and (type(referred), referred.pk)
            if referred is not None and referred._state.adding and key not in state:
                found[key] = referred
    return list(found.values())


def references(model) -> list[str]:
    """The rows that a row refers to, other than the one it hangs on."""
    tracked = model.history.model.tracked_fields
    return [field.name for field in tracked if field.is_relation and field.name != model.hangs_on]


def position(row) -> tuple[int, int, int]:
    """Sorts rows as the form shows them, parents before children."""
    return tree.place(type(row)), getattr(row, "order", 0), row.pk
