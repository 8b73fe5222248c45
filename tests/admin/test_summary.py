"""A form that could not be saved says how much is to be mended, and leads to each place."""

import re

import pytest
from django.contrib.auth.models import User
from django.urls import reverse


@pytest.fixture
def refused(editing, form_data, entry):
    """Khon Kaen's form with a wrong field, a an empty cell in a table and a wrong address of a practice."""
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    typed = {"year_be": "abc", "executives-1-office": "", "practices-0-slug": "ไทย"}
    return editing.post(url, form_data(url, **typed)).text


def links(page):
    """The errors of the summary: id, place, message."""
    return re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>: ([^<]+)</li>', page)


def test_errors_are_counted_and_lead_to_their_fields(refused):
    assert "พบ 3 จุดที่ต้องแก้" in refused
    assert [(target, place) for target, place, _ in links(refused)] == [
        ("id_year_be", "ปีรางวัล (พ.ศ.)"),
        ("id_executives-1-office", "ผู้บริหาร 2 ตำแหน่งหลัก"),
        ("id_practices-0-slug", "แนวปฏิบัติ 1 ชื่อในที่อยู่เว็บ"),
    ]
    for target, _, _ in links(refused):
        assert f'id="{target}"' in refused


@pytest.mark.parametrize("model", ["practice", "municipality"])
def test_an_address_that_is_none_is_an_error_and_no_accident(editing, form_data, entry, model):
    row = entry.practices.get() if model == "practice" else entry.municipality
    url = reverse(f"admin:practices_{model}_change", args=[row.pk])
    page = editing.post(url, form_data(url, slug="ไทย")).text
    assert [target for target, _, _ in links(page)] == ["id_slug"]


def test_errors_are_told_in_thai(refused):
    assert "Please correct" not in refused
    assert all(re.search("[ก-๛]", message) for _, _, message in links(refused))


def test_what_is_wrong_with_a_row_leads_to_the_row(editing, form_data, entry):
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    page = editing.post(url, form_data(url, **{"council-0-men": "", "council-0-women": ""})).text
    ((target, place, _message),) = links(page)
    assert (target, place) == ("council-0", "สัดส่วนสมาชิกสภา 1")
    assert 'id="council-0"' in page


def test_what_is_wrong_with_the_whole_is_told_without_a_number(editing, form_data, entry):
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    page = editing.post(url, form_data(url, version="")).text
    assert "จุดที่ต้องแก้" not in page
    assert "มีการแก้ไขรายการนี้หลังจากที่คุณเปิดหน้านี้" in page


def test_forms_of_accounts_have_it_too(client, admin_user):
    client.force_login(admin_user)
    page = client.post(reverse("admin:auth_user_change", args=[User.objects.get().pk]), {"username": ""}).text
    assert ("id_username", "ชื่อผู้ใช้") in [(target, place) for target, place, _ in links(page)]


def test_a_form_that_was_not_refused_has_none(editing, entry):
    page = editing.get(reverse("admin:practices_awardentry_change", args=[entry.pk])).text
    assert 'class="summary"' not in page
