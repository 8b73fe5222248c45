"""One entry, one form: what the editor saves is what the public reads."""

from datetime import date

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from practices.models import AwardEntry, Executive, Practice, PracticePartner
from tests.catalogue.counts import ENTRIES

WITHOUT_CITATIONS = {f"citations-{number}-DELETE": "on" for number in range(3)}
NOT_YET = "เผยแพร่ได้เมื่ออ้างอิงแหล่งข้อมูลอย่างน้อยหนึ่งรายการ"


@pytest.fixture
def change_url(entry):
    return reverse("admin:practices_awardentry_change", args=[entry.pk])


def save(editing, url, data):
    response = editing.post(url, data, follow=True)
    assert response.status_code == 200
    return response


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_edit_shows_on_the_public_page_at_once(editing, form_data, entry, change_url):
    assert "043-221-668" not in editing.get(entry.get_absolute_url()).text
    save(editing, change_url, form_data(change_url, fax="043-221-668"))
    assert "043-221-668" in editing.get(entry.get_absolute_url()).text


def test_edit_of_a_part_is_found_at_once(editing, form_data, entry, change_url):
    save(editing, change_url, form_data(change_url, **{"executives-0-name": "นางสาวสมศรี ใจดี"}))
    assert list(AwardEntry.objects.matching("สมศรี ใจดี")) == [entry]


def test_edit_of_the_body_is_found_through_its_entries(editing, form_data, entry):
    url = reverse("admin:practices_municipality_change", args=[entry.municipality_id])
    save(editing, url, form_data(url, name_en="Mueang Kon Kaen"))
    assert entry in AwardEntry.objects.matching("Mueang Kon Kaen 2557")


def test_deleting_the_only_practice_is_noticed(editing, entry):
    practice = entry.practices.get()
    editing.post(reverse("admin:practices_practice_delete", args=[practice.pk]), {"post": "yes"})
    entry.refresh_from_db()
    assert not entry.has_practice


def test_rows_are_swapped_by_their_numbers(editing, form_data, entry, change_url):
    before = [executive.name for executive in entry.executives.all()]
    save(editing, change_url, form_data(change_url, **{"executives-0-order": 2, "executives-1-order": 1}))
    assert [(row.order, row.name) for row in entry.executives.all()] == [
        (1, before[1]),
        (2, before[0]),
        (3, before[2]),
    ]


def test_rows_are_renumbered_when_one_leaves_and_one_comes(editing, form_data, entry, change_url):
    before = [executive.name for executive in entry.executives.all()]
    new = {"office": "other", "title_as_printed": "รองปลัด", "name": "นายใหม่", "order": ""}
    typed = {f"executives-3-{name}": value for name, value in new.items()}
    typed |= {"executives-TOTAL_FORMS": 4, "executives-0-DELETE": "on", "executives-3-entry": entry.pk}
    save(editing, change_url, form_data(change_url, **typed))
    assert [(row.order, row.name) for row in entry.executives.all()] == [
        (1, before[1]),
        (2, before[2]),
        (3, "นายใหม่"),
    ]


def test_partners_are_on_the_practices_own_form(editing, form_data, entry, change_url):
    practice = entry.practices.get()
    url = reverse("admin:practices_practice_change", args=[practice.pk])
    assert url in editing.get(change_url).text
    save(editing, url, form_data(url, **{"partners-1-name": "กองทุน"}))
    assert PracticePartner.objects.get(practice=practice, order=2).name == "กองทุน"
    assert list(AwardEntry.objects.matching("กองทุน สำนักการศึกษา 2557")) == [entry]


def test_practice_of_its_own_form_goes_last(editing, form_data, entry):
    url = reverse("admin:practices_practice_add")
    data = form_data(url, entry=entry.pk, kind="project", slug="second", title="โครงการที่สอง")
    save(editing, url, data)
    assert Practice.objects.get(slug="second").order == 2


def test_contradiction_is_told_and_saved(editing, form_data, entry, change_url):
    response = save(editing, change_url, form_data(change_url, population_men=1, fax=""))
    assert any("ไม่ตรงกับจำนวนประชากร" in message for message in messages(response))
    entry.refresh_from_db()
    assert entry.population_men == 1
    assert "ไม่ตรงกับจำนวนประชากร" in editing.get(change_url).text


def test_what_nobody_sees_is_taken_from_what_is_pasted(editing, form_data, entry, change_url):
    typed = {"postcode": "40000\u200b", "citations-0-note_en": "One\u200b note", "remarks-0-text_en": "A\u00ad remark"}
    save(editing, change_url, form_data(change_url, **typed))
    entry.refresh_from_db()
    citation, remark = entry.citations.first(), entry.remarks.first()
    assert (entry.postcode, citation.note_en, remark.text_en) == ("40000", "One note", "A remark")


