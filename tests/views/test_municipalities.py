"""The body's page tells its awards and figures over the years, and names the years between."""

import pytest

from practices.models import AwardEntry, Municipality, MunicipalityName
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

LAMPHUN = "/municipalities/lamphun-town/"
KHON_KAEN = "/municipalities/khon-kaen-city/"


def test_awards_in_one_sentence(client):
    page = text_of(client.get(LAMPHUN))
    assert "พบว่าได้รางวัล 6 ปี ในช่วง พ.ศ. 2559–2566 รวม 3 ด้าน เป็นรางวัลพระปกเกล้าทองคำ 2 ครั้ง" in page


def test_award_of_one_year_in_one_sentence(client):
    assert "ได้รับรางวัลพระปกเกล้าทองคำ พ.ศ. 2557" in text_of(client.get("/municipalities/nong-long-subdistrict/"))


def test_every_year_from_newest_to_oldest_and_those_between(client):
    page = text_of(client.get(LAMPHUN))
    order = [page.index(f" {year} ", page.index("รางวัลตามปี")) for year in range(2566, 2558, -1)]
    assert order == sorted(order)
    assert page.count("ยังไม่พบ") == 2


def test_years_name_their_sources_and_what_was_inferred(client):
    response = client.get(LAMPHUN)
    assert 'href="https://lamphuncity.go.th/28688/"' in response.text
    assert '<a class="inferred" href="/municipalities/lamphun-town/2566/#source">อนุมาน</a>' in response.text


def test_figures_of_each_year_beside_each_other(client):
    page = text_of(client.get(KHON_KAEN))
    assert "ตัวเลข 2557 2558 2562 2563 ประชากร (คน) 111,707 ไม่ระบุ ไม่ระบุ ไม่ระบุ" in page
    assert "678,749,799.10 ไม่ระบุ" in page


def test_figures_that_no_year_states_have_no_table(client):
    assert "ตัวเลขตามปี" not in text_of(client.get(LAMPHUN))


def test_identity(client):
    page = text_of(client.get(LAMPHUN))
    assert "เทศบาลเมืองลำพูน Lamphun Town Municipality" in page
    assert "อำเภอ อำเภอเมืองลำพูน" in page
    assert "ชื่อเดิม" not in page


def test_former_name(client):
    MunicipalityName.objects.create(
        municipality=Municipality.objects.get(slug="lamphun-town"),
        slug="lamphun-old",
        kind="subdistrict",
        name_th="ลำพูนเดิม",
        until_year_be=2550,
    )
    page = text_of(client.get(LAMPHUN))
    assert "ชื่อเดิม เทศบาลตำบลลำพูนเดิม ใช้ถึง พ.ศ. 2550" in page


def test_neighbours_are_of_the_same_province_and_not_itself(client):
    page = client.get(LAMPHUN).text
    neighbours = page[page.index('id="neighbours"') :]
    assert "/municipalities/nong-long-subdistrict/2557/" in neighbours
    assert "/municipalities/lamphun-town/25" not in neighbours
    assert "จังหวัดลำพูน 8 รายการ" in neighbours


NONE_FOUND = "ยังไม่พบรางวัลของที่นี่ในทำเนียบ ไม่ได้แปลว่าไม่เคยได้"


def test_body_of_drafts_only_is_one_without_awards(client):
    AwardEntry.objects.filter(municipality__slug="nong-long-subdistrict").update(is_published=False)
    assert NONE_FOUND in text_of(client.get("/municipalities/nong-long-subdistrict/"))
    assert "nong-long" not in client.get(LAMPHUN).text


PAK_KRET = "/municipalities/pak-kret-city/"


def test_a_place_without_awards_says_so_and_what_it_is(client):
    response = client.get(PAK_KRET)
    page = text_of(response)
    assert NONE_FOUND in page
    assert "อำเภอปากเกร็ด จังหวัดนนทบุรี ภาคกลาง" in page
    assert "ทะเบียนราษฎร 31 ธ.ค. 2564 190,345 คน ชาย 87,992 หญิง 102,353" in page
    assert "ประเภทเดิม เทศบาลเมือง ถึง 20 กุมภาพันธ์ 2543" in page
    assert '<meta name="robots" content="noindex">' in response.text
    assert 'href="http://www.pakkretcity.go.th/"' in response.text
    assert "กรมการปกครอง" in page


def test_a_place_without_awards_names_the_nearest_ones_with_reasons(client):
    page = text_of(client.get(PAK_KRET))
    why = "เป็นเทศบาลนครเหมือนกัน · ขนาดเดียวกัน (100,000 คนขึ้นไป) · จังหวัดเดียวกัน · ห่างราว 6 กม."
    assert f"เทศบาลนครนนทบุรี อำเภอเมืองนนทบุรี จังหวัดนนทบุรี {why}" in page
    assert client.get(PAK_KRET).text.count('class="door"') == 5


def test_english_names_the_district_in_english(client):
    assert "Pak Kret District, Nonthaburi Province" in text_of(client.get(f"/en{PAK_KRET}"))


def test_a_website_that_may_have_lapsed_is_no_link(client):
    body = Municipality.objects.exclude(website="").exclude(website__contains=".go.th").first()
    assert body.website not in client.get(body.get_absolute_url()).text


def test_places_without_awards_are_in_no_sitemap_and_no_count(client):
    assert "pak-kret" not in client.get("/sitemap-municipalities.xml").text
    assert "พบ 45 แห่ง" in text_of(client.get("/municipalities/"))


def test_all_of_the_register_are_a_list_with_the_same_filters(client):
    page = text_of(client.get("/municipalities/?award=any"))
    assert "พบ 7,850 แห่ง" in page
    nonthaburi = client.get("/municipalities/?award=any&province=12&kind=city")
    assert "พบ 2 แห่ง" in text_of(nonthaburi)
    assert 'href="/municipalities/pak-kret-city/"' in nonthaburi.text
    assert 'href="/municipalities/?province=12&amp;kind=city"' in nonthaburi.text
    assert client.get("/api/municipalities/?award=any&province=12&kind=city").json()["count"] == 2
    assert "พบ 1 แห่ง" in text_of(client.get("/municipalities/?award=any&year=2557&province=40"))
    assert client.get("/municipalities.csv?award=all").status_code == 400


@pytest.mark.parametrize("query", ["ปากเกร็ด", "Pak Kret", "ทน.ปากเกร็ด", "เทศบาลนครปากเกร็ด"])
def test_search_answers_with_the_place_first(client, query):
    page = client.get("/awards/", {"q": query}).text
    assert page.index('href="/municipalities/pak-kret-city/"') < page.index('id="found"')


def test_search_tells_places_of_one_name_apart(client):
    page = client.get("/awards/", {"q": "อบต.ดอนแก้ว แม่ริม"}).text
    assert page.index('href="/municipalities/don-kaeo-sao/"') < page.index('id="found"')
    page = client.get("/awards/", {"q": "หาดใหญ่"}).text
    assert page.index('href="/municipalities/hat-yai-city/"') < page.index('id="found"')
    assert 'class="doors"' not in client.get("/awards/", {"q": "ผู้สูงอายุ"}).text


def test_draft_is_neither_counted_nor_shown(client):
    AwardEntry.objects.filter(municipality__slug="lamphun-town", year_be=2566).update(is_published=False)
    page = text_of(client.get(LAMPHUN))
    assert "พบว่าได้รางวัล 5 ปี ในช่วง พ.ศ. 2559–2565" in page
    assert "จังหวัดลำพูน 7 รายการ" in page
