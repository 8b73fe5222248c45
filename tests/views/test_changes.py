"""The page and the feed of what changed."""

import re
from datetime import timedelta
from html import unescape
from xml.etree import ElementTree

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from practices.models import AwardEntry
from tests.catalogue.counts import ENTRIES

pytestmark = pytest.mark.django_db

ATOM = {"atom": "http://www.w3.org/2005/Atom", "opensearch": "http://a9.com/-/spec/opensearch/1.1/"}


@pytest.fixture
def entry():
    return AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)


def page(client, query=""):
    response = client.get(f"/changes/{query}")
    assert response.status_code == 200
    return unescape(response.text)


def feed(client, query=""):
    response = client.get(f"/changes.atom{query}")
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)  # noqa: S314 our own


def test_an_edit_in_the_admin_shows_at_once_without_a_name(client, entry):
    editor = User.objects.create_superuser("somsri", password="a long pass phrase")
    editor.first_name, editor.last_name = "สมศรี", "ใจดี"
    editor.save()
    client.force_login(editor)
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    response = client.get(url)
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    sent = {field.html_name: field.value() for form in forms for field in form}
    sent = {name: "on" if value is True else value for name, value in sent.items() if value not in (None, False)}
    assert client.post(url, sent | {"fax": "043-221-668"}).status_code == 302
    client.logout()
    for text in (page(client), client.get("/changes.atom").text):
        assert "แก้ไขข้อมูลพื้นฐาน" in text
        assert text.index("แก้ไขข้อมูลพื้นฐาน") < text.index("เพิ่มรายการ")
        assert not re.search("somsri|สมศรี|ใจดี", text)


def test_page_names_the_entry_its_day_and_the_parts(client, entry):
    entry.executives.first().delete()
    shown = page(client)
    assert '<a href="/municipalities/khon-kaen-city/2557/">เทศบาลนครขอนแก่น พ.ศ. 2557</a>' in shown
    assert "ลบคณะผู้บริหาร" in shown
    record = entry.history.latest()
    local = record.history_date + timedelta(hours=7)  # Bangkok
    assert f'<time datetime="{local:%Y-%m-%d}">{local.day} ' in shown
    assert f" {local.year + 543}</time></h2>" in shown


def listed(shown):
    return shown.partition('<div id="found"')[2].partition("</main>")[0]


def test_changes_of_one_load_are_one_line(client):
    shown = listed(page(client))
    assert shown.count("<details>") <= 3  # a load may last over the end of a minute
    assert re.search(r"<summary>เพิ่มรายการ \d+ รายการ</summary>", shown)


def test_pages_hold_every_change_once(client):
    links = [
        link
        for number in (1, 2)
        for link in re.findall(
            r'<(?:li|div class="chron__what")>\s*<a href="([^"]+)"', listed(page(client, f"?page={number}"))
        )
    ]
    assert len(links) == len(set(links)) == AwardEntry.objects.published().count()


def test_a_page_that_is_not_there_shows_the_last_one_and_says_so(client):
    assert "ไม่มีหน้า “99” จึงแสดงหน้า 2" in page(client, "?page=99")
    assert client.get("/changes.atom?page=99").status_code == 404


def test_feed_says_when_and_what(client, entry):
    entry.vision = ""
    entry.save()
    root = feed(client)
    first = root.find("atom:entry", ATOM)
    assert first.find("atom:title", ATOM).text == "เทศบาลนครขอนแก่น พ.ศ. 2557: แก้ไขข้อมูลพื้นฐาน (วิสัยทัศน์)"
    assert first.find("atom:link", ATOM).get("href") == "http://testserver/municipalities/khon-kaen-city/2557/"
    assert first.find("atom:updated", ATOM).text == entry.history.latest().history_date.isoformat()
    assert root.find("opensearch:totalResults", ATOM).text == f"{ENTRIES + 1}"
    assert [author.text for author in root.iter(f"{{{ATOM['atom']}}}name")] == ["ทำเนียบท้องถิ่น รางวัลพระปกเกล้า"]


def test_every_item_of_the_feed_has_an_id_of_its_own(client, entry):
    entry.vision = ""
    entry.save()
    ids = [item.find("atom:id", ATOM).text for item in feed(client).iterfind("atom:entry", ATOM)]
    assert len(ids) == len(set(ids)) == ENTRIES + 1


def test_a_withdrawn_entry_is_named_without_a_link(client, entry):
    entry.is_published = False
    entry.save()
    assert "เทศบาลนครขอนแก่น พ.ศ. 2557" in page(client)
    assert "ถอนรายการ" in page(client)
    assert "khon-kaen-city/2557" not in page(client) + page(client, "?page=2")
    first = feed(client).find("atom:entry", ATOM)
    assert first.find("atom:title", ATOM).text == "เทศบาลนครขอนแก่น พ.ศ. 2557: ถอนรายการ"
    assert first.find("atom:link", ATOM).get("href") == "http://testserver/changes/"
    assert "2557" in [category.get("term") for category in first.iterfind("atom:category", ATOM)]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_page_and_feed_take_a_fixed_number_of_queries(client, django_assert_num_queries, prefix):
    for address in ("/changes/", "/changes/?page=2", "/changes.atom"):
        with django_assert_num_queries(5):  # how many, which, and what is told of them
            client.get(prefix + address)
