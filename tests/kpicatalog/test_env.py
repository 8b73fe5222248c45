import re
import stat
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ImproperlyConfigured

from kpicatalog import env


@pytest.mark.parametrize(("value", "on"), [("1", True), ("TRUE", True), ("0", False), ("", False), (" no ", False)])
def test_flag(monkeypatch, value, on):
    monkeypatch.setenv("A_FLAG", value)
    assert env.flag("A_FLAG") is on


def test_flag_is_off_when_not_set(monkeypatch):
    monkeypatch.delenv("A_FLAG", raising=False)
    assert env.flag("A_FLAG") is False


def test_unclear_flag_is_refused(monkeypatch):
    monkeypatch.setenv("A_FLAG", "ture")
    with pytest.raises(ImproperlyConfigured, match="A_FLAG is 'ture'"):
        env.flag("A_FLAG")


def test_listing_ignores_blanks(monkeypatch):
    monkeypatch.setenv("HOSTS", " a.example, ,b.example,")
    assert env.listing("HOSTS") == ["a.example", "b.example"]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (" https://awards.example/terms  CC BY 4.0 ", ("https://awards.example/terms", "CC BY 4.0")),
        ("", None),
    ],
)
def test_license_has_an_address_and_a_name(monkeypatch, value, read):
    monkeypatch.setenv("TERMS", value)
    assert env.license("TERMS") == read


@pytest.mark.parametrize("value", ["CC BY 4.0", "https://awards.example/terms", "http://awards.example CC BY"])
def test_unclear_license_is_refused(monkeypatch, value):
    monkeypatch.setenv("TERMS", value)
    with pytest.raises(ImproperlyConfigured, match="Set TERMS to a licence's address and name"):
        env.license("TERMS")


@pytest.mark.parametrize("value", ["", "desk@awards.example", "https://awards.example/write"])
def test_contact_is_of_mail_or_of_the_web(monkeypatch, value):
    monkeypatch.setenv("DESK", value)
    assert env.contact("DESK") == value


@pytest.mark.parametrize("value", ["desk", "mailto:desk@awards.example", "javascript:alert(1)", "a@b, c@d"])
def test_unclear_contact_is_refused(monkeypatch, value):
    monkeypatch.setenv("DESK", value)
    with pytest.raises(ImproperlyConfigured, match="DESK is"):
        env.contact("DESK")


@pytest.mark.parametrize("value", [None, "", "  "])
def test_required_says_what_to_set(monkeypatch, value):
    monkeypatch.delenv("NEEDED", raising=False) if value is None else monkeypatch.setenv("NEEDED", value)
    with pytest.raises(ImproperlyConfigured, match="Set NEEDED to the port"):
        env.required("NEEDED", "the port")


def test_secret_is_made_once_and_for_its_owner_only(tmp_path):
    path = tmp_path / "var" / "secret_key"
    secret = env.kept_secret(path)
    assert len(secret) >= 50
    assert env.kept_secret(path) == secret
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(path.parent.iterdir()) == [path]


def test_processes_that_start_together_share_one_secret(tmp_path):
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(env.kept_secret, [tmp_path / "secret_key"] * 64))) == 1


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("sqlite:////var/lib/c.sqlite3", {"NAME": "/var/lib/c.sqlite3"}, id="sqlite-absolute"),
        pytest.param("sqlite:///c%20d.sqlite3", {"NAME": "c d.sqlite3"}, id="sqlite-relative-with-space"),
        pytest.param(
            "postgres://ann:p%40ss@db.example:5433/awards?sslmode=require",
            {
                "NAME": "awards",
                "USER": "ann",
                "PASSWORD": "p@ss",
                "HOST": "db.example",
                "PORT": 5433,
                "OPTIONS": {"sslmode": "require"},
            },
            id="postgres-in-full",
        ),
        pytest.param("postgresql:///awards", {"NAME": "awards", "HOST": "", "PORT": ""}, id="postgres-by-socket"),
    ],
)
def test_database(url, expected):
    assert expected.items() <= env.database(url).items()


def test_postgresql_without_its_driver_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ImproperlyConfigured, match=re.escape("-m pip install 'psycopg[binary]")):
        env.database("postgres:///awards")
    assert env.database("sqlite:///c.sqlite3")


@pytest.mark.parametrize("url", ["mysql://a/b", "catalogue.sqlite3", "", "sqlite:///", "postgres://host/"])
def test_unclear_database_is_refused(url):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL"):
        env.database(url)
