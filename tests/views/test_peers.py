"""/peers/: an officer picks her own place and finds what places like it did."""

import re
from urllib.parse import quote

import pytest

from practices import peers
from practices.models import Municipality
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


def test_asks_for_a_place_and_offers_those_of_the_name(client):
    assert "ชื่อท้องถิ่นของคุณ" in text_of(client.get("/peers/"))
    page = client.get("/peers/?q=อบต.ดอนแก้ว").text
    offered = re.findall(r'href="\?place=([a-z0-9-]+)"', page)
    assert "don-kaeo-sao" in " ".join(offered)
    for slug in offered:
        assert client.get(f"/peers/?place={slug}").status_code == 200


def test_a_place_without_an_award_is_led_to_practices_of_the_likest_and_their_awards(client):
    page = client.get("/peers/?place=pak-kret-city")
    likest = peers.nearest(Municipality.objects.select_related("province").get(slug="pak-kret-city"), 10)
    for peer in likest:
        assert peer.reason in page.text
        assert f'href="{peer.body.get_absolute_url()}"' in page.text
    shown = [practice.entry.municipality for practice, _reason in page.context["practices"]]
    order = [peer.body for peer in likest]
    assert shown == sorted(shown, key=order.index)


def test_too_many_of_a_name_are_said_to_be_more(client):
    page = client.get("/peers/?q=เทศบาลตำบล")
    assert len(page.context["offered"]) == 20
    assert "ยังมีอีก" in page.text


def test_a_name_that_no_place_has(client):
    assert "ไม่พบชื่อนี้ในทะเบียนของรัฐ" in client.get("/peers/?q=ฬฬฬฬ").text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("place=nowhere", 404),
        ("place=%00", 404),
        ("place=" + "x" * 5000, 404),
        ("q=%00", 200),
        ("q=" + quote("ก" * 5000), 200),
        ("q=" + quote("ก " * 200), 200),
        ("place=pak-kret-city&place=nowhere", 404),
        ("place=&q=", 302),
    ],
)
def test_whatever_a_stranger_asks(client, query, status):
    assert client.get(f"/peers/?{query}").status_code == status


def test_only_the_empty_page_is_for_search_engines(client):
    assert 'content="noindex"' not in client.get("/peers/").text
    assert 'content="noindex"' in client.get("/peers/?place=pak-kret-city").text
