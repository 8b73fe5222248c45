"""Addresses that once led to a body still do."""

import pytest

from practices.models import AwardEntry, Municipality, MunicipalityName

pytestmark = pytest.mark.django_db


@pytest.fixture
def body():
    body = Municipality.objects.get(slug="lamphun-town")
    MunicipalityName.objects.create(municipality=body, slug="lamphun-subdistrict", kind="subdistrict", name_th="ลำพูน")
    return body


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("/municipalities/lamphun-subdistrict/", "/municipalities/lamphun-town/"),
        ("/municipalities/lamphun-subdistrict/2566/", "/municipalities/lamphun-town/2566/"),
    ],
)
def test_former_name_leads_to_the_present_one(client, body, prefix, former, present):
    response = client.get(prefix + former)
    assert (response.status_code, response.headers["Location"]) == (301, prefix + present)
    assert client.get(prefix + present).status_code == 200


def test_former_name_of_drafts_only_leads_nowhere(client, body):
    AwardEntry.objects.filter(municipality=body).update(is_published=False)
    assert client.get("/municipalities/lamphun-subdistrict/").status_code == 404


def test_name_in_use_is_no_former_one(client, body):
    MunicipalityName.objects.create(municipality=body, slug="phana-subdistrict", kind="subdistrict", name_th="พนา")
    assert client.get("/municipalities/phana-subdistrict/").status_code == 200
