"""The citation on a page, and its files."""

import re
from html import unescape

import pytest

from practices.models import AwardEntry, Practice

pytestmark = pytest.mark.django_db

ENTRY = "/municipalities/khon-kaen-city/2557/"
BODY = "/municipalities/khon-kaen-city/"


@pytest.fixture
def practice_path():
    return Practice.objects.get(entry__municipality__slug="khon-kaen-city", entry__year_be=2557).get_absolute_url()


@pytest.fixture
def paths(practice_path):
    return [ENTRY, BODY, practice_path]


def citations(client, path):
    found = re.findall(r'<p class="source__cite" lang="(th|en)">(.*?)</p>', client.get(path).text)
    return {language: unescape(re.sub("<.*?>", "", text)) for language, text in found}


def test_pages_are_cited_in_both_languages_with_the_address_of_each(client, paths):
    for path in paths:
        for prefix in ("", "/en"):
            both = citations(client, prefix + path)
            assert f"http://testserver{path}" in both["th"]
            assert f"http://testserver/en{path}" in both["en"]


@pytest.mark.parametrize(
    ("form", "content_type", "beginning"),
    [("bib", "application/x-bibtex", b"@misc{"), ("ris", "application/x-research-info-systems", b"TY  - ELEC\r\n")],
)
def test_files_are_offered_and_open(client, paths, form, content_type, beginning):
    for path in ["/en" + paths[0], *paths]:
        [href] = re.findall(rf'href="([^"]*cite\.{form})"', client.get(path).text)
        assert href == f"{path}cite.{form}"
        response = client.get(href)
        assert response.status_code == 200
        assert response.headers["Content-Type"] == f"{content_type}; charset=utf-8"
        assert re.fullmatch(rf'attachment; filename="[a-z0-9-]+\.{form}"', response.headers["Content-Disposition"])
        assert response.content.startswith(beginning)
        assert response.content.decode()
        assert response.headers["X-Robots-Tag"] == "noindex"


def test_a_year_of_the_other_era_leads_to_the_file(client):
    response = client.get("/municipalities/khon-kaen-city/2014/cite.bib")
    assert (response.status_code, response.headers["Location"]) == (301, f"{ENTRY}cite.bib")


def test_drafts_and_other_formats_are_not_found(client, paths):
    assert client.get(f"{ENTRY}cite.doc").status_code == 404
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city").update(is_published=False)
    for path in paths:
        assert client.get(f"{path}cite.bib").status_code == 404


def test_files_take_few_queries(client, django_assert_max_num_queries, paths):
    for path in paths:
        with django_assert_max_num_queries(10):
            client.get(f"{path}cite.ris")
