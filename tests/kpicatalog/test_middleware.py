import pytest
from django.http import HttpResponse
from django.utils import translation

from kpicatalog.middleware import LanguageFromPathMiddleware

pytestmark = pytest.mark.django_db

HEADERS = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


@pytest.fixture(autouse=True)
def thai_again():
    yield
    translation.deactivate()


@pytest.mark.parametrize(("address", "status"), [("/", 200), ("/no-such-page/", 404)])
def test_every_answer_carries_the_security_headers(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert HEADERS.items() <= dict(response.headers.items()).items()
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_refused_host_carries_the_policy(client):
    response = client.get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("address", "language"),
    [
        ("/", "th"),
        ("/awards/", "th"),
        ("/en/", "en"),
        ("/en", "en"),
        ("/en/awards.csv", "en"),
        ("/english/", "th"),
        ("/EN/", "th"),
        ("/th/", "th"),
        ("//en/", "th"),
        ("/awards/en/", "th"),
    ],
)
def test_language_is_the_path_s(rf, address, language):
    seen = []
    respond = LanguageFromPathMiddleware(lambda request: seen.append(translation.get_language()) or HttpResponse())
    request = rf.get("/")
    request.path_info = address
    assert respond(request).headers["Content-Language"] == language
    assert seen == [language]


def test_language_of_one_page_does_not_reach_the_next(client):
    client.get("/en/")
    assert client.get("/").headers["Content-Language"] == "th"
