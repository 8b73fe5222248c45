"""What words that find nothing may have meant: certain enough to be corrected, or like a name."""

import pytest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override

from practices.search import meaning

pytestmark = pytest.mark.django_db


CERTAIN = [
    ("ขอนแกน", "ขอนแก่น"),
    ("-vocdjo", "ขอนแก่น"),
    ("ทุงสง", "ทุ่งสง"),
    ("นครศรีธรรมราด", "นครศรีธรรมราช"),
    ("konkaen", "Khon Kaen"),
    ("อาวนาง", "อ่าวนาง"),
    ("เทศบาลเมืองลำพุน", "เทศบาลเมืองลำพูน"),
    ("เชียงไหม่", "เชียงใหม่"),
]


@pytest.mark.parametrize(("typed", "meant"), CERTAIN)
def test_what_was_certainly_meant_is_shown_and_can_be_searched_as_typed(client, typed, meant):
    page = client.get(reverse("entry-list"), {"q": typed, "since": "2551", "year": "abc", "utm": "x"})
    assert f"แสดงผลของ <strong>{meant}</strong>" in page.text
    assert page.context["page"].object_list
    assert page.context["problems"]
    assert page.context["chosen"].startswith(f"คำค้น “{meant}”")
    assert f'href="{escape(page.context["typed_url"])}"' in page.text
    as_typed = client.get(page.context["typed_url"])
    assert sorted(as_typed.wsgi_request.GET.items()) == [("q", f'"{typed}"'), ("since", "2551")]
    assert "ไม่พบรายการ" in as_typed.text
    assert meant in as_typed.context["suggested"]


def test_the_correction_is_told_in_english(client):
    with override("en"):
        page = client.get("/en/awards/", {"q": "konkaen"})
    assert "Showing results for <strong>Khon Kaen</strong>" in page.text
    assert "Search for “konkaen” as typed" in page.text


def test_names_like_it_are_offered_where_none_is_certain(client):
    page = client.get(reverse("entry-list"), {"q": "นครสีธรรมราด"})
    assert "ไม่พบรายการ" in page.text
    assert "หรือไม่" in page.text
    assert "นครศรีธรรมราช" in page.context["suggested"]


def test_no_name_is_certain_that_differs_in_one_of_few_letters(client):
    assert "ไม่พบรายการ" in client.get(reverse("entry-list"), {"q": "ส้าม"}).text


@pytest.mark.parametrize(
    ("typed", "names", "certain"),
    [
        ("ทุงสง", ["ทุ่งสง", "ทุงส่ง"], ""),
        ("ขอนแกม", ["ขอนแก่น", "ขอนแก่ง"], ""),
        ("ขอนแกม", ["ขอนแก่น", "ขอนแคน"], "ขอนแก่น"),
        ("แพรว", ["แพร่"], ""),
        ("ขอนแก่น", ["ขอนแก่น", "ขอนแก่ง"], "ขอนแก่ง"),
        ("ขอนแก่น", ["ขอนแก่น"], ""),
    ],
)
def test_certain_is_one_name_only_and_not_the_words_themselves(typed, names, certain):
    assert meaning(typed, names).certain == certain


def test_words_that_other_filters_leave_without_results_are_not_corrected(client):
    page = client.get(reverse("entry-list"), {"q": "ขอนแก่น", "year": "2551"})
    assert "ไม่พบรายการ" in page.text
    assert page.context["suggested"] == []
