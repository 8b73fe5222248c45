"""How long an editor stays logged in: through a working day's use, not a minute longer than the browser."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import timezone

LOG_IN = {"username": "somsri", "password": "a long pass phrase"}


@pytest.fixture
def logged_in(client, editor):
    client.post(reverse("admin:login"), LOG_IN)
    return client


def set_back(client, **ago):
    """As if this browser's last request lay so long ago."""
    session = client.session
    moment = timezone.now() - timedelta(**ago)
    session["used"] = moment.timestamp()
    session.save()
    Session.objects.filter(pk=session.session_key).update(expire_date=moment + timedelta(hours=12))


def test_cookie_ends_with_the_browser(logged_in):
    cookie = logged_in.cookies[settings.SESSION_COOKIE_NAME]
    assert (cookie["expires"], cookie["max-age"]) == ("", "")
    assert cookie["httponly"]


@pytest.mark.parametrize(("idle", "stays"), [({"hours": 11}, True), ({"hours": 12, "minutes": 1}, False)])
def test_session_ends_after_twelve_idle_hours(logged_in, idle, stays):
    set_back(logged_in, **idle)
    assert (logged_in.get("/admin/").status_code == 200) == stays


def test_session_is_renewed_by_use(logged_in):
    set_back(logged_in, hours=11)
    logged_in.get("/admin/")
    assert Session.objects.get().expire_date > timezone.now() + timedelta(hours=11, minutes=59)


def test_session_is_not_written_for_every_page(logged_in):
    logged_in.get("/admin/")
    before = Session.objects.get()
    logged_in.get("/admin/")
    assert Session.objects.get().expire_date == before.expire_date


def test_public_page_gives_an_editor_no_cookie(logged_in):
    set_back(logged_in, hours=2)
    response = logged_in.get("/awards/")
    assert response.cookies == {}
    assert "Vary" not in response.headers or "Cookie" not in response.headers["Vary"]


@pytest.mark.parametrize("where", ["//evil.example/", "https://evil.example/", ""])
def test_log_in_leads_nowhere_but_into_the_admin(client, editor, where):
    response = client.post(f"{reverse('admin:login')}?next={where}", LOG_IN | {"next": where})
    assert response["Location"] == reverse("admin:index")
