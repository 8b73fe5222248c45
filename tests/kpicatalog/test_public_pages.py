"""What every public page promises a visitor, and any cache between."""

import pytest

ADDRESSES = [
    "",
    "awards/",
    "awards/?year=2557&q=เครือข่าย",
    "awards/?year=abc",
    "practices/",
    "practices/khon-kaen-city-2557-marginalised-urban-youth/",
    "municipalities/",
    "municipalities/khon-kaen-city/",
    "municipalities/khon-kaen-city/2557/",
    "years/2557/",
    "provinces/",
    "provinces/khon-kaen/",
    "categories/networks/",
    "about/",
    "changes/",
    "no-such-page/",
]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(("prefix", "language"), [("/", "th"), ("/en/", "en")])
def test_public_page_is_the_same_for_everyone(client, prefix, language, address):
    client.cookies["sessionid"] = "somebody"
    response = client.get(prefix + address, headers={"accept-language": "fr"})
    assert response.status_code == (404 if "no-such" in address else 200)
    assert response.cookies == {}
    assert response.headers.get("Vary", "Accept-Encoding") == "Accept-Encoding"
    assert response.headers["Content-Language"] == language


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES[:-1])
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options", "trace"])
def test_public_page_is_for_reading_only(client, address, method):
    client.handler.enforce_csrf_checks = True
    assert getattr(client, method)(f"/{address}").status_code == 405


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES[:-1])
def test_head_is_answered_like_get(client, address):
    response = client.head(f"/{address}")
    assert (response.status_code, response.content) == (200, b"")
