"""Files and database both changed: what one side changed is kept, and no command sends to one that refuses too."""

import json
from dataclasses import replace

import pytest

from practices.catalogue_files.dumping import differing, dump
from practices.catalogue_files.layout import FIXTURES, REFERENCE, paths_in
from practices.catalogue_files.loading import load
from practices.catalogue_files.memory import recall, remember
from practices.catalogue_files.reading import Refused
from practices.catalogue_files.records import digest
from practices.history import Action
from practices.models import AwardCategory, AwardEntry, CatalogueFile, Executive, Municipality, Source
from tests.catalogue.counts import ENTRIES
from tests.catalogue_files.conftest import KHON_KAEN, PHANA, edit, khon_kaen, phana

pytestmark = pytest.mark.django_db

BODIES, SOURCES = "reference/municipalities.json", "reference/sources.json"
BODIES_OF_REGISTER = "register/local_governments.csv"


def add_body(files, slug):
    """A colleague's new body, as `git pull` brings it."""
    files.add_body(slug=slug, name_th="ใหม่")


# A changed natural key is a rename


@pytest.mark.parametrize(
    ("find", "name", "new"),
    [
        pytest.param(lambda: phana().municipality, "slug", "phana-renamed", id="body"),
        pytest.param(lambda: Source.objects.get(slug="kpi15860"), "slug", "kpi-15860", id="source"),
        pytest.param(lambda: AwardCategory.objects.get(code="networks"), "code", "nets", id="category"),
        pytest.param(lambda: khon_kaen().practices.get(), "slug", "renamed", id="practice"),
        pytest.param(phana, "year_be", 2556, id="award-year"),
    ],
)
def test_a_changed_key_is_a_rename_for_load_and_dump(files, find, name, new):
    row = find()
    edit(row, **{name: new})
    assert load(files.root).changes == []
    dump(files.root)
    assert differing(files.root) == []
    assert load(files.root).changes == []
    row.refresh_from_db()
    assert getattr(row, name) == new


def test_what_a_file_still_calls_by_the_old_name_is_found(files):
    edit(phana().municipality, slug="phana-renamed")
    files.set(PHANA, 1, phone="1")
    (change,) = load(files.root).changes
    assert change.fields == ("phone",)
    dump(files.root)
    renamed = json.loads((files.root / "awards/2557/phana-renamed.json").read_text())[0]["fields"]
    assert (renamed["municipality"], renamed["phone"]) == (["phana-renamed"], "1")
    assert not (files.root / PHANA).exists()


def rename_in_files(files, old, new):
    """A body's other name, in its own record and in all that refer to it, as a careful transcriber gives it."""
    register = files.root / BODIES_OF_REGISTER
    register.write_text(register.read_text().replace(f",{old},", f",{new},"))
    for path in (files.root / BODIES, *sorted((files.root / "awards").glob(f"*/{old}.json"))):
        text = path.read_text().replace(f'"{old}"', f'"{new}"')
        if path.stem == old:
            path.unlink()
        path.with_stem(path.stem.replace(old, new)).write_text(text)


def test_a_body_renamed_in_the_files_stays_the_same_row(files):
    body = phana().municipality
    edit(phana(), phone="1")
    rename_in_files(files, "phana-subdistrict", "phana-renamed")
    load(files.root)
    body.refresh_from_db()
    assert body.slug == "phana-renamed"
    assert body.entries.get(year_be=2557).phone == "1"
    assert AwardEntry.objects.count() == ENTRIES


def test_a_new_body_under_a_name_given_in_the_database_is_a_conflict_with_two_ways_out(files):
    add_body(files, "old-name")
    load(files.root)
    edit(Municipality.objects.get(slug="old-name"), slug="new-name")
    add_body(files, "new-name")
    with pytest.raises(Refused, match=r"has the name that .* was given in the database"):
        load(files.root)
    load(files.root, [BODIES], force=True)
    assert Municipality.objects.filter(slug__in=["old-name", "new-name"]).count() == 2


# What is deleted stays deleted


def test_an_entry_deleted_in_the_database_stays_deleted_however_often_files_are_loaded(files):
    phana().delete()
    for _ in range(3):
        assert load(files.root).changes == []
    assert dump(files.root) == [PHANA]
    assert not (files.root / PHANA).exists()


def test_force_brings_a_deleted_entry_back_as_the_row_it_was(files):
    pk = phana().pk
    phana().delete()
    load(files.root, [PHANA], force=True)
    assert (phana().pk, phana().citations.count()) == (pk, 2)


def test_changed_in_the_file_and_deleted_in_the_database_is_a_conflict(files):
    phana().delete()
    files.set(PHANA, 1, phone="1")
    with pytest.raises(Refused, match="was changed in the file and deleted in the database"):
        load(files.root)
    dump(files.root, force=True)
    assert differing(files.root) == []


def test_what_left_a_file_and_was_changed_in_the_database_is_a_conflict(files):
    executive = khon_kaen().executives.first()
    edit(executive, note="ใหม่")

    def take_out(rows):
        del rows[1]
        rows[1]["fields"]["order"], rows[2]["fields"]["order"] = 1, 2

    files.edit(KHON_KAEN, take_out)
    with pytest.raises(Refused, match="was taken out of the file and changed in the database"):
        load(files.root)
    load(files.root, [KHON_KAEN], force=True)
    assert khon_kaen().executives.count() == 2


