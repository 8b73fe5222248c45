"""Accounts are made in Thai, and say only what means something here."""

import html
import re

import pytest
from django.contrib.auth.models import Group, User
from django.urls import reverse

from practices.admin.editors import GROUP

PAGES = {
    "index": "/admin/",
    "list": "/admin/practices/awardentry/?o=1.2",
    "form": "/admin/practices/practice/add/",
    "users": "/admin/auth/user/",
    "new-user": "/admin/auth/user/add/",
    "user": "/admin/auth/user/{user}/change/",
    "password": "/admin/auth/user/{user}/password/",
    "user-history": "/admin/auth/user/{user}/history/",
    "group": "/admin/auth/group/{group}/change/",
    "own-password": "/admin/password_change/",
}
NAMES = {
    "admin",
    "editors",
    "khon",
    "kaen",
    "city",
    "urban",
    "youth",
    "pbkdf2_sha256",
    "md5",
    "Control",
    "Command",
    "Mac",
    "example",
    "com",
}
UNSEEN = re.compile(r"<(script|style|head)\b.*?</\1>|<!--.*?-->", re.DOTALL)
SEEN = re.compile(r'>([^<>]+)<|(?:alt|title|aria-label|placeholder)="([^"]*)"')


@pytest.fixture
def boss(client, admin_user):
    client.force_login(admin_user)
    return client


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_every_word_is_thai(boss, admin_user, path):
    page = boss.get(path.format(user=admin_user.pk, group=Group.objects.get(name=GROUP).pk)).text
    texts = [html.unescape("".join(found)) for found in SEEN.findall(UNSEEN.sub("", page))]
    assert len(texts) > 10
    words = {word for text in texts for word in re.findall(r"[A-Za-z]\w{2,}", text)}
    assert {word for word in words - NAMES if not re.fullmatch("[0-9a-f]+", word)} == set()  # nor the password's digest


def test_rights_are_those_that_have_pages_here(boss, admin_user):
    page = boss.get(reverse("admin:auth_user_change", args=[admin_user.pk]))
    rights = [label for _, label in page.context["adminform"].form.fields["user_permissions"].choices]
    assert {"เพิ่ม รางวัล", "แก้ไข ผู้ใช้", "ดู ภาคี"} <= set(rights)
    assert len(rights) == len(set(rights)) < 80


def test_days_that_the_system_knows_are_not_typed(boss, admin_user):
    url = reverse("admin:auth_user_change", args=[admin_user.pk])
    joined = admin_user.date_joined
    data = {"username": "boss", "is_active": "on", "is_staff": "on", "is_superuser": "on"}
    boss.post(url, data | {"date_joined_0": "01/01/2000", "date_joined_1": "00:00"})
    changed = User.objects.get()
    assert (changed.username, changed.date_joined) == ("boss", joined)
