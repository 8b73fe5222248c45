"""What follows from the names of provinces and categories follows when an editor changes them."""

import pytest
from django.urls import reverse

from practices import derived
from practices.models import AwardEntry, Municipality, Province


@pytest.fixture
def editing(client, admin_user):
    """Provinces and categories are a superuser's to change."""
    client.force_login(admin_user)
    return client


@pytest.fixture
def province(db):
    return Province.objects.get(code="40")


@pytest.fixture
def province_url(province):
    return reverse("admin:practices_province_change", args=[province.pk])


def test_renamed_province_is_found_through_its_bodies_and_entries(editing, form_data, province_url, entry):
    editing.post(province_url, form_data(province_url, name_th="แก่นนคร", aliases_th="ดอกคูน"))
    assert Municipality.objects.matching("เทศบาลนครขอนแก่น แก่นนคร").get() == entry.municipality
    assert AwardEntry.objects.matching("จังหวัดแก่นนคร ดอกคูน 2557").get() == entry
    assert [*derived.stale_places(), *derived.stale(AwardEntry.objects.all())[0]] == []


def test_province_that_moves_takes_its_entries_along(editing, form_data, province_url, province):
    entries = AwardEntry.objects.filter(municipality__province=province)
    assert {entry.region for entry in entries.all()} == {"northeast"}
    editing.post(province_url, form_data(province_url, region="north"))
    assert {entry.region for entry in entries.all()} == {"north"}


def test_renamed_category_is_found_through_its_entries(editing, form_data, entry):
    url = reverse("admin:practices_awardcategory_change", args=[entry.category_id])
    editing.post(url, form_data(url, name_th="ไม่ทิ้งใครไว้ข้างหลัง"))
    assert list(AwardEntry.objects.matching("ไม่ทิ้งใครไว้ข้างหลัง ทน.ขอนแก่น 2557")) == [entry]
