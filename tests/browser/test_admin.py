"""The editors' side in a browser, under the policy that forbids everything inline."""

import pytest

LIST = "/admin/practices/awardentry/"


@pytest.fixture
def page(new_page, logged_in):
    return new_page(storage_state=logged_in)


@pytest.fixture
def form(page):
    """The address of the form of Khon Kaen 2557."""
    page.goto(f"{LIST}?q=ทน.ขอนแก่น 2557")
    return page.get_attribute("#result_list tbody th a", "href").partition("?")[0]


def beside(form, name):
    return form.replace("/change/", f"/{name}/")


def test_admin_keeps_the_policy(page, form):
    complaints = []
    page.on("console", lambda message: complaints.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    for path in ["/admin/login/", "/admin/", LIST, f"{LIST}add/", "/admin/practices/practice/add/"]:
        assert page.goto(path).ok
    for name in ("preview", "history", "delete", "change"):
        assert page.goto(beside(form, name)).ok
    page.click("#calendarlink0")
    page.click("#executives-group .add-row a")
    page.click(".field-municipality .select2-selection")
    page.wait_for_selector(".select2-results__option--highlighted")
    assert complaints == []


@pytest.mark.parametrize("width", [320, 1280])
def test_admin_does_not_scroll_sideways(page, form, width):
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("change", "history", "preview"):
        page.goto(beside(form, name))
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_row_is_added_first_and_the_way_back_removes_it(page, form):
    def titles():
        page.goto(form)
        rows = page.locator("#executives-group tr.has_original .field-title_as_printed input")
        return [row.input_value() for row in rows.all()]

    before = titles()
    page.click("#executives-group .add-row a")
    page.select_option("#id_executives-3-office", "other")
    page.fill("#id_executives-3-title_as_printed", "รองปลัด")
    page.fill("#id_executives-3-order", "0")
    page.click("[name=_save]")
    page.wait_for_selector(".messagelist .success")
    assert titles() == ["รองปลัด", *before]

    page.goto(beside(form, "history"))
    page.locator(".back").last.click()
    page.click("[type=submit].default")
    page.wait_for_selector(".messagelist .success")
    assert titles() == before


def test_a_refused_form_opens_on_what_is_to_be_mended(page, form):
    page.goto(form)
    page.fill("#id_practices-0-slug", "ไทย")
    page.click("[name=_save]")
    page.wait_for_selector(".summary:focus")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#id_practices-0-slug")
    assert page.locator("#id_practices-0-slug").evaluate("field => field.getBoundingClientRect().top < innerHeight")


def test_a_refused_new_form_opens_there_too(page):
    page.goto(f"{LIST}add/")
    page.click("[name=_save]")
    page.wait_for_selector(".summary:focus")
