"""The lists as files: what the page shows is what the file holds."""

import csv
import hashlib
import io
import json
import re
import xml.etree.ElementTree as ET
import zipfile
from datetime import datetime
from random import Random

import pytest
from django.http import QueryDict

from practices.exports import TABLES
from practices.facts import leaves
from practices.lists import AwardEntryFilter, facets
from practices.models import AwardEntry, Municipality, Practice
from tests.catalogue.counts import BODIES, ENTRIES
from tests.exports.sheets import rows_of
from tests.lists.test_facets import any_query, query_of
from tools import builder

pytestmark = pytest.mark.django_db

ATOM = {"atom": "http://www.w3.org/2005/Atom", "opensearch": "http://a9.com/-/spec/opensearch/1.1/"}
FILES = [f"/{name}.{suffix}" for suffix in ("csv", "xlsx") for name in ("awards", "practices", "municipalities")]
FEEDS = ["/awards.atom", "/practices.atom"]


def content_of(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


def headers_of(response):
    content_of(response)  # which closes its file
    return response.headers


def addresses(rows):
    return [row["url"] for row in rows]


def csv_rows(client, address):
    content = content_of(client.get(address))
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def xlsx_rows(client, address):
    header, *rows = rows_of(content_of(client.get(address)))
    return [dict(zip(header, row, strict=True)) for row in rows]


def feed(client, address):
    return ET.fromstring(content_of(client.get(address)))  # noqa: S314 our own


def entries_of(atom):
    return [entry.findtext("atom:id", None, ATOM) for entry in atom.iterfind("atom:entry", ATOM)]


# The same rows everywhere


def combinations(number, seed):
    """Random parameters of the list of awards, from what the catalogue offers."""
    chance = Random(seed)  # noqa: S311 not a secret
    everything = facets.count(AwardEntryFilter(QueryDict())).choices
    for _ in range(number):
        query = query_of(any_query(chance, everything))
        if chance.random() < 0.3:
            query["q"] = chance.choice(["เทศบาล", "ขอนแก่น", "2557", "รางวัล ทองคำ"])
        yield query.urlencode()


SEED = 20261122


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["th", "en"])
@pytest.mark.parametrize("part", range(5))
def test_page_files_feed_api_and_facets_agree(client, part, prefix):
    """Fifty random combinations in five parts; the failing one is printed."""
    for query in combinations(10, SEED + part):
        print(f"{prefix}/awards/?{query}")  # noqa: T201 (shown where it fails)
        rows = addresses(csv_rows(client, f"{prefix}/awards.csv?{query}"))
        assert client.get(f"{prefix}/awards/?{query}").context["page"].paginator.count == len(rows)
        assert addresses(xlsx_rows(client, f"{prefix}/awards.xlsx?{query}")) == rows
        atom = feed(client, f"{prefix}/awards.atom?{query}")
        assert entries_of(atom) == rows
        assert atom.findtext("opensearch:totalResults", None, ATOM) == str(len(rows))
        api = client.get(f"{prefix}/api/awards/?page_size=100&{query}").json()
        assert addresses(api["results"]) == rows
        # An entry has one kind, so its choices, under the others alone, sum up to the rows where none is chosen.
        kinds = [choice for choice in api["facets"]["kind"] if choice["selected"] or "kind=" not in query]
        assert sum(choice["count"] for choice in kinds) == api["count"] == len(rows)


@pytest.mark.parametrize("name", ["practices", "municipalities"])
@pytest.mark.parametrize("query", ["", "province=40", "kind=city&kind=town&since=2560", "q=เยาวชน", "year=2544"])
def test_the_other_lists_agree_too(client, name, query):
    rows = addresses(csv_rows(client, f"/{name}.csv?{query}"))
    assert addresses(xlsx_rows(client, f"/{name}.xlsx?{query}")) == rows
    assert addresses(client.get(f"/api/{name}/?page_size=100&{query}").json()["results"]) == rows
    assert client.get(f"/{name}/?{query}").context["page"].paginator.count == len(rows)


@pytest.mark.parametrize("sort", ["-year", "year", "name", "-population"])
def test_files_keep_the_order_of_the_page(client, sort):
    page = client.get(f"/awards/?sort={sort}&page=1").context["page"]
    shown = [f"http://testserver{entry.get_absolute_url()}" for entry in page]
    assert addresses(csv_rows(client, f"/awards.csv?sort={sort}&page=3"))[: len(shown)] == shown


