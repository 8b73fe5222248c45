"""The entry's page says everything a source says, and says it when a source is silent."""

import re
from html import unescape
from pathlib import Path

import pytest

from practices.models import AwardEntry, CouncilComposition, Executive, Office, Remark, RemarkSubject
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
KHON_KAEN = "/municipalities/khon-kaen-city/2557/"
LAMPHUN = "/municipalities/lamphun-town/2563/"


@pytest.fixture
def entry():
    return AwardEntry.objects.get(municipality__slug="lamphun-town", year_be=2563)


@pytest.mark.parametrize(
    "fact",
    [
        *("111,707", "52,866", "58,841", "46", "93", "678,749,799.10", "691,511,722.97", "043-221-667", "40000"),
        "ไม่รวมเงินอุดหนุน, เงินกู้ เงินจ่ายขาดจากเงินสะสม",
        "นายธีระศักดิ์ ฑีฆายุพันธุ์ นายกเทศมนตรีนครขอนแก่น",
        "นายเรืองชัย ตราชู ประธานสภาเทศบาลนครขอนแก่น",
        "นายสุภัฐวิทย์ ธารชัย ปลัดเทศบาลนครขอนแก่น",
        "ชาย 18 คน",
        "หญิง 6 คน",
        "ในปีที่ได้รับรางวัล",
        "เครือข่ายโครงการฟื้นฟูเยียวยาและพัฒนาคุณภาพชีวิตเด็กเยาวชนชายขอบในสังคมเมือง",
        "ในปี พ.ศ.2554 สถานการณ์เด็กเยาวชนหลุดจากระบบการศึกษา",
        "“พัฒนาเมืองสู่สากล สร้างสังคมแห่งความสุข”",
        "ด้านการเสริมสร้างเครือข่าย รัฐ เอกชน และประชาสังคม",
        "ไม่ระบุระดับรางวัล",
        "ไม่ระบุปีงบประมาณของตัวเลขเงิน",
        "หญิงมากกว่าชาย 5,975 คน",
        "คำนวณ: 2,428 คนต่อ ตร.กม.",
        "คำนวณ: 6,076 บาทต่อคน",
        "หน้าไฟล์ 279",
    ],
)
def test_khon_kaen_shows(client, fact):
    assert fact in text_of(client.get(KHON_KAEN))


def test_khon_kaen_leads_on(client):
    page = client.get(KHON_KAEN).text
    for address in (
        "https://kpi-lib.com/flippdf/kpi15860/files/basic-html/page279.html",
        "tel:+6643221667",
        "/practices/khon-kaen-city-2557-marginalised-urban-youth/",
        "/municipalities/khon-kaen-city/2563/",
        "/municipalities/khon-kaen-city/",
        "/provinces/khon-kaen/",
    ):
        assert f'href="{address}"' in page


def test_award_comes_first_then_practice_then_facts_then_source(client):
    page = client.get(KHON_KAEN).text
    parts = ["<h1>", 'class="tier', 'id="practice"', 'id="text"', 'id="figures"', 'id="people"', 'id="contact"']
    places = [page.index(part) for part in [*parts, 'id="years"', 'id="source"']]
    assert places == sorted(places)


def test_every_contents_link_has_its_place(client):
    page = client.get(KHON_KAEN).text
    targets = re.findall(r'<li><a href="#([a-z]+)">', page)
    assert len(targets) == 6
    assert all(f'id="{target}"' in page for target in targets)


def test_every_remark_is_shown_once(client):
    page = text_of(client.get(KHON_KAEN))
    remarks = Remark.objects.filter(entry__municipality__slug="khon-kaen-city", entry__year_be=2557)
    assert [page.count(remark.text_th) for remark in remarks] == [1] * len(remarks)


def test_remark_stands_after_the_paragraph_it_quotes(client):
    page = unescape(client.get(KHON_KAEN).text)
    (number,) = re.findall(r'<li id="note-(\d+)" class="small">\s*“จนเกิดเป็นเครือข่ายการที่มีศักยภาพ”', page)
    first, second = page.index("เพื่อนำไปสู่การพัฒนาองค์กรต่อไป</p>"), page.index("การดำเนินงานแบบเครือข่าย")
    assert first < page.index(f'href="#note-{number}"') < second
    assert page.index("คล้ายมีคำตกไปหลัง") > page.index('id="source"')


