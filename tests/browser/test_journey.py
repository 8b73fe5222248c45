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