def headings(response):
    """Each heading of the findings above the form, with what stands under it."""
    names = ("errors_of_ours", "doubts", "contradictions")
    return {name: [finding.code for finding in response.context[name]] for name in names}


def test_draft_without_a_source_is_told_that_it_cannot_be_published(editing, form_data, entry, change_url):
    data = form_data(change_url, **WITHOUT_CITATIONS)
    del data["is_published"]
    assert "ไม่มีการอ้างอิงแหล่งข้อมูล" in messages(save(editing, change_url, data))
    page = editing.get(change_url)
    assert headings(page) == {"errors_of_ours": ["no-citation"], "doubts": [], "contradictions": ["fax-is-phone"]}
    assert page.text.index("ต้องแก้ก่อนเผยแพร่") < page.text.index("ไม่มีการอ้างอิง") < page.text.index("หน้าสาธารณะจะแสดง")


def test_published_entry_without_a_source_is_refused(editing, form_data, entry, change_url):
    response = save(editing, change_url, form_data(change_url, **WITHOUT_CITATIONS))
    assert response.context["adminform"].form.errors == {"is_published": [NOT_YET]}
    assert entry.citations.count() == 3


def test_one_source_that_stays_or_comes_is_enough(editing, form_data, entry, change_url):
    save(editing, change_url, form_data(change_url, **{"citations-0-DELETE": "on", "citations-2-DELETE": "on"}))
    assert entry.citations.count() == 1
    source = entry.citations.get().source_id
    new = {
        "citations-0-DELETE": "on",
        "citations-TOTAL_FORMS": 2,
        "citations-1-source": source,
        "citations-1-order": "",
    }
    save(editing, change_url, form_data(change_url, **new))
    assert entry.citations.count() == 1


class TestNewEntry:
    @pytest.fixture
    def add_url(self):
        return reverse("admin:practices_awardentry_add")

    def test_is_a_draft_unless_told(self, editing, form_data, entry, add_url):
        save(editing, add_url, form_data(add_url, municipality=entry.municipality_id, year_be=2560, kind="city"))
        assert not AwardEntry.objects.get(year_be=2560, municipality=entry.municipality_id).is_published

    def test_is_not_published_without_a_source(self, editing, form_data, entry, add_url):
        data = form_data(add_url, municipality=entry.municipality_id, year_be=2560, kind="city", is_published="on")
        response = save(editing, add_url, data)
        assert response.context["adminform"].form.errors == {"is_published": [NOT_YET]}
        assert AwardEntry.objects.count() == ENTRIES

    def test_is_published_with_a_source(self, editing, form_data, entry, add_url):
        source = entry.citations.first().source_id
        data = form_data(add_url, municipality=entry.municipality_id, year_be=2560, kind="city", is_published="on")
        save(editing, add_url, data | {"citations-TOTAL_FORMS": 1, "citations-0-source": source})
        assert AwardEntry.objects.get(year_be=2560, municipality=entry.municipality_id).is_published

    def test_takes_its_kind_from_the_body(self, editing, form_data, entry, add_url):
        save(editing, add_url, form_data(add_url, municipality=entry.municipality_id, year_be=2560, kind=""))
        assert AwardEntry.objects.get(year_be=2560, municipality=entry.municipality_id).kind == "city"

    def test_is_of_any_place_of_the_register_whose_name_is_found_and_not_typed(
        self, client, editing, form_data, entry, add_url
    ):
        of_entry = {"app_label": "practices", "model_name": "awardentry", "field_name": "municipality"}
        found = editing.get(reverse("admin:autocomplete"), of_entry | {"term": "ปากเกร็ด เทศบาลนคร"}).json()
        (chosen,) = found["results"]
        typed = {"municipality": chosen["id"], "year_be": "๒๕๖๐", "is_published": "on"}
        cited = {"citations-TOTAL_FORMS": 1, "citations-0-source": entry.citations.first().source_id}
        save(editing, add_url, form_data(add_url, **typed, **cited))
        page = client.get("/municipalities/pak-kret-city/2560/").text
        for fact in ("เทศบาลนครปากเกร็ด", "จังหวัดนนทบุรี", "ทะเบียนราษฎร", "31 ธ.ค. 2560"):
            assert fact in page

    def test_without_a_body_is_asked_for_the_body_alone(self, editing, form_data, add_url):
        response = save(editing, add_url, form_data(add_url, year_be=2560, kind=""))
        assert list(response.context["adminform"].form.errors) == ["municipality"]


