"""The list pages: what a reader is shown, told and offered."""

import re
from html import unescape

import pytest
from django.urls import reverse

from tests.catalogue.counts import ENTRIES

pytestmark = pytest.mark.django_db

LISTS = ["entry-list", "practice-list", "municipality-list"]
SITE = "ทำเนียบท้องถิ่น รางวัลพระปกเกล้า"


def shown(client, query="", name="entry-list"):
    response = client.get(f"{reverse(name)}{query}")
    assert response.status_code == 200
    return unescape(" ".join(response.text.split()))  # white space is a space


def title(page):
    return re.search(r"<title>(.*?)</title>", page)[1].strip()


def chips(page):
    return re.findall(r'<a class="chip" href="([^"]*)">', page)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("", f"พบ {ENTRIES} รายการ หน้า 1 จาก 4 – รางวัล"),
        ("?page=3", f"พบ {ENTRIES} รายการ หน้า 3 จาก 4 – รางวัล"),
        ("?province=40", "พบ 5 รายการ – รางวัล จังหวัดขอนแก่น"),
        ("?year=๒๕๕๗&category=networks", "พบ 1 รายการ – รางวัล ปี พ.ศ. 2557 · ด้านเครือข่าย รัฐ เอกชน และประชาสังคม"),
        ("?year=2544", "ไม่พบรายการ – รางวัล ปี พ.ศ. 2544"),
        ("?year=abc", f"ข้อผิดพลาด: พบ {ENTRIES} รายการ หน้า 1 จาก 4 – รางวัล"),
        ("?year=abc&province=40", "ข้อผิดพลาด: พบ 5 รายการ – รางวัล จังหวัดขอนแก่น"),
    ],
)
def test_title_says_what_was_found(client, query, words):
    assert title(shown(client, query)) == f"{words} – {SITE}"


def test_status_and_heading_say_the_count_and_the_order(client):
    page = shown(client, "?kind=pao&sort=name")
    assert '<div role="status"><h2 id="found" tabindex="-1">พบ 11 รายการ' in page
    assert "เรียงตามชื่อ ก–ฮ" in page


def test_twenty_records_a_page(client):
    rows = [shown(client, f"?page={number}").count('<article class="record">') for number in (1, 2, 3, 4)]
    assert rows == [20, 20, 20, ENTRIES - 60]


def test_pages_keep_what_was_chosen(client):
    page = shown(client, "?since=2559&sort=name&page=2")
    assert 'href="/awards/?since=2559&sort=name&page=3"' in page
    assert 'href="/awards/?since=2559&sort=name"' in page


def test_each_chip_takes_its_filter_out_and_keeps_the_others(client):
    page = shown(client, "?province=40&province=50&tier=gold&sort=name&page=1")
    assert chips(page) == [
        "/awards/?province=50&tier=gold&sort=name",
        "/awards/?province=40&tier=gold&sort=name",
        "/awards/?province=40&province=50&sort=name",
    ]
    assert "เอาตัวกรองออก:" in page
    assert '<a href="/awards/">ล้างทั้งหมด</a>' in page


def test_the_last_chip_leads_to_the_bare_list(client):
    assert chips(shown(client, "?province=40")) == ["/awards/"]


def test_a_choice_without_rows_is_shown_and_cannot_be_chosen(client):
    page = shown(client, "?province=40")
    assert '<input type="checkbox" name="year" value="2566" disabled>' in page
    assert '<input type="checkbox" name="year" value="2557">' in page


def test_what_is_chosen_can_be_taken_back_though_it_finds_nothing(client):
    assert '<input type="checkbox" name="province" value="10" checked>' in shown(client, "?province=10")


def test_chosen_provinces_lead_their_long_list(client):
    provinces = re.findall(r'name="province" value="(\d+)"', shown(client, "?province=40&province=90"))
    assert provinces[:3] == ["40", "90", "81"]


def test_a_bad_value_is_said_in_an_alert_and_beside_its_field(client):
    page = shown(client, "?year=abc&since=25x7&sort=nope")
    main = page[page.index("<main") :]
    assert re.match(r'<main[^>]*>\s*<section class="problem[^>]*role="alert"', main)
    for name, value in [("year", "abc"), ("since", "25x7"), ("sort", "nope")]:
        [message] = re.findall(f'<a href="#filter-{name}">(“{value}” [^<]*จึงไม่ได้ใช้)</a>', page)
        assert f'id="problem-{name}">{message}</span>' in page
        assert f'id="filter-{name}"' in page
    assert 'name="since" type="text" inputmode="numeric" autocomplete="off" value="25x7"' in page
    assert '<details class="filters" open>' in page


def test_a_list_without_problems_has_no_alert(client):
    assert 'role="alert"' not in shown(client, "?province=40")


