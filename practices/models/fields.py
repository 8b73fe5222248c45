"""Fields that hold clean text: what is typed, loaded or assigned is repaired, not only where somebody thought of it."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import keep_lazy_text
from django.utils.translation import gettext_lazy as _

from practices.language import Text
from practices.thai.text import clean

# No chapter comes near either. A browser needs half a minute for a hundred thousand letters without a space, each time.
MOST_LETTERS, MOST_UNBROKEN = 200_000, 10_000


def of_sane_length(text: str) -> None:
    """Refuse what could only be pasted by mistake."""
    if len(text) > MOST_LETTERS:
        raise ValidationError(
            _("ยาวเกินไป: %(length)s ตัวอักษร ใส่ได้ไม่เกิน %(most)s"),
            params={"length": f"{len(text):,}", "most": f"{MOST_LETTERS:,}"},
        )
    unbroken = max(map(len, text.split()), default=0)
    if unbroken > MOST_UNBROKEN:
        raise ValidationError(
            _("มี %(length)s ตัวอักษรติดกันโดยไม่มีเว้นวรรคหรือขึ้นบรรทัดใหม่ ใส่ได้ไม่เกิน %(most)s"),
            params={"length": f"{unbroken:,}", "most": f"{MOST_UNBROKEN:,}"},
        )


class CleanTextInput(forms.CharField):
    """Repairs what was typed before it is measured and compared: what nobody can see is no change and has no length."""

    def to_python(self, value):
        return clean(super().to_python(value) or "")


class Clean(models.Field):
    """A mixin for fields whose text is cleaned before it is judged, stored or looked up.

    Django asks `to_python` in all three cases. A row that is saved has its texts cleaned even before, so that its
    derived columns follow from the clean ones (see practices.derived).
    """

    def to_python(self, value):
        text = super().to_python(value)
        return text if text is None else clean(text)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": CleanTextInput, **kwargs})

    def deconstruct(self):
        """To the database, and so to migrations, it is Django's own field: only values differ, not columns."""
        name, _path, args, kwargs = super().deconstruct()
        return name, f"django.db.models.{self.get_internal_type()}", args, kwargs


class CleanCharField(Clean, models.CharField):
    """A short text, always clean."""


class CleanTextField(Clean, models.TextField):
    """A text of as many lines as the book has, always clean."""

    default_validators = [of_sane_length]


class ProseField(CleanTextField):
    """Paragraphs, parted by empty lines; a line end inside one is most likely that of a printed page."""


class CodesInput(forms.MultipleChoiceField):
    """Boxes to tick, for a text of codes."""

    widget = forms.CheckboxSelectMultiple

    def prepare_value(self, value):
        return value.split() if isinstance(value, str) else value

    def clean(self, value):
        return " ".join(super().clean(value))

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial or ""), data)


class CodesField(models.CharField):
    """Any number of codes of one enumeration, parted by spaces, in its order."""

    def __init__(self, *args, codes: type[models.TextChoices], **kwargs):
        super().__init__(*args, **kwargs)
        self.codes = codes

    def to_python(self, value):
        given = (value or "").split()
        if unknown := [code for code in given if code not in self.codes.values]:
            raise ValidationError(_("ไม่มีรหัส “%(code)s”"), params={"code": unknown[0]})
        return " ".join(code for code in self.codes.values if code in given)

    def names(self, value: str) -> list[Text]:
        """The codes in words."""
        return [self.codes(code).label for code in value.split()]

    def formfield(self, **kwargs):
        return CodesInput(
            choices=self.codes.choices, label=self.verbose_name, help_text=self.help_text, required=not self.blank
        )

    def deconstruct(self):
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.CharField", args, kwargs

    def clone(self):
        _name, _path, args, kwargs = self.deconstruct()
        return type(self)(*args, codes=self.codes, **kwargs)


def clean_texts(row: models.Model) -> None:
    """Clean the texts of a row where they stand."""
    for field in row._meta.local_fields:
        if isinstance(field, Clean) and isinstance(text := getattr(row, field.attname), str):
            setattr(row, field.attname, clean(text))


def words_of(model: type[models.Model], name: str) -> Text:
    """What a field is called, without the unit that stands behind in brackets: ประชากร of "ประชากร (คน)"."""
    return _without_unit(getattr(model, name).field.verbose_name)


@keep_lazy_text
def _without_unit(label):
    return re.sub(r" \(.*\)$", "", str(label))
