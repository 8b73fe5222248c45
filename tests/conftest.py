"""What tests need from the machine. Without it they are left out aloud; on CI that is a failure."""

import os
import shutil
from contextlib import suppress

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from practices.catalogue_files.layout import FIXTURES, PROVINCES
from practices.catalogue_files.loading import load
from practices.register import loading as register
from practices.register.files import BODIES, DISTRICTS, POPULATION, digest, records, write

POSTGRESQL_URL = os.environ.get("TEST_POSTGRESQL_URL", "postgres://postgres@127.0.0.1:5432/postgres")


def has_postgresql() -> bool:
    with suppress(psycopg.OperationalError), psycopg.connect(POSTGRESQL_URL, connect_timeout=2):
        return True
    return False


NEEDS = {
    "browser": (lambda: shutil.which("chromium") is not None, "no Chromium (Debian: apt install chromium)"),
    "gettext": (lambda: shutil.which("xgettext") is not None, "no gettext (Debian: apt install gettext)"),
    "java": (lambda: shutil.which("java") is not None, "no Java (Debian: apt install default-jre-headless)"),
    "postgresql": (has_postgresql, f"no PostgreSQL at {POSTGRESQL_URL}"),
}

left_out = pytest.StashKey[list[str]]()
missing = pytest.StashKey[str]()


def pytest_collection_modifyitems(config, items):
    elsewhere = {
        item for item in items if (marker := item.get_closest_marker("vendor")) and connection.vendor not in marker.args
    }
    config.hook.pytest_deselected(items=list(elsewhere))
    items[:] = [item for item in items if item not in elsewhere]
    for need, (is_met, reason) in NEEDS.items():
        needing = [item for item in items if item.get_closest_marker(need)]
        if not needing or is_met():
            continue
        if os.environ.get("CI"):
            for item in needing:  # each by itself: a worker that refused to begin could not say why
                item.stash[missing] = f"{reason}: on CI this test must run."
            continue
        config.stash.setdefault(left_out, []).append(f"{len(needing)} {need} tests did NOT run: {reason}")
        for item in needing:
            item.add_marker(pytest.mark.skip(reason=reason))
    if hasattr(config, "workeroutput"):  # of two workers, told by the process that started them
        config.workeroutput["left_out"] = config.stash.get(left_out, [])


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    if missing in item.stash:
        pytest.fail(item.stash[missing], pytrace=False)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node, error):
    if lines := getattr(node, "workeroutput", {}).get("left_out"):
        node.config.stash[left_out] = lines


def pytest_terminal_summary(terminalreporter, config):
    for line in config.stash.get(left_out, []):
        terminalreporter.write_sep("!", line, red=True, bold=True)


@pytest.fixture(scope="session")
def postgresql():
    """A connection to PostgreSQL itself, whichever database the catalogue is in: the oracle for Thai order."""
    with psycopg.connect(POSTGRESQL_URL, autocommit=True) as connected:
        yield connected


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The real catalogue stands in the test database: every test with a database sees its entries."""
    with django_db_blocker.unblock():
        load(FIXTURES)


@pytest.fixture(scope="session")
def register_of_winners(tmp_path_factory):
    """A folder with the register's lines of the bodies with awards."""
    root = tmp_path_factory.mktemp("winners")
    slugs = {path.stem for path in FIXTURES.glob("awards/*/*.json")}
    bodies = [line for line in records(FIXTURES, BODIES) if line["slug"] in slugs]
    codes = {body["code"] for body in bodies}
    write(root, DISTRICTS, records(FIXTURES, DISTRICTS))
    write(root, BODIES, bodies)
    write(root, POPULATION, [line for line in records(FIXTURES, POPULATION) if line["code"] in codes])
    return root


@pytest.fixture
def catalogue(db, register_of_winners):
    """For tests with real transactions: each of them empties the database that the next one finds.

    The thousands of bodies without awards stay away, which no such test asks for and each would wait for.
    """
    call_command("flush", verbosity=0, interactive=False)  # what the session's start, or a migration, left
    load(FIXTURES, [PROVINCES])
    register.load(register_of_winners)
    register.remember(FIXTURES, digest(FIXTURES))
    load(FIXTURES)
