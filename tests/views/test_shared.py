"""Addresses that once led to a body still do: pages, files and API, in one step, to this body and no other."""

import pytest

from practices.models import AwardEntry, Municipality, MunicipalityName
from tests.views.test_cite import citations

pytestmark = pytest.mark.django_db

ADDRESSES = [
    pytest.param("/municipalities/{slug}/", id="body"),
    pytest.param("/municipalities/{slug}/cite.bib", id="body-bib"),
    pytest.param("/municipalities/{slug}/cite.ris", id="body-ris"),
    pytest.param("/municipalities/{slug}/{year}/", id="entry"),
    pytest.param("/municipalities/{slug}/{year}/cite.bib", id="entry-bib"),
    pytest.param("/municipalities/{slug}/{year}/cite.ris", id="entry-ris"),
    pytest.param("/api/municipalities/{slug}/", id="api-body"),
    pytest.param("/api/awards/{slug}/{year}/", id="api-entry"),
]
OF_A_YEAR = [address for address in ADDRESSES if "{year}" in address.values[0]]
# A place without awards has these too.
OF_ANY_BODY = {"/municipalities/{slug}/", "/api/municipalities/{slug}/"}
every_address = pytest.mark.parametrize("address", ADDRESSES)
both_languages = pytest.mark.parametrize("prefix", ["", "/en"], ids=["th", "en"])


@pytest.fixture
def body():
    body = Municipality.objects.get(slug="lamphun-town")
    MunicipalityName.objects.create(municipality=body, slug="lamphun-subdistrict", kind="subdistrict", name_th="ลำพูน")
    return body


@both_languages
@every_address
def test_former_name_leads_to_the_present_one(client, body, prefix, address):
    response = client.get(prefix + address.format(slug="lamphun-subdistrict", year=2566))
    present = prefix + address.format(slug="lamphun-town", year=2566)
    assert (response.status_code, response["Location"]) == (301, present)
    assert client.get(present).status_code == 200


@both_languages
@pytest.mark.parametrize("address", OF_A_YEAR)
@pytest.mark.parametrize("slug", ["lamphun-town", "lamphun-subdistrict"])
def test_common_era_year_leads_to_its_buddhist_one(client, body, prefix, address, slug):
    response = client.get(prefix + address.format(slug=slug, year=2023))
    usual = prefix + address.format(slug="lamphun-town", year=2566)
    assert (response.status_code, response["Location"]) == (301, usual)


@pytest.mark.parametrize("address", OF_A_YEAR)
@pytest.mark.parametrize("year", [2001, 2544, 2011, 2599, 1999, 9999], ids=str)
def test_year_that_is_not_held_leads_nowhere(client, body, address, year):
    for slug in ("lamphun-town", "lamphun-subdistrict", "no-such-body"):
        assert client.get(address.format(slug=slug, year=year)).status_code == 404


@every_address
def test_former_name_of_drafts_only_leads_nowhere(client, body, address):
    AwardEntry.objects.filter(municipality=body).update(is_published=False)
    if address not in OF_ANY_BODY:
        assert client.get(address.format(slug="lamphun-town", year=2566)).status_code == 404


@every_address
def test_name_that_is_another_s_now_leads_to_no_other_body(client, body, address):
    """Nobody can save such names; they are kept out of harm's way all the same."""
    present = Municipality.objects.get(slug="phana-subdistrict")
    MunicipalityName.objects.create(municipality=body, slug=present.slug, kind="subdistrict", name_th="พนา")
    assert client.get(address.format(slug=present.slug, year=2557)).status_code == 200
    if "{year}" in address:
        assert client.get(address.format(slug=present.slug, year=2566)).status_code == 404
    present.entries.update(is_published=False)
    if address not in OF_ANY_BODY:
        assert client.get(address.format(slug=present.slug, year=2566)).status_code == 404


@every_address
def test_name_that_is_a_former_one_of_the_same_body_goes_in_no_circle(client, body, address):
    MunicipalityName.objects.create(municipality=body, slug=body.slug, kind="town", name_th="ลำพูน")
    assert client.get(address.format(slug=body.slug, year=2566)).status_code == 200
    if "{year}" in address:
        assert client.get(address.format(slug=body.slug, year=2599)).status_code == 404


def test_former_name_and_year_may_be_read_by_pages_of_other_sites(client, body):
    response = client.get("/api/awards/lamphun-subdistrict/2023/")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert client.options("/api/awards/lamphun-subdistrict/2023/").status_code == 204


@every_address
def test_head_is_led_on_and_nothing_else(client, body, address):
    former = address.format(slug="lamphun-subdistrict", year=2566)
    assert client.head(former).status_code == 301
    assert client.post(former).status_code == 405


def test_a_page_cites_its_present_name(client, body):
    response = client.get("/municipalities/lamphun-subdistrict/2023/", follow=True)
    assert response.redirect_chain == [("/municipalities/lamphun-town/2566/", 301)]
    assert "/municipalities/lamphun-town/2566/" in citations(client, response.request["PATH_INFO"])["th"]