@pytest.mark.parametrize(
    ("wanted", "number"),
    [("99", 4), ("9" * 30, 4), ("9" * 5000, 1), ("abc", 1), ("²", 1), ("1.5", 1), ("0", 4), ("-1", 4), ("%00", 1)],
)
def test_a_page_that_is_not_there_shows_another_and_says_so(client, wanted, number):
    page = shown(client, f"?page={wanted}")
    assert title(page).startswith(f"ข้อผิดพลาด: พบ {ENTRIES} รายการ หน้า {number} จาก 4")
    assert re.search(f'<a href="#found">ไม่มีหน้า “[^”]*” จึงแสดงหน้า {number}</a>', page)


def test_nothing_found_says_for_what_and_offers_ways_out(client):
    page = shown(client, "?province=55&year=2544")
    assert '<div role="status"><h2 id="found" tabindex="-1">ไม่พบรายการ สำหรับ ปี พ.ศ. 2544 · จังหวัดน่าน' in page
    assert chips(page) == ["/awards/?province=55", "/awards/?year=2544"]
    assert "ไม่พบในนี้ไม่ได้แปลว่าไม่เคยได้รางวัล" in page
    assert '<a href="/awards/">ล้างทั้งหมด</a>' in page
    assert '<nav class="pager"' not in page


@pytest.mark.parametrize("name", ["entry-list", "practice-list", "municipality-list"])
def test_what_a_form_left_empty_is_not_in_the_address(client, name):
    response = client.get(reverse(name), {"q": "", "year": ["", "2557"], "since": "", "tier": "gold", "sort": ""})
    assert (response.status_code, response["Location"]) == (302, f"{reverse(name)}?year=2557&tier=gold")
    assert client.get(response["Location"]).status_code == 200


def test_a_filter_with_one_choice_for_all_rows_is_not_offered(client):
    names = re.findall(r'id="filter-([a-z]+)"', shown(client, "?province=40&year=2557"))
    assert "province" in names  # it was chosen
    assert "region" not in names


def test_filtered_lists_are_not_for_search_engines(client):
    assert '<meta name="robots" content="noindex, follow">' in shown(client, "?province=40")
    assert "noindex" not in shown(client, "?page=2")


def test_a_record_shows_what_decides_a_click(client):
    page = shown(client, "?year=2557&category=networks")
    for words in ["เทศบาลนครขอนแก่น", "จังหวัดขอนแก่น", "เครือข่ายโครงการฟื้นฟูเยียวยา", "111,707 คน", "ไม่ระบุระดับรางวัล"]:
        assert words in page
    assert 'href="/municipalities/khon-kaen-city/2557/"' in page


def test_practices_name_their_body(client):
    page = shown(client, "?sort=year", "practice-list")
    assert "พบ 29 รายการ หน้า 1 จาก 2 – แนวปฏิบัติ" in title(page)
    assert 'href="/municipalities/khon-kaen-city/2557/">เทศบาลนครขอนแก่น</a>' in page
    assert "สำนักการศึกษา เทศบาลนครขอนแก่น" in page


def test_bodies_stand_with_their_province_and_awards(client):
    page = shown(client, "?province=40", "municipality-list")
    assert page.count("จังหวัดขอนแก่น</span>") == 2
    assert "พบ 4 ปี ล่าสุด พ.ศ. 2563" in page
    assert 'href="/municipalities/nong-makhuea-sao/"' in page


def test_english_pages_keep_english_addresses(client):
    response = client.get("/en/awards/?province=40")
    assert '<a class="chip" href="/en/awards/"' in response.content.decode()
    assert "Khon Kaen" in response.content.decode()


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        pytest.param("?year=%00&province=4%000&has=%00&since=%00&page=%00", id="nul"),
        pytest.param("?year=%FF%FE&since=%ED%A0%80&kind=%EF%BF%BF", id="broken-utf-8"),
        pytest.param("?province=%E2%80%AE04&tier=%E2%80%8Bgold", id="bidi-and-zero-width"),
        pytest.param("?category=" + "%E0%B9%88" * 150, id="stacked-marks"),
        pytest.param("?" + "&".join(["year=2557"] * 300), id="one-value-300-times"),
        pytest.param("?a[]=1&year__gte=2560&__proto__=1&=2&&&", id="unknown-names"),
        pytest.param("?since=" + "9" * 5000 + "&until=" + "9" * 5000, id="5000-digits"),
        pytest.param("?province=" + "ก" * 1000, id="long"),
        pytest.param("?year=<script>alert(1)</script>", id="script"),
    ],
)
def test_whatever_a_stranger_sends_the_page_stands(client, name, query):
    page = client.get(f"{reverse(name)}{query}")
    assert page.status_code == 200
    assert b"\0" not in page.content
    assert b"<script" not in page.content


@pytest.mark.parametrize("name", LISTS)
def test_too_many_parameters_are_refused(client, name):
    assert client.get(f"{reverse(name)}?{'&'.join(['year=2557'] * 1001)}").status_code == 400
