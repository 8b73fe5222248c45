"""The front page counts what it says."""

import re

import pytest

from practices.models import AwardEntry, Municipality, Province
from tests.catalogue.counts import BODIES, ENTRIES, PER_YEAR, PROVINCES, YEARS
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "said",
    [
        f"{ENTRIES} รายการ {BODIES} แห่ง {PROVINCES} จังหวัด {YEARS} ปีรางวัล พ.ศ. 2551–2566 ยังไม่ครบทุกแห่ง",
        f"ทั้งทำเนียบในภาพเดียว: {BODIES} แห่ง พ.ศ. 2551–2566",
        "10+7 2559",
        "0 ? 2554",
        "ทม.ลำพูน ลำพูน",
        "ด้านความโปร่งใสและส่งเสริมการมีส่วนร่วมของประชาชน 39 รายการ",
        "ไม่ระบุด้าน 6 รายการ",
        f"พบแล้วใน {PROVINCES} จาก 77 จังหวัด",
        "ยังไม่พบ 1 2–3 4–6 7–9 รายการ",
        "ภาคเหนือ 28 รายการ",
        "ขอนแก่น 5 รายการ",
        "พ.ศ. 2566 ทั้งปี",
        "โครงการ ของเทศบาลนครสุราษฎร์ธานี พ.ศ. 2565",
        "พ.ศ. 2564 รางวัลพระปกเกล้า · ด้านความโปร่งใสและส่งเสริมการมีส่วนร่วมของประชาชน พบแล้ว 7 จาก 9 แห่ง",
        "ผู้สูงอายุ 5",
    ],
)
def test_says(client, said):
    assert said in text_of(client.get("/"))


def test_doors_lead_to_what_they_count(client):
    page = client.get("/").text
    for path in re.findall(r'href="(/(?:years|categories|provinces)/[a-z0-9-]+/)"', page):
        assert client.get(path).status_code == 200


def test_map_and_list_are_the_same_doors(client):
    page = client.get("/").text
    drawn = re.findall(r'<a href="([^"]+)" tabindex="-1">\s*<title>', page)
    listed = re.findall(r'<li><a href="(/provinces/[^"]+)">', page)
    assert len(drawn) == 77
    assert f"พบแล้วใน {PROVINCES} จาก 77 จังหวัด" in text_of(client.get("/"))
    assert f"ยังไม่พบอีก {77 - PROVINCES} จังหวัด" in text_of(client.get("/"))
    assert sorted(drawn) == sorted(listed)


@pytest.mark.parametrize("path", ["/", "/provinces/"])
def test_province_that_nobody_has_drawn_is_named_in_words(client, path):
    new = Province.objects.create(code="97", slug="new", name_th="ใหม่", name_en="New", region="north")
    assert "ไม่มีในแผนที่: ใหม่" in text_of(client.get(path))
    Municipality.objects.filter(slug="khon-kaen-city").update(province=new)
    assert '<li><a href="/provinces/new/">' in client.get(path).text
    assert "Not on the map: New" in text_of(client.get(f"/en{path}"))
    new.municipalities.update(province=Province.objects.get(code="40"))
    new.delete()
    assert "แผนที่:" not in text_of(client.get(path))


def test_search_goes_to_the_list_and_its_examples_find_something(client):
    page = client.get("/").text
    assert re.search(r'<form class="search" action="/awards/" method="get"', page)
    examples = re.findall(r'href="(/awards/\?q=[^"]+)"', page)
    assert len(examples) == 3
    assert all("/municipalities/" in client.get(path).text.split("<main")[1] for path in examples)


def test_categories_stand_in_their_order(client):
    codes = re.findall(r'href="/categories/([a-z]+)/"', client.get("/").text)
    assert codes == ["transparency", "peace", "networks", "inequality"]


def test_drafts_are_not_counted(client):
    AwardEntry.objects.filter(year_be=2566).update(is_published=False)
    page = text_of(client.get("/"))
    assert f"{ENTRIES - PER_YEAR[2566]} รายการ" in page
    assert "พ.ศ. 2551–2565" in page
    assert "2566" not in page


def test_empty_catalogue_has_a_front_page(client):
    AwardEntry.objects.update(is_published=False)
    page = text_of(client.get("/"))
    assert "0 รายการ 0 แห่ง" in page
    assert "พบแล้วใน 0 จาก 77 จังหวัด" in page
