"""Every page of the admin opens, for superuser and editor; editors reach the catalogue and nothing else."""

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse

from practices.admin.editors import GROUP
from practices.models import AwardEntry, Municipality, Practice
from tests.catalogue.counts import ENTRIES

MODELS = [model for model in admin.site._registry if model._meta.app_label == "practices"]


def address(model, page, *args):
    return reverse(f"admin:practices_{model._meta.model_name}_{page}", args=args)


@pytest.fixture(params=["superuser", "editor"])
def someone(request, client, entry, editor, admin_user):
    client.force_login(admin_user if request.param == "superuser" else editor)
    return client


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_every_page_of_a_model_opens(someone, model):
    row = model.objects.first()
    for page, args in [("changelist", []), ("change", [row.pk]), ("history", [row.pk]), ("deleted", [])]:
        response = someone.get(address(model, page, *args), follow=True)
        assert response.status_code == 200, page


REFERENCE = {"province", "awardyear", "awardcategory", "topic"}


@pytest.mark.parametrize("role", ["superuser", "editor", "clerk"])
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_who_may_do_what(client, entry, editor, admin_user, django_user_model, model, role):
    clerk = django_user_model.objects.create_user("clerk", is_staff=True)
    client.force_login({"superuser": admin_user, "editor": editor, "clerk": clerk}[role])
    sees = role != "clerk"
    edits = role == "superuser" or (role == "editor" and model._meta.model_name not in REFERENCE)
    adds = edits and (model is not Municipality or role == "superuser")  # the register has them all
    deletes = edits and model is not Municipality
    row = model.objects.first()
    for page, args, may in [
        ("changelist", [], sees),
        ("history", [row.pk], sees),
        ("deleted", [], sees),
        ("change", [row.pk], sees),
        ("add", [], adds),
        ("delete", [row.pk], deletes),
    ]:
        response = client.get(address(model, page, *args), follow=True)
        assert response.status_code == (200 if may else 403), page
    assert client.post(address(model, "change", row.pk)).status_code == (200 if edits else 403)


def test_index_opens_in_thai(someone):
    response = someone.get(reverse("admin:index"))
    assert 'lang="th"' in response.text
    assert "งานแก้ไขทำเนียบท้องถิ่น" in response.text


@pytest.mark.parametrize("path", ["auth/user/", "auth/group/", "auth/user/1/change/"])
def test_editors_cannot_reach_accounts(editing, path):
    assert editing.get(f"/admin/{path}").status_code == 403


def test_group_has_every_right_on_what_it_edits_and_no_other(db):
    rights = set(Group.objects.get(name=GROUP).permissions.values_list("content_type__app_label", "codename"))
    assert {label for label, _ in rights} == {"practices"}
    assert ("practices", "change_awardentry") in rights
    assert ("practices", "delete_practicepartner") in rights
    on_reference = {codename for _, codename in rights if codename.partition("_")[2] in REFERENCE}
    assert on_reference == {f"view_{name}" for name in REFERENCE}
    assert not {codename for _, codename in rights if "historical" in codename or "cataloguefile" in codename}


def test_group_is_mended_by_the_next_migrate(db):
    group = Group.objects.get(name=GROUP)
    before = set(group.permissions.all())
    group.permissions.set(Permission.objects.filter(codename="change_user"))
    call_command("migrate", verbosity=0)
    assert set(group.permissions.all()) == before


def test_strangers_are_sent_to_the_log_in(client, entry):
    response = client.get(address(AwardEntry, "preview", entry.pk))
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_list_query_count(editing, entry, django_assert_num_queries):
    def counted():
        with django_assert_num_queries(10):
            editing.get(address(AwardEntry, "changelist"))

    editing.get(address(AwardEntry, "changelist"))
    counted()
    for year_be in range(2590, 2596):
        AwardEntry.objects.create(municipality=entry.municipality, year_be=year_be, kind="city")
    counted()


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.model_name)
def test_endless_search_is_answered(editing, entry, model):
    for query in ["ขอนแก่น " * 1000, "ก" * 5000, "\0", "%_\\\"' OR 1=1"]:
        assert editing.get(address(model, "changelist"), {"q": query}).status_code == 200


def test_endless_search_of_the_autocomplete_is_answered(editing, entry):
    parameters = {"app_label": "practices", "model_name": "awardentry", "field_name": "municipality"}
    for term in ["ขอนแก่น " * 1000, "\0"]:
        response = editing.get(reverse("admin:autocomplete"), parameters | {"term": term})
        assert response.status_code == 200


def test_search_finds_what_a_reader_would_type(editing, entry):
    for model, query in [(AwardEntry, "ทน.ขอนแก่น 2557"), (Practice, "เด็กชายขอบ")]:
        response = editing.get(address(model, "changelist"), {"q": query})
        assert response.context["cl"].result_count == 1
        assert editing.get(address(model, "changelist"), {"q": "ระยอง"}).context["cl"].result_count == 0


@pytest.mark.parametrize(
    ("lookup", "value"),
    [
        ("introduction__regex", "(a+)+$"),
        ("municipality__name_th__iregex", "(a+)+$"),
        ("search_text__has", '"'),
        ("order_th__gt", "x"),
        ("tier__exact", "\0"),
        ("municipality__entries__executives__name", "x"),
    ],
)
def test_only_our_own_filters_are_answered(editing, entry, lookup, value):
    assert editing.get(address(AwardEntry, "changelist"), {lookup: value}).status_code == 400


@pytest.mark.parametrize("value", ["abc", "-1", "9" * 30, "2557.5", "²"])
def test_nonsense_in_a_filter_is_no_accident(editing, entry, value):
    for lookup in ("year_be", "category__id__exact", "is_published__exact", "municipality__province__id__exact"):
        assert editing.get(address(AwardEntry, "changelist"), {lookup: value}).status_code in {200, 302}


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"checked": "1"}, 0),
        ({"checked": "0"}, ENTRIES),
        ({"profile": "1"}, 2),
        ({"profile": "0"}, ENTRIES - 2),
        ({"profile": "nonsense"}, ENTRIES),
        ({"year_be": "2557"}, 8),
        ({"tier__exact": "gold"}, 20),
        ({"category__id__exact": "999"}, 0),
        ({"is_published__exact": "0"}, 0),
    ],
)
def test_entry_list_filtered(editing, entry, filters, found):
    response = editing.get(address(AwardEntry, "changelist"), filters)
    assert response.context["cl"].result_count == found


@pytest.mark.parametrize("pk", ["abc", "0", "999999999999999999999999", "1%00"])
def test_history_of_what_never_was_is_not_found(editing, entry, pk):
    for page in ("history/", "preview/", "history/20260101T000000000000/", "history/nonsense/"):
        assert editing.get(f"/admin/practices/awardentry/{pk}/{page}").status_code == 404
