"""The real fixtures say what the register says; the numbers were counted in the register, not in the fixtures."""

from collections import Counter

import pytest

from practices.models import (
    AwardCategory,
    AwardEntry,
    AwardTotal,
    AwardYear,
    Citation,
    District,
    Municipality,
    Practice,
    Province,
    Reading,
    RegisteredPopulation,
    Source,
    Topic,
)
from tests.catalogue.counts import (
    BODIES,
    DISTRICTS,
    ENTRIES,
    PER_YEAR,
    REGISTERED_BODIES,
    REGISTERED_FIGURES,
    YEARS,
)

pytestmark = pytest.mark.django_db

NOTED = 17  # rows of the register with a note in our words


@pytest.mark.parametrize(
    ("model", "count"),
    [
        (Province, 77),
        (AwardCategory, 4),
        (AwardYear, YEARS),
        (Source, 68),
        (Practice, 29),
        (Topic, 13),
        (AwardTotal, 9),
        (Reading, 29),
        (Municipality, REGISTERED_BODIES),
        (District, DISTRICTS),
        (RegisteredPopulation, REGISTERED_FIGURES),
        (AwardEntry, ENTRIES),
    ],
)
def test_rows(model, count):
    assert model.objects.count() == count


def test_bodies_with_awards():
    assert Municipality.objects.published().count() == BODIES


def test_every_winner_of_the_register_s_years_has_its_registered_population():
    without = AwardEntry.objects.filter(registered_men=None)
    assert set(without.values_list("year_be", flat=True)) == {2565, 2566}
    assert without.count() == 8


def test_entries_per_year():
    assert Counter(AwardEntry.objects.values_list("year_be", flat=True)) == PER_YEAR


def test_every_award_year_is_partial():
    assert set(AwardYear.objects.values_list("year_be", "coverage")) == {(year, "partial") for year in PER_YEAR}


def test_entries_of_khon_kaen_province():
    assert AwardEntry.objects.filter(municipality__province__code="40").count() == 5


def test_entries_of_provincial_organisations():
    assert AwardEntry.objects.filter(kind="pao").count() == 11


def test_every_address_of_the_register_is_cited():
    of_awards = Citation.objects.filter(practice=None).select_related("source")
    assert len({citation.url for citation in of_awards}) == 55


def test_citations_lead_somewhere():
    assert all(citation.url.startswith("http") for citation in Citation.objects.select_related("source"))


def test_what_was_inferred_is_said_in_both_languages():
    noted = Citation.objects.exclude(note_en="", note_th="")
    assert noted.filter(note_en="").count() == noted.filter(note_th="").count() == 0
    assert noted.count() == NOTED + 1  # and page 280, which shows page 279 again


def test_titles_are_those_that_the_data_states():
    titles = dict(Source.objects.exclude(title="").values_list("slug", "title"))
    assert len(titles) == 10
    assert titles["kpi20542"] == "เหลียวหลัง แลหน้า"


def test_what_was_inferred_is_told_part_by_part():
    parts = Counter(part for entry in AwardEntry.objects.all() for part in entry.inferred_codes)
    assert parts == {"recipient": 7, "year": 4, "category": 1, "tier": 2}


def test_every_practice_cites_a_source_of_its_own():
    assert not Practice.objects.filter(citations=None).exists()
    assert Counter(Practice.objects.values_list("link", flat=True)) == {
        "named": 13,
        "studied": 10,
        "presented": 5,
        "showcased": 1,
    }


def test_everyday_names_of_provinces():
    names = dict(Province.objects.exclude(aliases_th="").values_list("code", "aliases_th"))
    assert names == {"10": "กทม.", "14": "อยุธยา", "24": "แปดริ้ว", "30": "โคราช"}
