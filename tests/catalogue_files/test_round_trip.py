"""Any sequence of edits on both sides and of commands: no row is lost, none comes back, every refusal knows a way out.

A small catalogue is edited in the database and in its files, at random, as two people would who do not talk to each
other. Each row bears a mark that no edit touches, so that it is known again on either side under whatever key.
"""

import itertools
import json
import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.db.models import ProtectedError
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from practices import derived
from practices.catalogue_files import layout
from practices.catalogue_files.dumping import differing, dump
from practices.catalogue_files.layout import MODELS, entry_path, paths_in
from practices.catalogue_files.loading import load
from practices.catalogue_files.reading import Conflict, Refused
from practices.catalogue_files.records import MODEL_BY_LABEL
from practices.models import (
    AwardEntry,
    CatalogueFile,
    District,
    Executive,
    Municipality,
    Practice,
    Province,
    RegisteredPopulation,
    Source,
    tree,
)

MARK = {Municipality: "name_en", Source: "title", AwardEntry: "address", Executive: "name", Practice: "title"}
EDITED = {
    Municipality: ("name_th", "name_th"),
    Source: ("publisher", "url"),
    AwardEntry: ("phone", "vision"),
    Executive: ("note", "title_as_printed"),
    Practice: ("body", "process"),
}
LABEL = {model._meta.label_lower: model for model in MARK}
SLUGGED = (Municipality, Source, Practice)
PARENT = {AwardEntry: "municipality", Executive: "entry", Practice: "entry"}

indices = st.integers(0, 5)
sides = st.sampled_from(["database", "files"])
fields = st.integers(0, 1)


class Database:
    """What an editor does in the admin."""

    def rows(self):
        """Mark → what is said of the row: its two editable fields, its slug where it has one, its parent's mark."""
        found = {}
        for model, mark in MARK.items():
            for row in model.objects.select_related(PARENT[model]) if model in PARENT else model.objects.all():
                parent = getattr(row, PARENT[model]) if model in PARENT else None
                said = {name: getattr(row, name) for name in EDITED[model]}
                said["slug"] = getattr(row, "slug", "")
                said["parent"] = parent and getattr(parent, MARK[type(parent)])
                found[getattr(row, mark)] = (model, said)
        return found

    def find(self, model, mark):
        return model.objects.get(**{MARK[model]: mark})

    def edit(self, model, mark, name, value):
        row = self.find(model, mark)
        setattr(row, name, value)
        row.save()

    rename = edit

    def delete(self, model, mark):
        try:
            with transaction.atomic():
                self.find(model, mark).delete()
        except ProtectedError:
            return False
        return True

    def add(self, model, fields, parent):
        if parent:
            fields = fields | {PARENT[model]: self.find(*parent)}
        if model is Municipality:
            fields = fields | {"province": Province.objects.get()}
        if model is AwardEntry and AwardEntry.objects.filter(
            municipality=fields["municipality"], year_be=fields["year_be"]
        ):
            return
        siblings = model.objects.filter(**{PARENT[model]: fields[PARENT[model]]}) if parent else ()
        if model in (Executive, Practice):
            fields = fields | {"order": len(siblings) + 1}
        model.objects.create(**fields)