def test_a_conflict_names_the_file_in_which_the_entry_stands_now(files):
    edit(phana().citations.last(), page="9")
    rename_in_files(files, "phana-subdistrict", "phana-renamed")
    renamed = "awards/2557/phana-renamed.json"
    files.edit(renamed, lambda rows: rows.pop())
    with pytest.raises(Refused) as refused:
        load(files.root)
    (conflict,) = refused.value.problems
    assert (conflict.path, conflict.files) == (renamed, (renamed,))


def test_a_citation_of_a_source_deleted_meanwhile_names_what_brings_it_back(files):
    source = Source.objects.create(slug="lonely", kind="page", title="โดดเดี่ยว", url="https://example.org/")
    dump(files.root)
    source.delete()
    files.set(PHANA, 2, source=["lonely"])
    with pytest.raises(Refused, match=r"source lonely stands in reference/sources\.json, but is not in the database"):
        load(files.root)
    load(files.root, [SOURCES], force=True)
    load(files.root)
    assert phana().citations.filter(source__slug="lonely").exists()


# Rows that only one side has are merged


def test_both_sides_add_a_body_and_both_stay(files):
    body = phana().municipality
    Municipality.objects.create(slug="only-here", kind=body.kind, name_th="ที่นี่", name_en="Here", province=body.province)
    add_body(files, "only-there")
    load(files.root)
    assert dump(files.root) == [BODIES]
    assert differing(files.root) == []
    assert Municipality.objects.filter(slug__in=["only-here", "only-there"]).count() == 2


def test_both_sides_add_a_row_to_one_entry_and_both_stay(files):
    entry = khon_kaen()
    Executive.objects.create(entry=entry, order=4, office="other", title_as_printed="รองปลัด", name="ก")

    def add(rows):
        rows.insert(4, {"model": rows[3]["model"], "fields": rows[3]["fields"] | {"order": 4, "name": "ข"}})

    files.edit(KHON_KAEN, add)
    load(files.root)
    assert set(entry.executives.values_list("name", flat=True)) >= {"ก", "ข"}
    assert entry.executives.count() == 5
    dump(files.root)
    assert differing(files.root) == []


def test_both_sides_change_different_values_of_one_row_and_both_stay(files):
    edit(phana(), phone="1")
    files.set(PHANA, 1, fax="2")
    load(files.root)
    assert (phana().phone, phana().fax) == ("1", "2")


def test_rows_that_only_moved_in_the_file_are_still_the_same_rows(files):
    first, second, third = khon_kaen().executives.order_by("order")
    edit(third, note="ใหม่")

    def swap(rows):
        rows[1], rows[2] = rows[2], rows[1]
        rows[1]["fields"]["order"], rows[2]["fields"]["order"] = 1, 2

    files.edit(KHON_KAEN, swap)
    load(files.root)
    assert list(khon_kaen().executives.order_by("order")) == [second, first, third]
    assert khon_kaen().executives.get(pk=third.pk).note == "ใหม่"


# Both changed one value


def test_long_texts_that_both_changed_are_shown_by_the_words_that_differ(files):
    words = khon_kaen().introduction
    edit(khon_kaen(), introduction=words.replace("ขอนแก่น", "ขอนแก่นใหม่", 1))
    files.set(KHON_KAEN, 1, introduction=words.replace("ขอนแก่น", "ขอนแก่นเก่า", 1))
    with pytest.raises(Refused) as refused:
        load(files.root)
    assert "[-ใหม่-]{+เก่า+}" in str(refused.value)


# Files older than the schema


def test_a_column_younger_than_the_files_is_filled_by_load_and_written_by_dump(files):
    for path in paths_in(files.root)[len(REFERENCE) :]:
        files.edit(path, lambda rows: rows[0]["fields"].pop("fax"))
    CatalogueFile.objects.all().delete()
    AwardEntry.objects.update(fax="")
    assert load(files.root).changes == []
    edit(phana(), fax="2")
    assert load(files.root).edited == [PHANA]
    assert len(dump(files.root)) == ENTRIES
    assert json.loads((files.root / PHANA).read_text())[0]["fields"]["fax"] == "2"
    assert load(files.root).changes == []


def test_a_file_with_a_column_that_is_no_more_can_still_be_loaded_and_dumped(files):
    files.set(PHANA, 1, budget=1)
    said = json.loads((files.root / PHANA).read_text())
    memories = recall(files.root)
    remember(files.root, memories | {PHANA: replace(memories[PHANA], digest=digest(said))})
    assert load(files.root).changes == []
    assert dump(files.root) == [PHANA]
    assert (files.root / PHANA).read_bytes() == (FIXTURES / PHANA).read_bytes()


# Copies


def test_a_dump_to_elsewhere_does_not_turn_an_edit_into_an_old_value(tmp_path):
    edit(phana(), phone="1")
    dump(tmp_path / "copy")
    assert load(FIXTURES).changes == []
    assert phana().phone == "1"


def test_a_load_from_a_copy_is_no_reason_for_the_fixtures_to_win_later(files):
    files.set(PHANA, 1, phone="1")
    assert [change.action for change in load(files.root).changes] == [Action.CHANGED]
    assert load(FIXTURES).changes == []
    assert phana().phone == "1"
