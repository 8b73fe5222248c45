"""What machines ask for at fixed addresses."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

ADDRESSES = ["/robots.txt", "/healthz", "/.well-known/security.txt", "/sitemap.xml"]


@pytest.fixture(autouse=True)
def contact(settings):
    settings.CATALOGUE_CONTACT = "editors@awards.example"


def lines(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    return response.text.splitlines()


def test_robots_may_read_everything_and_are_told_of_the_sitemap_only(client):
    assert lines(client, "/robots.txt") == ["User-agent: *", "Disallow:", "Sitemap: http://testserver/sitemap.xml"]


def test_health_asks_no_database_and_is_not_kept(client):
    assert lines(client, "/healthz") == ["ok"]
    assert client.get("/healthz").headers["Cache-Control"] == "no-store"


def test_weaknesses_can_be_told_to_somebody_for_less_than_a_year(client):
    told = dict(line.split(": ", 1) for line in lines(client, "/.well-known/security.txt"))
    assert told["Contact"] == "mailto:editors@awards.example"
    assert told["Preferred-Languages"] == "th, en"
    assert told["Canonical"] == "http://testserver/.well-known/security.txt"
    assert timedelta(days=90) < datetime.fromisoformat(told["Expires"]) - timezone.now() < timedelta(days=365)


def test_nobody_is_invented_to_tell(client, settings):
    settings.CATALOGUE_CONTACT = ""
    assert client.get("/.well-known/security.txt").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_plumbing_is_for_reading_and_sets_no_cookie(client, address):
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200
    assert client.get(address).cookies == {}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/sitemap-nothing.xml", "/sitemap-years.xml?p=99", "/en/robots.txt", "/en/sitemap.xml"]
)
def test_what_is_not_there_is_not_found(client, address):
    assert client.get(address).status_code == 404
