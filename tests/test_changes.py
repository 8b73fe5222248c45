"""What changed in public, from the history: entry by entry, save by save, never who, and nothing of drafts."""

import pytest

from practices import changes
from practices.changes import Part
from practices.history import Action, one_moment
from practices.models import AwardEntry, Executive, Practice, PracticePartner

pytestmark = pytest.mark.django_db


@pytest.fixture
def entry():
    return AwardEntry.objects.get_by_natural_key("khon-kaen-city", 2557)


def told(count=5):
    return [(change.entry, change.action, change.parts) for change in changes.told(changes.moments()[:count])]


def test_the_first_load_added_every_entry():
    every = changes.told(changes.moments())
    assert len(every) == AwardEntry.objects.count() == changes.moments().count()
    assert {(change.action, len(change.parts)) for change in every} == {(Action.ADDED, 0)}


def test_one_save_of_several_rows_is_one_change(entry):
    with one_moment():
        entry.phone = "043-221-999"
        entry.save()
        entry.executives.first().delete()
        Executive.objects.create(entry=entry, order=9, office="other", title_as_printed="รองนายก")
        entry.citations.first().save()
    assert told(1) == [
        (
            entry,
            Action.CHANGED,
            {Part.PROFILE: Action.CHANGED, Part.EXECUTIVES: Action.CHANGED, Part.SOURCES: Action.CHANGED},
        )
    ]


def test_two_saves_are_two_changes_newest_first(entry):
    entry.remarks.first().delete()
    entry.tier = "gold"
    entry.save()
    assert told(2) == [
        (entry, Action.CHANGED, {Part.AWARD: Action.CHANGED}),
        (entry, Action.CHANGED, {Part.REMARKS: Action.REMOVED}),
    ]


def test_a_partner_belongs_to_the_entry_of_its_practice_even_when_both_are_gone(entry):
    practice = entry.practices.get()
    PracticePartner.objects.create(practice=practice, order=9, name="ชาวบ้าน")
    with one_moment():
        Practice.objects.get(pk=practice.pk).delete()
    assert told(2) == [
        (entry, Action.CHANGED, {Part.PRACTICES: Action.REMOVED}),
        (entry, Action.CHANGED, {Part.PRACTICES: Action.ADDED}),
    ]


def test_a_draft_is_not_told_of_until_it_comes_out(entry):
    before = changes.moments().count()
    draft = AwardEntry.objects.create(municipality=entry.municipality, year_be=2569, kind="city", is_published=False)
    Executive.objects.create(entry=draft, office="head", title_as_printed="นายก")
    assert changes.moments().count() == before
    draft.is_published = True
    draft.save()
    assert changes.moments().count() == before + 1
    assert told(1) == [(draft, Action.ADDED, {})]


def test_nothing_is_told_of_an_entry_that_went_away(entry):
    before = changes.moments().count()
    entry.fax = ""
    entry.save()
    entry.is_published = False
    entry.save()
    assert changes.moments().count() == before - 1
    entry.delete()
    assert changes.moments().count() == before - 1


def test_entry_that_was_withdrawn_is_told_when_it_comes_back(entry):
    for is_published in (False, True):
        entry.is_published = is_published
        entry.save()
    own = [(action, parts) for changed, action, parts in told(59) if changed == entry]
    assert own == [(Action.ADDED, {}), (Action.ADDED, {})]


def test_telling_takes_the_same_queries_for_any_number(django_assert_num_queries):
    for count in (1, 50):
        page = list(changes.moments()[:count])
        with django_assert_num_queries(3):  # the entries, their own history, that of what hangs on them
            changes.told(page)
