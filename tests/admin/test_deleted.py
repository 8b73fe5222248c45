"""What was deleted is found again, its history opens, and the way back says what has to come first."""

import pytest
from django.urls import reverse

from practices.models import AwardEntry, Citation, Municipality, Source
from tests.catalogue.counts import ENTRIES


def address(model, page, *args):
    return reverse(f"admin:practices_{model._meta.model_name}_{page}", args=args)


def delete(editing, row):
    return editing.post(address(type(row), "delete", row.pk), {"post": "yes"}, follow=True)


@pytest.fixture
def gone(editing, entry):
    """An entry whose body and source are gone too; history's newest first."""
    Municipality.objects.filter(pk=entry.municipality_id).update(code=None)  # the register's own stay
    entry.municipality.refresh_from_db()
    entry.municipality.save()
    body, source = entry.municipality, Source.objects.create(slug="news", kind="news", title="ข่าวรางวัล")
    Citation.objects.filter(entry=entry).update(source=source)
    for citation in Citation.objects.filter(entry=entry):
        citation.save()
    for row in (*AwardEntry.objects.filter(municipality=body), body, source):
        delete(editing, row)
    return entry


def history_url(row, pk):
    return address(type(row), "history", pk)


def way_back(editing, row):
    page = editing.get(history_url(row, row.pk))
    codes = [revision.code for revision in page.context["revisions"] if revision.is_state]
    return f"{history_url(row, row.pk)}{codes[0]}/"


def test_history_opens_when_the_body_is_gone_too(editing, gone):
    page = editing.get(history_url(gone, gone.pk))
    assert page.status_code == 200
    assert "กลับไปเป็นสภาพนี้" in page.text


@pytest.mark.parametrize("call", ["get", "post"])
def test_way_back_names_and_links_what_has_to_come_first(editing, gone, call):
    response = getattr(editing, call)(way_back(editing, gone), follow=True)
    body, source = gone.municipality_id, Source.history.filter(slug="news").first().id
    assert f'<a href="{address(Municipality, "history", body)}">เทศบาลนครขอนแก่น</a>' in response.text
    assert f'<a href="{address(Source, "history", source)}">ข่าวรางวัล</a>' in response.text
    assert not AwardEntry.objects.filter(pk=gone.pk).exists()


def test_what_comes_first_is_brought_back_and_then_the_rest(editing, editor, gone):
    editor.is_superuser = True  # a body that the register lacks is for a superuser to add
    editor.save()
    body = Municipality(pk=gone.municipality_id)
    source = Source(pk=Source.history.filter(slug="news").first().id)
    for row in (body, source, gone):
        editing.post(way_back(editing, row))
    restored = AwardEntry.objects.get(pk=gone.pk)
    assert editing.get(restored.get_absolute_url()).status_code == 200
    assert {citation.source.slug for citation in restored.citations.all()} == {"news"}


def test_deleted_rows_are_listed_newest_first_with_who_and_their_history(editing, gone):
    listed = editing.get(address(AwardEntry, "deleted"))
    assert listed.status_code == 200
    assert "เทศบาลนครขอนแก่น 2557" in listed.text
    assert "somsri" in listed.text
    assert history_url(gone, gone.pk) in listed.text
    assert address(AwardEntry, "deleted") in editing.get(address(AwardEntry, "changelist")).text


def test_what_is_brought_back_is_listed_no_more(editing, entry):
    delete(editing, entry)
    assert history_url(entry, entry.pk) in editing.get(address(AwardEntry, "deleted")).text
    editing.post(way_back(editing, entry))
    assert history_url(entry, entry.pk) not in editing.get(address(AwardEntry, "deleted")).text


def test_deleted_rows_need_the_right_to_see(client, django_user_model, db):
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(address(AwardEntry, "deleted")).status_code == 403


def test_list_takes_the_same_queries_for_any_number(editing, entry, django_assert_max_num_queries):
    for row in AwardEntry.objects.all()[:20]:
        row.delete()
    with django_assert_max_num_queries(12):
        editing.get(address(AwardEntry, "deleted"))


def select(rows, **typed):
    return {"action": "delete_selected", "_selected_action": [row.pk for row in rows]} | typed


class TestManyAtOnce:
    LIST = reverse("admin:practices_awardentry_changelist")

    def post(self, editing, number, /, **typed):
        rows = list(AwardEntry.objects.all()[:number])
        return editing.post(self.LIST, select(rows, **typed), follow=True)

    def test_a_few_are_deleted_when_confirmed_and_found_again(self, editing, entry):
        assert 'name="number"' not in self.post(editing, 5).text
        response = self.post(editing, 5, post="yes")
        assert AwardEntry.objects.count() == ENTRIES - 5
        assert f'<a href="{address(AwardEntry, "deleted")}">' in response.text

    @pytest.mark.parametrize("typed", [{}, {"number": ""}, {"number": "7"}, {"number": "six"}])
    def test_more_than_five_ask_for_their_number(self, editing, entry, typed):
        assert 'name="number"' in self.post(editing, 6).text
        response = self.post(editing, 6, post="yes", **typed)
        assert "พิมพ์จำนวน" in response.text
        assert AwardEntry.objects.count() == ENTRIES

    @pytest.mark.parametrize("number", ["6", "๖"])
    def test_the_number_in_either_digits_is_enough(self, editing, entry, number):
        self.post(editing, 6, post="yes", number=number)
        assert AwardEntry.objects.count() == ENTRIES - 6

    @pytest.mark.parametrize("typed", [{}, {"post": "yes", "number": "21"}])
    def test_more_than_twenty_are_refused(self, editing, entry, typed):
        assert "ครั้งละไม่เกิน 20" in self.post(editing, 21, **typed).text
        assert AwardEntry.objects.count() == ENTRIES

    def test_all_across_pages_are_counted_too(self, editing, entry):
        response = self.post(editing, 1, select_across="1", post="yes")
        assert "ครั้งละไม่เกิน 20" in response.text
        assert AwardEntry.objects.count() == ENTRIES
