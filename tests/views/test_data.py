"""The page about the data says everything that files, feeds and API understand and hold."""

import re
from html import unescape

import pytest
from django.http import QueryDict
from django.utils import timezone

from practices.exports import TABLES
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["/data/", "/en/data/"])
def response(request, client):
    return client.get(request.param)


def codes_of(response):
    return {unescape(code) for code in re.findall("<code>([^<]*)</code>", response.text)}


def test_every_parameter_of_the_address_is_documented(response):
    understood = {name for table in TABLES.values() for name in table.filterset_class(QueryDict()).filters}
    assert {"q", "year", "sort"} < understood
    assert understood | {"page", "page_size"} <= codes_of(response)


def test_every_column_of_the_files_is_documented(response):
    columns = {column.name for table in TABLES.values() for column in table.columns}
    assert len(columns) > 80
    assert columns <= codes_of(response)


def test_every_file_is_linked(response):
    prefix = response.wsgi_request.path.removesuffix("/data/")
    for path in ("/awards.csv", "/practices.xlsx", "/awards.atom", "/api/municipalities/", "/data/catalogue.zip"):
        assert f'href="{prefix}{path}"' in response.text
    assert "/municipalities.atom" not in response.text


def test_examples_name_this_site_and_work(client, response):
    addresses = re.findall(r"http://testserver(/[^\s\"<]*)", unescape(response.text))
    examples = {address for address in addresses if "?" in address}
    assert len(examples) >= 3
    assert {client.get(address).status_code for address in examples} == {200}


def test_no_licence_is_claimed(client):
    page = text_of(client.get("/data/"))
    assert "ยังไม่ได้กำหนดสัญญาอนุญาตของข้อมูล" in page
    assert str(timezone.localdate().year + 543) in page


def test_number_of_queries(client, django_assert_num_queries):
    with django_assert_num_queries(5):  # coverage, award years, provinces, categories, the last change
        client.get("/data/")
