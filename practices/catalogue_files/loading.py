"""Load files into the database: all records or none, and no editor's change overwritten unasked."""

from dataclasses import dataclass, field
from enum import Enum

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.db.models import ProtectedError

from practices import derived, history
from practices.catalogue_files.building import build, naming, references
from practices.catalogue_files.layout import MODELS, OF_ENTRY, PARENT_FIELD, REFERENCE, columns, paths_in
from practices.catalogue_files.reading import Problem, Refused, read
from practices.catalogue_files.records import Record, digest
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
    """What a load did, the files it left alone because only the database changed, and rows that no file holds."""

    changes: list[Change] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    unfiled: list[Record] = field(default_factory=list)


def load(root, paths=None, *, force=False, prune=False, dry_run=False) -> Outcome:
    """Load these files below root, or all; raise Refused with every problem, and change nothing, unless all is well.

    A file whose rows only the database changed since the last load or dump keeps the database; where both changed
    the load is refused. With `force` the files win in both cases. Children that left a file are deleted; `prune`,
    for loads of all files, deletes entries and reference rows that no file holds any more.
    """
    with transaction.atomic(), history.one_moment():
        _wait_for_other_loads()
        outcome = _Load(root, paths, force, prune).run()
        if dry_run:
            transaction.set_rollback(True)
    return outcome


