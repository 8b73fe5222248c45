"""The migrations say what the models say, and lead back to nothing and forth again."""

import pytest
from django.core.management import call_command
from django.db import connection

from practices.search.index import broken_search_indexes


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


@pytest.mark.django_db(transaction=True)
def test_to_zero_and_back():
    call_command("migrate", "practices", "zero", verbosity=0)
    assert not [name for name in connection.introspection.table_names() if name == "practices_awardentry"]
    call_command("migrate", verbosity=0)
    assert "practices_awardentry" in connection.introspection.table_names()


@pytest.mark.django_db(transaction=True)
def test_back_by_one_and_forth():
    call_command("migrate", "practices", "0001", verbosity=0)
    call_command("migrate", verbosity=0)
    assert broken_search_indexes() == []
