"""Where pages lead."""

import re

import pytest
from django.http import QueryDict
from django.utils.translation import override

from practices import links


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("/", "/en/"),
        ("/en/", "/"),
        ("/awards/?province=40&page=2", "/en/awards/?province=40&page=2"),
        ("/en/awards/?province=40&page=2", "/awards/?province=40&page=2"),
        pytest.param("/energy/", "/en/energy/", id="only-a-whole-segment-is-a-prefix"),
        pytest.param("/en//example.org/", "/example.org/", id="never-another-host"),
    ],
)
def test_other_language_is_the_same_page(here, there):
    assert links.in_other_language(here).href == there


def test_other_language_is_named_in_itself():
    assert links.in_other_language("/awards/")[:2] == ("en", "English")
    assert links.in_other_language("/en/awards/")[:2] == ("th", "ภาษาไทย")


def test_files_keep_the_filters():
    assert links.files("awards", QueryDict("year=2557&province=40")) == {
        "CSV": "/awards.csv?year=2557&province=40",
        "XLSX": "/awards.xlsx?year=2557&province=40",
        "Atom": "/awards.atom?year=2557&province=40",
        "JSON": "/api/awards/?year=2557&province=40",
    }


def test_files_are_in_the_language_of_the_page():
    with override("en"):
        assert links.files("practices")["CSV"] == "/en/practices.csv"


def test_a_list_without_years_has_no_feed():
    assert list(links.files("municipalities")) == ["CSV", "XLSX", "JSON"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "/municipalities/khon-kaen-city/2557/",
        "/municipalities/khon-kaen-city/",
        "/practices/khon-kaen-city-2557-marginalised-urban-youth/",
    ],
)
def test_a_page_leads_to_its_data(client, path):
    address = re.search(r'href="(/api/[^"]+)"', client.get(path).text)[1]
    assert client.get(address).json()["url"] == f"http://testserver{path}"
