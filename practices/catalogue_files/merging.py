"""Three sides of each row: what its file said last, what the file says now, and what the database holds.

A row is the same row on all sides though its natural key changed on one: the memory knows the primary key of each
record. What only one side changed is taken from that side; where both changed one value, or one changed what the other
deleted, that is a conflict, for a person to decide. With `force` the files decide.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import models

from practices.catalogue_files.building import Line, naming
from practices.catalogue_files.layout import MODELS, foreign_keys
from practices.catalogue_files.memory import Key
from practices.catalogue_files.reading import Conflict, Problem
from practices.catalogue_files.sides import Sides, content_of, natural, parent_of, values_of
from practices.catalogue_files.snapshot import Stored
from practices.models import tree
from practices.models.tree import Row
from practices.thai.differences import marked_difference

LONG = 160  # letters of two values that a person still compares at a glance


@dataclass(eq=False)
class Step:
    """One row to save: the line it comes from, the row itself, and the fields that change; none for a new row."""

    line: Line
    row: Row
    fields: tuple[str, ...] = ()
    is_new: bool = False


@dataclass
class Plan:
    """What a load has to do, and what stands in its way."""

    steps: list[Step] = field(default_factory=list)
    deleted: list[Stored] = field(default_factory=list)  # rows that left a file whose entry or body stays
    left: list[Key] = field(default_factory=list)  # entries and reference rows that left the files
    edited: set[str] = field(default_factory=set)  # files from which the database differs by its own changes
    conflicts: list[Problem] = field(default_factory=list)
    rows: dict[Line, Row] = field(default_factory=dict)  # the row of each line, but of those that stay deleted


def plan(sides: Sides, lines_by_path: dict[str, list[Line]], *, force: bool) -> Plan:
    """How the files whose lines are given come into the database."""
    return _Merge(sides, lines_by_path, force).plan()


# Rows that nothing but their place tells from their neighbours.
_ONLY_NUMBERED = {model for model in MODELS if "order" in tree.key_fields(model)}
# Rows that another name does not make another row.
_NAMED = {
    model
    for model in MODELS
    for first, *others in [tree.key_fields(model)]
    if not others and isinstance(model._meta.get_field(first), models.CharField)
}


class _Merge:
    def __init__(self, sides, lines_by_path, force):
        self.sides, self.force = sides, force
        self.paths = set(lines_by_path)
        self.lines = sorted(
            (line for lines in lines_by_path.values() for line in lines), key=lambda line: MODELS.index(line.model)
        )
        self.line_of_row = {id(line.row): line for line in self.lines}
        self.claimed: dict[Key, Line] = {}
        self.gone: set[Line] = set()  # those of rows that the database deleted
        self.result = Plan()

    def plan(self):
        for model in MODELS:
            lines = [line for line in self.lines if line.model is model]
            for line in lines:
                line.values = self._values_of(line)
            (self._match_numbered if model in _ONLY_NUMBERED else self._match_named)(model, lines)
        for line in self.lines:
            self._decide(line)
        self._see_what_left()
        self._see_what_was_edited()
        self.result.steps = list(_names_free_first(self.result.steps, self.sides))
        return self.result

    def _values_of(self, line):
        targets = {name: getattr(line.row, name) for name in foreign_keys(line.model)}
        return values_of(line.now, {name: target and self._pk(target) for name, target in targets.items()})

    def _pk(self, target):
        """The primary key of a row that a line refers to; something like no other where it will be a new row."""
        line = self.line_of_row.get(id(target))
        if line is None:
            return target.pk
        return line.key[1] if line.key else id(target) * -1

    # Which row of the database a line is

    def _claim(self, line, key):
        if key in self.claimed:
            other = self.claimed[key]
            self.result.conflicts.append(line.problem(f"is {other.record} of {other.path} once more"))
        line.key = key
        self.claimed.setdefault(key, line)

    def _match_named(self, model, lines):
        said = {natural(model, self.sides.said_values[key]): key for key in self.sides.said if key[0] is model}
        stored = {natural(model, self.sides.values[key]): key for key in self.sides.stored if key[0] is model}
        names = {line: natural(model, line.values) for line in lines}
        for line, name in names.items():
            if name in said and (said[name] in self.sides.stored or not self.force):
                self._claim(line, said[name])
        for line in self._unmatched(lines):
            key = stored.get(names[line])
            if key and key not in self.sides.said:
                self._claim(line, key)
            elif names[line] in said:  # the files win over its deletion
                self._claim(line, said[names[line]])
        if model in _NAMED:
            self._match_renamed(model, lines)
        for line in self._unmatched(lines):
            key = stored.get(names[line])
            if key and key not in self.claimed:
                self._claim(line, key)
            elif key and not self.force:
                self._refuse(line, f"has the name that {self.claimed[key].record} was given in the database")

    def _match_renamed(self, model, lines):
        """A record that differs in nothing but its name from one that is missing now is that one."""
        (name,) = tree.key_fields(model)

        def content(values):
            return tuple(value for field, value in values.items() if field != name)

        missing, unmatched = defaultdict(list), defaultdict(list)
        for key in self._unclaimed(model):
            missing[content(self.sides.said_values[key])].append(key)
        for line in self._unmatched(lines):
            unmatched[content(line.values)].append(line)
        for what, found in unmatched.items():
            if len(found) == len(missing[what]) == 1:
                self._claim(found[0], missing[what][0])

    def _match_numbered(self, model, lines):
        """Rows of one parent: first those that did not change but for their place, then the most alike."""
        said = {key: content_of(model, self.sides.said_values[key]) for key in self._unclaimed(model)}
        self._match_alike(model, lines, said, may_differ=True)
        both_added = self.sides.stored.keys() - self.sides.said.keys()
        added = {key: content_of(model, self.sides.values[key]) for key in both_added if key[0] is model}
        self._match_alike(model, lines, added, may_differ=False)

    def _match_alike(self, model, lines, rows, *, may_differ):
        siblings, pairs = defaultdict(list), []
        for key, content in rows.items():
            siblings[content[model.hangs_on]].append((key, content))
        for line in self._unmatched(lines):
            content = content_of(model, line.values)
            for key, other in siblings[content[model.hangs_on]]:
                differences = sum(value != other[name] for name, value in content.items())
                # Whoever changed two values of a row may as well have put another in its place. That is the same,
                # unless the database has changed the row too.
                if differences == 0 or (may_differ and (differences == 1 or self.sides.is_unchanged(key))):
                    place = (self.sides.said_values.get(key) or self.sides.values[key])["order"]
                    pairs.append((differences, abs(place - line.values["order"]), line.number, line, key))
        for *_likeness, line, key in sorted(pairs, key=lambda pair: pair[:3]):
            if line.key is None and key not in self.claimed:
                self._claim(line, key)

    def _unmatched(self, lines):
        return [line for line in lines if line.key is None]

    def _unclaimed(self, model):
        """Rows of the files in question that no line is yet."""
        return [
            key
            for key in self.sides.said
            if key[0] is model and self.sides.path[key] in self.paths and key not in self.claimed
        ]

    # What becomes of it

    def _decide(self, line):
        if line.key is None or (line.key not in self.sides.stored and self.force):
            self._add(line)
        elif line.key in self.sides.stored:
            self._merge(line)
        else:
            self._leave_deleted(line)

    def _add(self, line):
        if self._needs_what_is_gone(line, foreign_keys(line.model)):
            return
        for name in foreign_keys(line.model):
            setattr(line.row, name, self._final(getattr(line.row, name)))
        if line.key:  # it comes back as the row it was, with its history
            line.row.pk = line.key[1]
        self.result.rows[line] = line.row
        self.result.steps.append(Step(line, line.row, is_new=True))

    def _merge(self, line):
        row = self.result.rows[line] = self.sides.stored[line.key].row
        said, now, held = self.sides.said_values.get(line.key), line.values, self.sides.values[line.key]
        changed = []
        for column in tree.columns(line.model):
            name = column.name
            if now[name] == held[name]:
                continue
            if self.force or (said and said[name] == held[name]):
                changed.append(name)
            elif (said and said[name] == now[name]) or (name == "order" and tree.is_numbered(line.model)):
                self.result.edited.add(line.path)
            else:
                self._refuse(line, self._both(line, name), name)
        if self._needs_what_is_gone(line, changed):
            return
        for name in changed:
            value = getattr(line.row, name)
            setattr(row, name, self._final(value) if isinstance(value, Row) else value)
        if changed:
            self.result.steps.append(Step(line, row, tuple(changed)))

    def _both(self, line, name):
        """A value that both changed, for a person to decide: both of it, or the words in which long texts differ."""
        held, now = self.sides.stored[line.key].record.fields[name], line.now.fields[name]
        values = f"{now!r} in the file, {held!r} in the database"
        if len(values) > LONG and isinstance(now, str) and isinstance(held, str):
            values = f"[-database-]{{+file+}}: {marked_difference(held, now)}"
        return f"both changed since the last load or dump: {values}"

    def _leave_deleted(self, line):
        self.gone.add(line)
        self.result.edited.add(line.path)
        if content_of(line.model, line.values) != content_of(line.model, self.sides.said_values[line.key]):
            self._refuse(line, "was changed in the file and deleted in the database")

    def _see_what_left(self):
        """Rows that their file held and holds no more."""
        for key in [key for model in MODELS for key in self._unclaimed(model) if key in self.sides.stored]:
            above = parent_of(key[0], self.sides.said_values[key])
            if above is None:
                self.result.left.append(key)
            elif parent := self.claimed.get(above):
                self._take_out(key, parent.path)
            elif above not in self.sides.stored and above not in self.sides.said:  # a body of the register
                self._take_out(key, self.sides.path[key])
        if self.force:
            added = [key for key in self.sides.stored if key not in self.sides.said and key not in self.claimed]
            for key in added:
                if parent_of(key[0], self.sides.values[key]) in self.claimed:
                    self.result.deleted.append(self.sides.stored[key])
        self.result.deleted.sort(key=lambda one: -MODELS.index(one.record.model))

    def _take_out(self, key, path):
        one = self.sides.stored[key]
        if self.force or self.sides.is_unchanged(key):
            self.result.deleted.append(one)
        else:
            reason = "was taken out of the file and changed in the database"
            self.result.conflicts.append(Conflict(path, reason, record=one.record, files=(path,)))

    def _see_what_was_edited(self):
        for key in self.sides.said:
            path = self.sides.path[key]
            if path not in self.paths and not self.sides.said[key].left:
                held = self.sides.values.get(key)
                if held is None or held != self.sides.said_values[key]:
                    self.result.edited.add(path)
        if not self.force:
            for key in self.sides.stored.keys() - self.sides.said.keys() - self.claimed.keys():
                parent = parent_of(key[0], self.sides.values[key])
                # A body of the register stands in none of these files; its former names do.
                while parent and parent in self.sides.values and parent not in self.sides.path:
                    parent = parent_of(parent[0], self.sides.values[parent])
                if parent in self.sides.path:
                    self.result.edited.add(self.sides.path[parent])

    def _needs_what_is_gone(self, line, names):
        targets = {name: self.line_of_row.get(id(getattr(line.row, name))) for name in names}
        gone = {name: target for name, target in targets.items() if target in self.gone}
        for name, target in gone.items():
            self._refuse(line, f"{naming(target.record.identity)} was deleted in the database", name, target.path)
        return bool(gone)

    def _final(self, target):
        """The row of the database that a built row stands for."""
        line = self.line_of_row.get(id(target))
        return self.result.rows.get(line, target) if line else target

    def _refuse(self, line, reason, field="", decided_by=None):
        files = (decided_by or line.path,)
        self.result.conflicts.append(Conflict(line.path, reason, line.number, line.record, field, files))


def _names_free_first(steps, sides):
    """The steps in an order in which no row takes a name that another, to be renamed, still has."""
    waiting = sorted(steps, key=lambda step: (MODELS.index(step.line.model), step.is_new))
    while waiting:
        held = {natural(step.line.model, sides.values[step.line.key]): step for step in waiting if not step.is_new}
        ready = [step for step in waiting if held.get(natural(step.line.model, step.line.values), step) is step]
        yield from ready or waiting
        waiting = [step for step in waiting if step not in ready] if ready else []
