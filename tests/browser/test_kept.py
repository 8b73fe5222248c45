"""Nothing typed is lost, seen from an editor's browser: with the session, with the tab's page, with the next link."""

import pytest

from tests.browser.conftest import NAME, PASSWORD
from tests.browser.kinds import ADMIN


@pytest.fixture
def form(keys):
    return ADMIN["admin-form"].format(**keys)


def log_in(page):
    page.fill("#id_username", NAME)
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")


def type_a_row(page):
    page.fill("#id_vision", "เมืองที่ทุกคนพิมพ์ไว้")
    page.click("#executives-group .add-row a")
    page.select_option("#id_executives-3-office", "other")
    page.fill("#id_executives-3-name", "นายพิมพ์ ค้างไว้")


def typed_row(page):
    return page.input_value("#id_vision"), page.input_value("#id_executives-3-name")


ROW = ("เมืองที่ทุกคนพิมพ์ไว้", "นายพิมพ์ ค้างไว้")


def test_form_outlives_its_session_without_script(new_page, logged_in, form):
    page = new_page(storage_state=logged_in, java_script_enabled=False)
    page.goto(form)
    page.fill("#id_vision", ROW[0])
    page.context.clear_cookies(name="sessionid")
    page.click("[name=_save]")
    log_in(page)
    assert page.input_value("#id_vision") == ROW[0]
    assert page.url.endswith(form)


def test_rows_outlive_the_session(admin_page, form):
    admin_page.goto(form)
    type_a_row(admin_page)
    admin_page.context.clear_cookies(name="sessionid")
    admin_page.click("[name=_save]")
    log_in(admin_page)
    admin_page.wait_for_selector("#id_executives-3-name")
    assert typed_row(admin_page) == ROW


@pytest.mark.parametrize("stays", [True, False])
def test_changed_form_asks_before_it_is_left(admin_page, form, stays):
    asked = []

    def answer(dialog):
        asked.append(dialog.type)
        dialog.dismiss() if stays else dialog.accept()

    admin_page.on("dialog", answer)
    admin_page.goto(form)
    admin_page.fill("#id_vision", ROW[0])
    admin_page.click("#site-name a", no_wait_after=True)
    admin_page.wait_for_function("true") if stays else admin_page.wait_for_url("**/admin/")
    assert asked == ["beforeunload"]
    if stays:
        assert admin_page.input_value("#id_vision") == ROW[0]


def test_form_in_which_nothing_was_typed_is_left_in_silence(admin_page, form):
    asked = []
    admin_page.on("dialog", lambda dialog: asked.append(dialog.type) or dialog.accept())
    admin_page.goto(form)
    admin_page.click("#id_vision")
    admin_page.click("#site-name a")
    admin_page.wait_for_url("**/admin/")
    assert asked == []


def test_what_was_typed_is_offered_on_return_rows_and_choices_included(admin_page):
    admin_page.on("dialog", lambda dialog: dialog.accept())
    admin_page.goto("/admin/practices/awardentry/add/")
    admin_page.click(".field-municipality .select2-selection")
    admin_page.fill(".select2-search__field", "ขอนแก่น")
    admin_page.click(".select2-results__option--highlighted:has-text('ขอนแก่น')")
    chosen = admin_page.inner_text("#select2-id_municipality-container")
    admin_page.fill("#id_vision", ROW[0])
    admin_page.click("#executives-group .add-row a")
    admin_page.fill("#id_executives-0-name", ROW[1])
    admin_page.goto("/admin/")
    admin_page.goto("/admin/practices/awardentry/add/")
    assert admin_page.input_value("#id_vision") == ""
    admin_page.click("text=กู้ที่พิมพ์ค้างไว้")
    assert admin_page.input_value("#id_vision") == ROW[0]
    assert admin_page.input_value("#id_executives-0-name") == ROW[1]
    assert admin_page.inner_text("#select2-id_municipality-container") == chosen
    assert "ขอนแก่น" in chosen


def test_what_was_saved_is_not_offered_again(admin_page, form):
    admin_page.goto(form)
    before = admin_page.input_value("#id_fax")
    for fax in ("043-000-001", before):
        admin_page.fill("#id_fax", fax)
        admin_page.click("[name=_continue]")
        admin_page.wait_for_selector(".messagelist .success")
        assert admin_page.input_value("#id_fax") == fax
        assert admin_page.locator("text=กู้ที่พิมพ์ค้างไว้").count() == 0
    assert admin_page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('typed'))") == []
