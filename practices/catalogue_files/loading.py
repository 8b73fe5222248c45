"""Load files into the database: every record validated by its model, all of them or none."""

from dataclasses import dataclass, field
from enum import Enum

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from practices import derived, history
from practices.catalogue_files.layout import (
    MODELS,
    OF_ENTRY,
    REFERENCE,
    columns,
    foreign_keys,
    paths_in,
)
from practices.catalogue_files.reading import Problem, Refused, read
from practices.catalogue_files.records import Record, digest, record_of
from practices.catalogue_files.snapshot import remember, snapshot
from practices.models import AwardEntry, CatalogueFile

REASON = "load_catalogue"


class Sign(Enum):
    ADDED, CHANGED, DELETED = "+", "~", "-"


@dataclass(frozen=True)
class Change:
    """One row that a load added, changed (then with the fields) or deleted."""

    sign: Sign
    record: Record
    fields: tuple[str, ...] = ()

    def __str__(self):
        return f"{self.sign.value} {self.record}" + (f": {', '.join(self.fields)}" if self.fields else "")


@dataclass
class Outcome:
    """What a load did, the files it left alone because only the database changed, and rows no file holds."""

    changes: list[Change] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    unfiled: list[Record] = field(default_factory=list)


@dataclass
class _Line:
    """A record of a file on its way to a row."""

    path: str
    number: int
    record: Record
    row: object

    def problem(self, reason, name=""):
        return Problem(self.path, reason, self.number, self.record, name)


def load(root, paths=None, *, force=False, prune=False, dry_run=False) -> Outcome:
    """Load these files below root, or all; raise Refused with every problem, and change nothing, unless all is well.

    A file whose rows only the database changed since the last load or dump keeps the database; where both changed
    the load is refused. With `force` the files win in both cases. Children that left a file are deleted; `prune`
    deletes entries and reference rows that no file holds any more.
    """
    with transaction.atomic(), history.one_moment():
        outcome = _Load(root, paths, force, prune).run()
        if dry_run:
            transaction.set_rollback(True)
    return outcome


