"""Load files into the database: all records or none, and no editor's change overwritten unasked."""

from contextlib import suppress
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction

from practices import derived, history
from practices.catalogue_files.building import build, judge
from practices.catalogue_files.layout import PROVINCES, REFERENCE, foreign_keys, paths_in
from practices.catalogue_files.memory import Memory, Said, is_as_remembered, recall, remember
from practices.catalogue_files.merging import plan
from practices.catalogue_files.reading import Problem, Refused, parsed, read, records_in
from practices.catalogue_files.records import Record, digest
from practices.catalogue_files.sides import Sides, stands_alone
from practices.catalogue_files.snapshot import registered, snapshot
from practices.history import Action
from practices.models import AwardEntry, CatalogueFile, Municipality, Province, tree
from practices.models.addresses import Addressed
from practices.register import loading as register_loading

REASON = "load_catalogue"


@dataclass(frozen=True)
class LoadedRow:
    """One row that a load added, changed (then with the fields) or deleted."""

    action: Action
    record: Record
    fields: tuple[str, ...] = ()

    def __str__(self):
        return f"{self.action.value} {self.record}" + (f": {', '.join(self.fields)}" if self.fields else "")


@dataclass
class Outcome:
    """What a load did, the files from which only the database differs, and rows that no file holds."""

    changes: list[LoadedRow] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    unfiled: list[Record] = field(default_factory=list)
    register: register_loading.Outcome | None = None


def load(root, paths=None, *, force=False, prune=False, dry_run=False) -> Outcome:
    """Load these files below root, or all; raise Refused with every problem, and change nothing, unless all is well.

    Both sides are merged: what only the files or only the database changed since the last load or dump stays as that
    side has it. Where both changed one value the load is refused; with `force` the files win, there and everywhere.
    Children that left a file are deleted; `prune`, for loads of all files, deletes entries and reference rows that left
    the files, but for those that the database has changed since or still needs.
    """
    with transaction.atomic(), history.one_moment():
        _wait_for_other_loads()
        of_register = None
        if paths is None:
            if not Province.objects.exists():  # the register refers to them
                _Load(root, [PROVINCES], force, False).run()
            of_register = register_loading.load(root)
        outcome = _Load(root, paths, force, prune).run()
        outcome.register = of_register
        if dry_run:
            transaction.set_rollback(True)
    return outcome


