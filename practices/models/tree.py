"""What hangs on what, and what names a row: read from the models, where each stands once.

A row that hangs on another is edited, filed, recorded and deleted with it. Its model names the field of that other row
in `hangs_on`; an `order` beside it numbers the rows of one parent from 1.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar, cast

from django.apps import apps
from django.db import models


class Row(models.Model):
    """A row of the catalogue, whose history is kept."""

    hangs_on: ClassVar[str] = ""  # the field of the row that it hangs on, if it hangs on any
    objects: Any
    history: Any
    _change_reason: str

    class Meta:
        abstract = True

    def derive(self) -> None:
        """Fill the columns that follow from the row itself, where it has such."""


Model = type[Row]


def parent(model: Model) -> Model | None:
    """The model of the row that a row of the model hangs on."""
    return cast(Model, model._meta.get_field(model.hangs_on).related_model) if model.hangs_on else None


def columns(model: Model) -> list[models.Field]:
    """The fields that say something: all but the primary key and the derived ones, in the model's order."""
    fields = model._meta.local_fields
    return [field for field in fields if field.serialize and not field.primary_key]  # type: ignore[attr-defined]


def is_numbered(model: Model) -> bool:
    """Whether `order` is the row's place among those of its parent."""
    return model.hangs_on != "" and any(field.name == "order" for field in model._meta.local_fields)


@cache
def hanging(model: Model) -> tuple[Model, ...]:
    """All that hangs on a row of the model, and on what hangs on it: each before its own, else as the models stand."""
    rows = [child for child in apps.get_app_config("practices").get_models() if issubclass(child, Row)]
    children = [child for child in rows if parent(child) is model]
    return tuple(found for child in children for found in (child, *hanging(child)))


def place(model: Model) -> int:
    """The place of the model in a row and all that hangs on it; 0 for one that stands alone."""
    above = top(model)
    return (above, *hanging(above)).index(model)


def top(model: Model) -> Model:
    """The model that a row of the model hangs on in the end; itself where it stands alone."""
    above = parent(model)
    return top(above) if above else model


def way_up(model: Model, to: Model) -> str:
    """The lookup from a row to the one it hangs on: "practice__entry" from a partner to its entry; "pk" to itself."""
    return "__".join(one.hangs_on for one in _up(model, to)) or "pk"


def way_down(to: Model, model: Model) -> str:
    """The lookup from a row to those that hang on it: "practices__partners" of an entry; "pk" to itself."""
    return "__".join(_accessor(one) for one in reversed(_up(model, to))) or "pk"


def rows_on(row: Row) -> Iterator[Row]:
    """The rows that hang on a row, each before its own; asks the database for what was not prefetched."""
    for model in hanging(type(row)):
        if parent(model) is type(row):
            found = getattr(row, _accessor(model), ())  # nothing where there is no only one
            for one in found.all() if isinstance(found, models.Manager) else [found] if found else ():
                yield one
                yield from rows_on(one)


def key_fields(model: Model) -> tuple[str, ...]:
    """The fields that name a row among all of its model: the unique one, else those unique together, else its place."""
    for field in model._meta.local_fields:
        if field.unique and not field.primary_key:
            return (field.name,)
    for constraint in model._meta.constraints:
        if isinstance(constraint, models.UniqueConstraint):
            return tuple(constraint.fields)
    return model.hangs_on, "order"


def key(row: Row) -> tuple[str | int, ...]:
    """What names a row, the keys of rows it refers to in place of these: ("khon-kaen-city", 2557)."""
    values = (getattr(row, name) for name in key_fields(type(row)))
    return tuple(part for value in values for part in (key(value) if isinstance(value, Row) else [value]))


def _up(model, to):
    """The models from this one to the one below that."""
    return [] if model is to else [model, *_up(parent(model), to)]


def _accessor(model):
    return model._meta.get_field(model.hangs_on).remote_field.get_accessor_name()
