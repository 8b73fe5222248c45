"""From records to rows: every reference resolved, every field cleaned and judged, nothing saved."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models

from practices.catalogue_files.layout import columns, foreign_keys
from practices.catalogue_files.reading import Problem
from practices.catalogue_files.records import Record, record_of


@dataclass
class Line:
    """A record of a file and the row it becomes; `now` is the record again after the row was cleaned."""

    path: str
    number: int
    record: Record
    row: models.Model | None = None
    now: Record | None = None

    def problem(self, reason, field=""):
        return Problem(self.path, reason, self.number, self.record, field)

    def problems_of(self, error: ValidationError):
        """The problems that a model's validation raised."""
        by_field = error.message_dict if hasattr(error, "error_dict") else {"__all__": error.messages}
        return [
            self.problem(message, "" if name == "__all__" else name)
            for name, messages in by_field.items()
            for message in messages
        ]


def build(records_by_path, stored_rows):
    """The lines of each file and every problem found; rows may refer to each other and to the stored ones.

    `stored_rows` are the rows of the database by identity.
    """
    rows, lines, problems, broken = {}, {}, [], set()
    for path, records in records_by_path.items():
        lines[path] = [Line(path, number, record) for number, record in enumerate(records, 1)]
        for line in lines[path]:
            referred = references(line.record)
            targets = {name: rows.get(identity) or stored_rows.get(identity) for name, identity in referred.items()}
            unknown = [name for name, target in targets.items() if target is None and referred[name] not in broken]
            found = [line.problem(f"there is no {naming(referred[name])}", name) for name in unknown]
            if None not in targets.values():
                found = _build(line, targets)
            if line.now is None:  # what refers to it cannot be judged
                broken.add(line.record.identity)
            else:
                rows[line.record.identity] = line.row
            problems += found
    return lines, problems


def naming(identity):
    """A row in words: province 40."""
    model, key = identity
    return f"{model._meta.model_name} {' '.join(map(str, key))}"


def references(record):
    """The identity of each row that the record refers to, by field."""
    return {
        name: (column.related_model, tuple(record.fields[name]))
        for name, column in foreign_keys(record.model).items()
        if record.fields[name] is not None
    }


def _build(line, targets):
    """Make the row and let its fields clean and judge it; returns the problems."""
    model = line.record.model
    own = {column.name for column in columns(model) if not column.is_relation}
    others = {column.name for column in model._meta.local_fields} - own
    line.row = model(**{name: line.record.fields[name] for name in own}, **targets)
    try:
        line.row.clean_fields(exclude=others)
        line.row.clean()
    except ValidationError as error:
        return line.problems_of(error)
    line.now = record_of(line.row)
    return []
