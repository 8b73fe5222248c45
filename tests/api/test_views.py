"""The API: the catalogue as JSON, in one shape for facts and one for errors."""

import json

import pytest
from django.test import Client

from practices.models import AwardEntry, Practice
from tests.catalogue.counts import ENTRIES
from tools import builder

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/api/awards/",
    "/api/practices/",
    "/api/municipalities/",
    "/api/awards/khon-kaen-city/2557/",
    "/api/practices/khon-kaen-city-2557-marginalised-urban-youth/",
    "/api/municipalities/khon-kaen-city/",
    "/api/openapi.json",
]


def error_of(response):
    """The one message of an error, after a look at its shape."""
    body = response.json()
    assert response["Content-Type"] == "application/json"
    assert body["status"] == response.status_code
    assert set(body) == {"status", "errors"}
    assert all(set(error) == {"field", "message"} and error["message"] for error in body["errors"])
    (error,) = body["errors"]
    return error


def test_an_entry_has_the_facts_of_its_page(client):
    entry = client.get("/api/awards/khon-kaen-city/2557/").json()
    assert list(entry) == [
        "url",
        "year_be",
        "year_ce",
        "municipality",
        "category",
        "tier",
        "inferred",
        "evidence",
        "profile",
        "registered",
        "executives",
        "council",
        "practices",
        "citations",
        "remarks",
        "warnings",
    ]
    assert (entry["year_be"], entry["year_ce"], entry["tier"]) == (2557, 2014, None)
    assert entry["municipality"]["province"] == {
        "code": "40",
        "name_th": "ขอนแก่น",
        "name_en": "Khon Kaen",
        "region": "northeast",
    }
    assert entry["profile"]["population"] == 111_707
    assert entry["profile"]["own_revenue_baht"] == "678749799.10"
    assert entry["profile"]["area_km2"] == "46"
    assert entry["profile"]["postcode"] == "40000"
    assert entry["council"] == {"men": 18, "women": 6}
    assert [executive["office"] for executive in entry["executives"]] == ["head", "council_chair", "clerk"]
    assert entry["practices"][0]["partners"][0]["sector"] == "state"
    assert entry["practices"][0]["partners"][1]["sector"] is None
    assert entry["citations"][0]["url"].endswith("page279.html")
    assert [warning["code"] for warning in entry["warnings"]] == ["fax-is-phone"]


def test_an_entry_without_a_profile_says_so(client):
    entry = client.get("/api/awards/?kind=pao").json()["results"][0]
    assert entry["profile"] is None
    assert entry["council"] is None
    assert entry["executives"] == entry["practices"] == []


def test_a_list_counts_its_rows_and_choices(client):
    body = client.get("/api/awards/?province=40&page_size=2").json()
    assert list(body) == ["count", "next", "previous", "results", "facets"]
    assert body["count"] == 5
    assert len(body["results"]) == 2
    assert body["next"] == "http://testserver/api/awards/?page=2&page_size=2&province=40"
    assert body["previous"] is None
    choice = {"value": "40", "label_th": "ขอนแก่น", "label_en": "Khon Kaen", "count": 5, "selected": True}
    assert choice in body["facets"]["province"]


def test_following_next_reads_every_row_once(client):
    address, years = "/api/awards/?page_size=25", []
    while address:
        body = client.get(address).json()
        years += [entry["url"] for entry in body["results"]]
        address = body["next"]
    assert len(years) == len(set(years)) == ENTRIES


def test_both_languages_give_the_same_facts(client):
    """Only the order of names follows the language."""
    thai, english = (client.get(f"{prefix}/api/awards/?year=2557").json() for prefix in ("", "/en"))
    assert thai["count"] == 8
    for one in (thai, english):
        one["results"].sort(key=lambda entry: entry["url"])
        one["facets"]["province"].sort(key=lambda choice: choice["value"])
    assert thai == english


def test_a_common_era_year_leads_to_the_same_entry(client):
    response = client.get("/api/awards/khon-kaen-city/2014/", follow=True)
    assert response.redirect_chain == [("/api/awards/khon-kaen-city/2557/", 301)]
    assert response.json()["year_ce"] == 2014


def test_page_size_is_capped(client):
    builder.add(120)
    assert len(client.get("/api/awards/?page_size=1000000").json()["results"]) == 100


# What strangers send