def test_kind_of_another_body_is_told_to_editors_only(editing, form_data, entry, change_url):
    response = save(editing, change_url, form_data(change_url, kind="sao", fax=""))
    (told,) = [message for message in messages(response) if "ประเภท" in message]
    assert "องค์การบริหารส่วนตำบล" in told
    assert "เทศบาลนคร" in told
    assert headings(editing.get(change_url))["doubts"] == ["kind-not-registered"]
    assert told not in editing.get(entry.get_absolute_url()).text


def test_kind_is_not_emptied_afterwards(editing, form_data, change_url):
    response = save(editing, change_url, form_data(change_url, kind=""))
    assert list(response.context["adminform"].form.errors) == ["kind"]


def test_consistent_entry_is_saved_without_a_warning(editing, form_data, entry, change_url):
    response = save(editing, change_url, form_data(change_url, fax=""))
    assert len(messages(response)) == 1
    assert 'class="findings"' not in editing.get(change_url).text


def test_same_body_and_year_twice_is_refused_in_words(editing, form_data, entry):
    url = reverse("admin:practices_awardentry_add")
    data = form_data(url, municipality=entry.municipality_id, year_be=2557, kind="city")
    response = editing.post(url, data)
    assert "หน่วยงานนี้มีรายการของปีนี้อยู่แล้ว" in response.text
    assert AwardEntry.objects.count() == ENTRIES


@pytest.mark.parametrize("typed", ["17/05/2024", "17/05/2567"])
def test_day_of_checking_is_understood_in_both_eras(editing, form_data, entry, change_url, typed):
    save(editing, change_url, form_data(change_url, checked_on=typed))
    entry.refresh_from_db()
    assert entry.checked_on == date(2024, 5, 17)
    assert "17 พฤษภาคม 2567" in editing.get(reverse("admin:practices_awardentry_changelist"), {"checked": "1"}).text


def test_day_of_checking_is_not_to_come(editing, form_data, entry, change_url):
    assert "วันนั้นยังมาไม่ถึง" in save(editing, change_url, form_data(change_url, checked_on="01/01/2643")).text


class TestDraft:
    @pytest.fixture
    def draft(self, editing, form_data, entry, change_url):
        data = form_data(change_url)
        del data["is_published"]
        save(editing, change_url, data)
        return entry

    def test_is_invisible_in_public(self, client, draft):
        client.logout()
        assert client.get(draft.get_absolute_url()).status_code == 404
        practice = draft.practices.get()
        assert client.get(practice.get_absolute_url()).status_code == 404
        assert draft.get_absolute_url() not in client.get("/awards/?year=2557").text

    def test_is_previewed_by_editors(self, editing, draft, change_url):
        preview = reverse("admin:practices_awardentry_preview", args=[draft.pk])
        assert preview in editing.get(change_url).text
        response = editing.get(preview)
        assert "ฉบับร่าง" in response.text
        assert "111,707" in response.text
        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"

    def test_is_previewed_by_nobody_else(self, client, draft, django_user_model):
        preview = reverse("admin:practices_awardentry_preview", args=[draft.pk])
        client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
        assert client.get(preview).status_code == 403
        client.logout()
        assert client.get(preview)["Location"].startswith("/admin/login/")

    def test_has_no_link_to_the_public_page(self, editing, draft, change_url):
        assert f'href="{draft.get_absolute_url()}"' not in editing.get(change_url).text


