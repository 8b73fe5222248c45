"""A number that one database holds, every database holds, and every file."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, models, transaction
from django.db.backends.base.operations import BaseDatabaseOperations

from practices.catalogue_files.dumping import dump
from practices.catalogue_files.layout import MODELS
from practices.catalogue_files.loading import load
from practices.models import AwardEntry, CouncilComposition, Municipality, MunicipalityName, tree

NUMBERS = [
    column
    for model in MODELS
    for column in tree.columns(model)
    if isinstance(column, models.IntegerField | models.DecimalField)
]
each_number = pytest.mark.parametrize("column", NUMBERS, ids=str)


def greatest(column):
    """What PostgreSQL can hold."""
    if isinstance(column, models.DecimalField):
        return 10 ** (column.max_digits - column.decimal_places) - 1
    return BaseDatabaseOperations.integer_field_ranges[column.get_internal_type()][1]


@each_number
def test_a_number_too_great_for_postgresql_is_refused_by_the_model(column):
    with pytest.raises(ValidationError):
        column.clean(greatest(column) + 1, None)


@pytest.mark.django_db
@each_number
def test_a_number_too_great_for_postgresql_is_refused_by_every_database(column):
    MunicipalityName.objects.create(municipality=Municipality.objects.first(), slug="was", kind="town", name_th="เดิม")
    row = column.model.objects.first()
    setattr(row, column.name, greatest(column) + 1)
    with pytest.raises((DatabaseError, ArithmeticError)), transaction.atomic():
        row.save()


def test_the_refusal_names_the_greatest_number_allowed():
    for model, name, most in ((AwardEntry, "population", "2,147,483,647"), (CouncilComposition, "men", "32,767")):
        with pytest.raises(ValidationError) as refused:
            model._meta.get_field(name).clean(10**12, None)
        assert refused.value.messages == [f"ใส่ได้ไม่เกิน {most}"]


@pytest.mark.django_db
def test_the_greatest_numbers_are_loaded_again_as_dumped(tmp_path):
    entry = AwardEntry.objects.get(municipality__slug="khon-kaen-city", year_be=2557)
    for row in (entry, entry.council):
        for column in NUMBERS:
            if column.model is type(row) and column.name != "year_be":
                setattr(row, column.name, greatest(column))
        row.full_clean()
        row.save()
    dump(tmp_path)
    assert load(tmp_path).changes == []
    assert load(tmp_path, force=True).changes == []
