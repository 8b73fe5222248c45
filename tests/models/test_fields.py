"""Every text of the catalogue is clean, whichever way it comes."""

import pytest
from django.db import models

from practices import derived
from practices.catalogue_files.layout import MODELS
from practices.models import (
    AwardEntry,
    Citation,
    Municipality,
    MunicipalityName,
    Practice,
    PracticeAddress,
    Source,
    tree,
)
from practices.models.fields import Clean, CleanCharField, CleanTextField, CodesField

TEXTS = [(model, field) for model in MODELS for field in tree.columns(model) if isinstance(field, Clean)]

each_text = pytest.mark.parametrize(("model", "field"), TEXTS, ids=[str(field) for _, field in TEXTS])


def is_limited(field):
    """Whether its validators allow nothing that could need cleaning."""
    return isinstance(field, models.SlugField) or field.choices


def test_every_text_of_the_catalogue_is_of_a_field_that_cleans_it():
    texts = [
        field
        for model in MODELS
        for field in tree.columns(model)
        if isinstance(field, models.CharField | models.TextField)
    ]
    assert [str(field) for field in texts if not isinstance(field, Clean | CodesField) and not is_limited(field)] == []
    assert len(TEXTS) > 40


@pytest.fixture
def row(db, model):
    if model is MunicipalityName:
        body = Municipality.objects.first()
        return MunicipalityName.objects.create(municipality=body, slug="was", kind="town", name_th="เดิม", name_en="Was")
    if model is PracticeAddress:
        return PracticeAddress.objects.create(practice=Practice.objects.first(), slug="was")
    return model.objects.first()


@each_text
def test_a_save_repairs_the_text_in_the_row_at_hand_and_in_the_database(row, model, field):
    text = getattr(row, field.name)
    setattr(row, field.name, f"\u200b{text}\u00ad ")
    row.save()
    assert getattr(row, field.name) == text
    assert getattr(model.objects.get(pk=row.pk), field.name) == text


@each_text
def test_what_is_written_past_a_save_is_clean_too(row, model, field):
    text = getattr(row, field.name)
    model.objects.filter(pk=row.pk).update(**{field.name: f"\u200b{text}\u00ad "})
    assert getattr(model.objects.get(pk=row.pk), field.name) == text


@pytest.mark.django_db
def test_rows_created_in_bulk_are_clean():
    Source.objects.bulk_create([Source(slug="bulk", kind="page", url="https://example.org/\u200b", title="เเผน")])
    source = Source.objects.get(slug="bulk")
    assert (source.url, source.title) == ("https://example.org/", "แผน")


@pytest.mark.django_db
def test_derived_columns_follow_from_the_clean_text():
    body = Municipality.objects.get(slug="khon-kaen-city")
    body.name_en, body.name_th = "\u200bKhon Kaen", "\u200bขอนแก่น"
    body.save()
    assert list(derived.stale_places()) == []
    entry = AwardEntry.objects.filter(has_profile=False).first()
    entry.address = "\u200b"
    entry.save()
    assert entry.has_profile is False


@pytest.mark.django_db
def test_a_text_is_judged_after_it_was_cleaned():
    source = Source(slug="x", kind="page", url="\u200bhttps://example.org/")
    source.full_clean()
    assert source.url == "https://example.org/"
    assert AwardEntry._meta.get_field("postcode").clean("40000\u200b", None) == "40000"


@pytest.mark.django_db
def test_a_clean_text_is_what_is_looked_up():
    assert Municipality.objects.get(name_th="ขอนเเก่น\u200b", kind="city").slug == "khon-kaen-city"


def test_forms_measure_and_compare_the_clean_text():
    postcode = AwardEntry._meta.get_field("postcode").formfield()
    assert postcode.clean("40000\u200b") == "40000"  # six letters, of which nobody sees one
    note = Citation._meta.get_field("note_en").formfield()
    assert not note.has_changed("One line\n\nanother", "One line\r\n\r\nanother\u200b ")


@pytest.mark.parametrize("field", [CleanCharField(max_length=5), CleanTextField(blank=True)])
def test_migrations_see_django_s_own_field(field):
    _name, path, _args, kwargs = field.deconstruct()
    own = {"CharField": models.CharField, "TextField": models.TextField}[path.rpartition(".")[2]]
    assert own(**kwargs).deconstruct()[1:] == field.deconstruct()[1:]
    assert type(field.clone()) is type(field)


@pytest.mark.django_db
def test_the_history_holds_the_clean_text():
    citation = Citation.objects.first()
    citation.note_en = "clean\u200b"
    citation.save()
    assert citation.history.first().note_en == "clean"