def test_only_what_is_contradicted_is_red(client):
    page = unescape(client.get(KHON_KAEN).text)
    assert page.count("remark--contradiction") == 2  # the fax is the telephone, and our remark on it
    assert page.count('<li id="note-') == 12


def test_what_is_inferred_is_marked_with_the_note_one_step_away(client):
    page = client.get("/municipalities/lamphun-town/2566/").text
    assert '<a class="inferred" href="/municipalities/lamphun-town/2566/#source">อนุมาน</a>' in page
    assert "อนุมาน ระดับรางวัล อนุมานระดับรางวัลจากคำว่า “ความเป็นเลิศ”" in text_of(
        client.get("/municipalities/lamphun-town/2566/")
    )
    assert page.count('class="inferred"') == 1


@pytest.mark.parametrize(
    ("path", "evidence"),
    [
        (KHON_KAEN, "คัดข้อมูลจากหนังสือแล้ว"),
        ("/municipalities/krabi-town/2560/", "หน้าในหนังสือ"),
        ("/municipalities/lamphun-town/2566/", "ข่าวหรือหน้าเว็บ"),
    ],
)
def test_says_how_well_it_is_founded(client, path, evidence):
    assert f"หลักฐาน: {evidence}" in text_of(client.get(path))


def test_where_more_can_be_read_stands_before_what_is_missing(client):
    page = text_of(client.get("/municipalities/chiang-rai-city/2561/"))
    assert "อ่านต่อ “สมรรถนะองค์กร” กับการสร้างสรรค์นวัตกรรมท้องถิ่น หน้าไฟล์ 74" in page
    assert page.index("อ่านต่อ “สมรรถนะ") < page.index("แหล่งข้อมูลของรายการนี้ไม่กล่าวถึง")


def test_a_source_says_when_it_was_read_and_shows_its_address_short(client):
    page = client.get("/municipalities/nonthaburi-city/2559/").text
    assert "อ่าน 22 พฤศจิกายน 2569" in page
    assert not re.search(">[^<]*%E0[^<]*<", page)


def test_contradiction_shows_as_printed_with_a_warning(client, entry):
    AwardEntry.objects.filter(pk=entry.pk).update(population=100, population_men=60, population_women=50)
    page = text_of(client.get(LAMPHUN))
    assert "ประชากร 100 คน" in page
    assert "ข้อขัดแย้ง ชาย 60 คนกับหญิง 50 คน รวมเป็น 110 คน ไม่ตรงกับจำนวนประชากร 100 คน" in page


def test_entry_without_a_profile_says_so_in_one_sentence(client):
    page = text_of(client.get(LAMPHUN))
    assert "แหล่งข้อมูลของรายการนี้ไม่กล่าวถึงแนวปฏิบัติ เนื้อความในหนังสือรางวัล ข้อมูลพื้นฐาน สภาและคณะผู้บริหาร และที่ตั้งและการติดต่อ" in page
    assert page.count("ไม่ระบุ") == 1  # in the foot of every page
    assert "ในหน้านี้" not in page


def test_each_value_that_a_stated_profile_lacks_is_not_stated(client):
    page = text_of(client.get("/municipalities/phana-subdistrict/2557/"))
    assert "รายได้ ไม่ระบุ เงินอุดหนุน ไม่ระบุ" in page
    assert "ไม่กล่าวถึงแนวปฏิบัติ เนื้อความในหนังสือรางวัล และสภาและคณะผู้บริหาร" in page


def test_zero_is_a_value(client, entry):
    AwardEntry.objects.filter(pk=entry.pk).update(population=0, area_km2=0)
    page = text_of(client.get(LAMPHUN))
    assert "ประชากร 0 คน" in page
    assert "พื้นที่ 0 ตร.กม." in page
    assert "คำนวณ" not in page


def test_council_of_which_one_number_is_stated(client, entry):
    CouncilComposition.objects.create(entry=entry, men=12)
    page = text_of(client.get(LAMPHUN))
    assert "สมาชิกสภาชาย 12 คน" in page
    assert "สมาชิกสภาหญิง ไม่ระบุ" in page
    assert "คณะผู้บริหาร ไม่ระบุ" in page


def test_vacant_seat(client, entry):
    Executive.objects.create(entry=entry, office=Office.CLERK, title_as_printed="ปลัดเทศบาล")
    assert "ว่าง ปลัดเทศบาล" in text_of(client.get(LAMPHUN))


