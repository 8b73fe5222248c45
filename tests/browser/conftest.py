"""The site as run.py serves it, and Debian's own Chromium, driven by Playwright: nothing is downloaded.

The site has a database and a process of its own, so that one start serves all tests and pages come as readers get
them: compressed, with every header, their files under hashed names.
"""

import fcntl
import os
import socket
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tests.browser.kinds import EVERY_PUBLIC, PRACTICE_SLUG

ROOT = Path(__file__).resolve().parent.parent.parent

NAME, PASSWORD = "somsri", "a long pass phrase"
NEW_EDITOR = f"""
from django.contrib.auth.models import Group, User
from practices.admin.editors import GROUP
User.objects.create_user({NAME!r}, password={PASSWORD!r}, is_staff=True).groups.add(Group.objects.get(name=GROUP))
"""
BOSS = "boonsong"
NEW_BOSS = f"""
from django.contrib.auth.models import User
User.objects.create_superuser({BOSS!r}, password={PASSWORD!r})
"""


def pytest_collection_modifyitems(items):
    """All of these need Chromium; none needs the tests' database, so one run of them is enough."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            item.add_marker(pytest.mark.vendor("sqlite"))


def manage(*words, **environment):
    """A command of manage.py on the site's own database: its program and environment, to be run."""
    return {
        "args": [sys.executable, "manage.py", *words],
        "cwd": ROOT,
        "env": os.environ | {"DJANGO_SETTINGS_MODULE": "kpicatalog.settings", "CATALOGUE_LOCAL": "1", **environment},
    }


@contextmanager
def one_at_a_time(tmp_path_factory):
    """Two workers of one run have a site each, and both collect the static files into the same folder."""
    with (tmp_path_factory.getbasetemp().parent / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    return tmp_path_factory.mktemp("site") / "catalogue.sqlite3"


@pytest.fixture(scope="session")
def serve(database, tmp_path_factory):
    """Starts the site, with these environment variables added, and gives its address."""
    servers = []

    def start(**environment):
        with closing(socket.socket()) as free:
            free.bind(("127.0.0.1", 0))
            host = f"127.0.0.1:{free.getsockname()[1]}"
        with one_at_a_time(tmp_path_factory):
            server = subprocess.Popen(**manage("up", DATABASE_URL=f"sqlite:///{database}", BIND=host, **environment))
            servers.append(server)
            while server.poll() is None:
                with suppress(OSError), urlopen(f"http://{host}/about/"):
                    return f"http://{host}"
                time.sleep(0.1)
        raise RuntimeError(f"The site ended with {server.returncode} before it answered.")

    yield start
    for server in servers:
        server.terminate()
        server.wait()


@pytest.fixture(scope="session")
def site(serve):
    """The address of the site, on the real catalogue."""
    return serve()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser, site):
    """Opens pages of the site: `new_page(java_script_enabled=False)`, `new_page(storage_state=logged_in)`."""
    contexts = []

    def open_page(**options):
        context = browser.new_context(**{"base_url": site, "locale": "th-TH", **options})
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def reader(browser, site):
    """A reader's browser, which keeps fonts and sheets from page to page."""
    context = browser.new_context(base_url=site, locale="th-TH")
    yield context
    context.close()


@pytest.fixture(scope="module", params=EVERY_PUBLIC.values(), ids=EVERY_PUBLIC)
def opened(request, reader):
    """Every kind of public page in both languages, opened once for all tests of a module."""
    page = reader.new_page()
    page.goto(request.param)
    yield page
    page.close()


@pytest.fixture
def page(reader):
    page = reader.new_page()
    yield page
    page.close()


@pytest.fixture(scope="session")
def keys(site, database):
    """The keys of Khon Kaen 2557, transcribed whole, its practice and its body in the site's database."""
    khon_kaen = """
        SELECT entry.id, practice.id, municipality_id FROM practices_practice practice
        JOIN practices_awardentry entry ON entry.id = entry_id WHERE practice.slug = ?
    """
    with closing(sqlite3.connect(database)) as connected:
        entry, practice, body = connected.execute(khon_kaen, [PRACTICE_SLUG]).fetchone()
    return {"entry": entry, "practice": practice, "body": body}


@pytest.fixture(scope="session")
def log_in(browser, site, database):
    """Makes an account with a line of Python, logs in with its name, and gives the cookies of that browser."""

    def cookies(name, program):
        subprocess.run(
            **manage("shell", "--no-imports", "-c", program, DATABASE_URL=f"sqlite:///{database}"), check=True
        )
        context = browser.new_context(base_url=site)
        page = context.new_page()
        page.goto("/admin/")
        page.fill("#id_username", name)
        page.fill("#id_password", PASSWORD)
        page.click("[type=submit]")
        page.wait_for_selector("#user-tools")
        state = context.storage_state()
        context.close()
        return state

    return cookies


@pytest.fixture(scope="session")
def logged_in(log_in):
    """The cookies of a browser in which an editor has logged in."""
    return log_in(NAME, NEW_EDITOR)


@pytest.fixture(scope="session")
def boss_logged_in(log_in):
    """The cookies of a browser in which a superuser has logged in."""
    return log_in(BOSS, NEW_BOSS)


@pytest.fixture
def admin_page(new_page, logged_in):
    """A page of an editor's browser."""
    return new_page(storage_state=logged_in)
