"""Numbers and days typed and pasted as the book prints them.

A plain text field: in a number field the wheel and the arrow keys change figures unseen, and the browser drops what it
does not take for a digit, so that Thai digits vanish and two numbers melt into one.
"""

from decimal import Decimal

from django import forms
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AdminDateWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import get_text_list
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from practices.facts.fields import PERSONS
from practices.facts.profile import PROFILE
from practices.lists.parameters import quoted
from practices.models.numbers import Bounded, not_above
from practices.thai.calendar import read_day
from practices.thai.numbers import SeveralNumbers, in_print, read_number

YEAR = ["พ.ศ.", "ปี", "ปี พ.ศ."]
UNITS = {
    **{fact.name: (fact.unit.th, *fact.unit.others) for fact in PROFILE if fact.unit},
    "men": (PERSONS.th,),
    "women": (PERSONS.th,),
    "community_count": ["ชุมชน", "หมู่บ้าน", "หมู่", "แห่ง"],
    "year_be": YEAR,
    "since_year_be": YEAR,
    "started_year_be": YEAR,
    "until_year_be": YEAR,
    "file_page": ["หน้า"],
}


class PrintedNumber(forms.Field):
    """A mixin for number fields: `units` may stand beside the number, `greatest` is what the column holds."""

    def __init__(self, *, units=(), greatest=None, grouped=True, **kwargs):
        super().__init__(**kwargs)
        self.units, self.greatest, self.grouped = units, greatest, grouped

    def prepare_value(self, value):
        return in_print(value) if self.grouped and isinstance(value, int | Decimal) else value

    def to_python(self, value):
        number = self._read("" if value is None else str(value))
        if number is not None and self.greatest is not None and number > self.greatest:
            raise ValidationError(not_above(self.greatest))
        return super().to_python(number)

    def _read(self, text):
        try:
            return read_number(text, self.units)
        except SeveralNumbers as several:
            raise ValidationError(
                _("พบ %(count)s ตัวเลข: %(numbers)s ใส่ได้ช่องละหนึ่งตัวเลข"),
                params={
                    "count": len(several.numbers),
                    "numbers": get_text_list([quoted(number) for number in several.numbers[:3]], gettext("และ")),
                },
            ) from None
        except ValueError:
            raise ValidationError(
                _("อ่าน “%(value)s” เป็นตัวเลขไม่ได้ ใส่เฉพาะตัวเลข เช่น 1,234"), params={"value": quoted(text)}
            ) from None


class PrintedInteger(PrintedNumber, forms.IntegerField):
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "vIntegerField"})
    default_error_messages = {"invalid": _("ใส่ได้เฉพาะจำนวนเต็ม")}


class PrintedDecimal(PrintedNumber, forms.DecimalField):
    widget = forms.TextInput(attrs={"inputmode": "decimal"})


class PrintedDay(forms.DateField):
    """A day of either era, in figures or with the month's name."""

    widget = AdminDateWidget

    def to_python(self, value):
        try:
            return read_day(value or "")
        except ValueError:
            return super().to_python(value)


class AsPrinted(BaseModelAdmin):
    """A mixin for ModelAdmin and inlines: every number and day is typed as the book prints it."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if isinstance(db_field, Bounded):
            is_whole = isinstance(db_field, models.IntegerField)
            return db_field.formfield(
                form_class=PrintedInteger if is_whole else PrintedDecimal,
                units=UNITS.get(db_field.name, ()),
                greatest=db_field.greatest,
                grouped=UNITS.get(db_field.name) != YEAR,
                **kwargs,
            )
        if isinstance(db_field, models.DateField):
            return db_field.formfield(form_class=PrintedDay, **kwargs)
        return super().formfield_for_dbfield(db_field, request, **kwargs)
