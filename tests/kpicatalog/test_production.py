"""The site as it is deployed: https, hashed static files, compressed answers. Elsewhere tests switch all that off."""

import gzip
import re
from contextlib import closing

import pytest
from django.core.management import call_command
from django.test import override_settings

from kpicatalog import settings as deployed
from tests import settings as tested

pytestmark = pytest.mark.django_db

SWITCHED_OFF = {
    name: value
    for name, value in vars(deployed).items()
    if name.isupper() and name != "ALLOWED_HOSTS" and value != getattr(tested, name)
}
PAGES = ["/", "/en/", "/awards/", "/municipalities/khon-kaen-city/2557/", "/changes/", "/no-such-page/"]
DATA = [
    "/awards.csv",
    "/awards.xlsx",
    "/awards.atom",
    "/changes.atom",
    "/data/catalogue.zip",
    "/municipalities/khon-kaen-city/cite.bib",
    "/api/awards/",
    "/api/nowhere/",
    "/sitemap.xml",
    "/healthz",
]


@pytest.fixture(scope="module", autouse=True)
def production(tmp_path_factory):
    static_files = {
        "STATIC_ROOT": tmp_path_factory.mktemp("static"),
        "STATICFILES_FINDERS": [
            "django.contrib.staticfiles.finders.FileSystemFinder"
        ],  # not the admin's: it is quicker
        "WHITENOISE_AUTOREFRESH": False,
        "WHITENOISE_USE_FINDERS": False,
    }
    with override_settings(**SWITCHED_OFF, **static_files):
        call_command("collectstatic", interactive=False, verbosity=0)
        yield


def test_what_tests_switch_off_is_on_again():
    assert SWITCHED_OFF.keys() == {"SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "STORAGES"}


@pytest.mark.parametrize("path", ["/", "/en/awards/?q=ขอนแก่น&year=2557", "/awards.csv", "/api/awards/", "/admin/"])
def test_plain_http_leads_to_https(client, path):
    response = client.get(path)
    assert (response.status_code, response["Location"]) == (
        301,
        response.wsgi_request.build_absolute_uri().replace("http:", "https:", 1),
    )
    assert "Strict-Transport-Security" not in response.headers


def test_a_machine_behind_the_proxy_asks_for_health_over_http(client):
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.parametrize("path", PAGES)
def test_https_is_kept_to_and_a_page_sets_no_cookie(client, path):
    response = client.get(path, secure=True)
    assert response.status_code == (404 if "no-such" in path else 200)
    assert response["Strict-Transport-Security"] == "max-age=31536000"
    assert response.cookies == {}


def test_the_editors_cookies_travel_by_https_only(client, django_user_model):
    somsri = django_user_model.objects.create_superuser("somsri", password="a long password")
    response = client.post("/admin/login/", {"username": somsri.username, "password": "a long password"}, secure=True)
    assert {"csrftoken", "sessionid"} == set(response.cookies)
    assert all(cookie["secure"] for cookie in response.cookies.values())


@pytest.mark.parametrize("secure", [False, True], ids=["http", "https"])
@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/en/awards/", "text/html; charset=utf-8"),
        ("/api/awards/", "application/json"),
        ("/en/api/awards/", "application/json"),
        ("/admin/", "text/html; charset=utf-8"),
    ],
)
def test_a_stranger_s_host_is_refused_with_400(client, path, content_type, secure):
    client.get("/" if path.startswith("/en/") else "/en/", secure=True)  # whose language is not the next one's
    response = client.get(path, secure=secure, headers={"host": "evil.example"})
    assert (response.status_code, response["Content-Type"]) == (400, content_type)
    is_english = path.startswith("/en/")
    assert ("ไม่เข้าใจคำขอนี้" in response.text or "ที่อยู่เว็บไม่ถูกต้อง" in response.text) is not is_english
    assert response["Content-Security-Policy"].startswith("default-src 'none'")


def test_static_files_are_named_by_their_content_and_kept_for_ever(client):
    page = client.get("/", secure=True).text
    files = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    assert len(files) > 5
    for file in files:
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", file), file
        with closing(client.get(file, secure=True)) as response:
            assert response.status_code == 200
            assert response["Cache-Control"] == "max-age=315360000, public, immutable"


def test_static_files_are_compressed_beforehand(client):
    [sheet] = re.findall(r'href="(/static/css/components[^"]+)"', client.get("/", secure=True).text)
    for encoding in ("br", "gzip"):
        with closing(client.get(sheet, secure=True, headers={"accept-encoding": encoding})) as response:
            assert response["Content-Encoding"] == encoding


@pytest.mark.parametrize("path", ["/", "/awards/", "/api/awards/", "/awards.atom", "/awards.csv"])
def test_answers_are_compressed(client, path):
    response = client.get(path, secure=True, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    assert response["Vary"] == "Accept-Encoding"
    assert gzip.decompress(response.getvalue()) == client.get(path, secure=True).getvalue()


@pytest.mark.parametrize("encoding", ["identity", "gzip"])
@pytest.mark.parametrize("path", PAGES + DATA)
def test_head_has_the_headers_of_get(client, path, encoding):
    asked = {"path": path, "secure": True, "headers": {"accept-encoding": encoding}}
    with closing(client.get(**asked)) as got, closing(client.head(**asked)) as head:
        assert (head.status_code, head.getvalue()) == (got.status_code, b"")
        # How long a compressed answer is differs from one to the next; so does a workbook, which says when it was made.
        assert {**head.headers, "Content-Length": ""} == {**got.headers, "Content-Length": ""}
        assert ("Content-Length" in head.headers) is ("Content-Length" in got.headers)
        assert abs(int(head.get("Content-Length", 0)) - int(got.get("Content-Length", 0))) < 200
