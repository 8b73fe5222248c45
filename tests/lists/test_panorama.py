"""The register in one picture: which places have a row, what stands in it, what is known above it."""

import pytest

from practices.lists.panorama import Panorama, add_strips, least_unnamed, panorama, strip
from practices.models import AwardEntry, AwardTier, AwardTotal, Municipality
from practices.models.awards import is_golden_year
from practices.querysets import Known
from tests.catalogue.counts import BODIES, ENTRIES
from tools import builder

pytestmark = pytest.mark.django_db


def picture(**chosen) -> Panorama:
    return panorama(AwardEntry.objects.published().filter(**chosen))


def test_every_award_has_one_mark_in_the_row_of_its_place():
    marks = [(place.body.slug, year.entry) for place in picture().places for year in place.strip if year.entry]
    assert len(marks) == ENTRIES
    drawn = {(slug, entry.year_be, entry.tier) for slug, entry in marks}
    assert drawn == set(AwardEntry.objects.published().values_list("municipality__slug", "year_be", "tier"))


def test_places_found_in_most_years_come_first_then_those_with_most_gold():
    rows = [(place.found, place.golden) for place in picture().places]
    assert len(rows) == BODIES
    assert rows == sorted(rows, reverse=True)


def test_every_row_has_all_years_of_the_catalogue_whatever_was_chosen():
    whole, some = picture(), picture(province_code="40")
    years = [head.year_be for head in whole.heads]
    assert years == list(range(2551, 2567))
    for place in [*whole.places, *some.places]:
        assert [year.year_be for year in place.strip] == years
    assert {place.body.province.code for place in some.places} == {"40"}


def test_the_line_leads_from_the_first_award_to_the_last():
    khon_kaen = AwardEntry.objects.published().filter(municipality__slug="khon-kaen-city")
    years = strip(khon_kaen, range(2556, 2565))
    assert [year.year_be for year in years if year.entry] == [2557, 2558, 2562, 2563]
    assert [year.year_be for year in years if year.goes_on] == list(range(2557, 2563))
    assert [year.year_be for year in years if year.comes_from] == list(range(2558, 2564))


def test_golden_awards_stand_in_golden_years():
    golden = AwardEntry.objects.filter(tier=AwardTier.GOLD).values_list("year_be", flat=True)
    assert [year for year in golden if not is_golden_year(year)] == []
    assert [year for year in range(2544, 2555) if is_golden_year(year)] == [2549, 2551, 2553]


def test_what_is_known_by_number_only_stands_above_its_year():
    entries = AwardEntry.objects.published()
    heads = {head.year_be: head for head in panorama(entries, entries.found_of(AwardTotal.objects.all())).heads}
    assert (heads[2559].found, heads[2559].unnamed) == (10, 7)  # 3 of 10 for networks, all 6 for transparency
    assert (heads[2557].found, heads[2557].unnamed) == (8, 6)  # 6 of 12 with gold, whatever the category
    assert (heads[2563].found, heads[2563].unnamed) == (3, None)
    assert (heads[2554].found, heads[2554].has_page) == (0, False)
    assert all(head.unnamed is None for head in picture().heads)


def test_two_totals_of_the_same_winners_count_them_once():
    total = AwardTotal.objects.get(category=None, award_year__year_be=2561)
    assert least_unnamed([Known(total, 5), Known(total, 3)]) == {2561: 4}


def test_of_very_many_places_it_shows_the_first_and_says_so(client):
    builder.add(5_000)
    whole = picture()
    assert (len(whole.places), whole.has_more) == (60, True)
    assert "แสดง 60 แห่งที่พบมากปีที่สุด จาก" in client.get("/awards/?view=years").text


def test_a_place_without_awards_has_no_strip():
    bodies = list(Municipality.objects.filter(slug__in=["pak-kret-city", "lamphun-town"]).order_by("slug"))
    add_strips(bodies)
    assert [sum(bool(year.entry) for year in body.strip) for body in bodies] == [6, 0]


def test_the_picture_follows_the_filters_and_the_filters_keep_the_picture(client):
    page = client.get("/awards/?view=years&province=50&tier=gold").text
    assert "ทม.แม่เหียะ" in page
    assert "ทม.ลำพูน" not in page
    assert '<input type="hidden" name="view" value="years">' in page
    assert 'href="/awards/?province=50&amp;view=years"' in page  # without the level
    assert 'href="/awards/?province=50&amp;tier=gold"' in page  # as a list


@pytest.mark.parametrize("view", ["no", "years&view=no", "%00", "x" * 5000])
def test_any_other_view_is_the_list(client, view):
    response = client.get(f"/awards/?view={view}")
    assert response.status_code == 200
    assert "panorama" not in response.text
