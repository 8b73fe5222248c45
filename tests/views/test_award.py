"""The page about the award says nothing without its source."""

import re
from html import unescape

import pytest

from practices.models import AwardCategory, AwardEntry
from practices.models.awards import is_golden_year
from practices.views.award import CEREMONIES, SECTIONS
from tests.views.reading import text_of

STATEMENTS = [statement for section in SECTIONS for statement in section.statements]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_statement_stands_with_its_sources(client, prefix):
    page = unescape(client.get(f"{prefix}/about/award/").text)
    for statement in STATEMENTS:
        assert statement.sources
        for url in statement.sources:
            assert f'href="{url}"' in page
    assert page.count("ที่มา:" if not prefix else "Source:") >= len(STATEMENTS)


@pytest.mark.django_db
def test_categories_began_when_the_page_says(client):
    page = text_of(client.get("/about/award/"))
    for category in AwardCategory.objects.all():
        assert f"พ.ศ. {category.since_year_be}" in page
        first = AwardEntry.objects.published().filter(category=category).order_by("year_be").first()
        assert first.year_be >= category.since_year_be


@pytest.mark.django_db
def test_every_golden_award_is_of_a_golden_year():
    golden = AwardEntry.objects.published().filter(tier="gold")
    assert golden
    assert [entry for entry in golden if not is_golden_year(entry.year_be)] == []


@pytest.mark.django_db
def test_every_ceremony_is_of_a_year_with_a_page(client):
    for year_be in CEREMONIES:
        assert client.get(f"/years/{year_be}/").status_code == 200
    assert re.search(r"2556</a>\s*</th>\s*<td>8 กุมภาพันธ์ 2557", client.get("/about/award/").text)


@pytest.mark.django_db
def test_level_category_and_year_lead_here(client):
    for path, anchor in [
        ("/municipalities/khon-kaen-city/2557/", "#levels"),
        ("/categories/networks/", "#categories"),
        ("/years/2557/", "#gold"),
        ("/", ""),
    ]:
        assert f'href="/about/award/{anchor}"' in client.get(path).text
