"""Nothing typed is lost: not with the session, nor with the form's token, nor with the row itself."""

import re

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission, User
from django.core import signing
from django.test import Client
from django.urls import reverse

from practices.models import AwardEntry, Executive, Municipality, Practice
from tests.admin.conftest import sent_by

LOG_IN = {"username": "somsri", "password": "a long pass phrase"}
STILL_HERE = "สิ่งที่พิมพ์ไว้ยังอยู่ครบ"
NEW_ROW = {"office": "other", "title_as_printed": "รองปลัด", "name": "นายใหม่", "note": "", "order": "", "id": ""}


@pytest.fixture
def change_url(entry):
    return reverse("admin:practices_awardentry_change", args=[entry.pk])


@pytest.fixture
def typed(form_data, change_url, entry):
    """A form with a field typed over, a row added and a row to be removed."""
    new = {f"executives-3-{name}": value for name, value in NEW_ROW.items()} | {"executives-3-entry": entry.pk}
    more = {"executives-TOTAL_FORMS": 4, "remarks-0-DELETE": "on", "introduction": "ย่อหน้าแรก\r\n\r\nย่อหน้าที่สอง"}
    return form_data(change_url, **new, **more)


def as_text(data):
    """Values as a browser sends them; an empty one tells nothing."""
    return {name: str(value) for name, value in data.items() if str(value)}


def content():
    return list(AwardEntry.objects.order_by("pk").values()), list(Executive.objects.order_by("pk").values())


class TestSessionEnds:
    @pytest.fixture
    def ended(self, editing, typed):
        """A browser with a form that was opened before the session ended."""
        editing.logout()
        return editing

    def carried(self, ended, url, typed):
        response = ended.post(url, typed)
        assert response.status_code == 200
        return {"_kept": response.context["kept"]}

    def test_log_in_page_carries_what_was_typed(self, ended, change_url, typed):
        response = ended.post(change_url, typed)
        assert STILL_HERE in response.text
        assert f'<form action="{change_url}" method="post"' in response.text
        assert re.search(r'<input type="hidden" name="_kept" value="[^"]{100,}" form="login-form">', response.text)
        assert "no-store" in response["Cache-Control"]

    def test_form_is_shown_again_with_everything_and_nothing_saved(self, ended, change_url, typed):
        before = content()
        response = ended.post(change_url, self.carried(ended, change_url, typed) | LOG_IN)
        assert STILL_HERE in response.text
        assert response.request["QUERY_STRING"] == ""
        assert "no-store" in response["Cache-Control"]
        assert as_text(sent_by(response)) == as_text(typed)
        assert "errornote" not in response.text
        assert content() == before

    def test_form_is_saved_when_the_editor_says_so(self, ended, entry, change_url, typed):
        response = ended.post(change_url, self.carried(ended, change_url, typed) | LOG_IN)
        assert ended.post(change_url, sent_by(response)).status_code == 302
        entry.refresh_from_db()
        assert entry.introduction == "ย่อหน้าแรก\n\nย่อหน้าที่สอง"
        assert entry.executives.get(order=4).name == "นายใหม่"

    def test_reloading_the_answer_saves_nothing_either(self, ended, change_url, typed):
        before = content()
        data = self.carried(ended, change_url, typed) | LOG_IN
        for _again in range(2):
            assert as_text(sent_by(ended.post(change_url, data))) == as_text(typed)
        assert content() == before

    def test_wrong_password_on_the_way_loses_nothing(self, ended, change_url, typed):
        wrong = self.carried(ended, change_url, typed) | LOG_IN | {"password": "wrong"}
        again = ended.post(change_url, wrong)
        assert "errornote" in again.text
        response = ended.post(change_url, {"_kept": again.context["kept"]} | LOG_IN)
        assert as_text(sent_by(response)) == as_text(typed)

    def test_new_entry_is_kept_too(self, editing, form_data, entry):
        url = reverse("admin:practices_awardentry_add")
        typed = form_data(url, municipality=entry.municipality_id, year_be=2560, kind="city", vision="เมืองน่าอยู่")
        editing.logout()
        before = content()
        response = editing.post(url, self.carried(editing, url, typed) | LOG_IN)
        assert as_text(sent_by(response)) == as_text(typed)
        assert content() == before

    def test_conflict_is_noticed_still(self, ended, entry, change_url, typed):
        data = self.carried(ended, change_url, typed)
        entry.phone = "043-000-000"
        entry.save()
        response = ended.post(change_url, data | LOG_IN)
        assert sent_by(response)["version"] == typed["version"]
        assert "มีการแก้ไขรายการนี้" in ended.post(change_url, sent_by(response)).text

    def test_another_who_may_edit_goes_on(self, ended, change_url, typed, admin_user):
        data = self.carried(ended, change_url, typed)
        response = ended.post(change_url, data | {"username": "admin", "password": "password"})
        assert as_text(sent_by(response)) == as_text(typed)

    def test_another_who_may_not_edit_sees_nothing(self, ended, change_url, typed):
        reader = User.objects.create_user("reader", password="another pass phrase", is_staff=True)
        reader.user_permissions.add(Permission.objects.get(codename="view_awardentry"))
        data = self.carried(ended, change_url, typed)
        response = ended.post(change_url, data | {"username": "reader", "password": "another pass phrase"})
        assert response.status_code == 403
        assert "นายใหม่" not in response.text

    def test_what_was_not_signed_here_is_refused(self, editing, change_url):
        for forged in ["nonsense", signing.dumps("fax=1", salt="elsewhere")]:
            assert editing.post(change_url, {"_kept": forged}).status_code == 400

    def test_other_forms_carry_nothing(self, client, admin_user):
        response = client.post("/admin/auth/user/add/", {"username": "malee", "password1": "secret"})
        assert response["Location"].startswith("/admin/login/?next=")


