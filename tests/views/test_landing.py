"""Landing pages hold the entries they are about, and lead to the list that holds them all."""

import re
from html import unescape

import pytest

from practices.models import AwardCategory, AwardEntry
from tests.views.reading import text_of
from tools import builder

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("path", "entries", "all_of_them"),
    [
        ("/years/2557/", 8, "/awards/?year=2557"),
        ("/provinces/khon-kaen/", 5, "/awards/?province=40"),
        ("/categories/networks/", 13, "/awards/?category=networks"),
    ],
)
def test_holds_its_entries_and_leads_to_the_list(client, path, entries, all_of_them):
    page = client.get(path).text
    assert len(re.findall('<article class="record">', page)) == entries
    assert f'href="{all_of_them}"' in page
    assert f"พบ {entries} รายการ" in text_of(client.get(all_of_them))


def test_year_says_its_coverage_and_the_source_of_its_note(client):
    response = client.get("/years/2557/")
    assert "มี 8 รายการในทำเนียบนี้ ความครบถ้วนของข้อมูลปีนี้: บางส่วน" in text_of(response)
    assert "รางวัลพระปกเกล้าทองคำ พบแล้ว 6 จาก 12 แห่ง ที่มา: โยธาไทย" in text_of(response)
    assert 'href="http://news.yotathai.com/2014/11/12-57.html"' in response.text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/years/2554/", 404, id="year-we-hold-nothing-of"),
        pytest.param("/years/2001/", 404, id="common-era-year-we-hold-nothing-of"),
        pytest.param("/years/1999/", 404, id="neither-era"),
        pytest.param("/years/0000/", 404, id="zero"),
        pytest.param("/provinces/atlantis/", 404, id="no-such-province"),
        pytest.param("/provinces/bangkok/", 200, id="province-without-entries"),
        pytest.param("/categories/nothing/", 404, id="no-such-category"),
    ],
)
def test_what_is_there_and_what_is_not(client, path, status):
    assert client.get(path).status_code == status


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_common_era_year_redirects_for_good(client, prefix):
    response = client.get(f"{prefix}/years/2014/")
    assert (response.status_code, response["Location"]) == (301, f"{prefix}/years/2557/")


def test_province_without_entries_says_so(client):
    page = text_of(client.get("/provinces/bangkok/"))
    assert "กรุงเทพมหานคร" in page
    assert "ยังไม่มีรายการในทำเนียบนี้" in page


def test_province_names_its_bodies_with_their_awards(client):
    assert "เทศบาลเมืองลำพูน 6 รายการ เทศบาลตำบลหนองล่อง 1 รายการ" in text_of(client.get("/provinces/lamphun/"))


def test_provinces_stand_in_their_regions(client):
    page = text_of(client.get("/provinces/"))
    assert "ภาคเหนือ 28 รายการ เชียงราย 4 รายการ เชียงใหม่ 9 รายการ น่าน 2 รายการ" in page


def test_category_tells_its_years(client):
    page = text_of(client.get("/categories/networks/"))
    assert "2559 3 รายการ ทองคำ 2" in page
    assert "ตั้งแต่ปีรางวัล: ไม่ระบุ" in page


def test_category_without_published_entries_says_so_and_nothing_of_its_drafts(client):
    """A category is the award's, like a province or a year: it is shown, and its drafts are not."""
    category = AwardCategory.objects.create(
        code="new", name_th="ด้านใหม่", name_en="New", short_name_th="ใหม่", short_name_en="New", order=9
    )
    draft = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    AwardEntry.objects.filter(pk=draft.pk).update(category=category, is_published=False)
    response = client.get("/categories/new/")
    assert "ยังไม่มีรายการในทำเนียบนี้" in text_of(response)
    assert "ด้านใหม่ 0 รายการ" in text_of(client.get("/"))
    for path in ("/categories/new/", "/en/categories/new/", "/awards/?category=new", "/awards.csv?category=new"):
        assert draft.get_absolute_url() not in client.get(path).getvalue().decode()
    assert "/categories/new/" not in client.get("/sitemap-categories.xml").text


def test_drafts_are_not_here(client):
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city").update(is_published=False)
    for path in ("/years/2557/", "/provinces/khon-kaen/", "/categories/networks/"):
        assert "khon-kaen-city" not in client.get(path).text


def test_landing_page_stays_short(client):
    builder.add(400)
    category = AwardCategory.objects.first()
    page = client.get(category.get_absolute_url()).text
    assert page.count('<article class="record">') == 50


def test_year_of_which_nobody_knows_how_many_won_says_so(client):
    assert "ไม่มีแหล่งข้อมูลที่บอกว่ามีผู้ได้รับรางวัลทั้งหมดกี่แห่ง" in text_of(client.get("/years/2563/"))


def test_a_source_that_lumps_levels_counts_awards_without_one(client):
    page = text_of(client.get("/years/2559/"))
    assert "ด้านความโปร่งใสและส่งเสริมการมีส่วนร่วมของประชาชน พบแล้ว 6 จาก 6 แห่ง" in page


def test_category_says_what_was_found_of_its_winners(client):
    assert "ด้านการเสริมสร้างสันติสุขและความสมานฉันท์ พบแล้ว 2 จาก 4 แห่ง" in text_of(client.get("/categories/peace/"))


def test_year_with_nothing_but_a_book_to_read_is_a_page(client):
    assert "ถอดรหัสรางวัลพระปกเกล้า'50" in unescape(text_of(client.get("/years/2550/")))


def test_topic_shows_its_practices_and_says_whose_it_is(client):
    page = text_of(client.get("/topics/older-people/"))
    assert "5 แนวปฏิบัติ" in page
    assert "หัวข้อนี้ทำเนียบจัดเอง" in page
    assert "มหาวิทยาลัยวัยที่สามนครเชียงราย" in page
    assert client.get("/topics/nothing/").status_code == 404
