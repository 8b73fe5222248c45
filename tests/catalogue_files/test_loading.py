"""Who wins when files and database differ, and what a load leaves behind."""

import pytest

from practices import derived
from practices.catalogue_files.dumping import differing, dump
from practices.catalogue_files.layout import FIXTURES, MODELS
from practices.catalogue_files.loading import load
from practices.catalogue_files.reading import Refused
from practices.catalogue_files.snapshot import snapshot
from practices.history import Action
from practices.models import (
    AwardEntry,
    AwardYear,
    CatalogueFile,
    Citation,
    Municipality,
    MunicipalityName,
    PracticeAddress,
    PracticePartner,
    Province,
    Source,
    Topic,
    tree,
)
from tests.catalogue.counts import REGISTERED_BODIES
from tests.catalogue_files.conftest import BODY, KHON_KAEN, PHANA, edit, khon_kaen, phana

pytestmark = pytest.mark.django_db


def history_rows():
    return sum(model.history.count() for model in MODELS)


def signs(outcome):
    return [(change.action, change.record.model) for change in outcome.changes]


# Loading what is there already


def test_loading_three_times_changes_nothing():
    before = history_rows()
    for _ in range(3):
        assert load(FIXTURES).changes == []
        assert differing(FIXTURES) == []
    assert history_rows() == before


def test_loading_again_costs_the_same_few_queries(django_assert_max_num_queries):
    # The database before and after, digests, savepoint; and what the derived columns follow from.
    with django_assert_max_num_queries(2 * len(MODELS) + 6 + 8):
        load(FIXTURES)


def test_first_load_is_one_moment_of_history():
    first = khon_kaen().history.last()
    assert first.history_change_reason == "load_catalogue"
    assert {row.history_date for row in Citation.history.filter(entry=khon_kaen())} == {first.history_date}


def test_natural_keys_are_those_of_the_models():
    rows = [one for held in snapshot().values() for one in held]
    assert [one.record.key for one in rows] == [tree.key(one.row) for one in rows]


# Changed files


def test_changed_file_is_loaded_with_history_for_its_row_only(files):
    before = history_rows()
    files.set(PHANA, 1, phone="045-463-033")
    (change,) = load(files.root).changes
    assert str(change) == "~ practices.awardentry phana-subdistrict 2557: phone"
    assert phana().phone == "045-463-033"
    assert history_rows() == before + 1


def test_derived_columns_follow(files):
    files.set(PHANA, 1, population=20_000)
    load(files.root)
    assert phana().size == "20k-50k"
    files.edit(KHON_KAEN, lambda rows: [rows.remove(row) for row in [*rows[5:8], rows[10]]])
    load(files.root)
    assert not khon_kaen().has_practice


def test_derived_columns_follow_a_body_into_its_entries(files):
    files.add_body()
    files.edit(PHANA, lambda rows: rows[0]["fields"].update(municipality=[BODY["slug"]]))
    (files.root / PHANA).rename(files.root / f"awards/2557/{BODY['slug']}.json")
    text = (files.root / f"awards/2557/{BODY['slug']}.json").read_text().replace("phana-subdistrict", BODY["slug"])
    (files.root / f"awards/2557/{BODY['slug']}.json").write_text(text)
    load(files.root)
    entry = AwardEntry.objects.get(municipality__slug=BODY["slug"])
    assert entry.province_code == "40"
    body = entry.municipality
    edit(body, province=Province.objects.get(code="41"))
    derived.refresh_after(Municipality.objects.filter(pk=body.pk))
    entry.refresh_from_db()
    assert entry.province_code == "41"


def test_children_that_left_go_and_the_history_knows(files):
    partner = PracticePartner.objects.get(practice__slug="khon-kaen-city-2557-marginalised-urban-youth", order=2)
    files.edit(KHON_KAEN, lambda rows: rows.pop(7))
    assert signs(load(files.root)) == [(Action.REMOVED, PracticePartner)]
    assert PracticePartner.history.filter(id=partner.pk).first().history_type == "-"
    assert differing(files.root) == []


