"""A body's form: its address changes without breaking a link, and nobody enters it twice."""

import pytest
from django.urls import reverse

from practices.models import Municipality, Practice

ADD = reverse("admin:practices_municipality_add")


@pytest.fixture
def body(entry):
    return entry.municipality


@pytest.fixture
def url(body):
    return reverse("admin:practices_municipality_change", args=[body.pk])


def new(form_data, body, **typed):
    same = {"kind": body.kind, "name_th": body.name_th, "name_en": body.name_en, "province": body.province_id}
    return form_data(ADD, **same | {"district": body.district_id, "slug": "another"} | typed)


@pytest.fixture
def adding(editing, editor):
    """A browser of somebody who may add a body that the register lacks."""
    editor.is_superuser = True
    editor.save()
    return editing


def former_name(body, **fields):
    """What the first empty row of former names would send."""
    fields = {"municipality": body.pk, "kind": "town", "name_th": "เดิม", "name_en": "", "until_year_be": ""} | fields
    return {"former_names-TOTAL_FORMS": 1} | {f"former_names-0-{name}": value for name, value in fields.items()}


def test_a_changed_address_leads_on_and_the_editor_is_told(editing, form_data, entry, url):
    before = entry.get_absolute_url()
    response = editing.post(url, form_data(url, slug="khon-kaen-nakhon"), follow=True)
    assert "ที่อยู่เดิม “khon-kaen-city” ยังนำมาที่นี่" in response.text
    assert editing.get(before)["Location"] == "/municipalities/khon-kaen-nakhon/2557/"


def test_an_unchanged_address_is_not_spoken_of(editing, form_data, url):
    assert "ที่อยู่เดิม “" not in editing.post(url, form_data(url, name_en="Elsewhere"), follow=True).text


def test_the_name_of_the_address_before_may_be_typed_in_the_same_save(editing, form_data, body, url):
    typed = former_name(body, slug="khon-kaen-city", name_th="ขอนแก่น")
    response = editing.post(url, form_data(url, slug="khon-kaen-nakhon", **typed))
    assert response.status_code == 302
    assert list(body.former_names.values_list("slug", "name_th")) == [("khon-kaen-city", "ขอนแก่น")]


@pytest.mark.parametrize("slug", ["khon-kaen-city", "phana-subdistrict"])
def test_a_former_address_in_use_is_refused_beside_its_field(editing, form_data, body, url, slug):
    response = editing.post(url, form_data(url, **former_name(body, slug=slug)))
    (row,) = response.context["inline_admin_formsets"][0].formset.forms
    assert "เป็นที่อยู่ปัจจุบันของ" in row.errors["slug"][0]


def test_a_former_address_is_refused_to_a_new_body_beside_its_field(adding, form_data, body):
    body.former_names.create(slug="khon-kaen-town", kind="town", name_th="ขอนแก่น")
    response = adding.post(ADD, new(form_data, body, name_th="อื่น", slug="khon-kaen-town"))
    assert "เป็นที่อยู่เดิมของ “เทศบาลตำบล" not in response.text
    assert "เป็นที่อยู่เดิมของ “เทศบาลนครขอนแก่น”" in response.context["adminform"].form.errors["slug"][0]


def test_the_same_body_twice_is_refused_with_a_link_to_it(adding, form_data, body, url):
    response = adding.post(ADD, new(form_data, body, name_th=f" {body.name_th}\u200b"))
    assert f'<a href="{url}">เทศบาลนครขอนแก่น</a>' in response.text
    assert not Municipality.objects.filter(slug="another").exists()


@pytest.mark.parametrize("other", [{"district": 1}, {"kind": "sao"}, {"name_th": "ขอนแก่นเหนือ"}])
def test_a_body_of_another_district_kind_or_name_is_another_one(adding, form_data, body, other):
    assert adding.post(ADD, new(form_data, body, **other)).status_code == 302
    assert Municipality.objects.filter(slug="another").exists()


def test_two_practices_of_one_address_are_refused_by_the_name_of_the_field(editing, form_data, entry):
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    typed = {"practices-TOTAL_FORMS": 3}
    for number in (1, 2):
        row = {"order": "", "kind": "project", "slug": "twice", "title": "อื่น", "link": "named", "entry": entry.pk}
        typed |= {f"practices-{number}-{name}": value for name, value in row.items()}
    response = editing.post(url, form_data(url, **typed))
    assert "ข้อมูลที่ซ้ำซ้อนใน ชื่อในที่อยู่เว็บ" in response.text
    assert not Practice.objects.filter(slug="twice").exists()


def test_an_address_in_capitals_is_refused_in_thai(adding, form_data, body):
    response = adding.post(ADD, new(form_data, body, name_th="อื่น", slug="Khon-Kaen_X"))
    assert "ตัวพิมพ์เล็ก" in response.context["adminform"].form.errors["slug"][0]