@pytest.mark.parametrize(
    ("query", "field"),
    [
        pytest.param("year=abc", "year", id="not-a-year"),
        pytest.param("year=2567.5", "year", id="half-a-year"),
        pytest.param("year=%C2%B2", "year", id="superscript"),
        pytest.param("year=25%0067", "year", id="NUL-in-a-year"),
        pytest.param(f"year={'9' * 4400}", "year", id="4400-digits"),
        pytest.param("year=99999999999999999999999", "year", id="beyond-any-year"),
        pytest.param("year=-1", "year", id="negative-year"),
        pytest.param("since=abc", "since", id="since"),
        pytest.param("province=99", "province", id="no-such-province"),
        pytest.param("province=%00", "province", id="NUL-in-a-code"),
        pytest.param("kind=%FF%FE", "kind", id="not-UTF-8"),
        pytest.param("kind=%ED%A0%80", "kind", id="lone-surrogate"),
        pytest.param("tier=%F0%9F%98%80", "tier", id="emoji"),
        pytest.param("region=%E2%80%AEnorth", "region", id="bidirectional-control"),
        pytest.param("sort=nope", "sort", id="no-such-order"),
        pytest.param("sort=id__x", "sort", id="lookup-in-order"),
        pytest.param("sort=__class__", "sort", id="attribute-in-order"),
        pytest.param("sort=?", "sort", id="random-order"),
        pytest.param("q=" + "+".join(["ก"] * 1200), "q", id="1200-words"),
        pytest.param("q=" + "a" * 3000, "q", id="3000-letters"),
        pytest.param("q=a%00b", "q", id="NUL-in-words"),
        pytest.param("page_size=-1", "page_size", id="negative-page-size"),
        pytest.param("page_size=0", "page_size", id="empty-page"),
        pytest.param("page_size=1e6", "page_size", id="float-page-size"),
        pytest.param(f"page_size={'9' * 5000}", "page_size", id="5000-digits"),
        pytest.param("page=0", "page", id="page-zero"),
        pytest.param("page=-1", "page", id="negative-page"),
        pytest.param("page=abc", "page", id="page-in-letters"),
        pytest.param("page=1.5", "page", id="half-a-page"),
        pytest.param("page=1_0", "page", id="page-as-python-writes-it"),
        pytest.param("page=%00", "page", id="NUL-as-page"),
        pytest.param(f"page={'9' * 5000}", "page", id="page-of-5000-digits"),
    ],
)
def test_what_is_not_understood_is_named(client, query, field):
    response = client.get(f"/api/awards/?{query}")
    assert response.status_code == 400
    assert error_of(response)["field"] == field


@pytest.mark.parametrize("page", ["5", "๕", "9" * 30])
def test_there_is_no_such_page(client, page):
    response = client.get(f"/api/awards/?page={page}")
    assert response.status_code == 404
    assert error_of(response)["field"] is None


@pytest.mark.parametrize(
    "query",
    [
        pytest.param("&".join(["year=2557"] * 300), id="300-times"),
        pytest.param("a[]=1&a__gte=2&__proto__=3&=4&year__gte=2560", id="odd-names"),
        pytest.param("limit=-1&limit=1e6", id="parameters-of-other-sites"),
        pytest.param("year=&province=&q=&sort=&page=&page_size=", id="an-empty-form"),
        pytest.param("format=csv", id="format"),
        pytest.param("format=exe&format=", id="format-nobody-has"),
        pytest.param("page=%201%20&page_size=๕", id="spaces-and-thai-digits"),
        pytest.param("q=%E0%B8%81" + "%E0%B9%88" * 150, id="150-stacked-marks"),
        pytest.param("q=%E0%B9%88%E0%B9%89", id="only-marks"),
        pytest.param("q=%EF%BF%BF%E2%80%8B%E2%80%AE", id="noncharacters"),
        *[
            pytest.param(f"q={text}", id=text)
            for text in ('"', "*", "AND", "(", "^", "-a", "col:x", "NEAR(", "%25", "_")
        ],
    ],
)
def test_what_is_merely_odd_is_answered(client, query):
    assert client.get(f"/api/awards/?{query}").status_code == 200


def test_more_than_1000_parameters_are_refused(client):
    response = client.get("/api/awards/?" + "&".join(f"a{number}=1" for number in range(1001)))
    assert response.status_code == 400
    assert error_of(response)["field"] is None


