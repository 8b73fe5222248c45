"""Read one file strictly: JSON of the expected shape, whole, in its place, and of the right types."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations

from practices.catalogue_files.layout import REFERENCE, entry_path, models_of
from practices.catalogue_files.records import MODEL_BY_LABEL, Record
from practices.models import AwardEntry, tree
from practices.thai.text import clean

MAX_BYTES = 2_000_000  # the longest entry of the book is a hundredth of it


@dataclass(frozen=True)
class Problem:
    """Why a file cannot be loaded: where it is and what is wrong there; records count from 1."""

    path: str
    reason: str
    number: int | None = None
    record: Record | None = None
    field: str = ""

    def __str__(self):
        where = self.path
        if self.number is not None:
            where += f", record {self.number}"
        if self.record is not None:
            where += f" ({self.record})"
        if self.field:
            where += f", {self.field}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True)
class Conflict(Problem):
    """What file and database both changed; `files` are those that may decide it with --force."""

    files: tuple[str, ...] = ()


class Refused(Exception):
    """The load changes nothing; `problems` says why, one line each."""

    def __init__(self, problems):
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))


def read(root, path) -> list[Record]:
    """The records of one file below root, in its order; raises Refused with every problem found."""
    return records_in(path, parsed(root, path))


def records_in(path, rows, said=()) -> list[Record]:
    """The records that a file's JSON holds; raises Refused with every problem found.

    `said` are the records that the file held when it was last read. A column that it did not hold then may be missing,
    for it is younger than the file, and one that is no longer a column may still stand in it.
    """
    names = defaultdict(set)
    for record in said:
        names[record.model].update(record.stated)
    records, problems = [], []
    for number, row in enumerate(rows, 1):
        found, record = _record(path, number, row, names)
        problems += found
        if record:
            records.append(record)
    if not problems:
        problems = list(_misplaced(path, records))
    if problems:
        raise Refused(problems)
    return records


def unclean_texts(path, records):
    """A problem for each text that loading would repair: files are to hold what the database will."""
    for number, record in enumerate(records, 1):
        for name, value in record.fields.items():
            if isinstance(value, str) and clean(value) != value:
                yield Problem(path, "the text is not clean; loading and dumping repairs it", number, record, name)


def parsed(root, path) -> list:
    """The JSON of one file below root, a list; duplicate names, NaN and anything that is not UTF-8 are refused."""
    if not models_of(path):
        raise Refused([Problem(path, "is not a file of the catalogue (reference/*.json, awards/<year>/<body>.json)")])
    try:
        with (root / path).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise ValueError(f"is larger than {MAX_BYTES:,} bytes")
        rows = json.loads(content.decode("utf-8"), object_pairs_hook=_object, parse_constant=_constant)
    except FileNotFoundError:
        raise Refused([Problem(path, "the file is missing")]) from None
    except (OSError, ValueError, RecursionError) as error:
        raise Refused([Problem(path, f"cannot be read: {error}")]) from error
    if not isinstance(rows, list):
        raise Refused([Problem(path, "is not a list of records")])
    return rows


def _object(pairs):
    doubled = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if doubled:
        raise ValueError(f"the name {doubled[0]!r} stands twice in one object")
    return dict(pairs)


def _constant(name):
    raise ValueError(f"{name} is not a value")


def _record(path, number, row, said):
    """The problems of one row, and its record where it has none; `said` are the names known of each model."""
    if not isinstance(row, dict) or row.keys() != {"model", "fields"} or not isinstance(row["fields"], dict):
        return [Problem(path, 'is not an object of "model" and "fields"', number)], None
    model, fields = MODEL_BY_LABEL.get(str(row["model"])), row["fields"]
    if model is None or model not in models_of(path):
        return [Problem(path, f"{row['model']!r} does not belong in this file", number, field="model")], None

    known = {column.name: column for column in tree.columns(model)}
    named = Record(model, fields) if all(name in fields for name in tree.key_fields(model)) else None
    problems = [
        Problem(path, "there is no such field", number, named, name)
        for name in fields.keys() - known.keys() - said[model]
    ]
    problems += [
        Problem(path, "is missing; write null or an empty text for what is not stated", number, named, name)
        for name in known.keys() - fields.keys()
        if name in said[model] or not _has_default(known[name])
    ]
    problems += [
        Problem(path, reason, number, named, name)
        for name, column in known.items()
        if name in fields and (reason := _wrong_type(column, fields[name]))
    ]
    filled = {name: fields[name] if name in fields else default_of(column) for name, column in known.items()}
    return sorted(problems, key=str), Record(model, filled, stated=frozenset(fields))


def _has_default(column):
    return column.null or column.blank or column.has_default()


def default_of(column):
    """What a file means that does not hold this column: null, an empty text, or the model's default."""
    return None if column.null else column.get_default()


def _wrong_type(column, value):
    """Why a JSON value cannot stand in this field; "" if it can. What the value says is for the model to judge."""
    if value is None:
        return "" if column.null else "must not be null"
    if column.is_relation:
        parts = value if isinstance(value, list) else [None]
        fine = parts and all(isinstance(part, str | int) and not isinstance(part, bool) for part in parts)
        return "" if fine else "must be a natural key, a list of texts and numbers"
    if isinstance(column, models.BooleanField):
        return "" if isinstance(value, bool) else "must be true or false"
    if isinstance(column, models.IntegerField):
        if not isinstance(value, int) or isinstance(value, bool):
            return "must be a whole number"
        # SQLite would take more than PostgreSQL can.
        low, high = BaseDatabaseOperations.integer_field_ranges[column.get_internal_type()]
        return "" if low <= value <= high else f"must be between {low} and {high}"
    if not isinstance(value, str):
        return "must be a text" if not isinstance(column, models.DecimalField) else "must be a decimal written as text"
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        return "holds a character that no text can hold"
    return ""


def _misplaced(path, records):
    """Records that stand twice, in the wrong file, below a stranger, or out of their order."""
    seen: dict[tuple, int] = {}
    counts: Counter[tuple] = Counter()
    for number, record in enumerate(records, 1):
        if record.identity in seen:
            yield Problem(path, f"is record {seen[record.identity]} once more", number, record)
        seen.setdefault(record.identity, number)
        if path in REFERENCE:
            continue
        if (record.model is AwardEntry) != (number == 1):
            yield Problem(path, "an entry's file begins with its one entry", number, record)
        elif number == 1 and path != entry_path(*record.key):
            yield Problem(path, f"this entry belongs in {entry_path(*record.key)}", number, record)
        elif number > 1:
            parent_field = record.model.hangs_on
            parent = record.fields[parent_field]
            if (tree.parent(record.model), tuple(parent)) not in seen:
                yield Problem(path, f"{parent} does not stand before it in this file", number, record, parent_field)
            counts[record.model, tuple(parent)] += 1
            place = counts[record.model, tuple(parent)]
            if tree.is_numbered(record.model) and record.fields["order"] != place:
                yield Problem(path, f"is {record.fields['order']}, but its place is {place}", number, record, "order")
    if path not in REFERENCE and not records:
        yield Problem(path, "holds no entry")
