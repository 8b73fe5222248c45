"""Numbers and days typed as the book prints them."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from practices.models import AwardEntry, CouncilComposition


@pytest.fixture
def change_url(entry):
    return reverse("admin:practices_awardentry_change", args=[entry.pk])


def save(editing, url, data):
    """Send the form; the errors beside its fields."""
    response = editing.post(url, data)
    return {} if response.status_code == 302 else response.context["adminform"].form.errors


@pytest.mark.parametrize(
    ("field", "typed", "stored"),
    [
        ("population", "111,708", 111708),
        ("population", "๑๑๑,๗๐๘ คน", 111708),
        ("population", "-", None),
        ("population", "0", 0),
        ("area_km2", "๔๖.๒๕ ตร.กม.", Decimal("46.250")),
        ("community_count", "95 ชุมชน", 95),
        ("own_revenue_baht", "๖๗๘,๗๔๙,๗๙๙.๑๑ บาท", Decimal("678749799.11")),
        ("year_be", "พ.ศ. ๒๕๕๖", 2556),
    ],
)
def test_a_number_is_saved_as_printed(editing, form_data, entry, change_url, field, typed, stored):
    assert save(editing, change_url, form_data(change_url, **{field: typed})) == {}
    assert AwardEntry.objects.values_list(field, flat=True).get(pk=entry.pk) == stored


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("population", "14,775 และ 7,734", "พบ 2 ตัวเลข: 14,775 และ 7,734 ใส่ได้ช่องละหนึ่งตัวเลข"),
        (
            "population",
            "14,775 คน (ชาย 7,734 คน หญิง 7,014 คน)",
            "พบ 3 ตัวเลข: 14,775, 7,734 และ 7,014 ใส่ได้ช่องละหนึ่งตัวเลข",
        ),
        ("population", "1477577347014", "ใส่ได้ไม่เกิน 2,147,483,647"),
        ("population", "9" * 5000, f"อ่าน “{'9' * 40}…” เป็นตัวเลขไม่ได้ ใส่เฉพาะตัวเลข เช่น 1,234"),
        ("population", "111,707.5", "ใส่ได้เฉพาะจำนวนเต็ม"),
        ("population", "111,707 บาท", "อ่าน “111,707 บาท” เป็นตัวเลขไม่ได้ ใส่เฉพาะตัวเลข เช่น 1,234"),
        ("area_km2", "10,000,000", "ใส่ได้ไม่เกิน 9,999,999.999"),
        ("own_revenue_baht", "5 ล้านบาท", "อ่าน “5 ล้านบาท” เป็นตัวเลขไม่ได้ ใส่เฉพาะตัวเลข เช่น 1,234"),
        ("own_revenue_baht", "10,000,000,000,000", "ใส่ได้ไม่เกิน 9,999,999,999,999.99"),
    ],
)
def test_what_is_no_number_of_the_field_is_refused_in_words(editing, form_data, change_url, field, typed, told):
    assert save(editing, change_url, form_data(change_url, **{field: typed})) == {field: [told]}


def test_rows_take_printed_numbers_too(editing, form_data, entry, change_url):
    typed = {"council-0-men": "๑๗ คน", "practices-0-started_year_be": "พ.ศ. ๒๕๔๙", "citations-0-file_page": "๒๗๙"}
    assert save(editing, change_url, form_data(change_url, **typed)) == {}
    assert CouncilComposition.objects.get(entry=entry).men == 17
    assert entry.practices.get().started_year_be == 2549
    assert entry.citations.first().file_page == 279
    response = editing.post(change_url, form_data(change_url, **{"council-0-men": "40000"}))
    assert "ใส่ได้ไม่เกิน 32,767" in response.text


def test_the_form_shows_numbers_as_printed(editing, change_url):
    page = editing.get(change_url)
    for printed in ('value="111,707"', 'value="678,749,799.10"', 'value="2557"'):
        assert printed in page.text
    assert 'type="number"' not in page.text


def test_a_form_that_nobody_changed_has_not_changed(editing, form_data, entry, change_url):
    recorded = entry.history.count()
    assert save(editing, change_url, form_data(change_url)) == {}
    assert save(editing, change_url, form_data(change_url, population="๑๑๑๗๐๗", area_km2="46")) == {}
    assert entry.history.count() == recorded


@pytest.mark.parametrize("name", ["municipality", "awardcategory", "awardyear", "source", "practice", "awardentry"])
def test_no_form_has_a_field_that_the_wheel_changes(editing, name):
    assert 'type="number"' not in editing.get(reverse(f"admin:practices_{name}_add")).text


@pytest.mark.parametrize("typed", ["29/02/2567", "๒๙/๐๒/๒๕๖๗", "29 กุมภาพันธ์ 2567", "29 ก.พ. 2567", "2024-02-29"])
def test_a_day_is_understood_as_thais_write_it(editing, form_data, entry, change_url, typed):
    assert save(editing, change_url, form_data(change_url, checked_on=typed)) == {}
    entry.refresh_from_db()
    assert entry.checked_on == date(2024, 2, 29)


@pytest.mark.parametrize("typed", ["29/02/2568", "31/11/2567", "วันนี้"])
def test_a_day_that_never_was_is_refused(editing, form_data, change_url, typed):
    assert list(save(editing, change_url, form_data(change_url, checked_on=typed))) == ["checked_on"]