class _Load:
    def __init__(self, root, paths, force, prune):
        self.force, self.prune, self.is_whole = force, prune, paths is None
        paths = paths_in(root) if paths is None else sorted(set(paths), key=lambda path: (path not in REFERENCE, path))
        self.stored = snapshot()
        self.rows = {one.record.identity: one.row for held in self.stored.values() for one in held}
        self.lines, problems = build(_read(root, paths), self.rows)
        _refuse(problems)
        self.loaded = dict(CatalogueFile.objects.values_list("path", "digest"))
        self.outcome = Outcome()
        self.problems = []

    def run(self):
        chosen = [path for path in self.lines if self._is_to_load(path)]
        _refuse(self.problems)
        self._delete_children_that_left(chosen)
        self._save(chosen)
        _refuse(self.problems)
        if self.is_whole:
            self._handle_unfiled(chosen)
        self._refresh(chosen)
        remember(snapshot(), chosen)
        return self.outcome

    def _is_to_load(self, path):
        """Whether the file counts, and not what the database has become since."""
        in_file = digest(line.now for line in self.lines[path])
        in_database = digest(one.record for one in self.stored.get(path, []))
        if self.force or in_file == in_database:
            return True
        if self.loaded.get(path) == in_file:
            self.outcome.edited.append(path)
            return False
        if self.stored.get(path) and self.loaded.get(path) != in_database:
            reason = "file and database both changed since the last load or dump"
            self.problems += [Problem(path, f"{reason}: {difference}") for difference in self._differences(path)]
        return True

    def _differences(self, path):
        """Each value in which file and database differ, for a person who has to decide."""
        in_file = {line.record.identity: line.now for line in self.lines[path]}
        in_database = {one.record.identity: one.record for one in self.stored[path]}
        for identity in {**in_file, **in_database}:
            one, other = in_file.get(identity), in_database.get(identity)
            if one is None or other is None:
                yield f"{one or other} is only in the {'database' if one is None else 'file'}"
                continue
            for name in _changed(one, other):
                values = f"{_short(one.fields[name])} in the file, {_short(other.fields[name])} in the database"
                yield f"{one}, {name}: {values}"

    def _delete_children_that_left(self, chosen):
        for path in chosen:
            kept = {line.record.identity for line in self.lines[path]}
            for one in reversed(self.stored.get(path, [])):
                if one.record.model in PARENT_FIELD and one.record.identity not in kept:
                    self._delete(one)

    def _delete(self, one):
        one.row._change_reason = REASON
        one.row.delete()
        self.outcome.changes.append(Change(Sign.DELETED, one.record))

    def _save(self, chosen):
        for path in chosen:
            before = {one.record.identity: one for one in self.stored.get(path, [])}
            for line in self.lines[path]:
                if self._point_at_saved_rows(line):
                    self._save_line(line, before.get(line.record.identity))

    def _point_at_saved_rows(self, line):
        """Whether all rows that this one refers to are in the database by now: a file left alone may lack one."""
        for name, identity in references(line.record).items():
            if identity not in self.rows:
                self.problems.append(line.problem(f"{naming(identity)} was not loaded", name))
                return False
            setattr(line.row, name, self.rows[identity])
        return True

    def _save_line(self, line, before):
        row = self.rows[line.record.identity] = line.row
        changed = ()
        if before is not None:
            _take_the_place_of(before.row, row)
            changed = tuple(_changed(before.record, line.now))
            if not changed:
                return
        try:
            row.validate_unique()
            row.validate_constraints()
            row._change_reason = REASON
            row.save()
        except ValidationError as error:
            self.problems += line.problems_of(error)
        except DatabaseError as error:  # the transaction is over: nothing after this can be judged
            _refuse([*self.problems, line.problem(str(error).strip())])
        else:
            self.outcome.changes.append(Change(Sign.ADDED if before is None else Sign.CHANGED, line.now, changed))

    def _handle_unfiled(self, chosen):
        """Entries whose file is gone and reference rows that left theirs: delete with `prune`, else name them."""
        filed = {line.record.identity for lines in self.lines.values() for line in lines}
        leaving = []
        for path, held in self.stored.items():
            if path in REFERENCE:
                is_ours = path in chosen
                gone = [one for one in held if is_ours and one.record.model not in PARENT_FIELD]
            else:
                is_ours = self.force or self.loaded.get(path) == digest(one.record for one in held)
                gone = [] if path in self.lines else held
            gone = [one for one in gone if one.record.identity not in filed]
            if self.prune and is_ours:
                leaving += gone
            else:
                self.outcome.unfiled += [one.record for one in gone if one.record.model not in PARENT_FIELD]
        # What others refer to goes last.
        for one in sorted(leaving, key=lambda one: -MODELS.index(one.record.model)):
            try:
                self._delete(one)
            except ProtectedError:
                _refuse([Problem("--prune", "other rows still refer to it", record=one.record)])

    def _refresh(self, chosen):
        touched = {change.record.model for change in self.outcome.changes}
        # A load of all files also mends what a new version of the site derives otherwise.
        if self.is_whole or touched - {*OF_ENTRY}:
            derived.refresh_places()
            derived.refresh(AwardEntry.objects.all())
        elif touched:
            entries = [self.lines[path][0].row.pk for path in chosen if path not in REFERENCE]
            derived.refresh(AwardEntry.objects.filter(pk__in=entries))


def _wait_for_other_loads():
    """SQLite waited where the transaction began; in PostgreSQL two would judge the same rows and both write them."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {CatalogueFile._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _read(root, paths):
    """The records of all files by path; no natural key may stand in two of them."""
    records, problems, first = {}, [], {}
    for path in paths:
        try:
            records[path] = read(root, path)
        except Refused as refused:
            problems += refused.problems
            continue
        for number, record in enumerate(records[path], 1):
            if (other := first.setdefault(record.identity, path)) != path:
                problems.append(Problem(path, f"stands in {other} too", number, record))
    _refuse(problems)
    return records


def _refuse(problems):
    if problems:
        raise Refused(problems)


def _take_the_place_of(stored, row):
    """Make a built row the stored one, with what the stored one gathered from other rows."""
    row.pk, row._state.adding, row._state.db = stored.pk, False, stored._state.db
    in_record = set(columns(type(row)))
    for column in type(row)._meta.local_concrete_fields:
        if column not in in_record and not column.primary_key:
            setattr(row, column.attname, getattr(stored, column.attname))


def _changed(before, now):
    return [name for name, value in now.fields.items() if before.fields[name] != value]


def _short(value):
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}…"
