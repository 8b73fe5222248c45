"""Two languages: each page in one of them, what is of the other marked as such, and a pair of addresses for each."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.utils.encoding import iri_to_uri

from tests.browser.kinds import ENTRY, PRACTICE, PUBLIC, cases
from tests.catalogue.counts import BODIES, ENTRIES, PROVINCES, YEARS
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
THAI = re.compile("[ก-๛]+")
# A reader's own words, which a page repeats in its title.
TITLE_MAY_BE_THAI = {
    *(
        PUBLIC[kind]
        for kind in ("awards-searched", "awards-place", "awards-nothing", "peers-searched", "compare-wrong")
    ),
    PRACTICE,
}

LATIN = re.compile(r"[A-Za-z][A-Za-z’'-]+")
ADDRESS = re.compile(r"https?://\S+|\S+@\S+|“[^”]*”")
NAMES = {  # of formats, programs and standards, as Thai writes them too
    *("API", "Atom", "BOM", "BibTeX", "CR", "CRLF", "CSV", "Excel", "JSON", "MIT", "NUL", "OpenAPI", "Python", "RFC"),
    *(
        "RIS",
        "SHA-",
        "UTF-",
        "XLSX",
        "ZIP",
        "curl",
        "dcterms",
        "issued",
        "json",
        "openapi",
        "source",
        "updated",
        "year",
    ),
    *("networks", "kpi-lib", "older-people", "any", "Ahoerstemeier", "tambon"),  # codes, the name of a library
    *(
        "CCTV",
        "One",
        "data",
        "for",
        "all",
        "GIS",
        "GPS",
        "LTAX",
        "Ray",
        "PressReader",
    ),  # in titles as printed, publishers
}


class Words(HTMLParser):
    """The texts of a page with their language: that of the nearest element that says one."""

    def __init__(self, page: str):
        super().__init__()
        self.open, self.title, self.found = [], "", []
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        language = given.get("lang") or ("address" if given.get("translate") == "no" else "")
        if tag not in VOID:
            self.open.append((tag, language or (self.open[-1][1] if self.open else "")))

    def handle_startendtag(self, tag, attributes):
        """An element of a drawing, without text."""

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        tags = [tag for tag, _ in self.open]
        if "title" in tags:
            self.title += data
        elif data.strip() and not {"script", "style", "code", "pre"} & set(tags):
            self.found.append((self.open[-1][1], " ".join(data.split())))

    def of(self, language: str) -> list[str]:
        return [text for marked, text in self.found if marked == language]


@pytest.mark.parametrize("path", **cases(PUBLIC))
def test_english_page_marks_all_of_its_thai(client, path):
    page = Words(client.get(f"/en{path}").text)
    assert page.of("en")
    assert [text for text in page.of("en") if THAI.search(text)] == []
    if path not in TITLE_MAY_BE_THAI:
        assert not THAI.search(page.title)


@pytest.mark.parametrize("path", **cases(PUBLIC))
def test_thai_page_has_no_english_but_names(client, path):
    page = Words(client.get(path).text)
    said = {word for text in [*page.of("th"), page.title] for word in LATIN.findall(ADDRESS.sub("", text))}
    if path == ENTRY:
        said -= {"Smart"}  # so the book
    assert said <= NAMES


HEAD_LINK = re.compile(r'<link rel="(?:alternate|canonical)" (?:hreflang="(\w\w)" )?href="([^"]*)">')
SWITCH = re.compile(r'<a class="tongue" href="([^"]*)" lang="(\w\w)"')


@pytest.mark.parametrize("path", **cases({name: path for name, path in PUBLIC.items() if name != "bad-request"}))
def test_language_switch_leads_there_and_back(client, path):
    for here in map(iri_to_uri, (path, f"/en{path}")):
        there, language = SWITCH.search(client.get(here).text).groups()
        other = client.get(unescape(there))
        assert other["Content-Language"] == language
        assert unescape(SWITCH.search(other.text)[1]) == here


@pytest.mark.parametrize("path", **cases(PUBLIC))
def test_a_page_and_its_pair_name_each_other(client, path):
    thai, english = (dict(HEAD_LINK.findall(client.get(f"{prefix}{path}").text)) for prefix in ("", "/en"))
    assert (thai.get("th"), thai.get("en")) == (english.get("th"), english.get("en"))
    assert (thai.get(""), english.get("")) == (thai.get("th"), thai.get("en"))


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/en/", f"{ENTRIES} entries {BODIES} local governments {PROVINCES} provinces {YEARS} award years"),
        ("/en/awards/?province=40", "5 results"),
        ("/en/awards/?province=40&year=2557", "1 result"),
        ("/en/awards/?year=2556", "1 result"),
        ("/en/awards/?q=zzzz", "No results"),
        ("/en/provinces/phuket/", "Found 1 local government with an award; there may be more"),
        ("/en/years/2557/", "8 entries in this register"),
        (
            "/en/municipalities/khon-kaen-city/",
            "4 years, 2014–2020 (B.E. 2557–2563), in 2 categories",
        ),
        ("/en" + ENTRY, "B.E. 2557 2014 Khon Kaen City Municipality"),
    ],
)
def test_english_counts_and_years(client, path, said):
    assert said in text_of(client.get(path))


@pytest.mark.parametrize("path", ["/en/awards/?sort=name", "/en/awards/?sort=name&page=2"])
def test_english_entries_by_name_are_in_english_order(client, path):
    names = [entry.municipality.name_en for entry in client.get(path).context["page"]]
    assert len(names) == 20
    assert names == sorted(names)


def test_english_bodies_are_in_english_order_by_province(client):
    names = [(body.province.name_en, body.name_en) for body in client.get("/en/municipalities/").context["page"]]
    assert len(names) == 20
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/en/awards.csv?year=abc", 400, "“abc” is not a year B.E. (from 2544) or C.E. (from 2001)"),
        ("/en/api/awards/?tier=x", 400, "“x” is not a choice of “Award level”"),
        ("/en/api/nope/", 404, "What was asked for was not found"),
        ("/en/awards.atom?page=99", 404, "There is no such page"),
        ("/en/nowhere/", 404, "Page not found"),
        ("/en/awards/?" + "x&" * 1001, 400, "This address is not valid"),
        ("/en/changes.atom", 200, "<name>King Prajadhipok Award Register</name>"),
        ("/en/awards.atom?year=2014", 200, "– Awards – Year 2014 (B.E. 2557)</title>"),
    ],
)
def test_english_answers_to_programs_and_mistakes(client, path, status, said):
    response = client.get(path)
    assert response.status_code == status
    assert said in response.text


@pytest.mark.parametrize(
    "path",
    [
        "/admin/",
        "/admin/practices/awardentry/",
        "/admin/practices/awardentry/add/",
        "/admin/practices/municipality/?q=khon-kaen-city",
        "/admin/practices/municipality/add/",
        "/admin/practices/source/add/",
        "/admin/password_change/",
        "/admin/auth/user/add/",
        "/admin/nowhere/",
    ],
)
def test_editors_side_is_thai_throughout(admin_client, path):
    page = Words(admin_client.get(path).text)
    said = {word for text in page.of("th") for word in LATIN.findall(ADDRESS.sub("", text))}
    assert page.of("th")
    assert said <= {
        "admin",
        "editors",
        "RTGS",
        "Khon",
        "Kaen",
        "khon-kaen-city",
        "khon-kaen-city-",
        "urban-youth",
        "page",
    }
