"""The body's page tells its awards and figures over the years, and names the years between."""

import pytest

from practices.models import AwardEntry, Municipality, MunicipalityName
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

LAMPHUN = "/municipalities/lamphun-town/"
KHON_KAEN = "/municipalities/khon-kaen-city/"


def test_awards_in_one_sentence(client):
    page = text_of(client.get(LAMPHUN))
    assert "ได้รับรางวัลใน 6 ปี ระหว่าง พ.ศ. 2559–2566 ใน 3 ด้าน เป็น รางวัลพระปกเกล้าทองคำ 2 ครั้ง" in page


def test_award_of_one_year_in_one_sentence(client):
    assert "ได้รับรางวัลในปี พ.ศ. 2557" in text_of(client.get("/municipalities/nong-long-subdistrict/"))


def test_every_year_from_newest_to_oldest_and_those_between(client):
    page = text_of(client.get(LAMPHUN))
    order = [page.index(f" {year} ", page.index("รางวัลตามปี")) for year in range(2566, 2558, -1)]
    assert order == sorted(order)
    assert page.count("ไม่มีรายการในทำเนียบนี้") == 2


def test_years_name_their_sources_and_what_was_inferred(client):
    response = client.get(LAMPHUN)
    assert 'href="https://lamphuncity.go.th/28688/"' in response.text
    assert '<a class="inferred" href="/municipalities/lamphun-town/2566/#source">อนุมาน</a>' in response.text


def test_figures_of_each_year_beside_each_other(client):
    page = text_of(client.get(KHON_KAEN))
    assert "ตัวเลข 2557 2558 2562 2563 ประชากร (คน) 111,707 ไม่ระบุ ไม่ระบุ ไม่ระบุ" in page
    assert "678,749,799.10 ไม่ระบุ" in page


def test_figures_that_no_year_states_are_one_cell(client):
    page = client.get(LAMPHUN)
    assert page.text.count('colspan="6"') == 5
    assert "แหล่งข้อมูลของทุกปีไม่กล่าวถึงตัวเลขเหล่านี้" in text_of(page)


def test_identity(client):
    page = text_of(client.get(LAMPHUN))
    assert "เทศบาลเมืองลำพูน Lamphun Town Municipality" in page
    assert "อำเภอ ไม่ระบุ" in page
    assert "ชื่อเดิม ไม่ระบุ" in page


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


def test_body_of_drafts_only_is_not_found(client):
    AwardEntry.objects.filter(municipality__slug="nong-long-subdistrict").update(is_published=False)
    assert client.get("/municipalities/nong-long-subdistrict/").status_code == 404
    assert "nong-long" not in client.get(LAMPHUN).text


def test_draft_is_neither_counted_nor_shown(client):
    AwardEntry.objects.filter(municipality__slug="lamphun-town", year_be=2566).update(is_published=False)
    page = text_of(client.get(LAMPHUN))
    assert "ได้รับรางวัลใน 5 ปี ระหว่าง พ.ศ. 2559–2565" in page
    assert "จังหวัดลำพูน 7 รายการ" in page
