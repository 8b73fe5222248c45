"""What hangs on what: each model says it once, and all who walk the tree find it."""

import pytest
from django.apps import apps
from django.db import models

from practices.catalogue_files.layout import MODELS
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


RECORDED = [model for model in apps.get_app_config("practices").get_models() if hasattr(model, "history")]


def test_every_recorded_model_has_a_file_or_hangs_on_one_that_has():
    assert set(MODELS) == set(RECORDED)
    assert len(MODELS) == len(RECORDED)


@pytest.mark.parametrize("model", RECORDED, ids=lambda model: model.__name__)
def test_what_goes_with_another_row_hangs_on_it(model):
    going = [
        field.name
        for field in model._meta.local_fields
        if field.is_relation and field.remote_field.on_delete is models.CASCADE
    ]
    beside = ["practice"] if model is Citation else []  # what is said of a practice goes with it
    assert going == [*filter(None, [model.hangs_on]), *beside]


def test_the_unique_field_or_fields_name_a_row_else_its_place():
    assert {model.__name__: tree.key_fields(model) for model in MODELS} == {
        "Province": ("code",),
        "Topic": ("code",),
        "AwardTotal": ("award_year", "order"),
        "Reading": ("source", "order"),
        "AwardCategory": ("code",),
        "Source": ("slug",),
        "AwardYear": ("year_be",),
        "Municipality": ("slug",),
        "MunicipalityName": ("slug",),
        "AwardEntry": ("municipality", "year_be"),
        "Executive": ("entry", "order"),
        "CouncilComposition": ("entry",),
        "Practice": ("slug",),
        "PracticePartner": ("practice", "order"),
        "PracticeAddress": ("slug",),
        "Citation": ("entry", "order"),
        "Remark": ("entry", "order"),
    }


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
def test_all_rows_of_an_entry_are_found_each_before_its_own():
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    found = list(tree.rows_on(entry))
    assert [type(row) for row in found] == sorted((type(row) for row in found), key=tree.place)
    assert len(found) == sum(
        model.objects.filter(**{tree.way_up(model, AwardEntry): entry}).count() for model in tree.hanging(AwardEntry)
    )
    assert {type(row) for row in found} == {*tree.hanging(AwardEntry)} - {PracticeAddress}


@pytest.mark.django_db
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_key_names_one_row_of_its_model(model):
    rows = model.objects.all()
    assert len({tree.key(row) for row in rows}) == len(rows)