# What the files hold


def test_khon_kaen_in_csv(client):
    content = content_of(client.get("/awards.csv?year=2557&province=40"))
    assert content.startswith(b"\xef\xbb\xbfyear_be,year_ce,")
    assert content.endswith(b"\r\n")
    (row,) = csv_rows(client, "/awards.csv?year=2557&province=40")
    expected = {
        "year_be": "2557",
        "year_ce": "2014",
        "municipality_full_name_th": "เทศบาลนครขอนแก่น",
        "kind": "city",
        "kind_name_th": "เทศบาลนคร",
        "province_code": "40",
        "tier": "",
        "tier_name_th": "",
        "population": "111707",
        "area_km2": "46",
        "own_revenue_baht": "678749799.10",
        "phone": "043-221-667",
        "postcode": "40000",
        "head_name": "นายธีระศักดิ์ ฑีฆายุพันธุ์",
        "council_men": "18",
        "source_page": "279 | 280 | 279",
        "warning_code": "fax-is-phone",
    }
    assert {name: row[name] for name in expected} == expected
    assert "\n\n" in row["introduction"]


def test_khon_kaen_in_xlsx(client):
    (row,) = xlsx_rows(client, "/awards.xlsx?year=2557&province=40")
    assert row["year_be"] == 2557
    assert row["own_revenue_baht"] == 678749799.10
    assert row["postcode"] == "40000"
    assert row["tier"] is None


def test_a_practice_has_a_row_of_its_own(client):
    (row,) = csv_rows(client, "/practices.csv?province=40&year=2557")
    assert row["partner_sector"] == "state | "
    assert row["is_excerpt"] == "true"
    assert row["award_url"] == "http://testserver/municipalities/khon-kaen-city/2557/"
    assert row["source_url"].endswith("page279.html")


def test_every_public_value_is_in_a_column():
    """But for the texts of practices, which have a file of their own; an executive's office names the column."""
    shown = {table.name: {column.field for column in table.columns} for table in TABLES.values()}
    left_out = {
        (name, path)
        for name, table in TABLES.items()
        for path, field in leaves(table.fields)
        if field not in shown[name] and not path.startswith("practices.")
    }
    of_the_award = {("practices", f"citations.{name}") for name in ("practice", "inferred")}
    assert left_out == {("awards", "executives.office"), *of_the_award}


@pytest.mark.parametrize("address", FILES)
def test_names_of_files_are_ours(client, address):
    disposition = headers_of(client.get(f"{address}?q=ขอนแก่น&x=\r\nX-Evil:1"))["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="kpi-[a-z]+-\d{4}-\d\d-\d\d\.(csv|xlsx)"', disposition)


@pytest.mark.parametrize("address", [*FILES, *FEEDS, "/data/catalogue.zip"])
def test_files_are_read_only_and_open(client, address):
    headers = headers_of(client.get(address))
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in headers
    assert client.post(address).status_code == 405
    head = client.head(address)
    assert (head.status_code, content_of(head)) == (200, b"")
    assert head["Content-Type"] == headers["Content-Type"]


@pytest.mark.parametrize("address", [*FILES, *FEEDS])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["th", "en"])
def test_what_is_not_understood_is_named_in_plain_text(client, address, prefix):
    response = client.get(f"{prefix}{address}?year=abc&kind=%00&unknown=1")
    assert response.status_code == 400
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert [line.partition(":")[0] for line in response.text.splitlines()] == ["year", "kind"]


