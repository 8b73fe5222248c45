"""Figures change only when somebody types them."""

import pytest

LIST = "/admin/practices/awardentry/"


@pytest.fixture
def page(admin_page):
    """The form of Khon Kaen 2557."""
    admin_page.goto(f"{LIST}?q=ทน.ขอนแก่น 2557")
    admin_page.click("#result_list tbody th a")
    return admin_page


@pytest.mark.parametrize(
    ("field", "printed"),
    [("population", "111,707"), ("own_revenue_baht", "678,749,799.10"), ("year_be", "2557"), ("council-0-men", "18")],
)
def test_neither_the_wheel_nor_the_arrows_change_a_figure(page, field, printed):
    figure = page.locator(f"#id_{field}")
    figure.click()
    for _notch in range(5):
        page.mouse.wheel(0, 100)
    for key in ("ArrowUp", "ArrowDown", "ArrowDown", "PageUp"):
        page.keyboard.press(key)
    page.wait_for_timeout(100)
    assert figure.input_value() == printed
    assert figure.get_attribute("inputmode") in {"numeric", "decimal"}


def test_thai_digits_and_a_line_of_the_book_stay_as_they_were_typed(page):
    figure = page.locator("#id_population")
    for typed in ("๑๑๑,๗๐๗", "14,775 คน (ชาย 7,734 คน)"):
        figure.fill("")
        figure.type(typed)
        assert figure.input_value() == typed