class Files:
    """What somebody does in an editor and with git, carefully: every file is well formed after each step."""

    def __init__(self, root):
        self.root = root

    def read(self):
        return {path: json.loads((self.root / path).read_text()) for path in paths_in(self.root)}

    def write(self, files):
        for path in set(paths_in(self.root)) - files.keys():
            (self.root / path).unlink()
        for path, rows in files.items():
            (self.root / path).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).write_text(json.dumps(rows, ensure_ascii=False))

    def rows(self):
        files, found = self.read(), {}
        marks = {
            (row["model"], json.dumps(self.key(row))): row["fields"][MARK[LABEL[row["model"]]]]
            for rows in files.values()
            for row in rows
            if row["model"] in LABEL
        }
        for rows in files.values():
            for row in rows:
                if model := LABEL.get(row["model"]):
                    said = {name: row["fields"][name] for name in EDITED[model]}
                    said["slug"] = row["fields"].get("slug", "")
                    said["parent"] = None
                    if model in PARENT:
                        of = "practices.municipality" if model is AwardEntry else "practices.awardentry"
                        said["parent"] = marks.get((of, json.dumps(row["fields"][PARENT[model]])), "?")
                    found[row["fields"][MARK[model]]] = (model, said)
        return found

    def key(self, row):
        names = {"practices.awardentry": ("municipality", "year_be"), "practices.executive": ("entry", "order")}
        parts = [row["fields"][name] for name in names.get(row["model"], ("slug",))]
        return [*itertools.chain.from_iterable(part if isinstance(part, list) else [part] for part in parts)]

    def find(self, files, model, mark):
        for path, rows in files.items():
            for row in rows:
                if LABEL.get(row["model"]) is model and row["fields"][MARK[model]] == mark:
                    return path, rows, row
        raise AssertionError(mark)

    def edit(self, model, mark, name, value):
        files = self.read()
        self.find(files, model, mark)[2]["fields"][name] = value
        self.write(files)

    def rename(self, model, mark, name, value):
        files = self.read()
        row = self.find(files, model, mark)[2]
        old, row["fields"]["slug"] = row["fields"]["slug"], value
        refer = {Municipality: ("municipality", "entry"), Source: ("source",), Practice: ("practice",)}[model]
        for path in list(files):
            for other in files[path]:
                for field in refer:
                    if (referred := other["fields"].get(field)) and referred[0] == old:
                        referred[0] = value
            first = files[path][0]["fields"] if files[path] else {}
            if model is Municipality and path.startswith("awards/") and first["municipality"] == [value]:
                files[entry_path(value, first["year_be"])] = files.pop(path)
        self.write(files)

    def delete(self, model, mark):
        files = self.read()
        path, rows, row = self.find(files, model, mark)
        slug = row["fields"].get("slug")
        everything = [other for rows in files.values() for other in rows]
        if model is AwardEntry:
            del files[path]
        elif model in (Municipality, Source) and any(
            (other["fields"].get("municipality") or other["fields"].get("source") or [None])[0] == slug
            for other in everything
        ):
            return False
        else:
            rows[:] = [other for other in rows if other is not row and other["fields"].get("practice") != [slug]]
            self.number(rows)
        self.write(files)
        return True

    def number(self, rows):
        places = {}
        for row in rows:
            if "order" in row["fields"]:
                places[row["model"]] = row["fields"]["order"] = places.get(row["model"], 0) + 1

    def add(self, model, fields, parent):
        files = self.read()
        base = {field.name: None if field.null else field.get_default() for field in model._meta.local_fields}
        wanted = {field.name for field in model._meta.local_fields if field.serialize and not field.primary_key}
        fields = {name: value for name, value in base.items() if name in wanted} | fields
        if parent:
            path, rows, row = self.find(files, *parent)
            fields[PARENT[model]] = self.key(row)
        record = {"model": model._meta.label_lower, "fields": fields}
        if model is Municipality:
            fields["province"] = ["40"]
            files["reference/municipalities.json"].append(record)
        elif model is Source:
            files["reference/sources.json"].append(record)
        elif model is AwardEntry:
            path = entry_path(fields["municipality"][0], fields["year_be"])
            if path in files:
                return
            files[path] = [record]
        else:
            before = [row for row in rows if tree.place(MODEL_BY_LABEL[row["model"]]) <= tree.place(model)]
            rows.insert(len(before), record)
            self.number(rows)
        self.write(files)


def new_fields(model, number, year_be):
    """What a new row says; nothing in it stands in another row too."""
    return {MARK[model]: f"mark {number}"} | {
        Municipality: {"slug": f"b{number}", "kind": "town", "name_th": f"ชื่อ{number}"},
        Source: {"slug": f"s{number}", "kind": "page", "url": f"https://example.org/{number}"},
        AwardEntry: {"year_be": year_be, "kind": "town", "is_published": True},
        Executive: {"office": "other", "title_as_printed": f"ตำแหน่ง{number}"},
        Practice: {"kind": "project", "slug": f"p{number}"},
    }[model]


