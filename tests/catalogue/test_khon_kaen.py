"""Khon Kaen 2557 says what the reference transcription of page 279 says, word for word."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from practices.models import AwardEntry, CommunityUnit, Office, PracticeKind, Sector

pytestmark = pytest.mark.django_db

TRANSCRIPTION = json.loads((Path(__file__).parent / "data" / "seed_transcription.json").read_text())
FACTS = {fact["field"]: fact for fact in TRANSCRIPTION["facts"] if fact["field"] != "executive"}
TEXTS = [part["text"] for part in TRANSCRIPTION["narrative"]]


@pytest.fixture
def entry():
    return AwardEntry.objects.for_page().get(municipality__slug="khon-kaen-city", year_be=2557)


@pytest.fixture
def practice(entry):
    (practice,) = entry.practices.all()
    return practice


def test_address_in_one_line(entry):
    assert entry.full_address == FACTS["address"]["value"]
    assert entry.postcode == FACTS["address"]["parsed"]["postcode"]


def test_contact(entry):
    assert (entry.phone, entry.fax) == (FACTS["telephone"]["value"], FACTS["fax"]["value"])


def test_population(entry):
    stated = FACTS["population"]["parsed"]
    assert entry.population == stated["total"]
    assert (entry.population_men, entry.population_women) == (stated["male"], stated["female"])


def test_area_and_communities(entry):
    stated = FACTS["area"]["parsed"]
    assert entry.area_km2 == stated["square_km"]
    assert (entry.community_count, entry.community_unit) == (stated["communities"], CommunityUnit.COMMUNITY)


def test_money(entry):
    assert entry.own_revenue_baht == Decimal(FACTS["income"]["parsed"]["baht"])
    assert f"({entry.own_revenue_note})" == FACTS["income_note"]["value"]
    assert entry.subsidy_baht == Decimal(FACTS["subsidy"]["parsed"]["baht"])


def test_executives(entry):
    stated = [fact["parsed"] for fact in TRANSCRIPTION["facts"] if fact["field"] == "executive"]
    assert [(one.name, one.title_as_printed) for one in entry.executives.all()] == [
        (one["name"], one["position"]) for one in stated
    ]
    assert [one.office for one in entry.executives.all()] == [Office.HEAD, Office.COUNCIL_CHAIR, Office.CLERK]


def test_council(entry):
    assert entry.council.men == FACTS["council_men"]["parsed"]["members"]
    assert entry.council.women == FACTS["council_women"]["parsed"]["members"]


def test_introduction_is_the_first_three_paragraphs(entry):
    assert entry.introduction.split("\n\n") == TEXTS[:3]


def test_vision_is_the_quoted_motto(entry):
    assert f"ตามวิสัยทัศน์ที่ว่า “{entry.vision}”" in entry.introduction


def test_practice_text(practice):
    assert [practice.title, practice.body] == TEXTS[3:]
    assert practice.kind == PracticeKind.NETWORK
    assert practice.is_excerpt


def test_practice_says_only_what_the_text_says(practice):
    assert practice.process in practice.body
    assert practice.started_year_be == 2555
    assert "ตั้งแต่ปี 2555" in practice.body
    assert all(number in practice.target for number in ("300 คน", "3,000 คน", "2557"))
    assert practice.result == ""


def test_partners(practice):
    office, fund = practice.partners.all()
    assert office.name in practice.body
    assert fund.name in practice.body
    assert (office.sector, fund.sector) == (Sector.STATE, "")


def test_award(entry):
    assert (entry.category.code, entry.tier) == ("networks", "")


def test_pages(entry):
    pages = ["https://kpi-lib.com/flippdf/kpi15860/files/basic-html/page279.html"]
    pages.append(pages[0].replace("279", "280"))
    assert [citation.url for citation in entry.citations_of_award] == pages
    assert [citation.page for citation in entry.citations_of_award] == ["279", "280"]


def test_every_doubt_has_a_remark_in_both_languages(entry):
    """One for each listed doubt, the category, and each join of lines inside the introduction and the practice."""
    doubtful_joins = [join for join in TRANSCRIPTION["joins"] if "doubt" in join]
    remarks = entry.remarks.all()
    assert len(remarks) == len(TRANSCRIPTION["doubts"]) + 1 + len(doubtful_joins)
    assert all(remark.text_th and remark.text_en for remark in remarks)


def test_nobody_has_read_it_against_the_book(entry):
    assert entry.checked_on is None


def test_phana_says_its_block_and_nothing_more():
    entry = AwardEntry.objects.get(municipality__slug="phana-subdistrict", year_be=2557)
    stated = {name: value for name in entry.PROFILE_FIELDS if (value := getattr(entry, name)) not in (None, "")}
    assert stated == {
        "address": "ตำบลพระเหลา อำเภอพนา จังหวัดอำนาจเจริญ",
        "postcode": "37180",
        "phone": "045-463-032",
        "fax": "045-463-032",
        "population": 2788,
        "population_men": 1310,
        "population_women": 1478,
        "area_km2": Decimal("2.8"),
        "community_count": 5,
        "community_unit": CommunityUnit.COMMUNITY,
    }
    assert not entry.practices.exists()
    assert not entry.remarks.exists()
    assert not entry.executives.exists()
    assert entry.citations.count() == 2
