"""With JavaScript off, a reader comes from the front page to what a place did."""

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import ENTRY, PRACTICE
from tests.catalogue.counts import ENTRIES

# What is wrong with the place where the keyboard stands: no outline, or something lies on it. Null at the page's end.
STOP = """() => {
    const one = document.activeElement, style = getComputedStyle(one), [box] = one.getClientRects();
    if (one === document.body) return null;
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const top = document.elementFromPoint(box.x + Math.min(box.width, 40) / 2, box.y + Math.min(box.height, 40) / 2);
    return outlined && (one.contains(top) || top?.contains(one)) ? "" : one.outerHTML;
}"""


@pytest.fixture(params=[{"width": 360, "height": 740}, {"width": 1280, "height": 900}], ids=["phone", "desk"])
def page(new_page, request):
    return new_page(java_script_enabled=False, viewport=request.param)


def test_home_filter_search_entry_practice(page):
    page.goto("/")
    page.get_by_role("navigation", name="เมนูหลัก").get_by_role("link", name="รางวัล").click()
    expect(page.locator("#found")).to_contain_text(f"พบ {ENTRIES} รายการ")

    summary = page.locator(".filters__summary")
    if summary.is_visible():
        summary.click()
    page.locator("#filter-province").click()
    page.get_by_role("group", name="จังหวัด").get_by_label("ขอนแก่น").check()
    page.get_by_role("main").get_by_role("button", name="แสดงผล").click()
    expect(page.locator("#found")).to_contain_text("พบ 5 รายการ")
    assert "province=40" in page.url

    page.get_by_role("combobox", name="คำค้น").fill("เครือข่าย 2557")
    page.get_by_role("main").get_by_role("button", name="แสดงผล").click()
    expect(page.locator("#found")).to_contain_text("พบ 1 รายการ")

    page.get_by_role("heading", name="เทศบาลนครขอนแก่น").get_by_role("link").click()
    page.wait_for_url(lambda url: url.endswith(ENTRY))
    page.get_by_role("link", name="เครือข่ายโครงการฟื้นฟูเยียวยา").click()
    page.wait_for_url(lambda url: url.endswith(PRACTICE))
    expect(page.locator("h1")).to_contain_text("ฟื้นฟูเยียวยา")


def test_search_of_the_front_page(page):
    page.goto("/")
    page.get_by_role("searchbox").fill("ทน.ขอนแก่น")
    page.get_by_role("button", name="ค้นหา").click()
    expect(page.locator("#found")).to_contain_text("พบ 4 รายการ")


def test_chip_removes_its_filter(page):
    page.goto("/awards/?province=40&year=2557")
    page.get_by_role("link", name="เอาตัวกรองออก: จังหวัดขอนแก่น").click()
    expect(page.locator("#found")).to_contain_text("พบ 8 รายการ")


def test_language_changes_and_the_place_stays(page):
    page.goto("/awards/?province=40&page=1")
    page.get_by_role("link", name="English").click()
    page.wait_for_url(lambda url: url.endswith("/en/awards/?province=40&page=1"))
    page.get_by_role("link", name="ภาษาไทย").click()
    page.wait_for_url(lambda url: url.endswith("/awards/?province=40&page=1"))
    expect(page.locator("html")).to_have_attribute("lang", "th")


@pytest.mark.parametrize("path", ["/", "/awards/?province=40", ENTRY])
def test_every_stop_of_the_keyboard_is_seen(reader, path):
    page = reader.new_page()
    page.emulate_media(reduced_motion="reduce")  # else the page is still on its way
    page.goto(path)
    stops = []
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        stops.append(stop)
    page.close()
    assert len(stops) > 15
    assert [stop for stop in stops if stop] == []


# Whether the keyboard stands on a result.
ON_RESULT = "() => Boolean(document.activeElement.closest('.results .register, .results .doors'))"


@pytest.mark.parametrize(
    "path", ["/awards/", "/practices/", "/municipalities/", "/awards/?province=40&category=networks"]
)
def test_the_first_result_is_at_most_thirty_stops_away(page, path):
    page.goto(path)
    stops = 0
    while not page.evaluate(ON_RESULT):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= 30


# What the site is for: the tasks of five readers. A step is a click; typing and sending the words is one.


def words_of(page):
    return " ".join(page.locator("main").inner_text().split())


def is_on_first_screen(locator, page):
    box = locator.bounding_box()
    return box is not None and box["y"] + box["height"] <= page.viewport_size["height"]