def test_practice_moves_between_entries_in_one_load(files):
    moved = []
    files.edit(KHON_KAEN, lambda rows: moved.extend(rows.pop(5) for _ in range(3)))
    files.edit(KHON_KAEN, lambda rows: rows.remove(next(row for row in rows if row["fields"].get("practice"))))
    moved[0]["fields"]["entry"] = ["phana-subdistrict", 2557]
    files.edit(PHANA, lambda rows: rows.__setitem__(slice(1, 1), moved))
    load(files.root)
    assert phana().practices.get().partners.count() == 2
    assert not khon_kaen().practices.exists()
    assert differing(files.root) == []


def test_former_name_travels_with_its_body(files):
    name = {
        "municipality": ["phana-subdistrict"],
        "slug": "phana-sanitary",
        "kind": "sao",
        "name_th": "พนา",
        "name_en": "Phana",
        "until_year_be": 2550,
    }
    path = "reference/municipalities.json"
    files.edit(path, lambda rows: rows.append({"model": "practices.municipalityname", "fields": name}))
    load(files.root)
    assert MunicipalityName.objects.get().municipality.slug == "phana-subdistrict"
    assert differing(files.root) == []
    files.edit(path, lambda rows: rows.pop())
    load(files.root)
    assert not MunicipalityName.objects.exists()


def test_former_address_travels_with_its_practice(files):
    practice = khon_kaen().practices.get()
    before, practice.slug = practice.slug, "urban-youth"
    practice.save()
    dump(files.root)
    PracticeAddress.objects.all().delete()
    load(files.root, force=True)
    assert PracticeAddress.objects.get(slug=before).practice.slug == "urban-youth"
    assert differing(files.root) == []


@pytest.mark.parametrize("slug", ["phana-subdistrict", "lamphun-town"])
def test_former_name_that_is_in_use_is_refused(files, slug):
    fields = {"municipality": ["phana-subdistrict"], "slug": slug, "kind": "", "name_th": "", "name_en": ""}
    row = {"model": "practices.municipalityname", "fields": fields | {"until_year_be": None}}
    files.edit("reference/municipalities.json", lambda rows: rows.append(row))
    with pytest.raises(Refused, match="ที่อยู่ปัจจุบันของ"):
        load(files.root)


def test_unclean_text_is_cleaned_on_the_way_in(files):
    files.set(PHANA, 1, vision="เเม่น้\u200bํา")
    load(files.root)
    assert phana().vision == "แม่น้ำ"
    assert load(files.root).changes == []


@pytest.mark.parametrize(
    ("path", "model", "name"),
    [
        ("reference/award_years.json", AwardYear, "note_en"),
        ("reference/topics.json", Topic, "name_en"),
        ("reference/sources.json", Source, "url"),
    ],
)
def test_english_and_addresses_are_cleaned_too_and_are_then_no_change(files, path, model, name):
    files.edit(
        path,
        lambda rows: [
            row["fields"].update({name: row["fields"][name] + "\u200b"}) for row in rows if name in row["fields"]
        ],
    )
    assert load(files.root).changes == []
    assert not model.objects.filter(**{f"{name}__contains": "\u200b"}).exists()
    assert dump(files.root) == [path]
    assert differing(files.root) == []


def test_only_the_named_files_are_loaded(files):
    files.set(PHANA, 1, phone="1")
    files.set(KHON_KAEN, 1, phone="2")
    load(files.root, [KHON_KAEN])
    assert (khon_kaen().phone, phana().phone) == ("2", "045-463-032")


def test_dry_run_says_what_would_change_and_changes_nothing(files):
    before = history_rows(), CatalogueFile.objects.get(path=PHANA).digest
    files.set(PHANA, 1, phone="1")
    assert signs(load(files.root, dry_run=True)) == [(Action.CHANGED, AwardEntry)]
    assert phana().phone == "045-463-032"
    assert (history_rows(), CatalogueFile.objects.get(path=PHANA).digest) == before


# Edited rows


def test_edited_row_is_kept_while_the_file_is_unchanged():
    edit(phana(), phone="045-000-000")
    outcome = load(FIXTURES)
    assert (outcome.changes, outcome.edited) == ([], [PHANA])
    assert phana().phone == "045-000-000"


def test_deleted_entry_does_not_come_back_by_itself():
    phana().delete()
    assert load(FIXTURES).edited == [PHANA]
    assert not AwardEntry.objects.filter(municipality__slug="phana-subdistrict", year_be=2557).exists()