class TestTwoEditors:
    @pytest.fixture
    def other(self, editor):
        """The browser of another editor."""
        user = User.objects.create_user("malee", is_staff=True)
        user.groups.set(editor.groups.all())
        browser = Client()
        browser.force_login(user)
        return browser

    def test_second_one_is_told_and_overwrites_nothing(self, editing, form_data, entry, change_url):
        opened_by_second = form_data(change_url, fax="1", **{"executives-0-name": "ข"})
        save(editing, change_url, form_data(change_url, phone="043-000-000"))
        response = save(editing, change_url, opened_by_second)
        assert "มีการแก้ไขรายการนี้หลังจากที่คุณเปิดหน้านี้" in response.text
        assert "somsri: แก้ไข รางวัล (โทรศัพท์)" in " ".join(response.text.split())
        assert 'value="ข"' in response.text  # what the second one typed is still there
        entry.refresh_from_db()
        assert (entry.phone, entry.fax) == ("043-000-000", "043-221-667")

    def test_change_of_a_part_counts(self, editing, other, form_data, entry, change_url):
        opened = form_data(change_url, fax="1")
        practice_url = reverse("admin:practices_practice_change", args=[entry.practices.get().pk])
        save(other, practice_url, form_data(practice_url, **{"partners-0-name": "ก"}))
        assert "มีการแก้ไขรายการนี้" in save(editing, change_url, opened).text

    def test_one_s_own_partners_in_another_tab_are_no_conflict(self, editing, form_data, entry, change_url):
        opened = form_data(change_url, fax="1")
        practice_url = reverse("admin:practices_practice_change", args=[entry.practices.get().pk])
        save(editing, practice_url, form_data(practice_url, **{"partners-0-name": "ก"}))
        assert "มีการแก้ไขรายการนี้" not in save(editing, change_url, opened).text
        entry.refresh_from_db()
        assert entry.fax == "1"
        assert entry.practices.get().partners.first().name == "ก"

    def test_one_s_own_entry_in_another_tab_is_no_conflict_for_its_practice(
        self, editing, form_data, entry, change_url
    ):
        practice = entry.practices.get()
        practice_url = reverse("admin:practices_practice_change", args=[practice.pk])
        opened = form_data(practice_url, result="ผล")
        save(editing, change_url, form_data(change_url, fax="1"))
        assert "มีการแก้ไขรายการนี้" not in save(editing, practice_url, opened).text
        practice.refresh_from_db()
        assert practice.result == "ผล"

    def test_others_save_after_one_s_own_is_still_a_conflict(self, editing, other, form_data, entry, change_url):
        opened = form_data(change_url, fax="1")
        practice_url = reverse("admin:practices_practice_change", args=[entry.practices.get().pk])
        save(other, change_url, form_data(change_url, phone="043-000-000"))
        save(editing, practice_url, form_data(practice_url, **{"partners-0-name": "ก"}))
        assert "มีการแก้ไขรายการนี้" in save(editing, change_url, opened).text

    @pytest.mark.parametrize("version", ["", "0", "nonsense", "9999-12-31T00:00:00+00:00"])
    def test_version_that_never_was_is_refused(self, editing, form_data, entry, change_url, version):
        assert "มีการแก้ไขรายการนี้" in save(editing, change_url, form_data(change_url, fax="1", version=version)).text

    def test_practice_is_guarded_by_its_entry(self, editing, form_data, entry, change_url):
        practice_url = reverse("admin:practices_practice_change", args=[entry.practices.get().pk])
        opened = form_data(practice_url, result="ผล")
        save(editing, change_url, form_data(change_url, **{"practices-0-target": "ก"}))
        assert "มีการแก้ไขรายการนี้" in save(editing, practice_url, opened).text

    def test_form_without_its_version_is_refused(self, editing, form_data, entry, change_url):
        data = form_data(change_url, fax="1")
        del data["version"]
        save(editing, change_url, data)
        entry.refresh_from_db()
        assert entry.fax == "043-221-667"

    def test_saving_and_going_on_is_not_a_conflict(self, editing, form_data, entry, change_url):
        for fax in ("1", "2"):
            save(editing, change_url, form_data(change_url, fax=fax, _continue="1"))
        entry.refresh_from_db()
        assert entry.fax == "2"


def test_text_is_cleaned_on_the_way_in(editing, form_data, entry, change_url):
    save(editing, change_url, form_data(change_url, **{"executives-0-name": " นายนํ้า\u200b ใจดี "}))
    assert Executive.objects.get(entry=entry, order=1).name == "นายน้ำ ใจดี"


class TestTooLongTexts:
    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            pytest.param("ก ข " * 50_001, "ยาวเกินไป: 200,003 ตัวอักษร", id="too-long"),
            pytest.param("ก" * 10_001, "มี 10,001 ตัวอักษรติดกัน", id="unbroken"),
        ],
    )
    def test_are_refused_beside_their_field_and_nothing_is_lost(
        self, editing, form_data, entry, change_url, text, reason
    ):
        response = save(
            editing, change_url, form_data(change_url, introduction=text, fax="1", **{"practices-0-body": text})
        )
        form = response.context["adminform"].form
        assert reason in form.errors["introduction"][0]
        assert reason in response.context["inline_admin_formsets"][2].formset.forms[0].errors["body"][0]
        assert (form["introduction"].value(), form["fax"].value()) == (text, "1")

    def test_the_longest_is_taken(self, editing, form_data, entry, change_url):
        save(editing, change_url, form_data(change_url, introduction="ก" * 10_000 + " ข" * 95_000))
        entry.refresh_from_db()
        assert len(entry.introduction) == 200_000
