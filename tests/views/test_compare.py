"""Two to four places side by side, each voice apart, and nothing is made up for what a source does not state."""

import csv
import re
from html import unescape
from urllib.parse import quote

import pytest

from practices.models import AwardEntry, RegisteredPopulation
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

KHON_KAEN, PHANA, PAK_KRET = "khon-kaen-city:2557", "phana-subdistrict:2557", "pak-kret-city"
ALL = f"/compare/?entry={KHON_KAEN}&entry={PHANA}&entry={PAK_KRET}"


def row(client, path, label):
    """The cells of the row of this label."""
    cells = re.search(rf'<th scope="row">{label}.*?</tr>', client.get(path).text, re.DOTALL)[0]
    return [re.sub("<.*?>", "", cell).strip() for cell in re.findall(r"<td>(.*?)</td>", cells, re.DOTALL)]


def test_printed_registered_and_computed_stand_apart(client):
    khon_kaen = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    latest = RegisteredPopulation.objects.filter(municipality__slug="pak-kret-city").order_by("-year_be").first()
    phana = AwardEntry.objects.get(municipality__slug="phana-subdistrict", year_be=2557)
    printed = row(client, ALL, "ประชากร <")
    assert printed == ["111,707", f"{phana.population:,}" if phana.population else "ไม่ระบุ", "ไม่ระบุ"]
    registered = row(client, ALL, "ประชากรตามทะเบียน")
    assert registered[0] == f"{khon_kaen.registered_population:,}"
    assert registered[2] == f"{latest.total:,}"
    density = round(khon_kaen.population / khon_kaen.area_km2)
    assert row(client, ALL, "ความหนาแน่น")[0] == f"{density:,}"
    page = text_of(client.get(ALL))
    assert page.index("ตามที่พิมพ์") < page.index("ทะเบียนของรัฐ ไม่ใช่ตัวเลขของหนังสือ") < page.index("คำนวณจากที่พิมพ์")


def test_what_is_not_stated_is_said_and_not_made_up(client):
    assert row(client, ALL, "ระดับรางวัล") == ["ไม่ระบุ", "รางวัลพระปกเกล้าทองคำ", "ไม่ระบุ"]
    assert row(client, ALL, "ปีที่พบรางวัล")[2] == "ยังไม่พบ"


def test_shares_are_computed_from_what_is_printed(client):
    assert row(client, ALL, "เงินอุดหนุนในรายรับที่พิมพ์")[0] == "50.5"
    assert row(client, ALL, "สตรีในสภา")[0] == "25.0"


def test_what_nobody_states_is_one_sentence_and_no_row(client):
    page = text_of(client.get("/compare/?entry=lamphun-town:2566&entry=lamphun-town:2563"))
    assert "ไม่มีแห่งใดระบุ: ประชากร" in page
    assert "ตามที่พิมพ์ในหนังสือของปีรางวัล" not in page


def test_is_put_together_by_plain_links(client):
    page = client.get("/municipalities/khon-kaen-city/2557/").text
    [start] = set(re.findall(r'href="(/compare/[^"]*)"', page))
    one = unescape(client.get(start).text)
    added = re.findall(r'href="(/compare/[?]entry=khon-kaen-city%3A2557&entry=[^"]*)"', one)
    assert len(added) > 5
    two = client.get(added[0])
    assert len(re.findall('class="comparison__away"', two.text)) == 2
    away = [unescape(href) for href in re.findall(r'class="comparison__away" href="([^"]*)"', two.text)]
    assert start in away


def test_a_place_is_found_by_name(client):
    page = unescape(client.get(f"/compare/?entry={KHON_KAEN}&q={quote('ลำพูน')}").text)
    assert 'href="/compare/?entry=khon-kaen-city%3A2557&entry=lamphun-town%3A2566"' in page


def test_four_are_enough(client):
    years = [2559, 2560, 2562, 2563, 2565]
    response = client.get("/compare/?" + "&".join(f"entry=lamphun-town:{year}" for year in years))
    assert len(re.findall('class="comparison__away"', response.text)) == 4
    assert "เปรียบเทียบได้ครั้งละไม่เกิน 4 แห่ง" in text_of(response)
    assert 'id="add"' not in response.text


@pytest.mark.parametrize(
    "entry",
    ["nowhere", "nowhere:2557", "khon-kaen-city:2560", "khon-kaen-city:abc", ":", "x:0", "\0", "ก" * 500, "a:b:c"],
)
def test_what_is_not_there_is_said_and_its_file_refused(client, entry):
    response = client.get("/compare/", {"entry": [entry, KHON_KAEN]})
    assert response.status_code == 200
    assert 'role="alert"' in response.text
    assert "111,707" in response.text
    assert client.get("/compare.csv", {"entry": [entry, KHON_KAEN]}).status_code == 400


def test_common_era_years_are_understood_and_drafts_are_not_here(client):
    assert "111,707" in client.get("/compare/?entry=khon-kaen-city:2014").text
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city").update(is_published=False)
    assert "111,707" not in client.get(f"/compare/?entry={KHON_KAEN}").text
    assert client.get(f"/compare.csv?entry={KHON_KAEN}").status_code == 400


def test_file_holds_the_table(client):
    response = client.get(ALL.replace("/compare/", "/compare.csv"))
    rows = list(csv.reader(response.content.decode("utf-8-sig").splitlines()))
    assert rows[0][3:] == ["เทศบาลนครขอนแก่น พ.ศ. 2557", "เทศบาลตำบลพนา พ.ศ. 2557", "เทศบาลนครปากเกร็ด"]
    facts = {(section, fact): values for section, fact, _unit, *values in rows[1:]}
    assert facts["ตามที่พิมพ์ในหนังสือของปีรางวัล", "ประชากร"][0] == "111707"
    assert facts["ตามที่พิมพ์ในหนังสือของปีรางวัล", "รายได้"] == ["678749799.10", "", ""]
    assert client.get("/compare.csv").status_code == 400


def test_page_without_a_choice_lets_pick_one(client):
    response = client.get("/compare/")
    assert "เลือกแห่งแรก" in text_of(response)
    assert "noindex" not in response.text
    assert "noindex" in client.get(ALL).text
