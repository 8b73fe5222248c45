"""The practice's page holds what an officer needs to copy it."""

import re

import pytest

from practices.models import AwardEntry, Practice, PracticePartner
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

YOUTH = "/practices/khon-kaen-city-2557-marginalised-urban-youth/"


@pytest.mark.parametrize(
    "said",
    [
        "ในปี พ.ศ.2554 สถานการณ์เด็กเยาวชนหลุดจากระบบการศึกษาภาคปกติ",
        "ยกมาบางส่วน อ่านต่อในหนังสือได้ที่ลิงก์ของที่มา",
        "สำนักการศึกษา เทศบาลนครขอนแก่น วางแผน ออกแบบกิจกรรม และดำเนินงาน ภาครัฐ",
        "(สสค.) สนับสนุนงบประมาณ ไม่ระบุภาคส่วน",
        "จำนวน 300 คน จากกลุ่มเป้าหมาย 3,000 คน",
        "เริ่ม พ.ศ. 2555",
        "กระบวนการ “5C กลยุทธ์พิชิตใจเด็กชายขอบ",
        "ผลที่เกิดขึ้น ไม่ระบุ",
        "หัวข้อที่เราจัด เด็ก เยาวชน และครอบครัว",
        "ผูกกับรางวัล นำเสนอในหนังสือรางวัล",
        "ขนาดของพื้นที่: ประชากร 111,707 คน พื้นที่ 46 ตร.กม. 93 ชุมชน",
        "043-221-667 เทศบาลนครขอนแก่น ในปีที่ได้รับรางวัล",
        "หน้าไฟล์ 279",
        "หมายเหตุการคัดลอก ถือข้อความสองบรรทัดที่ตั้งแยกไว้เป็นชื่อของเครือข่าย ↩",
        "ข้อความยังมีต่อในเล่ม หน้าที่อ้างจบที่คำว่า “ดังนี้”",
    ],
)
def test_says(client, said):
    assert said in text_of(client.get(YOUTH))


def test_bare_practice_says_what_is_not_stated(client):
    entry = AwardEntry.objects.get(municipality__slug="lamphun-town", year_be=2563)
    bare = Practice.objects.create(entry=entry, kind="project", slug="bare", title="โครงการเปล่า")
    page = text_of(client.get("/practices/bare/"))
    assert "สิ่งที่ทำ" not in page
    assert "ผู้ร่วมดำเนินการ" not in page
    for part in ("เป้าหมาย", "เริ่ม", "กระบวนการ", "ผลที่เกิดขึ้น", "โทรศัพท์"):
        assert f"{part} ไม่ระบุ" in page
    assert "คน (ทะเบียนราษฎร 31 ธ.ค. 2563) พื้นที่ ไม่ระบุ ชุมชน ไม่ระบุ" in page
    assert "ยกมาบางส่วน" not in page
    PracticePartner.objects.create(practice=bare, name="ชมรม")
    assert "ชมรม ไม่ระบุ ไม่ระบุภาคส่วน" in text_of(client.get("/practices/bare/"))


def test_practice_of_a_draft_is_not_found(client):
    AwardEntry.objects.filter(practices__isnull=False).update(is_published=False)
    assert client.get(YOUTH).status_code == 404


def test_unknown_practice_is_not_found(client):
    assert client.get("/practices/nothing/").status_code == 404


@pytest.fixture
def moved():
    practice = Practice.objects.get(slug="khon-kaen-city-2557-marginalised-urban-youth")
    practice.slug = "urban-youth"
    practice.save()
    return practice


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("page", ["", "cite.bib", "cite.ris"])
def test_the_address_before_leads_to_the_present_one(client, moved, prefix, page):
    response = client.get(f"{prefix}{YOUTH}{page}")
    assert (response.status_code, response.headers["Location"]) == (301, f"{prefix}/practices/urban-youth/{page}")
    assert client.get(response.headers["Location"]).status_code == 200


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_address_before_leads_to_the_present_facts(client, moved, prefix):
    response = client.get(f"{prefix}/api{YOUTH}")
    assert (response.status_code, response.headers["Location"]) == (301, f"{prefix}/api/practices/urban-youth/")
    assert response.headers["Access-Control-Allow-Origin"] == "*"


def test_the_address_before_leads_nowhere_when_the_entry_is_a_draft(client, moved):
    AwardEntry.objects.filter(practices=moved).update(is_published=False)
    for address in (YOUTH, f"{YOUTH}cite.bib", f"/api{YOUTH}"):
        assert client.get(address).status_code == 404


AO_NANG = "/practices/ao-nang-sao-2560-tourist-area-in-order/"


def test_a_practice_that_no_book_prints_has_our_summary_and_its_own_source(client):
    response = client.get(AO_NANG)
    page = text_of(response)
    assert "สรุปของเรา: จัดระเบียบหาดอ่าวนางด้วยการปรับภูมิทัศน์" in page
    assert "ผูกกับรางวัล ศึกษาในหนังสือของสถาบันเกี่ยวกับผู้ได้รับรางวัลปีนั้น" in page
    assert "หน้าไฟล์ 203" in page
    assert "siangtai" not in response.text  # the award's source, not the practice's


def test_english_has_our_translation_with_the_printed_title(client):
    page = client.get(f"/en{AO_NANG}").text
    assert re.search(r"<h1>\s*Putting the tourist area of Ao Nang in order\s*</h1>", page)
    assert '<span lang="th">โครงการจัดระเบียบแหล่งท่องเที่ยวอ่าวนาง</span> (the translation is ours)' in page


def test_a_title_that_its_source_cuts_is_shown_cut_and_said_so(client):
    page = text_of(client.get("/practices/khon-kaen-city-2558-cctv-1000-points/"))
    assert "โครงการ CCTV 1,000 จุด ภาคประช…" in page
    assert "ขาดอยู่ในข้อความที่เก็บไว้ของแหล่งข้อมูล" in page


def test_practices_are_a_shelf_of_what_was_done(client):
    page = text_of(client.get("/practices/?topic=older-people"))
    assert "พบ 5 รายการ" in page
    assert "ศูนย์การเรียนรู้ตลอดชีวิตสำหรับผู้สูงอายุ" in page
    assert "หัวข้อ: ผู้สูงอายุ ผูกกับรางวัล: ระบุพร้อมกับรางวัล" in page
