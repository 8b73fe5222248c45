"""tools/build_catalogue.py as it is typed."""

import pytest

from practices import derived
from practices.integrity import findings
from practices.models import AwardEntry, Municipality, Source
from tests.catalogue.counts import ENTRIES
from tools.build_catalogue import main
from tools.builder import MARK

pytestmark = pytest.mark.django_db


@pytest.fixture
def database_of_its_own(monkeypatch):
    AwardEntry.objects.all().delete()
    monkeypatch.setenv("DATABASE_URL", "sqlite:///built.sqlite3")


def built(**options):
    main([f"--{name}={value}" for name, value in options.items()])
    return set(AwardEntry.objects.values_list("municipality__slug", "year_be", "tier", "population", "introduction"))


def test_built_entries_have_all_that_real_ones_have(database_of_its_own, capsys):
    assert len(built(entries=30)) == 30
    assert capsys.readouterr().out == "Built 30 entries from seed 1\n"
    assert list(findings(AwardEntry.objects.all())) == []
    assert derived.stale(AwardEntry.objects.all()) == ([], [])


def test_same_seed_builds_the_same_catalogue(database_of_its_own):
    first = built(entries=30, seed=7)
    AwardEntry.objects.all().delete()
    Municipality.objects.filter(slug__startswith=MARK).delete()
    Source.objects.filter(slug=MARK).delete()
    assert built(entries=30, seed=7) == first


def test_real_entries_are_not_mixed_with_built_ones(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:///var/catalogue.sqlite3")
    with pytest.raises(SystemExit, match="nothing was added"):
        main([])
    assert AwardEntry.objects.count() == ENTRIES


def test_the_site_s_own_database_is_not_taken_by_default(monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(SystemExit, match="DATABASE_URL"):
        main([])