class RoundTrip(RuleBasedStateMachine):
    template: Path  # a small catalogue, the same on both sides

    @initialize()
    def begin(self):
        self.undo = transaction.atomic()
        self.undo.__enter__()
        self.folder = Path(tempfile.mkdtemp()) / "fixtures"
        shutil.copytree(self.template, self.folder)
        self.sides = {"database": Database(), "files": Files(self.folder)}
        self.numbers = itertools.count(100)
        self.agree()
        self.deleted = set()  # in the database, not to come back by themselves

    def teardown(self):
        try:
            if hasattr(self, "folder"):
                self.follow_the_advice()
                shutil.rmtree(self.folder.parent)
        finally:
            if hasattr(self, "undo"):
                transaction.set_rollback(True)
                self.undo.__exit__(None, None, None)

    @property
    def database(self):
        return self.sides["database"].rows()

    @property
    def files(self):
        return self.sides["files"].rows()

    def agree(self):
        """What both sides now know of each other."""
        self.common, self.renamed = self.files, set()

    # People

    def pick(self, side, model, index):
        marks = sorted(mark for mark, (kind, _) in self.sides[side].rows().items() if kind is model)
        return marks[index % len(marks)] if marks else None

    @rule(side=sides, model=st.sampled_from([*MARK]), index=indices)
    def add(self, side, model, index):
        parent = None
        if model in PARENT:
            of = Municipality if model is AwardEntry else AwardEntry
            mark = self.pick(side, of, index)
            if mark is None:
                return
            parent = (of, mark)
        self.sides[side].add(model, new_fields(model, next(self.numbers), 2550 + index), parent)

    @rule(side=sides, model=st.sampled_from([*MARK]), index=indices, field=fields)
    def edit(self, side, model, index, field):
        mark = self.pick(side, model, index)
        if mark and not (side == "files" and mark in self.renamed):
            name, number = EDITED[model][field], next(self.numbers)
            value = f"https://example.org/{number}" if name == "url" else f"ใหม่{number}"
            self.sides[side].edit(model, mark, name, value)

    @rule(side=sides, model=st.sampled_from(SLUGGED), index=indices)
    def rename(self, side, model, index):
        """In the files a row keeps the rest of what it says until the next load: that is how it is known again."""
        mark = self.pick(side, model, index)
        if not mark:
            return
        if side == "files":
            if mark in self.renamed or self.files[mark] != self.common.get(mark):
                return
            self.renamed.add(mark)
        self.sides[side].rename(model, mark, "slug", f"r{next(self.numbers)}")

    @rule(side=sides, model=st.sampled_from([*MARK]), index=indices)
    def delete(self, side, model, index):
        mark = self.pick(side, model, index)
        before = self.sides[side].rows()
        if mark and self.sides[side].delete(model, mark) and side == "database":
            self.deleted |= before.keys() - self.database.keys()

    # Commands

    @rule()
    def load_dry(self):
        before = self.database, self.files
        try:
            load(self.folder, dry_run=True)
        except Refused as refused:
            self.knows_a_way_out(refused)
        assert (self.database, self.files) == before

    @rule()
    def load(self):
        self.load_and_check()

    @rule()
    def dump(self):
        self.dump_and_check()

    def load_and_check(self, **options):
        common, held, filed = self.common, self.database, self.files
        try:
            load(self.folder, **options)
        except Refused as refused:
            self.knows_a_way_out(refused)
            assert (self.database, self.files) == (held, filed)
            return refused
        now = self.database
        assert self.files == filed
        for mark in held.keys() - now.keys():
            assert mark in common, f"{mark} was lost"
            assert mark not in filed, f"{mark} was lost"
            assert held[mark] == common[mark], f"an edited {mark} was lost"
        for mark in now.keys() - held.keys():
            assert mark in filed, f"{mark} came from nowhere"
            assert mark not in self.deleted, f"{mark} came back"
        for mark in filed.keys() - now.keys():
            assert mark in self.deleted, f"{mark} was not loaded"
            assert filed[mark][1] | {"parent": 0, "slug": 0} == common[mark][1] | {"parent": 0, "slug": 0}
        for mark in filed.keys() & now.keys() & held.keys():
            self.is_merged(mark, common, filed, held, now)
        self.common = {mark: row for mark, row in common.items() if mark in now and mark not in filed} | filed
        self.renamed = set()
        return None

    def is_merged(self, mark, common, filed, held, now):
        for name, value in now[mark][1].items():
            sides = filed[mark][1][name], held[mark][1][name]
            if mark in common and common[mark][1][name] in sides:
                sides = [side for side in sides if side != common[mark][1][name]] or sides
            assert value in sides, f"{name} of {mark} is {value}, not {sides}"
            assert len(set(sides)) == 1, f"{name} of {mark}: {sides} is a conflict and was not refused"

    def dump_and_check(self, **options):
        common, held, filed = self.common, self.database, self.files
        try:
            dump(self.folder, **options)
        except Refused as refused:
            assert (self.database, self.files) == (held, filed)
            return refused
        assert (self.database, self.files) == (held, held)
        for mark in filed.keys() - held.keys():
            assert mark in self.deleted, f"{mark} was lost"
            assert filed[mark] == common[mark], f"{mark} was changed and is lost"
        assert differing(self.folder) == []
        self.agree()
        return None

    # The way out

    def knows_a_way_out(self, refused):
        for problem in refused.problems:
            assert isinstance(problem, Conflict), problem

    def follow_the_advice(self):
        for _attempt in range(8):
            if not self.dump_and_check():
                return
            if refused := self.load_and_check(prune=True):
                self.decide(refused)
        raise AssertionError("the commands send to each other")

    def decide(self, refused):
        """One side wins; which one depends on nothing."""
        if next(self.numbers) % 2:
            dump(self.folder, force=True)
        else:
            paths = sorted({path for problem in refused.problems for path in problem.files})
            try:
                load(self.folder, force=True, paths=paths)
            except Refused as refused_too:
                self.knows_a_way_out(refused_too)
                self.decide(refused_too)
                return
            self.deleted -= self.database.keys()
            read, filed = self.sides["files"].read(), self.files
            loaded = {
                row["fields"][MARK[LABEL[row["model"]]]]
                for path in paths
                for row in read[path]
                if row["model"] in LABEL
            }
            self.common |= {mark: row for mark, row in filed.items() if mark in loaded}


