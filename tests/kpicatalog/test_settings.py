"""The settings as a process of its own reads them: nothing from the tests' environment."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db.utils import ConnectionHandler

from kpicatalog import env

ROOT = Path(__file__).resolve().parents[2]
PRODUCTION = {"DJANGO_SECRET_KEY": "0123456789abcdefghij" * 3, "DJANGO_ALLOWED_HOSTS": "awards.example"}

DECIDED = {
    "CATALOGUE_PUBLISHER": "Publisher",
    "CATALOGUE_CONTACT": "desk@awards.example",
    "CATALOGUE_LICENSE": "https://awards.example/terms Terms of Reuse",
}


def python(code, **variables):
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "kpicatalog.settings", **variables}
    return subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True)


def setting(name, **variables):
    code = f"import json; from django.conf import settings; print(json.dumps(settings.{name}))"
    answer = python(code, **variables)
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.parametrize("missing", PRODUCTION)
def test_forgotten_variable_stops_the_process(missing):
    variables = {name: value for name, value in PRODUCTION.items() if name != missing}
    answer = python("from django.conf import settings; settings.DEBUG", **variables)
    assert answer.returncode
    assert f"Set {missing} to" in answer.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DEBUG", False),
        ("SECURE_SSL_REDIRECT", True),
        ("SESSION_COOKIE_SECURE", True),
        ("CSRF_COOKIE_SECURE", True),
        ("ALLOWED_HOSTS", ["awards.example"]),
        ("SECURE_PROXY_SSL_HEADER", None),
    ],
)
def test_production_is_closed_unless_told_otherwise(name, value):
    assert setting(name, **PRODUCTION) == value


def test_what_the_environment_lacks_is_one_sentence_without_a_traceback():
    hidden = "import sys; sys.modules['psycopg'] = None; sys.argv = ['manage.py', 'check']; "
    manage = "import runpy; runpy.run_path('manage.py', run_name='__main__')"
    answer = python(hidden + manage, **PRODUCTION, DATABASE_URL="postgres://db.example/awards")
    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.count("\n") == 1
    assert answer.stderr.startswith("DATABASE_URL names PostgreSQL")


def test_deployment_check_has_nothing_to_say():
    code = "from django.core.management import execute_from_command_line as run; run(['', 'check', '--deploy'])"
    answer = python(code, **PRODUCTION, **DECIDED)
    assert "no issues" in answer.stdout, answer.stderr


def test_proxy_is_believed_only_when_told():
    assert setting("SECURE_PROXY_SSL_HEADER", **PRODUCTION, DJANGO_BEHIND_PROXY="1")


@pytest.fixture
def sqlite(tmp_path, django_db_blocker):
    """A database file opened with the site's own options."""
    opened = ConnectionHandler({"default": env.database(f"sqlite:///{tmp_path / 'catalogue.sqlite3'}")})["default"]
    with django_db_blocker.unblock():
        yield opened
    opened.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),  # FULL: a saved correction outlives a power cut
        ("busy_timeout", 20_000),
        ("foreign_keys", 1),
    ],
)
def test_sqlite_is_opened_safely(sqlite, pragma, value):
    with sqlite.cursor() as cursor:
        assert cursor.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_sqlite_transaction_takes_the_write_lock_at_once(sqlite):
    """One that begins to write later fails at once when another has written meanwhile, whatever the timeout."""
    sqlite.connect()
    sqlite.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with (
        closing(sqlite3.connect(sqlite.settings_dict["NAME"], timeout=0)) as other,
        pytest.raises(sqlite3.OperationalError, match="locked"),
    ):
        other.execute("BEGIN IMMEDIATE")
    sqlite.rollback()


def test_requests_are_not_transactions(settings):
    """With the write lock taken at once, every reader would queue for it."""
    assert settings.DATABASES["default"]["ATOMIC_REQUESTS"] is False
