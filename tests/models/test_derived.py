"""What follows from a row is there after every save, by whatever way it comes."""

import pytest

from practices import derived
from practices.models import AwardEntry, Municipality, PopulationBand, Practice, Province

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("population", "band"),
    [
        *[(None, ""), (0, "lt5k"), (4_999, "lt5k"), (5_000, "5k-20k"), (19_999, "5k-20k"), (20_000, "20k-50k")],
        *[(49_999, "20k-50k"), (50_000, "50k-100k"), (99_999, "50k-100k"), (100_000, "gt100k"), (5_000_000, "gt100k")],
    ],
)
def test_the_lower_bound_belongs_to_the_band(population, band):
    assert PopulationBand.of(population) == band


def test_a_saved_text_is_clean():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    entry.introduction = "เเม่นํ้า\u200b  ขอนแก่น\r\n\r\nย่อหน้าใหม่"
    entry.save()
    entry.refresh_from_db()
    assert entry.introduction == "แม่น้ำ ขอนแก่น\n\nย่อหน้าใหม่"


def test_an_entry_without_a_printed_fact_has_no_profile():
    with_profile = AwardEntry.objects.filter(has_profile=True)
    assert {entry.municipality.slug for entry in with_profile} == {"khon-kaen-city", "phana-subdistrict"}
    entry = with_profile.get(municipality__slug="phana-subdistrict")
    for name in AwardEntry.PROFILE_FIELDS:
        setattr(entry, name, None if AwardEntry._meta.get_field(name).null else "")
    entry.community_unit = ""
    entry.save()
    assert entry.has_profile is False


def test_zero_is_a_printed_fact():
    entry = AwardEntry.objects.filter(has_profile=False).first()
    entry.population = 0
    entry.save()
    assert (entry.has_profile, entry.size) == (True, "lt5k")


def test_a_body_that_moves_province_takes_its_entries_along():
    body = Municipality.objects.get(slug="khon-kaen-city")
    body.province = Province.objects.get(code="12")
    body.save()
    derived.refresh(AwardEntry.objects.filter(municipality=body))
    assert set(body.entries.values_list("province_code", "region")) == {("12", "central")}
    assert body.entries.filter(search_head__has="จังหวัดนนทบุรี").count() == 4


def test_a_practice_that_goes_takes_its_words_along():
    Practice.objects.all().delete()
    derived.refresh(AwardEntry.objects.all())
    assert not AwardEntry.objects.filter(has_practice=True).exists()
    assert not AwardEntry.objects.matching("ชายขอบ").exists()


def test_the_kind_of_the_award_year_outlives_an_upgrade():
    body = Municipality.objects.get(slug="lamphun-town")
    body.kind = "city"
    body.save()
    derived.refresh(AwardEntry.objects.filter(municipality=body))
    entry = body.entries.get(year_be=2566)
    assert (entry.full_name_th, body.full_name_th) == ("เทศบาลเมืองลำพูน", "เทศบาลนครลำพูน")
    assert entry in AwardEntry.objects.matching("ทน.ลำพูน")
