"""Where an entry's facts come from, as its pages print it."""

import re

import pytest

from practices.models import AwardEntry, AwardYear, Citation, Source
from tests.views.reading import text_of

pytestmark = pytest.mark.django_db

ENTRY = "/municipalities/khon-kaen-city/2557/"
BODY = "/municipalities/khon-kaen-city/"
YEAR = "/years/2557/"


@pytest.fixture
def entry():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    entry.citations.all().delete()
    return entry


def cite(entry, *sources):
    for order, source in enumerate(sources, start=1):
        Citation.objects.create(entry=entry, source=source, order=order, page=f"{order}")


def empty_links(html):
    return re.findall(r'<a [^>]*href="(?:"|[^"]*"[^>]*>\s*</a>)', html)


def test_a_source_that_is_cited_again_is_named_once(client, entry):
    first, second = (Source.objects.create(slug=slug, kind="book", title=f"เล่ม {slug}") for slug in ("a", "b"))
    cite(entry, first, second, first)
    page = client.get(ENTRY)
    assert re.findall('<p class="source__title">(.*?)</p>', page.text) == ["เล่ม a", "เล่ม b"]
    assert "เล่ม a หน้า 1 หน้า 3 เล่ม b หน้า 2" in text_of(page)


def test_a_source_with_neither_title_nor_address_has_no_empty_link(client, entry):
    cite(
        entry,
        Source.objects.create(slug="a", kind="book", publisher="สำนักพิมพ์"),
        Source.objects.create(slug="b", kind="book"),
    )
    page = client.get(ENTRY)
    assert re.findall('<p class="source__title">(.*?)</p>', page.text) == [
        "สำนักพิมพ์",
        '<span class="absent">ไม่ระบุ</span>',
    ]
    for path in (ENTRY, BODY):
        assert empty_links(client.get(path).text) == []


def test_a_source_without_a_name_is_linked_by_its_address(client, entry):
    cite(entry, Source.objects.create(slug="a", kind="page", url="https://example.org/a"))
    for path in (ENTRY, BODY):
        page = client.get(path).text
        assert re.search(r'href="https://example.org/a"[^>]*>example.org/a</a>', page)
        assert empty_links(page) == []


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)//http://", "data:text/html,x", "//x.example/"]
)
def test_an_address_that_no_browser_may_follow_is_nowhere_a_link(client, entry, address):
    """Forms and files are refused such an address; a shell or SQL can store it."""
    source = Source.objects.create(slug="a", kind="page", url=address, page_url_template=f"{address}{{page}}")
    cite(entry, source)
    entry.citations.update(file_page=1)
    AwardYear.objects.filter(year_be=2557).update(source=source)
    for path in (
        ENTRY,
        BODY,
        YEAR,
        entry.practices.get().get_absolute_url(),
        "/api/awards/khon-kaen-city/2557/",
        "/awards.csv?year=2557",
        f"{ENTRY}cite.bib",
        f"{ENTRY}cite.ris",
    ):
        response = client.get(path)
        assert response.status_code == 200
        assert address.encode() not in response.getvalue(), path