def test_an_officer_comes_to_what_a_place_like_hers_did(page):
    """Searching, her district's place, a place like it, its practice: at most four clicks."""
    page.goto("/")
    page.get_by_role("searchbox").fill("อบต น่าน")
    page.get_by_role("button", name="ค้นหา").click()  # 1
    page.get_by_role("link", name="องค์การบริหารส่วนตำบลส้าน").first.click()  # 2
    page.get_by_role("link", name="ดูว่าที่คล้ายกันทำอะไรไว้").first.click()  # 3
    page.get_by_role("region", name="แนวปฏิบัติของที่คล้ายกัน").get_by_role("link").first.click()  # 4
    assert "/practices/" in page.url
    assert len(words_of(page)) > 300


def test_a_journalist_reads_most_golds_where_and_womens_share_and_takes_the_data(page):
    page.goto("/")
    expect(page.get_by_role("region", name="สตรีในสภาท้องถิ่น")).to_contain_text("หญิง 6 จาก 24 ที่นั่ง (ร้อยละ 25)")
    expect(page.get_by_role("region", name="สตรีในสภาท้องถิ่น")).to_contain_text(f"ระบุไว้ 1 จาก {ENTRIES} รายการ")
    page.get_by_role("link", name="ดูเฉพาะรางวัลพระปกเกล้าทองคำ").click()  # 1: most golds first, each with its places
    rows = page.locator(".panorama tbody tr")
    expect(rows.nth(0)).to_contain_text("แม่เหียะ")
    expect(rows.nth(1)).to_contain_text("ลำพูน")
    for row in (rows.nth(0), rows.nth(1)):
        expect(row).to_contain_text("2 ปี")
    expect(rows.nth(2)).to_contain_text("1 ปี")
    expect(page.get_by_role("link", name="CSV")).to_have_attribute("href", "/awards.csv?tier=gold")  # 2
    page.get_by_role("link", name="ดูเป็นแผนที่").click()
    expect(page.locator("main")).to_contain_text("พบแล้วใน 14 จาก 77 จังหวัด")


@pytest.mark.parametrize(
    ("words", "answer"), [("ลำพูน", "พบ 6 ปี"), ("ปากเกร็ด", "ยังไม่พบรางวัล")], ids=["found", "not-found-but"]
)
def test_a_citizen_sees_the_answer_on_the_first_screen(new_page, words, answer):
    page = new_page(java_script_enabled=False, viewport={"width": 360, "height": 700})
    page.goto(f"/awards/?q={words}")
    place = page.locator(".results .door").first
    expect(place).to_contain_text(words)
    expect(place).to_contain_text(answer)
    assert is_on_first_screen(place, page)
    if "ยังไม่พบ" in answer:
        expect(page.locator("main")).to_contain_text("ไม่ได้แปลว่าไม่เคยได้รางวัล")


def test_a_foreign_researcher_finds_nan_and_sao(page):
    page.goto("/en/awards/?q=Nan")
    expect(page.locator(".results .door, .results .record").first).to_contain_text("Nan Province")
    page.goto("/en/awards/?q=SAO")
    expect(page.locator("#found")).to_contain_text("results")
    expect(page.locator(".results .record").first).to_contain_text("Subdistrict Administrative Organisation")


@pytest.mark.parametrize("path", ["/", "/awards/", ENTRY, PRACTICE, "/municipalities/khon-kaen-city/", "/topics/"])
def test_no_heading_in_english_is_thai_alone(page, path):
    page.goto(f"/en{path}")
    for heading in page.locator("h1, h2, h3").all():
        shown = heading.evaluate("one => (one.closest('.plate, article, main > .leaf--title') || one).innerText")
        assert any(letter.isascii() and letter.isalpha() for letter in shown), shown


@pytest.mark.parametrize("path", ["/", "/awards/", ENTRY])
def test_who_what_and_whom_stand_on_the_first_screen(page, path):
    page.goto(path)
    award = page.get_by_role("link", name="รางวัลของสถาบันพระปกเกล้า")
    steward = page.get_by_role("link", name="ใครทำ แจ้งใคร")
    assert is_on_first_screen(award, page)
    assert is_on_first_screen(steward, page)
    steward.click()
    expect(page.locator("#steward")).to_be_in_viewport()
    award.click()
    expect(page.locator("h1")).to_contain_text("รางวัลพระปกเกล้าคืออะไร")
