"""From the front page to the rows in a spreadsheet."""

from pathlib import Path

from tests.exports.sheets import rows_of


def test_a_reader_takes_the_rows_of_the_screen_along(page, tmp_path):
    page.goto("/")
    page.get_by_role("link", name="รางวัล", exact=True).first.click()
    for name in ("kind", "region", "year"):
        page.locator(f"#filter-{name}").click()
    page.get_by_label("เทศบาลนคร").check()
    page.get_by_label("ภาคตะวันออกเฉียงเหนือ").check()
    page.get_by_label("ตั้งแต่ปี").fill("2560")
    page.get_by_role("button", name="แสดงผล").click()
    page.wait_for_url("**since=2560**")  # the list as it was has its files too
    with page.expect_download() as download:
        page.get_by_role("link", name="XLSX").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    header, *rows = rows_of(Path(file).read_bytes())
    name, year = header.index("municipality_full_name_th"), header.index("year_be")
    assert sorted((row[name], row[year]) for row in rows) == [
        ("เทศบาลนครขอนแก่น", 2562),
        ("เทศบาลนครขอนแก่น", 2563),
        ("เทศบาลนครอุดรธานี", 2562),
    ]
    assert file.name.isascii()