class TestTokenIsOld:
    """Logged in again in another tab: the session is a new one, and so is the token against forgery."""

    @pytest.fixture
    def browser(self, editor):
        browser = Client(enforce_csrf_checks=True)
        browser.force_login(editor)
        browser.cookies[settings.CSRF_COOKIE_NAME] = "n" * 32
        return browser

    OURS = {"origin": "http://testserver"}

    def post(self, browser, url, data, **headers):
        return browser.post(url, data | {"csrfmiddlewaretoken": "o" * 32}, headers=headers)

    def test_form_is_shown_again_with_everything_and_nothing_saved(self, browser, change_url, typed):
        before = content()
        response = self.post(browser, change_url, typed, **self.OURS)
        assert STILL_HERE in response.text
        assert as_text(sent_by(response)) == as_text(typed)
        assert response["X-Frame-Options"] == "DENY"
        assert "no-store" in response["Cache-Control"]
        assert content() == before

    def test_form_shown_again_has_a_token_that_is_good(self, browser, entry, change_url, typed):
        response = self.post(browser, change_url, typed, **self.OURS)
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.text)[1]
        data = sent_by(response) | {"csrfmiddlewaretoken": token}
        assert browser.post(change_url, data, headers=self.OURS).status_code == 302
        assert entry.executives.get(order=4).name == "นายใหม่"

    def test_log_in_comes_first_where_there_is_no_session(self, browser, change_url, typed):
        browser.logout()
        browser.cookies[settings.CSRF_COOKIE_NAME] = "n" * 32
        response = self.post(browser, change_url, typed | LOG_IN, **self.OURS)
        assert "<form action" in response.text
        assert response.context["kept"]
        assert settings.SESSION_COOKIE_NAME not in browser.cookies or not browser.session.get("_auth_user_id")

    @pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://testserver.evil.example", None])
    def test_what_another_site_sends_is_not_shown(self, browser, change_url, typed, origin):
        before = content()
        response = self.post(browser, change_url, typed, **({"origin": origin} if origin else {}))
        assert response.status_code == 403
        assert "นายใหม่" not in response.text
        assert content() == before

    @pytest.mark.parametrize("name", ["delete", "history"])
    def test_nothing_else_is_done_or_shown(self, browser, entry, name):
        url = reverse(f"admin:practices_awardentry_{name}", args=[entry.pk])
        assert self.post(browser, url, {"post": "yes"}, **self.OURS).status_code == 403
        assert AwardEntry.objects.filter(pk=entry.pk).exists()

    def test_refusal_is_in_the_look_of_the_admin_and_leads_back_to_it(self, browser):
        response = self.post(browser, "/admin/login/", LOG_IN)
        assert response.status_code == 403
        assert "ส่งแบบฟอร์มไม่สำเร็จ" in response.text
        assert 'href="/admin/"' in response.text
        assert "css/admin.css" in response.text


