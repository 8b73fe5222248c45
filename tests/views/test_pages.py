"""What every page promises: it opens, it costs the same at any size, and it is well made."""

import re
from collections import Counter

import pytest

from practices.models import AwardCategory, AwardEntry, AwardYear, Municipality, Practice, Province, Topic
from tests.views.reading import text_of, title_of
from tools import builder

pytestmark = pytest.mark.django_db

FIXED = ["/", "/about/", "/about/award/", "/categories/", "/peers/", "/provinces/", "/topics/", "/years/"]
QUERIES = {
    "/": 16,
    "/municipalities/khon-kaen-city/2557/": 14,
    "/municipalities/khon-kaen-city/": 14,
    "/municipalities/pak-kret-city/": 11,
    "/practices/khon-kaen-city-2557-marginalised-urban-youth/": 4,
    "/years/": 4,
    "/years/2557/": 10,
    "/provinces/": 2,
    "/provinces/khon-kaen/": 8,
    "/categories/networks/": 10,
    "/categories/": 1,
    "/topics/older-people/": 5,
    "/topics/": 1,
    "/about/award/": 0,
    "/data/quality/": 9,
    "/about/": 4,
    "/peers/?place=pak-kret-city": 7,
    "/compare/?entry=khon-kaen-city:2557&entry=phana-subdistrict:2557&entry=pak-kret-city": 6,
}
LISTS = {
    "/awards/": 5,  # all counts, the names of all codes, the page's rows, their practices, names to complete
    "/practices/": 5,  # ..., their partners
    "/municipalities/": 5,  # ..., the awards of the page's bodies
}
ASKED = [
    "",
    "?province=40&province=41&year=2557&year=2558&has=profile&since=2550&page=2",
    "?sort=-population",
]
PICTURE = {"/awards/?view=years": 12}
COUNTED = QUERIES | PICTURE | {path + query: queries for path, queries in LISTS.items() for query in ASKED}


def every_page():
    models = (AwardEntry, Practice, AwardYear, Province, AwardCategory, Topic)
    rows = [row for model in models for row in model.objects.all()]
    some = Municipality.objects.filter(slug__in=["pak-kret-city", "bangkok", "nonthaburi-pao", "don-kaeo-subdistrict"])
    return [*FIXED, *(row.get_absolute_url() for row in [*rows, *Municipality.objects.published(), *some])]


@pytest.fixture
def pages(client):
    """Every page by its address."""
    return {path: client.get(path) for path in every_page()}


def test_every_page_opens_well_made_and_has_a_title_of_its_own(pages):
    assert {path: response.status_code for path, response in pages.items() if response.status_code != 200} == {}
    for path, response in pages.items():
        assert response.text.count("<h1") == 1, path
        assert "style=" not in response.text, path
        assert not re.search(r'<script(?! type="application/ld\+json">)', response.text), path
        assert "None" not in text_of(response), path
        ids = Counter(re.findall(r'\bid="([^"]+)"', response.text))
        assert ids.most_common(1)[0][1] == 1, path
        for named in re.findall(r'aria-labelledby="([^"]+)"', response.text):
            assert named in ids, path
    titles = Counter(title_of(response) for response in pages.values())
    assert titles.most_common(1)[0][1] == 1


def test_crumbs_lead_home_by_pages_that_exist(client, pages):
    trails = [
        re.search('<ol class="crumbs__list">.*?</ol>', page.text, re.DOTALL)[0]
        for path, page in pages.items()
        if path != "/"
    ]
    assert all('href="/"' in trail and 'aria-current="page"' in trail for trail in trails)
    steps = {step for trail in trails for step in re.findall('href="([^"]+)"', trail)} - set(pages)
    assert {step: client.get(step).status_code for step in steps} == dict.fromkeys(steps, 200)


@pytest.mark.parametrize("path", QUERIES)
def test_english_page_opens(client, path):
    response = client.get(f"/en{path}")
    assert response.status_code == 200
    assert '<html lang="en">' in response.text


@pytest.mark.parametrize(("path", "queries"), COUNTED.items())
def test_query_count(client, django_assert_num_queries, path, queries):
    with django_assert_num_queries(queries):
        client.get(path)


def test_query_counts_are_the_same_among_5000_entries(client, django_assert_num_queries):
    builder.add(5_000)
    for path, queries in COUNTED.items():
        with django_assert_num_queries(queries):
            assert client.get(path).status_code == 200
