"""Who changed what and when, the parts of an entry included, and the way back."""

import re

import pytest
from django.urls import reverse

from practices import history
from practices.models import AwardEntry, Citation, Municipality, Practice, PracticePartner, Source


@pytest.fixture
def change_url(entry):
    return reverse("admin:practices_awardentry_change", args=[entry.pk])


@pytest.fixture
def history_url(entry):
    return reverse("admin:practices_awardentry_history", args=[entry.pk])


def content(entry):
    """Everything the entry is made of, keys and order included."""
    rows = history.state_now(AwardEntry, entry.pk).values()
    fields = {type(row): type(row).history.model.tracked_fields for row in rows}
    return [{field.attname: getattr(row, field.attname) for field in fields[type(row)]} for row in rows]


def timeline(entry):
    return history.timeline(AwardEntry, entry.pk)


def told(revision):
    """The revision's changes as (action, kind, field labels)."""
    return [(change.action.value, change.kind, [field.label for field in change.fields]) for change in revision.changes]


def test_loaded_entry_has_one_revision_with_all_its_rows(entry):
    (loaded,) = timeline(entry)
    assert {change.action for change in loaded.changes} == {history.Action.ADDED}
    assert len(loaded.changes) == len(content(entry))


def test_a_save_is_one_revision_and_tells_its_inlines(editing, editor, form_data, entry, change_url, history_url):
    typed = {
        "population": 111708,
        "executives-0-name": "นายใหม่",
        "council-0-men": 17,
        "remarks-0-DELETE": "on",
        "citations-1-order": 0,
    }
    editing.post(change_url, form_data(change_url, **typed))
    newest, _loaded = timeline(entry)
    assert newest.user == editor
    assert ("~", "รางวัล", ["ประชากร (คน)"]) in told(newest)
    assert ("~", "ผู้บริหาร", ["ชื่อ"]) in told(newest)
    assert ("~", "สัดส่วนสมาชิกสภา", ["ชาย (คน)"]) in told(newest)
    assert [action for action, kind, _ in told(newest) if kind == "ข้อสังเกต"].count("-") == 1
    assert [fields for _, kind, fields in told(newest) if kind == "การอ้างอิง"] == [["ลำดับ"], ["ลำดับ"]]
    page = editing.get(history_url).text
    for words in ("somsri", "111,708", "111,707", "นายใหม่", "นายธีระศักดิ์ ฑีฆายุพันธุ์"):
        assert words in page


def test_values_read_as_words(editing, form_data, entry, change_url):
    source = Source.objects.create(slug="news", kind="news", title="ข่าวรางวัล")
    data = form_data(change_url, tier="gold", fax="", **{"citations-0-source": source.pk})
    del data["is_published"]
    editing.post(change_url, data)
    fields = {field.label: field for change in timeline(entry)[0].changes for field in change.fields}
    assert (fields["ระดับรางวัล"].before, fields["ระดับรางวัล"].after) == ("", "รางวัลพระปกเกล้าทองคำ")
    assert (fields["เผยแพร่"].before, fields["เผยแพร่"].after) == ("ใช่", "ไม่ใช่")
    assert fields["แหล่งข้อมูล"].after == "ข่าวรางวัล"
    assert fields["โทรสาร"].after == ""


def test_years_are_no_amounts(editing, form_data, entry, change_url, history_url):
    editing.post(
        change_url, form_data(change_url, **{"practices-0-started_year_be": 2554, "own_revenue_baht": "1234567.5"})
    )
    fields = {field.label: field for change in timeline(entry)[0].changes for field in change.fields}
    assert fields["เริ่มเมื่อ พ.ศ."].after == "2554"
    assert fields["รายได้ (บาท)"].after == "1,234,567.50"


class TestLongTexts:
    TEXT = "ประชาชนมีส่วนร่วม ในการบริหารงานของเทศบาลนคร\n\n" * 2000

    @pytest.fixture
    def page(self, editing, form_data, entry, change_url, history_url):
        """The history after a space was added to a long text, which itself replaced another."""
        for text in (self.TEXT, self.TEXT.replace("บริหารงาน", "บริหาร งาน", 1)):
            editing.post(change_url, form_data(change_url, introduction=text))
        return editing.get(history_url).text

    def test_only_what_differs_is_marked(self, page):
        newest = page.split("</section>")[0]
        assert re.findall("(?s)<(?:ins|del)>.*?</span>(.*?)</(?:ins|del)>", newest) == [" "]

    def test_are_not_shown_whole(self, page):
        assert len(page) < 60_000


def test_saving_without_a_change_is_no_revision(editing, form_data, entry, change_url):
    editing.post(change_url, form_data(change_url))
    assert len(timeline(entry)) == 1


def test_partners_and_practices_are_told_with_their_entry(editing, form_data, entry, history_url):
    practice = entry.practices.get()
    url = reverse("admin:practices_practice_change", args=[practice.pk])
    editing.post(url, form_data(url, result="ผลดี", **{"partners-0-role": "เจ้าภาพ"}))
    assert told(timeline(entry)[0]) == [
        ("~", "แนวปฏิบัติ", ["ผลที่เกิดขึ้น"]),
        ("~", "ภาคี", ["บทบาท"]),
    ]
    response = editing.get(reverse("admin:practices_practice_history", args=[practice.pk]))
    assert response["Location"] == history_url


