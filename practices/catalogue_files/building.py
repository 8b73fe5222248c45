"""From records to rows: every reference resolved, every field cleaned and judged, nothing saved."""

from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.db import models

from practices.catalogue_files.layout import foreign_keys
from practices.catalogue_files.reading import Conflict, Problem
from practices.catalogue_files.records import Record, record_of
from practices.catalogue_files.snapshot import references
from practices.models import tree
from practices.models.tree import Model, Row


@dataclass(eq=False)
class Line:
    """A record of a file and the row it would be; `now` is the record again after the row was cleaned.

    Merging finds out which row of the database it is (`key`, None for a new one) and what can be compared (`values`).
    """

    path: str
    number: int
    record: Record
    row: Row | None = None
    now: Record | None = None
    key: tuple[Model, int] | None = None
    values: dict | None = None

    @property
    def model(self):
        return self.record.model

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


def build(records_by_path, known):
    """The lines of each file and every problem found; rows may refer to each other and to the known ones.

    `known` are the rows of the database by each identity that a file may call them by, or where there is none the path
    of the file that holds it.
    """
    rows: dict[tuple, Row] = {}
    lines: dict[str, list[Line]] = {}
    problems: list[Problem] = []
    broken: set[tuple] = set()
    for path, records in records_by_path.items():
        lines[path] = [Line(path, number, record) for number, record in enumerate(records, 1)]
        for line in lines[path]:
            referred = references(line.record)
            targets = {name: rows.get(identity) or known.get(identity) for name, identity in referred.items()}
            missing = [name for name, target in targets.items() if not isinstance(target, models.Model)]
            found = [_missing(line, name, targets[name]) for name in missing if referred[name] not in broken]
            if not missing:
                found = _build(line, targets)
            if line.row and line.now:
                rows[line.record.identity] = line.row
            else:  # what refers to it cannot be judged
                broken.add(line.record.identity)
            problems += found
    return lines, problems


def naming(identity):
    """A row in words: province 40."""
    model, key = identity
    return f"{model._meta.model_name} {' '.join(map(str, key))}"


def _missing(line, name, held_by):
    """The problem of a reference to a row that is not there, or no longer."""
    what = naming(references(line.record)[name])
    if held_by:
        reason = f"{what} stands in {held_by}, but is not in the database: deleted there, or never loaded"
        return Conflict(line.path, reason, line.number, line.record, name, files=(held_by,))
    return line.problem(f"there is no {what}", name)


def _build(line, targets):
    """Make the row and let its fields clean and judge it; returns the problems."""
    line.row = line.model(**(dict.fromkeys(foreign_keys(line.model)) | _own(line.record) | targets))
    try:
        judge(line.row)
    except ValidationError as error:
        return line.problems_of(error)
    line.now = replace(record_of(line.row), stated=line.record.stated)
    return []


def _own(record):
    """What the record holds itself, without what it refers to."""
    return {name: value for name, value in record.fields.items() if name not in foreign_keys(record.model)}


def judge(row):
    """Let the fields of a row clean and judge it, as a save would; raises ValidationError."""
    own = {column.name for column in tree.columns(type(row)) if not column.is_relation}
    others = {column.name for column in row._meta.local_fields} - own
    row.clean_fields(exclude=others)
    row.clean()