@pytest.mark.parametrize(
    "address", ["/awards.pdf", "/nothing.csv", "/awards.csv/", "/municipalities.atom", "/data/catalogue.tar"]
)
def test_there_is_no_other_file(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", [*FILES, *FEEDS])
def test_number_of_queries(client, django_assert_max_num_queries, address):
    with django_assert_max_num_queries(10):
        content_of(client.get(address))
    builder.add(450)
    with django_assert_max_num_queries(18):  # at most two chunks of rows
        content_of(client.get(address))


# Feeds


def test_a_feed_keeps_award_year_and_last_change_apart(client):
    (entry,) = feed(client, "/awards.atom?year=2557&province=40").iterfind("atom:entry", ATOM)
    recorded = AwardEntry.history.filter(municipality__slug="khon-kaen-city", year_be=2557).latest().history_date
    assert entry.findtext("{http://purl.org/dc/terms/}issued") == "2014"
    assert entry.find("atom:category", ATOM).attrib == {
        "term": "2557",
        "scheme": "http://testserver/years/",
        "label": "พ.ศ. 2557",
    }
    assert entry.find("atom:published", ATOM) is None
    assert datetime.fromisoformat(entry.findtext("atom:updated", None, ATOM)) >= recorded


def test_a_changed_practice_changes_its_entry(client):
    (before,) = feed(client, "/awards.atom?year=2557&province=40").iterfind("atom:entry", ATOM)
    practice = Practice.objects.get(slug="khon-kaen-city-2557-marginalised-urban-youth")
    practice.result = "ทดสอบ"
    practice.save()
    (after,) = feed(client, "/awards.atom?year=2557&province=40").iterfind("atom:entry", ATOM)
    assert after.findtext("atom:updated", None, ATOM) > before.findtext("atom:updated", None, ATOM)


def test_a_long_feed_has_pages(client):
    builder.add(150)
    seen, address = [], "http://testserver/awards.atom?sort=name"
    while address:
        page = feed(client, address)
        assert len(entries_of(page)) <= 100
        seen += entries_of(page)
        following = page.find("atom:link[@rel='next']", ATOM)
        address = following.get("href") if following is not None else None
    assert len(seen) == len(set(seen)) == ENTRIES + 150


@pytest.mark.parametrize("address", [*FEEDS, "/changes.atom"])
@pytest.mark.parametrize(
    ("page", "status"),
    [("9", 404), ("9" * 30, 404), ("0", 400), ("-1", 400), ("abc", 400), ("%00", 400), ("9" * 5000, 400)],
    ids=["beyond", "far-beyond", "zero", "negative", "letters", "NUL", "5000-digits"],
)
def test_a_feed_has_no_such_page(client, address, page, status):
    response = client.get(f"{address}?page={page}")
    assert (response.status_code, response["Content-Type"]) == (status, "text/plain; charset=utf-8")
    assert response.text.startswith("page: ")
    assert response["Access-Control-Allow-Origin"] == "*"


def test_an_empty_feed_is_a_feed(client):
    empty = feed(client, "/awards.atom?year=2544")
    assert empty.findtext("opensearch:totalResults", None, ATOM) == "0"
    assert empty.findtext("atom:updated", None, ATOM).startswith("1970")


# Everything at once


def test_the_archive_holds_every_list_and_says_what_it_holds(client):
    with zipfile.ZipFile(io.BytesIO(content_of(client.get("/data/catalogue.zip")))) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert sorted(archive.namelist()) == sorted(["manifest.json", *(file["name"] for file in manifest["files"])])
        rows = {}
        for file in manifest["files"]:
            content = archive.read(file["name"])
            assert hashlib.sha256(content).hexdigest() == file["sha256"]
            rows[file["name"]] = file["rows"]
            if file["name"].endswith(".json"):
                assert len(json.loads(content)) == file["rows"]
        assert json.loads(archive.read("awards.json"))[0] == client.get("/api/awards/").json()["results"][0]
    assert rows["awards.csv"] == rows["awards.json"] == ENTRIES
    assert rows["municipalities.csv"] == BODIES


def test_drafts_are_in_no_file(client):
    body = Municipality.objects.get(slug="phana-subdistrict")
    body.entries.update(is_published=False)
    with zipfile.ZipFile(io.BytesIO(content_of(client.get("/data/catalogue.zip")))) as archive:
        everything = [archive.read(name) for name in archive.namelist()]
    everything += [content_of(client.get(address)) for address in (*FILES[:3], *FEEDS)]
    everything += [str(rows_of(content_of(client.get(address)))).encode() for address in FILES[3:]]
    assert not [content for content in everything if body.slug.encode() in content]


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["th", "en"])
def test_a_list_offers_its_rows_as_files(client, prefix):
    page = client.get(f"{prefix}/awards/?since=2014&kind=nope&page=2&junk=1").text
    files = re.findall(f'href="({prefix}/(?:awards[.]|api/)[^"]*)"', page)
    assert files[-4:] == [
        f"{prefix}/awards.csv?since=2557",
        f"{prefix}/awards.xlsx?since=2557",
        f"{prefix}/awards.atom?since=2557",
        f"{prefix}/api/awards/?since=2557",
    ]
