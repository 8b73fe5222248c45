"""The search index follows every write, by whatever way it comes, and outlives Django's remaking of the table."""

import pytest
from django.core.management import CommandError, call_command
from django.db import ConnectionHandler, connection

from kpicatalog.env import database as settings_of
from practices import derived
from practices.models import AwardEntry, Municipality, Practice
from practices.search import index
from tests.conftest import POSTGRESQL_URL

KHON_KAEN = {"municipality__slug": "khon-kaen-city", "year_be": 2557}


def hits(term):
    return AwardEntry.objects.filter(search_text__has=term).count()


@pytest.mark.django_db
def test_index_follows_an_update_and_plain_sql():
    rows = AwardEntry.objects.filter(**KHON_KAEN)
    rows.update(search_text="\nปลากระป๋อง\n")
    assert (hits("ปลากระป๋อง"), hits("สมสมัย")) == (1, 0)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE practices_awardentry SET search_text = %s WHERE id = %s", ["\nข้าวหลาม\n", rows.get().pk])
    assert (hits("ปลากระป๋อง"), hits("ข้าวหลาม")) == (0, 1)
    assert index.broken_search_indexes() == []


@pytest.mark.django_db
def test_index_follows_a_deletion():
    AwardEntry.objects.get(**KHON_KAEN).delete()
    assert hits("สมสมัย") == 0
    assert Practice.objects.filter(search_text__has="พิชิตใจ").count() == 0
    assert index.broken_search_indexes() == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.vendor("sqlite")
def test_index_is_made_anew_after_a_remake_of_the_table(catalogue):
    with connection.schema_editor() as editor:
        editor._remake_table(AwardEntry)  # as a later migration does: the new table has no triggers
    AwardEntry.objects.filter(**KHON_KAEN).update(search_text="\nปลากระป๋อง\n")
    assert index.broken_search_indexes() == ["practices_awardentry"]
    call_command("migrate", verbosity=0)
    assert index.broken_search_indexes() == []
    assert (hits("ปลากระป๋อง"), hits("สมสมัย")) == (1, 0)


@pytest.mark.django_db
@pytest.mark.vendor("sqlite")
def test_long_terms_ask_the_index_and_short_ones_the_rows():
    def plan(term):
        return AwardEntry.objects.filter(search_text__has=term).explain()

    assert "VIRTUAL TABLE INDEX" in plan("ขอนแก่น")
    assert "VIRTUAL TABLE INDEX" not in plan("ขอ")


@pytest.mark.postgresql
@pytest.mark.django_db
def test_database_blind_to_thai_is_refused_with_what_to_do(postgresql, monkeypatch):
    with postgresql.cursor() as cursor:
        cursor.execute("DROP DATABASE IF EXISTS blind_catalogue")
        cursor.execute("CREATE DATABASE blind_catalogue TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'")
    blind = ConnectionHandler({"default": settings_of(POSTGRESQL_URL.rpartition("/")[0] + "/blind_catalogue")})
    monkeypatch.setattr(index, "connections", blind)
    try:
        with pytest.raises(CommandError, match=r"cannot see Thai.*LC_CTYPE 'C.UTF-8'"):
            index.refuse_blind_database(using="default")
    finally:
        blind["default"].close()
        with postgresql.cursor() as cursor:
            cursor.execute("DROP DATABASE blind_catalogue")


@pytest.mark.django_db
def test_derived_columns_of_the_real_catalogue_are_in_step():
    entries, practices = derived.stale(AwardEntry.objects.all())
    assert [*entries, *practices, *derived.stale_places()] == []


@pytest.mark.django_db
def test_editors_find_a_body_by_any_of_its_names():
    for query in ["ทน.ขอนแก่น", "khonkaen city", "เทศบาล นคร ขอนแก่น"]:
        assert [body.slug for body in Municipality.objects.matching(query)] == ["khon-kaen-city"], query
