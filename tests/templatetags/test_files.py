import re

import pytest
from django.utils.translation import override

from practices.templatetags.files import files


def test_files_keep_the_filters_and_leave_the_page():
    assert files("awards", "year=2557&province=40&page=3") == {
        "CSV": "/awards.csv?year=2557&province=40",
        "XLSX": "/awards.xlsx?year=2557&province=40",
        "Atom": "/awards.atom?year=2557&province=40",
        "JSON": "/api/awards/?year=2557&province=40",
    }


def test_files_are_in_the_language_of_the_page():
    with override("en"):
        assert files("practices")["CSV"] == "/en/practices.csv"


def test_a_list_without_years_has_no_feed():
    assert list(files("municipalities")) == ["CSV", "XLSX", "JSON"]


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
