"""The sitemaps: every public page in both languages, no draft, and the last change of what it shows."""

import re
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.apps import apps

from practices.exports.sitemaps import SECTIONS
from practices.models import AwardEntry, Municipality, Practice, Province
from tools import builder

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
NAMES = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9", "html": "http://www.w3.org/1999/xhtml"}


def xml(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(response.content)  # noqa: S314 our own


def listed(client):
    """Address of each page → (its last change, its address by language)."""
    pages = {}
    for section in xml(client, "/sitemap.xml").iterfind("map:sitemap/map:loc", NAMES):
        for page in xml(client, section.text.removeprefix(HOST)).iterfind("map:url", NAMES):
            alternates = {link.get("hreflang"): link.get("href") for link in page.iterfind("html:link", NAMES)}
            pages[page.find("map:loc", NAMES).text] = (page.findtext("map:lastmod", None, NAMES), alternates)
    return pages


def head_links(page):
    """The canonical address and the addresses by language that a page names."""
    [canonical] = re.findall('<link rel="canonical" href="([^"]*)">', page)
    return canonical, dict(re.findall('<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', page))


def test_every_listed_page_opens_under_its_one_address_and_names_its_pair(client):
    pages = listed(client)
    for address, (_, alternates) in pages.items():
        response = client.get(address.removeprefix(HOST))
        assert response.status_code == 200, address
        assert head_links(response.text) == (address, alternates)
        assert address in alternates.values()
        assert {pages[other][1] == alternates for other in alternates.values()} == {True}
        assert "noindex" not in response.text
        assert "X-Robots-Tag" not in response.headers


def test_everything_published_is_listed(client):
    pages = listed(client)
    rows = [*AwardEntry.objects.published(), *Municipality.objects.published(), *Practice.objects.published()]
    for row in rows:
        assert {f"{HOST}{row.get_absolute_url()}", f"{HOST}/en{row.get_absolute_url()}"} <= pages.keys()
    awarded = Province.objects.filter(municipalities__in=Municipality.objects.published()).distinct()
    assert sum("/provinces/" in page for page in pages) == 2 * (awarded.count() + 1)


def test_drafts_are_not_listed(client):
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city").update(is_published=False)
    pages = listed(client)
    assert not [page for page in pages if "/khon-kaen-city" in page]


@pytest.fixture
def a_year_ago():
    """All that is recorded was recorded long ago."""
    for model in apps.get_app_config("practices").get_models():
        if hasattr(model, "history_date"):
            model.objects.update(history_date=datetime(2025, 3, 1, tzinfo=UTC))


def test_a_page_is_as_old_as_the_last_change_of_what_it_shows(client, a_year_ago):
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    executive = entry.executives.first()
    executive.save()
    executive.history.filter(history_type="~").update(history_date=datetime(2025, 3, 31, 18, tzinfo=UTC))
    changed = {page.removeprefix(HOST) for page, (day, _) in listed(client).items() if day == "2025-04-01"}
    assert {page for page in changed if not page.startswith("/en/")} == {
        *("/", "/awards/", "/practices/", "/municipalities/", "/years/", "/provinces/", "/categories/", "/topics/"),
        *("/data/", "/data/quality/", "/changes/"),
        "/years/2557/",
        "/provinces/khon-kaen/",
        "/categories/networks/",
        "/topics/children-youth/",
        "/municipalities/khon-kaen-city/",
        "/municipalities/khon-kaen-city/2557/",
        entry.practices.get().get_absolute_url(),
    }


def test_renaming_a_body_changes_its_page(client, a_year_ago):
    body = Municipality.objects.get(slug="khon-kaen-city")
    body.save()
    body.history.update(history_date=datetime(2025, 4, 1, tzinfo=UTC))
    changed = {page for page, (day, _) in listed(client).items() if day == "2025-04-01"}
    assert changed == {f"{HOST}{body.get_absolute_url()}", f"{HOST}/en{body.get_absolute_url()}"}


def test_a_sitemap_takes_the_same_queries_at_any_size(client, django_assert_max_num_queries):
    builder.add(120)
    for section in SECTIONS:
        with django_assert_max_num_queries(5):
            client.get(f"/sitemap-{section}.xml")
