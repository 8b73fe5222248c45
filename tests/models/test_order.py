"""Thai dictionary order in the database itself, against PostgreSQL's ICU as the oracle."""

import pytest
from django.urls import reverse

from practices.lists import AwardEntryFilter, facets
from practices.models import AwardEntry, Municipality, Province
from tests.catalogue.counts import REGISTERED_BODIES

pytestmark = pytest.mark.django_db


def icu(postgresql, names):
    with postgresql.cursor() as cursor:
        cursor.execute('SELECT name FROM unnest(%s::text[]) AS name ORDER BY name COLLATE "th-x-icu"', [list(names)])
        return [name for (name,) in cursor.fetchall()]


@pytest.mark.postgresql
def test_provinces_stand_in_icu_order(postgresql, client):
    names = [province.name_th for province in Province.objects.all()]
    assert len(names) == 77
    assert names == icu(postgresql, names)
    offered = [str(choice.label) for choice in facets.count(AwardEntryFilter({})).choices["province"]]
    assert offered == icu(postgresql, offered)


@pytest.mark.postgresql
def test_bodies_stand_in_icu_order(postgresql):
    names = [body.name_th for body in Municipality.objects.all()]
    assert len(names) == REGISTERED_BODIES
    assert names == icu(postgresql, names)
    in_list = [entry.municipality.name_th for entry in AwardEntry.objects.sorted_by("name")]
    assert in_list == icu(postgresql, in_list)


@pytest.mark.postgresql
def test_the_admin_lists_in_icu_order(postgresql, admin_client):
    page = admin_client.get(reverse("admin:practices_province_changelist"))
    names = [province.name_th for province in page.context["cl"].result_list]
    assert names == icu(postgresql, names)
    page = admin_client.get(reverse("admin:practices_municipality_changelist"))
    names = [body.name_th for body in page.context["cl"].result_list]
    assert names == icu(postgresql, names)
