"""What the database refuses, whoever asks, and the Thai sentence an editor reads instead."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from practices.models import AwardEntry, Citation, CouncilComposition, Practice, Source

pytestmark = pytest.mark.django_db

REFUSED = [
    pytest.param({"year_be": 2543}, "มากกว่าหรือเท่ากับ 2544", id="before-the-award"),
    pytest.param({"year_be": 2014}, "มากกว่าหรือเท่ากับ 2544", id="common-era-year"),
    pytest.param({"area_km2": -1}, "มากกว่าหรือเท่ากับ 0", id="negative-area"),
    pytest.param({"own_revenue_baht": "-0.01"}, "มากกว่าหรือเท่ากับ 0", id="negative-revenue"),
    pytest.param({"subsidy_baht": "-5"}, "มากกว่าหรือเท่ากับ 0", id="negative-subsidy"),
    pytest.param({"community_count": None}, "ระบุจำนวนพร้อมหน่วยนับ", id="unit-without-count"),
    pytest.param({"community_unit": ""}, "ระบุจำนวนพร้อมหน่วยนับ", id="count-without-unit"),
]


@pytest.fixture
def entry():
    return AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)


@pytest.mark.parametrize(("change", "message"), REFUSED)
def test_an_entry_that_cannot_be_true_is_refused(entry, change, message):
    for name, value in change.items():
        setattr(entry, name, value)
    with pytest.raises(ValidationError, match=message):
        entry.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()


def test_a_body_has_one_entry_a_year(entry):
    entry.pk = None
    with pytest.raises(ValidationError, match="หน่วยงานนี้มีรายการของปีนี้อยู่แล้ว"):
        entry.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        entry.save()


def test_a_council_says_something(entry):
    entry.council.delete()
    council = CouncilComposition(entry=entry)
    with pytest.raises(ValidationError, match="อย่างน้อยหนึ่งค่า"):
        council.full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        council.save()


def test_a_council_of_one_stated_number_has_no_total(entry):
    entry.council.women = None
    entry.council.full_clean()
    assert entry.council.total is None


@pytest.mark.parametrize("postcode", ["4000", "400000", "๔๐๐๐๐", "4000\n0", "4000a"])
def test_a_postcode_is_five_arabic_digits(entry, postcode):
    entry.postcode = postcode
    with pytest.raises(ValidationError, match="เลขอารบิกห้าหลัก"):
        entry.full_clean()


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://kpi.ac.th/", "data:text/html,x", "kpi.ac.th"])
def test_a_source_is_a_web_address(url):
    source = Source(slug="x", kind="page", url=url)
    with pytest.raises(ValidationError, match="http"):
        source.full_clean()


@pytest.mark.parametrize("template", ["javascript:{page}", "https://kpi-lib.com/page279.html", "http://x/{page}\n0"])
def test_a_page_address_is_a_web_address_with_a_place_for_the_page(template):
    with pytest.raises(ValidationError, match="page"):
        Source(slug="x", kind="book", page_url_template=template).full_clean()


def test_a_cited_page_has_an_address_of_its_own(entry):
    first, second = entry.citations_of_award
    assert first.url == "https://kpi-lib.com/flippdf/kpi15860/files/basic-html/page279.html"
    assert second.url.endswith("page280.html")
    assert Citation(source=Source(url="https://example.org/")).url == "https://example.org/"


def test_practice_addresses_are_unique(entry):
    practice = entry.practices.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Practice.objects.create(entry=entry, slug=practice.slug, title="อื่น", kind="project")
