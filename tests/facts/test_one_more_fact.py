"""One more printed number is two lines by hand, in the model and in the list of facts, and is then everywhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINES = {  # file → (what the new line comes before, the line)
    "practices/models/entries.py": (
        "    own_revenue_baht = Measure(\n",
        '    household_count = WholeNumber(_("จำนวนครัวเรือน"), null=True, blank=True)\n',
    ),
    "practices/facts/profile.py": (
        '    Fact("own_revenue_baht", ',
        '    Fact("household_count", "จำนวนครัวเรือน", Unit("ครัวเรือน", "households"), over_years=True),\n',
    ),
}
WALK = """
import importlib, json, django
django.setup()
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
call_command("makemigrations", "practices", name="households", verbosity=0)
importlib.invalidate_caches()
for command in ("migrate", "load_catalogue"):
    call_command(command, verbosity=0)
from practices.models import AwardEntry, RemarkSubject
entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
entry.household_count = 41234
entry.save()
call_command("dump_catalogue", verbosity=0)
client = Client()
PAGES = [
    "/municipalities/khon-kaen-city/2557/", "/municipalities/khon-kaen-city/", "/awards.csv?q=ขอนแก่น",
    "/api/awards/khon-kaen-city/2557/", "/data/", "/changes/",
]
found = {page: b"".join(client.get(page)).decode() for page in PAGES}
client.force_login(get_user_model().objects.create_superuser("editor"))
for page in ("change", "history"):
    found[page] = client.get(reverse(f"admin:practices_awardentry_{page}", args=[entry.pk])).text
found["remarks"] = RemarkSubject.values
json.dump(found, open("found.json", "w"))
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A copy of the project with the two lines, through the commands that a developer would run."""
    copy = tmp_path_factory.mktemp("copy") / "project"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".*", "var", "__pycache__", "browser", "docs"))
    for path, (before, line) in LINES.items():
        text = (copy / path).read_text()
        assert text.count(before) == 1
        (copy / path).write_text(text.replace(before, line + before))
    environment = {name: value for name, value in os.environ.items() if name != "CATALOGUE_LOCAL"}
    environment |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "DATABASE_URL": f"sqlite:///{copy}/db"}
    for command in (["-c", WALK], ["-m", "tests.catalogue.readme"]):
        subprocess.run([sys.executable, *command], cwd=copy, env=environment, check=True)
    return copy


@pytest.fixture(scope="module")
def found(project):
    return json.loads((project / "found.json").read_text())


def test_the_form_asks_for_it_and_history_tells_it(found):
    assert 'name="household_count" value="41,234"' in found["change"]
    assert "จำนวนครัวเรือน" in found["history"]
    assert "จำนวนครัวเรือน" in found["/changes/"]


def test_pages_show_it(found):
    page = found["/municipalities/khon-kaen-city/2557/"]
    assert "<dt>จำนวนครัวเรือน</dt>" in page
    assert '41,234</span> <span class="fact__unit">ครัวเรือน' in page
    assert "41,234" in found["/municipalities/khon-kaen-city/"]


def test_files_and_api_give_it_and_say_what_it_is(found):
    header, *rows = found["/awards.csv?q=ขอนแก่น"].splitlines()
    assert "community_unit,household_count,own_revenue_baht" in header
    assert any(",41234," in row for row in rows)
    assert json.loads(found["/api/awards/khon-kaen-city/2557/"])["profile"]["household_count"] == 41234
    assert "<code>household_count</code>" in found["/data/"]


def test_a_remark_may_be_about_it(found):
    assert "household_count" in found["remarks"]


def test_the_catalogue_s_files_hold_it(project):
    rows = json.loads((project / "fixtures/awards/2557/khon-kaen-city.json").read_text())
    assert rows[0]["fields"]["household_count"] == 41234
    readme = (project / "fixtures/README.md").read_text()
    assert "| `household_count` | จำนวนครัวเรือน: จำนวนครัวเรือน in households |" in readme
