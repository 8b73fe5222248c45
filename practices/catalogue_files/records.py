"""How a row is written: the record, its natural key, the canonical text of a file and its digest."""

import datetime
import hashlib
import json
from dataclasses import dataclass, field
from decimal import Decimal

from django.db import models

from practices.catalogue_files.layout import MODELS
from practices.models import tree
from practices.models.tree import Model

MODEL_BY_LABEL = {model._meta.label_lower: model for model in MODELS}


@dataclass(frozen=True)
class Record:
    """One row as a file holds it; `fields` are JSON values, a reference is the natural key as a list.

    `stated` names the fields that the file itself held, where it may be older than a column.
    """

    model: Model
    fields: dict = field(hash=False)
    stated: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def key(self) -> tuple:
        """The natural key, as `tree.key` gives it of the row."""
        parts = []
        for name in tree.key_fields(self.model):
            value = self.fields[name]
            parts += value if isinstance(value, list) else [value]
        return tuple(parts)

    @property
    def identity(self) -> tuple:
        return self.model, self.key

    def __str__(self):
        return f"{self.model._meta.label_lower} {' '.join(map(str, self.key))}"


def record_of(row) -> Record:
    """The record of a row; rows it refers to are expected to be at hand already."""
    fields = {column.name: _to_json(column, row) for column in tree.columns(type(row))}
    return Record(type(row), fields, stated=frozenset(fields))


def _to_json(column, row):
    value = getattr(row, column.name)
    if value is None:
        return None
    if column.is_relation:
        return list(tree.key(value))
    if isinstance(column, models.DecimalField):
        # SQLite gives back 46 where 46.000 was stored: one value, one spelling.
        return str(Decimal(value).quantize(Decimal(1).scaleb(-column.decimal_places)))
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value


def rows_of(records) -> list[dict]:
    """What a file with these records says, as JSON."""
    return [{"model": record.model._meta.label_lower, "fields": record.fields} for record in records]


def canonical_text(records) -> str:
    """The one way in which a file with these records is written."""
    return _text(rows_of(records))


def digest(rows) -> str:
    """SHA-256, in hexadecimal, of what a file says: of its parsed JSON, whatever that means to today's models."""
    return hashlib.sha256(_text(rows).encode()).hexdigest()


def _text(rows):
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"
