"""Two who write the same thing at the same moment: one of them is told, and nothing is torn.

Each runs in a thread with a connection of its own. Both are held just before they write, when they have judged what is
there, until the other one has come as far; who makes the other wait from the start goes on alone after a moment.
"""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection, connections
from django.db.models.signals import pre_save
from django.test import Client
from django.urls import reverse

from practices import derived, history
from practices.catalogue_files.loading import load
from practices.models import AwardEntry, CatalogueFile, Source
from tests.admin.conftest import editing, editor, entry, form_data  # noqa: F401 (fixtures)
from tests.catalogue_files.conftest import PHANA, files, phana  # noqa: F401 (fixtures)

IS_SQLITE = connection.vendor == "sqlite"
# What two connections are to see must be committed; the file that SQLite's share is a copy, so that there it need not.
pytestmark = pytest.mark.django_db(transaction=not IS_SQLITE)
MOMENT = 1  # second


@pytest.fixture
def catalogue(request):
    request.getfixturevalue("db" if IS_SQLITE else "catalogue")


@pytest.fixture
def apart(tmp_path, monkeypatch):
    """`apart(*calls)`: what calls return that begin together, each in a thread with a connection of its own.

    The tests' SQLite is in memory, where connections do not wait for each other as they do on a file.
    """
    shared = tmp_path / "shared.sqlite3"

    def run(call):
        try:
            return call()
        finally:
            connections.close_all()

    def start(*calls):
        if IS_SQLITE and not shared.exists():
            shared.write_bytes(connection.connection.serialize())
            monkeypatch.setitem(connections.settings, "default", connection.settings_dict | {"NAME": str(shared)})
        with ThreadPoolExecutor(len(calls)) as threads:
            return list(threads.map(run, calls))

    return start


@pytest.fixture
def race(apart):
    """`race(model, first, second)`: `apart`, with both held where each would save its first row of the model."""

    def start(model, *calls):
        barrier = Barrier(len(calls))

        def meet(**kwargs):
            with suppress(BrokenBarrierError):
                barrier.wait(MOMENT)

        pre_save.connect(meet, sender=model)
        try:
            return apart(*calls)
        finally:
            pre_save.disconnect(meet, sender=model)

    return start


@pytest.fixture
def posting(editing):  # noqa: F811
    """`posting(url, data)`: a call that sends the form from a browser of its own, in which the editor is logged in."""

    def prepare(url, data):
        browser = Client(raise_request_exception=False)
        browser.cookies = editing.cookies
        return lambda: browser.post(url, data)

    return prepare


def test_of_two_saves_of_one_form_one_is_told(catalogue, race, apart, posting, form_data, entry):  # noqa: F811
    url = reverse("admin:practices_awardentry_change", args=[entry.pk])
    answers = race(AwardEntry, *(posting(url, form_data(url, fax=fax)) for fax in ("1", "2")))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    (told,) = [answer for answer in answers if answer.status_code == 200]
    assert "มีการแก้ไขรายการนี้หลังจากที่คุณเปิดหน้านี้" in told.text
    ((fax, revisions),) = apart(
        lambda: (AwardEntry.objects.get(pk=entry.pk).fax, len(history.timeline(AwardEntry, entry.pk)))
    )
    assert fax == ("1", "2")[answers.index(told) - 1]
    assert revisions == 2  # the load and one save


def test_of_two_that_add_one_slug_one_is_told(catalogue, race, apart, posting, form_data):  # noqa: F811
    url = reverse("admin:practices_source_add")
    typed = {"slug": "news", "kind": "news"}
    answers = race(Source, *(posting(url, form_data(url, **typed, title=title)) for title in ("ก", "ข")))
    assert sorted(answer.status_code for answer in answers) == [200, 302]
    (told,) = [answer for answer in answers if answer.status_code == 200]
    assert set(told.context["adminform"].form.errors) == {"slug"}
    assert apart(lambda: Source.objects.get(slug="news").title) == [("ก", "ข")[answers.index(told) - 1]]


@pytest.mark.parametrize("is_new", [False, True], ids=["changed", "new"])
def test_of_two_loads_of_one_file_the_second_finds_nothing_to_do(catalogue, race, apart, files, is_new):  # noqa: F811
    files.set(PHANA, 1, phone="1")
    if is_new:
        phana().delete()
        CatalogueFile.objects.get(path=PHANA).delete()
    outcomes = race(AwardEntry, *[lambda: load(files.root, [PHANA])] * 2)
    first, second = sorted(outcomes, key=lambda outcome: len(outcome.changes))
    assert (first.changes, first.edited) == ([], [])
    assert len([change for change in second.changes if change.record.model is AwardEntry]) == 1

    def end():
        again = load(files.root, [PHANA])
        return phana().phone, again.changes, again.edited, derived.stale(AwardEntry.objects.all())

    assert apart(end) == [("1", [], [], ([], []))]
