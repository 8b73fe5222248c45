"""An executive's office, as printed or in English."""

import pytest
from django.utils.translation import override

from practices.models import AwardEntry, Executive, MunicipalityKind, Office


def executive(kind=MunicipalityKind.CITY, office=Office.HEAD):
    return Executive(entry=AwardEntry(kind=kind), office=office, title_as_printed="ตามที่พิมพ์")


@pytest.mark.parametrize("kind", MunicipalityKind)
@pytest.mark.parametrize("office", Office)
def test_thai_title_is_the_printed_one(kind, office):
    assert executive(kind, office).title == "ตามที่พิมพ์"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (MunicipalityKind.CITY, "Mayor"),
        (MunicipalityKind.SUBDISTRICT, "Mayor"),
        (MunicipalityKind.PAO, "Chief executive"),
        (MunicipalityKind.SAO, "Chief executive"),
    ],
)
def test_english_title_of_a_head_goes_by_the_kind_of_that_year(kind, title):
    with override("en"):
        assert executive(kind).title == title


def test_other_offices_stay_as_printed_in_english_too():
    with override("en"):
        assert executive(office=Office.CLERK).title == "Clerk"
        assert executive(office=Office.OTHER).title == "ตามที่พิมพ์"
