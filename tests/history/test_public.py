"""What changed in public, from the history: entry by entry, save by save, never who, and nothing of drafts."""

import pytest

from practices import history
from practices.history import Action, one_moment
from practices.history import public as changes
from practices.history.public import Event, Part
from practices.models import AwardEntry, Executive, Practice, PracticePartner

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    return AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)


def newest(count=5):
    return [(change.entry, change.event, change.parts) for change in changes.changes_at(changes.moments()[:count])]


def test_the_first_load_added_every_entry():
    every = changes.changes_at(changes.moments())
    assert len(every) == AwardEntry.objects.count() == changes.moments().count()
    assert {(change.event, len(change.parts)) for change in every} == {(Event.ADDED, 0)}


def test_one_save_of_several_rows_is_one_change(entry):
    with one_moment():
        entry.phone = "043-221-999"
        entry.save()
        entry.executives.first().delete()
        Executive.objects.create(entry=entry, order=9, office="other", title_as_printed="รองนายก")
        entry.citations.first().save()
    assert newest(1) == [
        (
            entry,
            Event.CHANGED,
            {Part.PROFILE: Action.CHANGED, Part.EXECUTIVES: Action.CHANGED, Part.SOURCES: Action.CHANGED},
        )
    ]


def test_two_saves_are_two_changes_newest_first(entry):
    entry.remarks.first().delete()
    entry.tier = "gold"
    entry.save()
    assert newest(2) == [
        (entry, Event.CHANGED, {Part.AWARD: Action.CHANGED}),
        (entry, Event.CHANGED, {Part.REMARKS: Action.REMOVED}),
    ]


def test_a_partner_belongs_to_the_entry_of_its_practice_even_when_both_are_gone(entry):
    practice = entry.practices.get()
    PracticePartner.objects.create(practice=practice, order=9, name="ชาวบ้าน")
    with one_moment():
        Practice.objects.get(pk=practice.pk).delete()
    assert newest(2) == [
        (entry, Event.CHANGED, {Part.PRACTICES: Action.REMOVED, Part.SOURCES: Action.REMOVED}),
        (entry, Event.CHANGED, {Part.PRACTICES: Action.ADDED}),
    ]


def test_a_draft_is_not_told_of_until_it_comes_out(entry):
    before = changes.moments().count()
    draft = AwardEntry.objects.create(municipality=entry.municipality, year_be=2569, kind="city", is_published=False)
    Executive.objects.create(entry=draft, office="head", title_as_printed="นายก")
    assert changes.moments().count() == before
    draft.is_published = True
    draft.save()
    assert changes.moments().count() == before + 1
    assert newest(1) == [(draft, Event.ADDED, {})]


def history_of(entry):
    """What is told of one entry, newest first, in words, and whether it leads to a page."""
    every = changes.changes_at(changes.moments())
    return [(change.summary, change.has_page) for change in every if change.entry.pk == entry.pk]


def publish(entry, is_published):
    entry.is_published = is_published
    entry.save()


def test_withdrawing_and_bringing_back_are_told_as_such(entry):
    publish(entry, False)
    publish(entry, True)
    assert history_of(entry) == [("นำรายการกลับมา", True), ("ถอนรายการ", True), ("เพิ่มรายการ", True)]


def test_of_a_withdrawn_entry_only_comings_and_goings_are_told(entry):
    entry.fax = ""
    entry.save()
    publish(entry, False)
    entry.phone = "043-000-000"
    entry.save()
    assert history_of(entry) == [("ถอนรายการ", False), ("เพิ่มรายการ", False)]


def test_a_deleted_entry_is_told_by_name_and_year_when_its_body_is_gone_too(entry):
    body = entry.municipality
    gone = AwardEntry.objects.get(pk=entry.pk)
    for row in (*AwardEntry.objects.filter(municipality=body), body):
        row.delete()
    assert history_of(gone) == [("ถอนรายการ", False), ("เพิ่มรายการ", False)]
    told = next(change.entry for change in changes.changes_at(changes.moments()) if change.entry.pk == gone.pk)
    assert (told.full_name, told.year_be) == ("เทศบาลนครขอนแก่น", 2557)


def test_what_a_draft_became_after_its_withdrawal_is_not_told(entry):
    publish(entry, False)
    entry.year_be = 2570
    entry.save()
    (withdrawn, _added) = [change for change in changes.changes_at(changes.moments()) if change.entry.pk == entry.pk]
    assert withdrawn.entry.year_be == 2557


def test_a_draft_that_was_never_public_goes_unheard(entry):
    before = changes.moments().count()
    draft = AwardEntry.objects.create(municipality=entry.municipality, year_be=2569, kind="city", is_published=False)
    draft.delete()
    assert changes.moments().count() == before


def test_what_is_brought_back_from_deletion_was_not_added_anew(entry):
    loaded = history.timeline(AwardEntry, entry.pk)[-1]
    with one_moment():
        AwardEntry.objects.get(pk=entry.pk).delete()
    history.restore(AwardEntry, entry.pk, loaded.moment, "back")
    assert [words for words, _ in history_of(entry)] == ["นำรายการกลับมา", "ถอนรายการ", "เพิ่มรายการ"]


def test_an_entry_without_a_recorded_beginning_is_corrected_and_withdrawn(entry):
    AwardEntry.history.filter(id=entry.pk).delete()
    entry.fax = ""
    entry.save()
    assert history_of(entry)[0] == ("แก้ไขรายการ", True)
    AwardEntry.history.filter(id=entry.pk).delete()
    gone = AwardEntry.objects.get(pk=entry.pk)
    entry.delete()
    assert history_of(gone) == [("ถอนรายการ", False)]


def test_a_correction_names_its_fields(entry):
    entry.population, entry.subsidy_baht, entry.tier = 1, None, "gold"
    entry.save()
    assert history_of(entry)[0][0] == "แก้ไขรางวัล (ระดับรางวัล) · แก้ไขข้อมูลพื้นฐาน (ประชากรและเงินอุดหนุน)"


def test_telling_takes_the_same_queries_for_any_number(django_assert_num_queries):
    for count in (1, 50):
        page = list(changes.moments()[:count])
        with django_assert_num_queries(3):  # the entries, their own history, that of what hangs on them
            changes.changes_at(page)
