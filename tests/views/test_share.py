"""What a page tells those who link to it: one address, its pair, its words and picture, and its facts as JSON-LD."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders

from practices.exports import jsonld
from practices.models import AwardEntry, Municipality, Practice
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
ENTRY = "/municipalities/khon-kaen-city/2557/"
BODY = "/municipalities/khon-kaen-city/"
PAGES = ["/", "/awards/", ENTRY, BODY, "/years/2557/", "/provinces/", "/categories/networks/", "/about/", "/data/"]

# What schema.org allows of what we say, each with the type of its value; required ones are marked.
TEXT, URL, NUMBER = "text", "url", "number"
ALLOWED = {
    "GovernmentOrganization": {
        "@id!": URL,
        "name!": TEXT,
        "mainEntityOfPage!": URL,
        "address!": "PostalAddress",
        "alternateName": TEXT,
        "identifier": TEXT,
        "telephone": TEXT,
        "faxNumber": TEXT,
        "slogan": TEXT,
        "award": TEXT,
        "areaServed": "AdministrativeArea",
    },
    "PostalAddress": {
        "addressCountry!": TEXT,
        "addressRegion!": TEXT,
        "addressLocality": TEXT,
        "streetAddress": TEXT,
        "postalCode": TEXT,
    },
    "AdministrativeArea": {"name!": TEXT, "additionalProperty": "PropertyValue"},
    "PropertyValue": {"name!": TEXT, "value!": NUMBER, "unitText": TEXT, "description": TEXT},
    "BreadcrumbList": {"itemListElement!": "ListItem"},
    "ListItem": {"position!": NUMBER, "name!": TEXT, "item": URL},
    "Dataset": {
        "@id!": URL,
        "url!": URL,
        "name!": TEXT,
        "description!": TEXT,
        "distribution!": "DataDownload",
        "inLanguage": TEXT,
        "isAccessibleForFree": "boolean",
        "spatialCoverage": "Country",
        "temporalCoverage": TEXT,
        "dateModified": TEXT,
    },
    "Country": {"name!": TEXT},
    "DataDownload": {"contentUrl!": URL, "encodingFormat!": TEXT, "name": TEXT},
}


def flaws(thing, path="", expected=None):
    """What of a thing schema.org would not understand, or what it lacks."""
    kind = thing.get("@type")
    if kind not in ALLOWED or expected not in (None, kind):
        return [f"{path}: {kind}"]
    allowed = {name.rstrip("!"): value for name, value in ALLOWED[kind].items()}
    required = [name.rstrip("!") for name in ALLOWED[kind] if name.endswith("!")]
    found = [f"{path}.{name} is missing" for name in required if name not in thing]
    for name, value in thing.items():
        if name in ("@context", "@type"):
            continue
        for one in value if isinstance(value, list) else [value]:
            found += flaws_of_value(one, f"{path}.{name}", allowed.get(name))
    return found


def flaws_of_value(value, path, expected):
    match expected:
        case None:
            return [f"{path} is unknown"]
        case "text":
            is_right = isinstance(value, str) and value.strip()
        case "url":
            is_right = isinstance(value, str) and urlsplit(value).scheme == "http" and urlsplit(value).netloc
        case "number":
            is_right = isinstance(value, int | float) and not isinstance(value, bool)
        case "boolean":
            is_right = isinstance(value, bool)
        case _:
            return flaws(value, path, expected)
    return [] if is_right else [f"{path}: {value!r}"]


def linked_data(client, path):
    """The things of a page by type."""
    response = client.get(path)
    assert response.status_code == 200
    blocks = re.findall('<script type="application/ld.json">(.*?)</script>', response.text)
    things = [json.loads(block) for block in blocks]
    assert {thing["@context"] for thing in things} <= {"https://schema.org"}
    return {thing["@type"]: thing for thing in things}


def meta(client, path):
    page = client.get(path).text
    found = re.findall(r'<meta (?:property|name)="([^"]*)" content="([^"]*)">', page)
    return {name: unescape(content) for name, content in found}


def canonical(client, path):
    return unescape(re.search('<link rel="canonical" href="([^"]*)">', client.get(path).text)[1])


def test_linked_data_of_every_page_is_valid(client):
    rows = [*AwardEntry.objects.published(), *Municipality.objects.published(), *Practice.objects.published()]
    for path in [*PAGES, *(row.get_absolute_url() for row in rows)]:
        for language in ("", "/en"):
            things = linked_data(client, language + path)
            assert path in ("/", "/awards/") or "BreadcrumbList" in things
            assert [flaw for thing in things.values() for flaw in flaws(thing)] == []


@pytest.mark.parametrize(
    ("thing", "flaw"),
    [
        ({"@type": "Dataset"}, ".name is missing"),
        ({"@type": "Mayor"}, ": Mayor"),
        ({"@type": "Country", "name": ""}, ".name: ''"),
        ({"@type": "Country", "name": "ไทย", "mayor": "ก"}, ".mayor is unknown"),
        ({"@type": "ListItem", "position": "1", "name": "ก"}, ".position: '1'"),
    ],
)
def test_the_validator_sees_flaws(thing, flaw):
    assert flaw in flaws(thing)


def test_entry_says_the_facts_of_its_page_and_no_others(client):
    thing = linked_data(client, ENTRY)["GovernmentOrganization"]
    assert thing == {
        "@context": "https://schema.org",
        "@type": "GovernmentOrganization",
        "@id": f"{HOST}{ENTRY}#body",
        "mainEntityOfPage": f"{HOST}{ENTRY}",
        "name": "เทศบาลนครขอนแก่น",
        "alternateName": "Khon Kaen City Municipality",
        "identifier": "khon-kaen-city",
        "address": {
            "@type": "PostalAddress",
            "addressLocality": "เมืองขอนแก่น",
            "addressRegion": "ขอนแก่น",
            "addressCountry": "TH",
            "streetAddress": "ตำบลในเมือง อำเภอเมือง จังหวัดขอนแก่น",
            "postalCode": "40000",
        },
        "telephone": "043-221-667",
        "faxNumber": "043-221-667",
        "slogan": "พัฒนาเมืองสู่สากล สร้างสังคมแห่งความสุข",
        "award": "รางวัลพระปกเกล้า ด้านการเสริมสร้างเครือข่าย รัฐ เอกชน และประชาสังคม พ.ศ. 2557",
        "areaServed": thing["areaServed"],
    }
    measures = {one["name"]: one["value"] for one in thing["areaServed"]["additionalProperty"]}
    assert list(measures.values()) == [111707, 52866, 58841, 46.0, 93]
    shown = text_of(client.get(ENTRY))
    for fact in ["043-221-667", thing["slogan"], "40000", "111,707", "52,866", "58,841", "46", "93"]:
        assert fact in shown


def test_what_no_source_states_is_left_out(client):
    entry = AwardEntry.objects.published().filter(has_profile=False).first()
    thing = linked_data(client, entry.get_absolute_url())["GovernmentOrganization"]
    assert thing.keys().isdisjoint({"telephone", "faxNumber", "slogan", "areaServed"})
    assert thing["address"].keys().isdisjoint({"streetAddress", "postalCode"})


def test_body_says_each_of_its_awards(client):
    thing = linked_data(client, BODY)["GovernmentOrganization"]
    assert [award.split()[-1] for award in thing["award"]] == ["2557", "2558", "2562", "2563"]
    assert "รางวัลพระปกเกล้าทองคำ" in thing["award"][-1]


def test_way_to_the_page_is_that_of_its_crumbs(client):
    steps = linked_data(client, f"/en{ENTRY}")["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2, 3, 4]
    assert [step.get("item") for step in steps] == [
        f"{HOST}/en/",
        f"{HOST}/en/provinces/khon-kaen/",
        f"{HOST}/en{BODY}",
        None,
    ]


def test_data_page_describes_the_dataset_and_every_file_opens(client):
    dataset = linked_data(client, "/data/")["Dataset"]
    assert dataset["temporalCoverage"] == "2008/2023"
    assert 50 <= len(dataset["description"]) <= 5000
    assert "license" not in dataset
    for download in dataset["distribution"]:
        response = client.get(download["contentUrl"].removeprefix(HOST))
        assert response.status_code == 200
        assert response.getvalue()
        assert response.headers["Content-Type"].partition(";")[0] == download["encodingFormat"]


def test_no_text_ends_the_script_or_begins_another():
    script = jsonld.script({"@type": "Thing", "name": "</script><script>alert(1)</script><!-- & 'x' \u2028"})
    inside = script.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&") & set(inside)
    assert json.loads(inside)["name"] == "</script><script>alert(1)</script><!-- & 'x' \u2028"


def test_shared_link_has_title_words_picture_and_language(client):
    shared = meta(client, ENTRY)
    assert shared["og:title"] == "เทศบาลนครขอนแก่นได้รางวัลพระปกเกล้า พ.ศ. 2557"
    assert shared["og:description"] == shared["description"]
    assert shared["og:url"] == f"{HOST}{ENTRY}"
    assert (shared["og:locale"], shared["og:locale:alternate"]) == ("th_TH", "en_GB")
    assert meta(client, f"/en{ENTRY}")["og:locale"] == "en_GB"


@pytest.mark.parametrize("path", PAGES)
def test_every_page_can_be_shared(client, path):
    shared = meta(client, path)
    for name in ("title", "description", "url", "image", "site_name", "image:alt"):
        assert shared[f"og:{name}"].strip()
    assert "\n" not in shared["og:title"]


def test_picture_is_as_large_as_it_says_and_light(client):
    shared = meta(client, "/")
    picture = Path(finders.find("img/og.png")).read_bytes()
    size = [int.from_bytes(picture[start : start + 4]) for start in (16, 20)]
    assert picture.startswith(b"\x89PNG")
    assert size == [int(shared["og:image:width"]), int(shared["og:image:height"])] == [1200, 630]
    assert len(picture) <= 60 * 1024


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("/awards/", "/awards/"),
        ("/awards/?page=2", "/awards/?page=2"),
        ("/awards/?page=1", "/awards/"),
        ("/awards/?fbclid=x&utm_source=line", "/awards/"),
        ("/awards/?province=40&year=2014", "/awards/?year=2557&province=40"),
        ("/awards/?year=๒๕๕๗&page=99", "/awards/?year=2557"),
        ("/awards/?year=abc", "/awards/"),
        (f"{ENTRY}?fbclid=x", ENTRY),
        ("/changes/?page=2&x=y", "/changes/?page=2"),
    ],
)
def test_addresses_of_one_page_are_told_to_be_one(client, asked, kept):
    assert canonical(client, asked) == f"{HOST}{kept}"
    assert canonical(client, f"/en{asked}") == f"{HOST}/en{kept}"
    assert meta(client, asked)["og:url"] == f"{HOST}{kept}"


@pytest.mark.parametrize(
    ("path", "robots"),
    [
        ("/awards/", None),
        ("/awards/?page=2", None),
        ("/awards/?fbclid=x", None),
        ("/awards/?year=2557", "noindex, follow"),
        ("/awards/?sort=name", "noindex, follow"),
        ("/awards/?year=abc", "noindex, follow"),
        ("/municipalities/?q=ขอนแก่น", "noindex, follow"),
        ("/practices/?province=40", "noindex, follow"),
        (ENTRY, None),
    ],
)
def test_only_bare_lists_are_for_search_engines(client, path, robots):
    assert meta(client, path).get("robots") == robots


def test_a_page_that_is_not_there_is_not_shared(client):
    page = client.get("/municipalities/nowhere/").text
    assert '<meta name="robots" content="noindex">' in page
    assert "canonical" not in page
    assert "og:" not in page


def test_a_draft_seen_by_its_editor_is_not_shared(admin_client):
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    page = admin_client.get(f"/admin/practices/awardentry/{entry.pk}/preview/").text
    assert '<meta name="robots" content="noindex">' in page
    assert 'rel="canonical"' not in page
    assert "ld+json" not in page