@pytest.fixture
def small_catalogue(db, tmp_path, monkeypatch):
    """The database and a folder hold one small catalogue, and nothing else."""
    *others, province = reversed(MODELS)
    for model in (CatalogueFile, RegisteredPopulation, *others, District, province):
        model.objects.all()._raw_delete(model.objects.db)
    Province.objects.create(code="40", slug="khon-kaen", name_th="ขอนแก่น", name_en="Khon Kaen", region="northeast")
    database, marks = Database(), itertools.count(1)
    for model in (Source, Municipality, Municipality, AwardEntry, Executive, Executive, Practice):
        parent = {None: None, "municipality": (Municipality, "mark 2"), "entry": (AwardEntry, "mark 4")}
        database.add(model, new_fields(model, next(marks), 2557), parent[PARENT.get(model)])
    monkeypatch.setattr(layout, "FIXTURES", tmp_path / "fixtures")
    monkeypatch.setattr(derived, "refresh", lambda entries: None)  # what follows from the rows is not the question here
    dump(layout.FIXTURES)
    return layout.FIXTURES


@pytest.mark.no_cover  # thousands of loads and dumps, which other tests cover: measuring would take minutes
@pytest.mark.parametrize("share", range(5))
def test_no_row_is_lost_and_none_comes_back(small_catalogue, share):
    RoundTrip.template = small_catalogue
    examples = 25
    if os.environ.get("CI"):
        examples = {"sqlite": 500, "postgresql": 100}[connection.vendor]
        seed(share)(RoundTrip)  # on CI Hypothesis draws nothing at random: all shares would play the same examples
    asked = settings(
        max_examples=examples // 5,
        stateful_step_count=30,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to make a failure smaller would take minutes
    )
    run_state_machine_as_test(RoundTrip, settings=asked)
