"""The day of checking falls when what was checked changes."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from practices.models import AwardEntry, Citation, Executive, PracticePartner

DAY = date(2026, 11, 1)
TOLD = "ล้างวันที่ตรวจทานแล้ว เพราะข้อมูลที่พิมพ์เปลี่ยน"


@pytest.fixture
def checked(entry):
    entry.checked_on = DAY
    entry.save()
    return entry


@pytest.fixture
def change_url(checked):
    return reverse("admin:practices_awardentry_change", args=[checked.pk])


def save(editing, url, data):
    """The day that stands after the form was saved, and whether the editor was told that it was emptied."""
    response = editing.post(url, data, follow=True)
    assert response.redirect_chain
    day = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557).checked_on
    return day, TOLD in [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({"population": "111,708"}, id="figure"),
        pytest.param({"tier": "gold"}, id="award"),
        pytest.param({"executives-0-name": "นายอื่น"}, id="executive"),
        pytest.param({"executives-2-DELETE": "on"}, id="executive-removed"),
        pytest.param({"executives-0-order": 2, "executives-1-order": 1}, id="executives-swapped"),
        pytest.param({"council-0-men": 19}, id="council"),
        pytest.param({"practices-0-result": "ผล"}, id="practice"),
        pytest.param({"citations-0-page": "278"}, id="page"),
    ],
)
def test_day_falls_when_something_printed_changes(editing, form_data, change_url, typed):
    assert save(editing, change_url, form_data(change_url, **typed)) == (None, True)


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"population": "๑๑๑๗๐๗", "phone": " 043-221-667 "}, id="the-same-in-other-letters"),
        pytest.param({"remarks-0-text_th": "ข้อสังเกตอื่น"}, id="remark"),
        pytest.param({"citations-0-note_th": "อนุมานจากหัวเรื่อง"}, id="our-note"),
        pytest.param({"practices-0-slug": "another-address"}, id="address"),
    ],
)
def test_day_stays_when_only_words_of_ours_change(editing, form_data, change_url, typed):
    assert save(editing, change_url, form_data(change_url, **typed)) == (DAY, False)


def test_new_day_of_the_same_save_stays(editing, form_data, change_url):
    typed = {"population": "111,708", "checked_on": "02/11/2569"}
    assert save(editing, change_url, form_data(change_url, **typed)) == (date(2026, 11, 2), False)


def test_first_day_of_the_same_save_stays(editing, form_data, entry):
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    typed = {"population": "111,708", "checked_on": "02/11/2569"}
    assert save(editing, url, form_data(url, **typed)) == (date(2026, 11, 2), False)


def test_day_falls_when_a_partner_changes_on_the_practices_form(editing, form_data, checked):
    url = reverse("admin:practices_practice_change", args=[checked.practices.get().pk])
    assert save(editing, url, form_data(url, **{"partners-0-role": "ผู้ประสานงาน"})) == (None, True)
    assert PracticePartner.objects.filter(role="ผู้ประสานงาน").exists()


def test_day_falls_when_a_practice_comes_or_goes(editing, form_data, checked):
    url = reverse("admin:practices_practice_add")
    data = form_data(url, entry=checked.pk, kind="project", slug="second", title="โครงการที่สอง")
    assert save(editing, url, data) == (None, True)
    AwardEntry.objects.filter(pk=checked.pk).update(checked_on=DAY)
    url = reverse("admin:practices_practice_delete", args=[checked.practices.get(slug="second").pk])
    assert save(editing, url, {"post": "yes"}) == (None, True)


def test_emptying_belongs_to_the_revision_that_caused_it(editing, form_data, checked, change_url):
    save(editing, change_url, form_data(change_url, **{"executives-0-name": "นายอื่น"}))
    emptied, changed = checked.history.first(), Executive.history.filter(entry=checked.pk).first()
    assert emptied.checked_on is None
    assert emptied.history_date == changed.history_date


def test_check_before_the_year_of_the_award_is_refused(editing, form_data, checked, change_url):
    response = editing.post(change_url, form_data(change_url, checked_on="1999-01-01"))
    assert list(response.context["adminform"].form.errors) == ["checked_on"]
    checked.checked_on = date(2013, 12, 31)
    with pytest.raises(ValidationError, match="ก่อนปีที่ได้รับรางวัล"):
        checked.clean()
    checked.checked_on = date(2014, 1, 1)
    checked.clean()


def test_page_of_a_citation_is_what_was_checked(editing, form_data, checked, change_url):
    """The source itself counts too, not only its page."""
    other = Citation.objects.exclude(entry=checked).first().source_id
    assert save(editing, change_url, form_data(change_url, **{"citations-1-source": other})) == (None, True)