class _Load:
    def __init__(self, root, paths, force, prune):
        self.root, self.force, self.prune, self.is_whole = root, force, prune, paths is None
        paths = paths_in(root) if paths is None else sorted(set(paths), key=lambda path: (path not in REFERENCE, path))
        files = snapshot()
        self.memories = recall(root)
        self.sides = Sides(files, self.memories)
        self.said_by_file = _parsed(root, paths)
        chosen = [path for path in paths if force or not is_as_remembered(self.memories, path, self.said_by_file[path])]
        records = _records(chosen, self.said_by_file, self.memories)
        self.lines, problems = build(records, self._names(files, records))
        _refuse(problems)
        gone = self.memories.keys() - set(paths) if self.is_whole else ()
        self.merge = plan(self.sides, self.lines | {path: [] for path in gone}, force=force)
        self.outcome = Outcome(edited=sorted(self.merge.edited))

    def _names(self, files, records):
        """Every row by what a file may call it: the name it has, or had when a file was last read or written.

        Of a row that was deleted, and of one whose file is not among those to load, the path of the file that holds it.
        """
        rows = dict(_in_other_files(self.root, self.said_by_file))
        rows |= registered(record for of_file in records.values() for record in of_file)
        rows |= {one.record.identity: one.row for held in files.values() for one in held}
        for key, said in self.sides.said.items():
            stored = self.sides.stored.get(key)
            rows[said.record.identity] = stored.row if stored else self.sides.path[key]
        return rows

    def run(self):
        _refuse(self.merge.conflicts)
        for one in self.merge.deleted:
            self._delete(one)
        problems = [problem for step in self.merge.steps for problem in self._save(step)]
        _refuse(problems)
        left = self._left()
        if self.prune:
            left = self._prune(left)
        self.outcome.unfiled = [self.sides.stored[key].record for key in self._unfiled(left)]
        self._refresh()
        remember(self.root, self._memories(left))
        return self.outcome

    def _prune(self, left):
        """Delete what left the files and nothing needs, now that the rest is loaded; returns what stays."""
        now = Sides(snapshot(), self._memories(left))
        leaving = now.leaving(left)
        for key in leaving:
            self._delete(now.stored[key])
        return [key for key in left if key not in leaving]

    def _left(self):
        """Entries and reference rows that left the files, now or before."""
        if not self.is_whole:
            return self.merge.left
        before = [key for key, said in self.sides.said.items() if said.left and stands_alone(key)]
        gone = self._claimed() | (self.sides.said.keys() - self.sides.stored.keys())
        return list(dict.fromkeys(key for key in (*self.merge.left, *before) if key not in gone))

    def _claimed(self):
        return {line.key for lines in self.lines.values() for line in lines}

    def _unfiled(self, left):
        """What left the files, and entries and reference rows that never stood in one; for loads of all files."""
        if not self.is_whole:
            return []
        new = self.sides.stored.keys() - self.sides.said.keys() - self._claimed()
        return sorted([*left, *filter(stands_alone, new)], key=lambda key: str(self.sides.stored[key].record))

    def _delete(self, one):
        one.row._change_reason = REASON
        one.row.delete()
        self.outcome.changes.append(LoadedRow(Action.REMOVED, one.record))

    def _save(self, step):
        """Save one row; returns the problems."""
        row, line = step.row, step.line
        for name in foreign_keys(type(row)):  # what it refers to has its primary key by now
            setattr(row, name, getattr(row, name))
        if self.force and isinstance(row, Addressed):  # the files say which addresses lead on
            row.leave_address()
        try:
            if not step.is_new:  # a new one was judged when it was built, a merged one never
                judge(row)
            row.validate_unique()
            row.validate_constraints()
            row._change_reason = REASON
            row.save()
        except ValidationError as error:
            return line.problems_of(error)
        except DatabaseError as error:  # the transaction is over: nothing after this can be judged
            _refuse([line.problem(str(error).strip())])
        action = Action.ADDED if step.is_new else Action.CHANGED
        self.outcome.changes.append(LoadedRow(action, line.now, step.fields))
        return []

    def _refresh(self):
        touched = {change.record.model for change in self.outcome.changes}
        # A load of all files also mends what a new version of the site derives otherwise.
        if self.is_whole or any(tree.top(model) is not AwardEntry for model in touched):
            # Thousands of the register are known by it alone, and what follows from them is written with it.
            derived.refresh_places(Province.objects.all(), Municipality.objects.known_otherwise())
            derived.refresh(AwardEntry.objects.all())
        elif touched:
            entries = [row.pk for line, row in self.merge.rows.items() if line.model is AwardEntry]
            derived.refresh(AwardEntry.objects.filter(pk__in=entries))

    def _memories(self, left):
        """What is to be remembered of every file: of those that were loaded, what they say now."""
        staying = {row for key in left for row in self.sides.with_what_hangs_on(key)}
        memories = {}
        for path in self.memories.keys() | self.lines.keys():
            left_here = [
                replace(said, left=True)
                for key, said in self.sides.said.items()
                if key in staying and self.sides.path[key] == path
            ]
            if path in self.lines:
                rows = [self._said(line) for line in self.lines[path]]
            elif path in self.said_by_file:
                rows = [said for said in self.memories[path].rows if not said.left]
            elif self.is_whole:  # its file is gone
                if left_here:
                    memories[path] = Memory("", left_here)
                continue
            else:
                memories[path] = self.memories[path]
                continue
            memories[path] = Memory(digest(self.said_by_file[path]), rows + left_here)
        return memories

    def _said(self, line):
        row = self.merge.rows.get(line)
        if row is None:  # deleted in the database, and it stays deleted
            return replace(self.sides.said[line.key], left=False)
        return Said.of(line.now, row)


def _wait_for_other_loads():
    """SQLite waited where the transaction began; in PostgreSQL two would judge the same rows and both write them."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"LOCK TABLE {CatalogueFile._meta.db_table} IN SHARE ROW EXCLUSIVE MODE")


def _parsed(root, paths):
    """The JSON of all files by path."""
    rows, problems = {}, []
    for path in paths:
        try:
            rows[path] = parsed(root, path)
        except Refused as refused:
            problems += refused.problems
    _refuse(problems)
    return rows


def _in_other_files(root, said_by_file):
    """The path of each record of the reference files that are not loaded; what cannot be read holds none."""
    for path in REFERENCE:
        if path not in said_by_file:
            with suppress(Refused):
                yield from ((record.identity, path) for record in read(root, path))


def _records(paths, rows_by_path, memories):
    """The records of these files by path; no natural key may stand in two of them."""
    records, problems = {}, []
    unchanged = rows_by_path.keys() & memories.keys() - set(paths)
    first = {said.record.identity: path for path in unchanged for said in memories[path].rows if not said.left}
    for path in paths:
        said = [said.record for said in memories[path].rows] if path in memories else []
        try:
            records[path] = records_in(path, rows_by_path[path], said)
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
