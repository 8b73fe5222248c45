"""No reader ever meets a row whose search text, flags or order are not yet those of its facts."""

import pytest
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.urls import reverse

from practices import derived, history
from practices.models import AwardEntry, Municipality, Practice, Province

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def out_of_date(catalogue):
    """What a reader finds out of date at the end of each transaction that saved or deleted a row."""
    found = []

    def read():
        entries, practices = derived.stale(AwardEntry.objects.all())
        found.append([*entries, *practices, *derived.stale_places()])

    def written(sender, **kwargs):
        if sender in {AwardEntry, Practice, Municipality, Province}:
            transaction.on_commit(read)

    for signal in (post_save, post_delete):
        signal.connect(written)
    yield found
    for signal in (post_save, post_delete):
        signal.disconnect(written)
    assert found
    assert [rows for rows in found if rows] == []


def loaded(model, row):
    return history.timeline(model, row.pk)[-1]


def test_going_back_and_bringing_back(entry):
    pk, moment = entry.pk, loaded(AwardEntry, entry).moment
    entry.is_published = False
    entry.save()
    history.restore(AwardEntry, pk, moment, "")
    assert entry in AwardEntry.objects.matching("สมสมัย")
    entry.delete()
    history.restore(AwardEntry, pk, moment, "")
    assert AwardEntry.objects.matching("สมสมัย").get().pk == pk


def test_bringing_back_the_name_of_a_body(editing, form_data, entry):
    body = entry.municipality
    url = reverse("admin:practices_municipality_change", args=[body.pk])
    editing.post(url, form_data(url, name_th="ใหม่", name_en="New"))
    history.restore(Municipality, body.pk, loaded(Municipality, body).moment, "")
    assert entry in AwardEntry.objects.matching("ขอนแก่น")


def test_saving_and_deleting_on_a_form(editing, form_data, entry):
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    editing.post(url, form_data(url, **{"practices-0-title": "ชื่อใหม่", "executives-0-name": "นายใหม่"}))
    assert entry in AwardEntry.objects.matching("ชื่อใหม่")
    editing.post(reverse("admin:practices_practice_delete", args=[entry.practices.get().pk]), {"post": "yes"})
    assert not Practice.objects.filter(entry=entry).exists()


def test_deleting_in_the_list(editing):
    of_entry = Practice.objects.filter(entry__municipality__slug="lamphun-town")
    chosen = list(of_entry.values_list("pk", flat=True))
    data = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    editing.post(reverse("admin:practices_practice_changelist"), data)
    assert chosen
    assert not of_entry.exists()
