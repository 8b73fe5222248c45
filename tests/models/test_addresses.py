"""An address that once led to a body or a practice still does, and leads nowhere else."""

import pytest
from django.core.exceptions import ValidationError

from practices import history
from practices.models import Municipality, MunicipalityName, Practice, PracticeAddress

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    return Municipality.objects.get(slug="khon-kaen-city")


@pytest.fixture
def practice(body):
    return Practice.objects.get(entry__municipality=body, entry__year_be=2557)


def move(row, slug):
    row.slug = slug
    row.save()


def former(body):
    return list(body.former_names.values_list("slug", "kind", "name_th", "until_year_be"))


def test_a_body_keeps_the_address_it_had_and_no_name_is_made_up(body):
    move(body, "khon-kaen-nakhon")
    assert former(body) == [("khon-kaen-city", "", "", None)]
    assert MunicipalityName.objects.get().history.count() == 1


def test_a_practice_keeps_the_address_it_had(practice):
    before = practice.slug
    move(practice, "urban-youth")
    assert list(practice.former_addresses.values_list("slug", flat=True)) == [before]


def test_every_address_is_kept_and_one_taken_up_again_is_no_former_one(body):
    for slug in ("second", "third", "khon-kaen-city"):
        move(body, slug)
    assert sorted(slug for slug, *_ in former(body)) == ["second", "third"]


def test_a_save_that_leaves_the_address_keeps_none(body):
    body.name_en = "Elsewhere"
    body.save()
    assert former(body) == []


def test_a_name_that_is_given_keeps_its_address_once(body):
    body.former_names.create(slug="khon-kaen-city", kind="town", name_th="ขอนแก่น")
    move(body, "khon-kaen-nakhon")
    assert former(body) == [("khon-kaen-city", "town", "ขอนแก่น", None)]


@pytest.mark.parametrize("slug", ["phana-subdistrict", "phana-before"])
def test_a_body_cannot_take_an_address_of_another(body, slug):
    Municipality.objects.get(slug="phana-subdistrict").former_names.create(slug="phana-before")
    for row in (body, Municipality(kind="town", name_th="ใหม่", name_en="New", province=body.province)):
        row.slug = slug
        with pytest.raises(ValidationError) as refused:
            row.full_clean()
        assert list(refused.value.message_dict) == ["slug"]


@pytest.mark.parametrize("slug", ["phana-subdistrict", "khon-kaen-city"])
def test_a_former_name_is_no_address_in_use(body, slug):
    with pytest.raises(ValidationError, match="ที่อยู่ปัจจุบันของ"):
        MunicipalityName(municipality=body, slug=slug, kind="town", name_th="เดิม").full_clean()


def test_a_practice_cannot_take_an_address_of_another(practice):
    other = Practice.objects.create(entry=practice.entry, kind="project", slug="other", title="อื่น")
    other.former_addresses.create(slug="before")
    practice.slug = "before"
    with pytest.raises(ValidationError, match="ที่อยู่เดิมของ"):
        practice.full_clean()
    with pytest.raises(ValidationError, match="ที่อยู่ปัจจุบันของ"):
        PracticeAddress(practice=other, slug=Practice.objects.get(pk=practice.pk).slug).full_clean()


def test_a_former_name_says_name_and_kind_or_neither(body):
    with pytest.raises(ValidationError, match="ชื่อเดิมพร้อมประเภทเดิม"):
        MunicipalityName(municipality=body, slug="before", name_th="เดิม").full_clean()


@pytest.mark.parametrize("slug", ["Khon-Kaen", "khon_kaen", "khon kaen", "ขอนแก่น", "khon\nkaen"])
def test_addresses_are_lower_case_letters_digits_and_hyphens(body, slug):
    body.slug = slug
    with pytest.raises(ValidationError, match="ตัวพิมพ์เล็ก"):
        body.full_clean()


class TestGoingBack:
    def moment(self, row):
        return history.timeline(type(row), row.pk)[0].moment

    def test_to_an_older_address_keeps_all_that_came_after(self, body):
        for slug in ("second", "third"):
            move(body, slug)
        loaded = history.timeline(Municipality, body.pk)[-1].moment
        history.restore(Municipality, body.pk, loaded, "back")
        body.refresh_from_db()
        assert body.slug == "khon-kaen-city"
        assert sorted(slug for slug, *_ in former(body)) == ["second", "third"]

    def test_to_a_state_with_former_addresses_keeps_each_once(self, body):
        move(body, "second")
        second = self.moment(body)
        for slug in ("khon-kaen-city", "third"):
            move(body, slug)
        history.restore(Municipality, body.pk, second, "back")
        assert sorted(slug for slug, *_ in former(body)) == ["khon-kaen-city", "third"]

    def test_serves_practices_too_and_those_that_were_deleted(self, practice):
        entry, before = practice.entry, practice.slug
        loaded = self.moment(entry)
        move(practice, "urban-youth")
        moved = self.moment(entry)
        history.restore(type(entry), entry.pk, loaded, "back")
        assert list(PracticeAddress.objects.values_list("slug", flat=True)) == ["urban-youth"]
        Practice.objects.get(pk=practice.pk).delete()
        history.restore(type(entry), entry.pk, moved, "back")
        assert Practice.objects.get(pk=practice.pk).slug == "urban-youth"
        assert list(PracticeAddress.objects.values_list("slug", flat=True)) == [before]