@pytest.mark.parametrize(
    "about", sorted(set(RemarkSubject.values) - {"vision", "introduction", "executives", "council"})
)
def test_remark_on_any_subject_of_a_full_entry_is_shown(client, about):
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    Remark.objects.create(entry=entry, about=about, text_th="ถ้อยคำที่ไม่มีในหน้าอื่น", text_en="words found nowhere else")
    assert "ถ้อยคำที่ไม่มีในหน้าอื่น" in text_of(client.get(KHON_KAEN))


def test_pages_ask_for_remarks_on_no_other_subject():
    templates = (ROOT / "templates").rglob("*.html")
    asked = {name for path in templates for name in re.findall(r"(?<!/)\bnotes\.(\w+)", path.read_text("utf-8"))}
    assert asked <= set(RemarkSubject.values)


def test_draft_is_not_found_and_not_another_year(client, entry):
    AwardEntry.objects.filter(pk=entry.pk).update(is_published=False)
    assert client.get(LAMPHUN).status_code == 404
    assert LAMPHUN not in client.get("/municipalities/lamphun-town/2566/").text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/municipalities/khon-kaen-city/2544/", 404, id="year-without-entry"),
        pytest.param("/municipalities/khon-kaen-city/1999/", 404, id="neither-era"),
        pytest.param("/municipalities/khon-kaen-city/25570/", 404, id="five-digits"),
        pytest.param("/municipalities/khon-kaen-city/๒๕๕๗/", 404, id="thai-digits"),
        pytest.param("/municipalities/ขอนแก่น/2557/", 404, id="thai-slug"),
        pytest.param("/municipalities/nowhere/2557/", 404, id="no-such-body"),
    ],
)
def test_addresses_that_lead_nowhere(client, path, status):
    assert client.get(path).status_code == status


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_common_era_year_redirects_for_good(client, prefix):
    response = client.get(f"{prefix}/municipalities/khon-kaen-city/2014/")
    assert (response.status_code, response["Location"]) == (301, f"{prefix}{KHON_KAEN}")


def test_text_of_the_book_is_thai_on_the_english_page(client):
    page = unescape(client.get(f"/en{KHON_KAEN}").text)
    assert '<html lang="en">' in page
    assert '<blockquote class="vision" lang="th">“พัฒนาเมืองสู่สากล' in page
    assert '<p lang="th">เทศบาลนครขอนแก่น มีการบริหารงาน' in page
    assert "<h1>Khon Kaen City Municipality</h1>" in page


def test_both_voices_on_a_page_and_their_difference_in_words(client):
    page = text_of(client.get(KHON_KAEN))
    assert "ประชากร 111,707 คน" in page
    assert "ทะเบียนราษฎร 31 ธ.ค. 2557 ไม่ใช่ตัวเลขของหนังสือ" in page
    assert "ประชากรตามทะเบียน 115,928 คน" in page
    assert "มากกว่าที่พิมพ์ 4,221 คน (ร้อยละ 3.8)" in page
    assert "4,221 more than printed (3.8%)" in text_of(client.get(f"/en{KHON_KAEN}"))


def test_the_register_speaks_where_nothing_was_printed(client):
    page = text_of(client.get(LAMPHUN))
    assert "ทะเบียนราษฎร 31 ธ.ค. 2563 ไม่ใช่ตัวเลขของหนังสือ" in page
    assert "ตามที่พิมพ์ในหนังสือของปีรางวัล" not in page


def test_years_that_the_register_does_not_reach_have_one_voice(client):
    assert "ทะเบียนราษฎร" not in text_of(client.get("/municipalities/lamphun-town/2566/"))


def test_year_of_which_nothing_was_found_leads_to_those_that_were(client):
    response = client.get("/municipalities/khon-kaen-city/2560/")
    assert response.status_code == 404
    page = text_of(response)
    assert "ยังไม่พบรางวัลของเทศบาลนครขอนแก่น พ.ศ. 2560 ในทำเนียบ ไม่ได้แปลว่าไม่เคยได้" in page
    assert 'href="/municipalities/khon-kaen-city/2557/"' in response.text
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city", year_be=2557).update(is_published=False)
    hidden = client.get("/municipalities/khon-kaen-city/2557/")
    assert 'href="/municipalities/khon-kaen-city/2557/"' not in hidden.text
