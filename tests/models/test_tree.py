"""What hangs on what: each model says it once, and all who walk the tree find it."""

import pytest

from practices.models import (
    AwardEntry,
    Citation,
    CouncilComposition,
    Executive,
    Municipality,
    MunicipalityName,
    Practice,
    PracticeAddress,
    PracticePartner,
    Remark,
    tree,
)


def test_what_hangs_on_an_entry_stands_in_the_order_of_its_form():
    assert tree.hanging(AwardEntry) == (
        *(Executive, CouncilComposition, Practice, PracticePartner, PracticeAddress, Citation, Remark),
    )
    assert tree.hanging(Municipality) == (MunicipalityName,)
    assert tree.hanging(Practice) == (PracticePartner, PracticeAddress)
    assert tree.hanging(Executive) == ()


def test_a_row_leads_up_to_what_it_hangs_on_and_back_down():
    assert (tree.parent(PracticePartner), tree.top(PracticePartner)) == (Practice, AwardEntry)
    assert tree.way_up(PracticePartner, AwardEntry) == "practice__entry"
    assert tree.way_up(PracticePartner, Practice) == "practice"
    assert tree.way_down(AwardEntry, PracticePartner) == "practices__partners"
    assert tree.way_up(AwardEntry, AwardEntry) == tree.way_down(AwardEntry, AwardEntry) == "pk"


def test_rows_of_one_parent_are_numbered_where_they_have_an_order():
    numbered = [model for model in tree.hanging(AwardEntry) if tree.is_numbered(model)]
    assert numbered == [Executive, Practice, PracticePartner, Citation, Remark]


@pytest.mark.django_db
def test_all_rows_of_an_entry_are_found_each_before_its_own(django_assert_num_queries):
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    found = list(tree.rows_on(entry))
    assert [type(row) for row in found] == sorted((type(row) for row in found), key=tree.place)
    assert len(found) == sum(
        model.objects.filter(**{tree.way_up(model, AwardEntry): entry}).count() for model in tree.hanging(AwardEntry)
    )
    assert {type(row) for row in found} == {*tree.hanging(AwardEntry)} - {PracticeAddress}


@pytest.mark.django_db
def test_a_key_names_one_row_of_its_model():
    for model in (AwardEntry, *tree.hanging(AwardEntry), Municipality):
        rows = model.objects.all()
        assert len({tree.key(row) for row in rows}) == len(rows)
    assert tree.key(PracticePartner.objects.order_by("pk").first()) == (
        "khon-kaen-city-2557-marginalised-urban-youth",
        1,
    )