@pytest.mark.parametrize(
    "path",
    [
        "/api/",
        "/api/nope",
        "/api/nope/",
        "/en/api/nope/",
        "/api/awards/nope/2557/",
        "/api/awards/khon-kaen-city/2544/",
        "/api/awards/khon-kaen-city/0000/",
        "/api/awards/khon-kaen-city/99999/",
        "/api/awards/khon-kaen-city/๒๕๕๗/",
        "/api/awards/khon-kaen-city/%00/",
        "/api/awards/ขอนแก่น/2557/",
        "/api/awards/../../etc/passwd",
        "/api/awards/%2e%2e/%0d%0aX: y/",
        "/api/practices/nope/",
        "/api/municipalities/nope/",
        "/api/openapi.yaml",
    ],
)
def test_unknown_addresses_have_the_one_shape(client, path):
    response = client.get(path)
    assert response.status_code == 404
    assert error_of(response)["field"] is None
    assert response["Access-Control-Allow-Origin"] == "*"


def test_a_forgotten_slash_is_mended(client):
    response = client.get("/api/awards?year=2557")
    assert (response.status_code, response["Location"]) == (301, "/api/awards/?year=2557")


@pytest.mark.parametrize("path", ["//evil.example/api/awards", "/api//evil.example/", "/api/\\evil.example"])
def test_no_address_leads_off_the_site(client, path):
    response = client.get(path)
    assert response.status_code in (400, 404) or response["Location"].startswith("/api")


@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE"])
def test_nothing_can_be_written(path, method):
    response = Client(enforce_csrf_checks=True).generic(method, path, "{}", content_type="application/json")
    assert response.status_code == 405
    assert error_of(response)["field"] is None


@pytest.mark.parametrize("path", ADDRESSES[:-1])
def test_only_json_is_given(client, path):
    response = client.get(path, headers={"Accept": "text/html"})
    assert response.status_code == 406
    assert error_of(response)["field"] is None


@pytest.mark.parametrize(
    "accept", ["application/json; charset=utf-8", "APPLICATION/JSON", "application/*;q=0.1", "text/html, */*;q=0.8"]
)
def test_json_is_given_to_all_who_take_it(client, accept):
    assert client.get("/api/awards/", headers={"Accept": accept}).status_code == 200


def test_headers_of_any_size_do_no_harm(client):
    headers = {
        "Accept-Language": "th," * 2300,
        "Cookie": "\x7f;;=;sessionid=x",
        "Range": "bytes=0-1",
        "X-Forwarded-Host": "evil.example",
    }
    body = client.get("/api/awards/?page_size=1", headers=headers).json()
    assert body["next"].startswith("http://testserver/")


def test_a_foreign_host_is_refused_in_the_one_shape(client):
    response = client.get("/api/awards/", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert error_of(response)["field"] is None


@pytest.mark.parametrize("path", ADDRESSES)
def test_any_site_may_read_without_a_cookie(client, path):
    response = client.get(path)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_a_browser_may_ask_first(client):
    response = client.options("/api/awards/")
    assert response.status_code == 204
    assert response["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_head_has_no_body(client):
    response = client.head("/api/awards/")
    assert (response.status_code, response.content) == (200, b"")


def test_messages_follow_the_language_of_the_address(client):
    assert error_of(client.get("/api/awards/?year=abc"))["message"].startswith("“abc”")
    assert client.get("/en/api/awards/?year=abc")["Content-Language"] == "en"


# Drafts and numbers of queries


def test_drafts_are_nowhere(client):
    AwardEntry.objects.filter(municipality__slug="khon-kaen-city", year_be=2557).update(is_published=False)
    assert client.get("/api/awards/khon-kaen-city/2557/").status_code == 404
    assert client.get("/api/practices/khon-kaen-city-2557-marginalised-urban-youth/").status_code == 404
    everything = "".join(client.get(f"{path}?page_size=100").text for path in ADDRESSES[:3])
    assert "khon-kaen-city/2557" not in everything
    assert "khon-kaen-city-2557" not in everything
    assert "khon-kaen-city/2562" in everything


@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("/api/awards/?page_size=100", 9),
        ("/api/practices/?page_size=100", 7),
        ("/api/municipalities/?page_size=100", 6),
        ("/api/awards/khon-kaen-city/2557/", 8),
        ("/api/practices/khon-kaen-city-2557-marginalised-urban-youth/", 4),
        ("/api/municipalities/khon-kaen-city/", 5),
    ],
)
def test_number_of_queries(client, django_assert_num_queries, django_assert_max_num_queries, path, queries):
    with django_assert_num_queries(queries):
        client.get(path)
    builder.add(200)
    assert Practice.objects.count() > 20
    with django_assert_max_num_queries(queries):
        client.get(path)


def test_json_is_written_as_thai(client):
    response = client.get("/api/municipalities/khon-kaen-city/")
    assert "เทศบาลนครขอนแก่น" in response.text
    assert [award["year_be"] for award in json.loads(response.text)["awards"]] == [2557, 2558, 2562, 2563]
