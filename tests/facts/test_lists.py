"""Whatever names the facts of a printed profile names the same ones, in the book's order."""

import json
from pathlib import Path

import pytest
from django.contrib import admin

from practices.exports import jsonld
from practices.facts import ENTRY
from practices.facts.profile import FIGURES, PROFILE
from practices.models import AwardEntry, RemarkSubject, tree
from tests.catalogue.test_readme import explained

TRANSCRIPTION = Path(__file__).parents[1] / "catalogue" / "data" / "seed_transcription.json"
OF_THE_AWARD = {"municipality", "year_be", "kind", "category", "tier", "is_published", "checked_on"}
STORED = [field for field in tree.columns(AwardEntry) if field.name not in OF_THE_AWARD]
NAMES = [field.name for field in STORED]
# Printed as a part of the fact before it: no row of its own in tables, and no remark of its own.
PARTS = {"postcode", "population_men", "population_women", "community_unit", "own_revenue_note"}
NUMBERS = [field.name for field in STORED if field.get_internal_type() in ("PositiveIntegerField", "DecimalField")]


def test_facts_are_the_fields_of_the_profile_in_the_book_s_order():
    assert [fact.name for fact in PROFILE] == AwardEntry.PROFILE_FIELDS == NAMES


def test_a_code_has_the_choices_of_its_field():
    for fact in PROFILE:
        assert fact.field.choices == (fact.choices and fact.choices.choices), fact.name


def test_labels_are_what_the_book_prints():
    page = " ".join(line.get("left", "") for line in json.loads(TRANSCRIPTION.read_text())["lines"])
    assert [fact.name for fact in PROFILE if fact.label not in page] == ["postcode"]  # which other pages label


def test_every_fact_is_public():
    (profile,) = (group for group in ENTRY if group.name == "profile")
    assert [field.name for field in profile.fields] == NAMES


def test_every_fact_is_in_the_form():
    rows = [row for _, options in admin.site.get_model_admin(AwardEntry).fieldsets for row in options["fields"]]
    shown = [name for row in rows for name in ((row,) if isinstance(row, str) else row)]
    assert {name for name in shown if name not in OF_THE_AWARD} == set(NAMES)
    assert len(shown) == len(set(shown))


def test_every_fact_is_explained():
    assert [name for name in explained(AwardEntry) if name not in OF_THE_AWARD] == NAMES


def test_every_number_is_a_figure_of_the_page():
    assert [fact.name for fact in FIGURES if fact.is_number] == NUMBERS


def test_every_number_that_is_no_part_of_another_is_shown_over_the_years():
    assert [fact.name for fact in PROFILE if fact.over_years] == [name for name in NUMBERS if name not in PARTS]


def test_a_remark_may_be_about_every_fact_that_is_no_part_of_another():
    assert [name for name in RemarkSubject.values if name in NAMES] == [name for name in NAMES if name not in PARTS]


@pytest.mark.django_db
def test_linked_data_tell_every_number_but_money():
    entry = AwardEntry.objects.for_page().get(municipality__slug="khon-kaen-city", year_be=2557)
    told = jsonld.entry(entry, "https://awards.example")["areaServed"]["additionalProperty"]
    assert [str(fact["value"]) for fact in told] == ["111707", "52866", "58841", "46.0", "93"]
    assert len(told) == len([name for name in NUMBERS if not name.endswith("_baht")])