class TestRowIsGone:
    def test_entry_comes_back_as_a_new_one_with_its_rows(self, editing, entry, change_url, typed):
        entry.delete()
        response = editing.post(change_url, typed)
        assert response.status_code == 200
        assert "รายการนี้ถูกลบไปแล้ว" in response.text
        assert not AwardEntry.objects.filter(municipality__slug="khon-kaen-city", year_be=2557).exists()
        add_url = reverse("admin:practices_awardentry_add")
        assert f'action="{add_url}"' in response.text
        assert "errornote" not in response.text
        assert editing.post(add_url, sent_by(response)).status_code == 302
        new = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
        assert new.introduction == "ย่อหน้าแรก\n\nย่อหน้าที่สอง"
        assert [row.name for row in new.executives.all()][3:] == ["นายใหม่"]
        assert new.practices.get().title
        assert new.council.men == 18
        assert new.citations.count() == 3

    def test_rows_that_were_to_go_stay_away(self, editing, entry, change_url, typed):
        remarks = entry.remarks.count()
        entry.delete()
        response = editing.post(change_url, typed)
        editing.post(reverse("admin:practices_awardentry_add"), sent_by(response))
        assert AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557).remarks.count() == remarks - 1

    def test_practice_comes_back_under_its_entry(self, editing, form_data, entry):
        practice = entry.practices.get()
        partners = practice.partners.count()
        url = reverse("admin:practices_practice_change", args=[practice.pk])
        typed = form_data(url, result="ผลดี")
        practice.delete()
        response = editing.post(url, typed)
        assert editing.post(reverse("admin:practices_practice_add"), sent_by(response)).status_code == 302
        new = Practice.objects.get(slug=practice.slug)
        assert (new.entry, new.result, new.partners.count()) == (entry, "ผลดี", partners)

    def test_row_that_never_was_opens_as_a_new_one(self, editing, change_url, typed, entry):
        response = editing.post(reverse("admin:practices_awardentry_change", args=["abc"]), typed)
        assert "รายการนี้ถูกลบไปแล้ว" in response.text

    def test_body_comes_back_with_its_former_names(self, editor, editing, form_data):
        editor.is_superuser = True  # a body that the register lacks is for a superuser to add
        editor.save()
        body = Municipality.objects.create(slug="x", name_th="ก", name_en="X", kind="city", province_id=1)
        url = reverse("admin:practices_municipality_change", args=[body.pk])
        name = {"kind": "town", "name_th": "ข", "name_en": "Y", "slug": "y", "until_year_be": 2550, "id": ""}
        row = {f"former_names-0-{field}": value for field, value in name.items()}
        typed = form_data(url, **{"former_names-TOTAL_FORMS": 1}, **row)
        body.delete()
        response = editing.post(url, typed)
        assert editing.post(reverse("admin:practices_municipality_add"), sent_by(response)).status_code == 302
        assert Municipality.objects.get(slug="x").former_names.get().slug == "y"

    def test_opening_a_row_that_is_gone_is_told_as_ever(self, editing, entry, change_url):
        entry.delete()
        assert editing.get(change_url)["Location"] == "/admin/"


class TestTooMuch:
    def test_chapter_of_many_rows_is_taken(self, editing, change_url, typed):
        more = {f"field-{number}": "" for number in range(9_000)}
        assert editing.post(change_url, typed | more).status_code == 302

    @pytest.mark.parametrize(
        "data", [{f"field-{number}": "" for number in range(10_001)}, {"introduction": "ก" * 7_000_000}]
    )
    def test_more_is_refused_in_words_and_in_the_look_of_the_admin(self, editing, change_url, data):
        response = editing.post(
            change_url, "&".join(f"{name}={value}" for name, value in data.items()), "application/x-www-form-urlencoded"
        )
        assert response.status_code == 400
        assert "ส่งมากกว่าที่รับได้ในครั้งเดียว" in response.text
        assert "css/admin.css" in response.text
        assert 'href="/admin/"' in response.text
