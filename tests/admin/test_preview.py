"""An entry and its practices as the public will see them, drafts too, in both languages."""

import re

import pytest
from django.urls import reverse

from practices.models import AwardEntry, Practice


def preview(row, query=""):
    return reverse(f"admin:practices_{row._meta.model_name}_preview", args=[row.pk]) + query


@pytest.fixture
def draft(entry):
    """Khon Kaen as a draft, all its years: the body has no public page then."""
    AwardEntry.objects.filter(municipality=entry.municipality).update(is_published=False)
    return AwardEntry.objects.get(pk=entry.pk)


@pytest.fixture
def practice(draft):
    return draft.practices.get()


@pytest.mark.parametrize(
    ("query", "language", "said"),
    [("", "th", ["ผู้ร่วมดำเนินการ", "ฉบับร่าง"]), ("?lang=en", "en", ["Partners", "Draft"])],
)
def test_practice_of_a_draft_is_shown_in_both_languages(editing, practice, query, language, said):
    response = editing.get(preview(practice, query))
    assert f'<html lang="{language}">' in response.text
    assert response["Content-Language"] == language
    assert response["X-Robots-Tag"] == "noindex"
    for words in (*said, practice.title):
        assert words in response.text


@pytest.mark.parametrize("query", ["", "?lang=en"])
def test_entry_and_practice_lead_to_each_other(editing, draft, practice, query):
    assert f'href="{preview(practice, query)}"' in editing.get(preview(draft, query)).text
    assert f'href="{preview(draft, query)}"' in editing.get(preview(practice, query)).text


@pytest.mark.parametrize("query", ["", "?lang=en"])
@pytest.mark.parametrize("model", [AwardEntry, Practice])
def test_no_link_leads_nowhere(editing, practice, draft, model, query):
    row = {AwardEntry: draft, Practice: practice}[model]
    links = set(re.findall(r'<a [^>]*href="(/[^"#]*)"', editing.get(preview(row, query)).text))
    assert len(links) > 10
    assert [link for link in links if editing.get(link, follow=True).status_code != 200] == []


@pytest.mark.parametrize(("query", "other"), [("", "?lang=en"), ("?lang=en", "")])
def test_leads_to_the_other_language(editing, practice, draft, query, other):
    for row in (practice, draft):
        assert f'class="tongue" href="{preview(row, other)}"' in editing.get(preview(row, query)).text


def test_practice_is_previewed_by_nobody_else(client, practice, django_user_model):
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    assert client.get(preview(practice)).status_code == 403
    client.logout()
    assert client.get(preview(practice))["Location"].startswith("/admin/login/")


def test_practice_form_leads_to_its_preview(editing, practice):
    assert preview(practice) in editing.get(reverse("admin:practices_practice_change", args=[practice.pk])).text


def test_forms_of_a_draft_lead_to_no_page_that_is_not_there(editing, draft, practice):
    for row in (draft, practice, draft.municipality):
        page = editing.get(reverse(f"admin:practices_{row._meta.model_name}_change", args=[row.pk])).text
        links = {link.partition("?")[0] for link in re.findall(r'href="(/[^"]*)"', page)} - {"/"}
        shown = {link for link in links if not link.startswith(("/admin/", "/static/"))}
        assert [link for link in shown if editing.get(link).status_code != 200] == []
        assert "/admin/r/" not in "".join(links)


def test_forms_of_what_is_public_lead_to_its_pages(editing, entry):
    form = editing.get(reverse("admin:practices_awardentry_change", args=[entry.pk])).text
    for row in (entry, entry.practices.get()):
        assert f'href="{row.get_absolute_url()}"' in form
    body = editing.get(reverse("admin:practices_municipality_change", args=[entry.municipality_id])).text
    assert f'href="{entry.municipality.get_absolute_url()}"' in body