class TestWayBack:
    def restore_url(self, entry, revision):
        return f"{reverse('admin:practices_awardentry_history', args=[entry.pk])}{revision.code}/"

    @pytest.fixture
    def loaded(self, entry):
        return content(entry)

    @pytest.fixture
    def edited(self, editing, form_data, entry, loaded, change_url):
        """Edited in every way: values, order, a part gone, a part new, the practice gone with its partners."""
        new = {"order": "", "office": "other", "title_as_printed": "รองปลัด", "name": "นายใหม่", "entry": entry.pk}
        typed = {f"executives-3-{name}": value for name, value in new.items()}
        typed |= {
            "executives-TOTAL_FORMS": 4,
            "executives-0-order": 3,
            "executives-1-DELETE": "on",
            "population": "",
            "council-0-DELETE": "on",
            "practices-0-DELETE": "on",
            "remarks-0-text_th": "อื่น",
        }
        assert editing.post(change_url, form_data(change_url, **typed)).status_code == 302
        assert not PracticePartner.objects.filter(practice__entry=entry).exists()
        return entry

    def test_asks_first_and_says_what_will_change(self, editing, edited):
        before = content(edited)
        page = editing.get(self.restore_url(edited, timeline(edited)[-1])).text
        assert "111,707" in page
        assert "สำนักการศึกษา" in page
        assert content(edited) == before

    def test_leads_to_the_loaded_state_whole(self, editing, edited, loaded):
        editing.post(self.restore_url(edited, timeline(edited)[-1]))
        assert content(edited) == loaded
        entry = AwardEntry.objects.get(pk=edited.pk)
        assert entry.has_practice
        assert entry in AwardEntry.objects.matching("สำนักการศึกษา 2557")
        assert "111,707" in editing.get(entry.get_absolute_url()).text

    def test_is_a_revision_itself_and_leads_forth_again(self, editing, editor, edited):
        after_edit = content(edited)
        editing.post(self.restore_url(edited, timeline(edited)[-1]))
        back, edit, _loaded = timeline(edited)
        assert back.user == editor
        assert back.reason.startswith("กลับไปเป็นสภาพเมื่อ")
        editing.post(self.restore_url(edited, edit))
        assert content(edited) == after_edit

    def test_leads_back_from_deletion(self, editing, entry, loaded):
        response = editing.post(
            reverse("admin:practices_awardentry_delete", args=[entry.pk]), {"post": "yes"}, follow=True
        )
        history_url = reverse("admin:practices_awardentry_history", args=[entry.pk])
        assert history_url in response.text
        deleted, _loaded = timeline(entry)
        assert not deleted.is_state
        page = editing.get(history_url).text
        assert f"{_loaded.code}/" in page
        assert f"{deleted.code}/" not in page
        assert editing.get(self.restore_url(entry, deleted)).status_code == 404
        editing.post(self.restore_url(entry, _loaded))
        assert content(entry) == loaded
        assert entry in AwardEntry.objects.matching("ขอนแก่น 2557")

    def test_is_refused_in_words_where_the_address_is_taken(self, editing, form_data, edited, loaded):
        slug = next(row["slug"] for row in loaded if "slug" in row)
        other = AwardEntry.objects.exclude(pk=edited.pk).first()
        Practice.objects.create(entry=other, kind="project", slug=slug, title="อื่น")
        before = content(edited)
        response = editing.post(self.restore_url(edited, timeline(edited)[-1]), follow=True)
        assert "กลับไปเป็นสภาพนั้นไม่ได้" in response.text
        assert content(edited) == before

    def test_is_refused_in_words_where_the_source_is_gone(self, editing, form_data, entry, change_url):
        source = Source.objects.create(slug="news", kind="news", title="ข่าวรางวัล")
        for pk in (source.pk, entry.citations.first().source_id):
            editing.post(change_url, form_data(change_url, **{"citations-0-source": pk}))
        source.delete()
        _back, with_news, _loaded = timeline(entry)
        assert editing.get(self.restore_url(entry, with_news)).status_code == 200
        response = editing.post(self.restore_url(entry, with_news), follow=True)
        assert "กลับไปเป็นสภาพนั้นไม่ได้" in response.text

    def test_needs_the_right_to_change(self, client, edited, django_user_model):
        client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
        for call in (client.get, client.post):
            assert call(self.restore_url(edited, timeline(edited)[-1])).status_code == 403

    def test_serves_other_models_too(self, editing, form_data, entry):
        body = entry.municipality
        url = reverse("admin:practices_municipality_change", args=[body.pk])
        editing.post(url, form_data(url, name_en="Elsewhere"))
        _edit, loaded = history.timeline(Municipality, body.pk)
        editing.post(f"{reverse('admin:practices_municipality_history', args=[body.pk])}{loaded.code}/")
        body.refresh_from_db()
        assert body.name_en == "Khon Kaen"
        assert entry in AwardEntry.objects.matching("Khon Kaen 2557")


def test_timeline_query_count(entry, django_assert_num_queries):
    with django_assert_num_queries(8):
        timeline(entry)
    citation = Citation.objects.filter(entry=entry).first()
    for page in range(5):
        citation.page = str(page)
        citation.save()
    with django_assert_num_queries(8):
        assert len(timeline(entry)) == 6


def test_rows_recorded_at_one_moment_share_it(entry):
    with history.one_moment():
        entry.save()
        entry.municipality.save()
    entry.save()
    assert entry.history.all()[1].history_date == entry.municipality.history.first().history_date
    assert entry.history.first().history_date > entry.history.all()[1].history_date