def test_both_changed_is_refused_and_both_are_listed(files):
    edit(phana(), phone="045-000-000")
    files.set(PHANA, 1, phone="045-111-111")
    files.set(KHON_KAEN, 1, phone="043-111-111")
    with pytest.raises(Refused) as refused:
        load(files.root)
    (problem,) = refused.value.problems
    assert (problem.path, problem.field) == (PHANA, "phone")
    assert "'045-111-111' in the file, '045-000-000' in the database" in problem.reason
    assert (phana().phone, khon_kaen().phone) == ("045-000-000", "043-221-667")


def test_both_changed_to_the_same_is_fine(files):
    edit(phana(), phone="045-000-000")
    files.set(PHANA, 1, phone="045-000-000")
    outcome = load(files.root)
    assert (outcome.changes, outcome.edited) == ([], [])


def test_force_lets_the_file_win(files):
    edit(phana(), phone="045-000-000")
    edit(khon_kaen(), phone="043-000-000")
    files.set(PHANA, 1, phone="045-111-111")
    load(files.root, force=True)
    assert (phana().phone, khon_kaen().phone) == ("045-111-111", "043-221-667")
    assert differing(files.root) == []


def test_dumped_edit_is_no_conflict(files):
    edit(phana(), phone="045-000-000")
    dump(files.root)
    files.set(PHANA, 1, fax="045-000-001")
    load(files.root)
    assert (phana().phone, phana().fax) == ("045-000-000", "045-000-001")


def test_rows_from_elsewhere_are_not_overwritten(files):
    CatalogueFile.objects.all().delete()
    edit(phana(), phone="045-000-000")
    with pytest.raises(Refused, match="both changed"):
        load(files.root)


# Rows in no file


def test_entry_without_its_file_stays_unless_pruned(files):
    (files.root / PHANA).unlink()
    assert [str(record) for record in load(files.root).unfiled] == ["practices.awardentry phana-subdistrict 2557"]
    assert phana().citations.count() == 2
    load(files.root, prune=True)
    assert not AwardEntry.objects.filter(municipality__slug="phana-subdistrict", year_be=2557).exists()
    assert differing(files.root) == []


def test_prune_spares_what_only_an_editor_wrote(files):
    body = Municipality.objects.get(slug="phana-subdistrict")
    AwardEntry.objects.create(municipality=body, year_be=2560, kind=body.kind)
    (files.root / PHANA).unlink()
    edit(phana(), phone="045-000-000")
    outcome = load(files.root, prune=True)
    assert {record.key for record in outcome.unfiled} == {("phana-subdistrict", 2557), ("phana-subdistrict", 2560)}
    assert body.entries.count() == 4


def test_body_without_its_record_stays_unless_pruned(files):
    files.add_body()
    load(files.root)
    files.edit("reference/municipalities.json", lambda rows: rows.pop())
    load(files.root)
    assert Municipality.objects.filter(slug=BODY["slug"]).exists()
    load(files.root, prune=True)
    assert not Municipality.objects.filter(slug=BODY["slug"]).exists()


def test_pruning_spares_what_others_refer_to(files):
    files.add_body()
    load(files.root)
    body = Municipality.objects.get(slug=BODY["slug"])
    AwardEntry.objects.create(municipality=body, year_be=2560, kind=body.kind)
    files.edit("reference/municipalities.json", lambda rows: rows.pop())
    load(files.root, prune=True)
    assert body.entries.get().year_be == 2560
    assert "reference/municipalities.json" in dump(files.root)
    assert differing(files.root) == []


def test_bodies_of_the_register_are_no_business_of_these_files(files):
    assert (files.root / "reference/municipalities.json").read_text() == "[]\n"
    assert load(files.root, prune=True).unfiled == []
    assert Municipality.objects.count() == REGISTERED_BODIES


# Everything


def test_lost_rows_come_back_as_they_were():
    AwardEntry.objects.all().delete()
    CatalogueFile.objects.all().delete()
    Source.objects.filter(award_years=None, totals=None).delete()
    assert differing(FIXTURES) != []
    load(FIXTURES, force=True)
    assert differing(FIXTURES) == []


def test_a_load_of_all_files_mends_what_is_derived():
    AwardEntry.objects.update(search_head="\n", order_th=b"")
    load(FIXTURES)
    entries, practices = derived.stale(AwardEntry.objects.all())
    assert [*entries, *practices] == []