class _Load:
    def __init__(self, root, paths, force, prune):
        self.root, self.force, self.prune = root, force, prune
        self.paths = paths_in(root) if paths is None else sorted(set(paths), key=lambda path: path not in REFERENCE)
        self.outcome = Outcome()
        self.problems = []
        self.stored = snapshot()
        self.rows = {one.record.identity: one.row for held in self.stored.values() for one in held}
        self.loaded = {file.path: file.digest for file in CatalogueFile.objects.all()}

    def run(self):
        self.lines = self._built(self._read())
        self._stop_at_problems()
        self.chosen = [path for path in self.paths if self._is_to_load(path)]
        self._stop_at_problems()
        self._delete_rows_that_left()
        self._save()
        self._stop_at_problems()
        self._handle_unfiled()
        self._stop_at_problems()
        self._refresh()
        remember(snapshot(), self.chosen)
        return self.outcome

    def _stop_at_problems(self):
        if self.problems:
            raise Refused(self.problems)

    # Files to rows

    def _read(self):
        records = {}
        for path in self.paths:
            try:
                records[path] = read(self.root, path)
            except Refused as refused:
                self.problems += refused.problems
        self._stop_at_problems()
        first_path = {}
        for path in self.paths:
            for number, record in enumerate(records[path], 1):
                if (other := first_path.setdefault(record.identity, path)) != path:
                    self.problems.append(Problem(path, f"stands in {other} too", number, record))
        self._stop_at_problems()
        return records

    def _built(self, records):
        """The lines of each file: rows not yet saved, clean and valid in every field of their own."""
        rows, lines = {}, {path: [] for path in records}
        for path in self.paths:
            for number, record in enumerate(records[path], 1):
                line = _Line(path, number, record, None)
                targets = {
                    name: rows.get(identity) or self.rows.get(identity)
                    for name, identity in _references(record).items()
                }
                unknown = [name for name, target in targets.items() if target is None]
                self.problems += [line.problem(f"there is no {record.fields[name]}", name) for name in unknown]
                if unknown:
                    continue
                own = {name: value for name, value in record.fields.items() if name not in foreign_keys(record.model)}
                line.row = record.model(**own, **targets)
                if problems := _field_problems(line):
                    self.problems += problems
                    continue
                rows[record.identity] = line.row
                lines[path].append(line)
        return lines

    # Whose version counts

    def _is_to_load(self, path):
        """Whether the file differs from the database and is the one that counts."""
        in_file = digest(record_of(line.row) for line in self.lines[path])
        in_database = digest(one.record for one in self.stored.get(path, []))
        if in_file == in_database or self.force:
            return True
        loaded = self.loaded.get(path)
        if loaded == in_file:
            self.outcome.edited.append(path)
            return False
        if loaded != in_database and self.stored.get(path):
            self.problems.append(
                Problem(path, "file and database both changed since the last load or dump; " + self._differences(path))
            )
        return True

    def _differences(self, path):
        """The rows in which file and database differ, for a person who has to decide."""
        in_file = {line.record.identity: record_of(line.row) for line in self.lines[path]}
        in_database = {one.record.identity: one.record for one in self.stored[path]}
        found = []
        for identity in {**in_file, **in_database}:
            one, other = in_file.get(identity), in_database.get(identity)
            if one is None or other is None:
                found.append(f"{one or other}: only in the {'database' if one is None else 'file'}")
            else:
                found += [
                    f"{one}, {name}: file {_short(one.fields[name])}, database {_short(other.fields[name])}"
                    for name in _changed(one, other)
                ]
        return "; ".join(found)

    # Rows to the database

    def _delete_rows_that_left(self):
        for path in self.chosen:
            if path in REFERENCE:
                continue
            kept = {line.record.identity for line in self.lines[path]}
            for one in reversed(self.stored.get(path, [])):
                if one.record.identity not in kept:
                    self._delete(one)

    def _delete(self, one):
        one.row._change_reason = REASON
        one.row.delete()
        self.rows.pop(one.record.identity, None)
        self.outcome.changes.append(Change(Sign.DELETED, one.record))

    def _save(self):
        for path in self.chosen:
            before = {one.record.identity: one for one in self.stored.get(path, [])}
            for line in self.lines[path]:
                if self._link(line):
                    self._save_line(line, before.get(line.record.identity))

    def _link(self, line):
        """Point the row at the rows that are in the database by now; one may be missing if its file was left alone."""
        for name, identity in _references(line.record).items():
            if identity not in self.rows:
                self.problems.append(line.problem(f"{line.record.fields[name]} was not loaded", name))
                return False
            setattr(line.row, name, self.rows[identity])
        return True

    def _save_line(self, line, before):
        row, now = line.row, record_of(line.row)
        if before is not None:
            row.pk, row._state.adding, row._state.db = before.row.pk, False, before.row._state.db
            held = {column.name for column in columns(type(row))}
            for column in type(row)._meta.local_fields:
                if column.name not in held and not column.primary_key:  # gathered from other rows: still right
                    setattr(row, column.attname, getattr(before.row, column.attname))
        self.rows[line.record.identity] = row
        changed = () if before is None else tuple(_changed(before.record, now))
        if before is not None and not changed:
            return
        try:
            row.validate_unique()
            row.validate_constraints()
            row._change_reason = REASON
            row.save()
        except ValidationError as error:
            self.problems += _problems(line, error)
        except DatabaseError as error:  # the transaction is over: nothing after this can be judged
            raise Refused([*self.problems, line.problem(str(error).strip())]) from error
        else:
            self.outcome.changes.append(Change(Sign.ADDED if before is None else Sign.CHANGED, now, changed))

    def _handle_unfiled(self):
        """Entries whose file is gone and reference rows that left theirs: delete with `prune`, else say so."""
        if set(self.paths) != set(paths_in(self.root)):
            return
        filed = {line.record.identity for lines in self.lines.values() for line in lines}
        leaving = []
        for path, held in self.stored.items():
            if path in REFERENCE:
                gone = [one for one in held if one.record.identity not in filed]
                is_ours = path in self.chosen
            else:
                gone = [] if path in self.lines else held
                is_ours = self.force or self.loaded.get(path) == digest(one.record for one in held)
            if self.prune and is_ours:
                leaving += gone
            else:
                self.outcome.unfiled += [one.record for one in gone if one.record.model in (AwardEntry, *_REFERENCE)]
        # What others refer to goes last.
        for one in sorted(leaving, key=lambda one: -MODELS.index(one.record.model)):
            try:
                self._delete(one)
            except DatabaseError as error:
                raise Refused([Problem("--prune", f"{one.record}: {error}")]) from error

    # Afterwards

    def _refresh(self):
        touched = {change.record.model for change in self.outcome.changes}
        if touched - {*OF_ENTRY}:
            derived.refresh(AwardEntry.objects.all())
        elif touched:
            entries = [line.row.pk for path in self.chosen for line in self.lines[path] if line.number == 1]
            derived.refresh(AwardEntry.objects.filter(pk__in=entries))


_REFERENCE = tuple(model for models in REFERENCE.values() for model in models)


def _references(record):
    """The identity of each row that the record refers to, by field."""
    return {
        name: (column.related_model, tuple(record.fields[name]))
        for name, column in foreign_keys(record.model).items()
        if record.fields[name] is not None
    }


def _field_problems(line):
    """Clean the row as a save would and let its fields judge it, before and after."""
    own = {column.name for column in columns(line.record.model) if not column.is_relation}
    others = {column.name for column in line.record.model._meta.local_fields} - own
    try:
        line.row.clean_fields(exclude=others)
        if hasattr(line.row, "derive"):
            line.row.derive()
            line.row.clean_fields(exclude=others)
        line.row.clean()
    except ValidationError as error:
        return _problems(line, error)
    return []


def _problems(line, error):
    by_field = error.message_dict if hasattr(error, "error_dict") else {"": error.messages}
    return [
        line.problem(message, "" if name == "__all__" else name)
        for name, messages in by_field.items()
        for message in messages
    ]


def _changed(before, now):
    return [name for name, value in now.fields.items() if before.fields[name] != value]


def _short(value):
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
