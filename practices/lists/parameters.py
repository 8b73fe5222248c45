"""One parameter of the address: how its values are read, and what they ask of an entry.

Values arrive as strangers type them. What cannot be understood is a `ValidationError` that quotes it; what is
understood becomes the one form in which links, chips, files and the API write it.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Case, CharField, Q, Value, When
from django.db.models.functions import Cast
from django.utils.functional import cached_property, lazy
from django.utils.translation import gettext_lazy as _
from django_filters import Filter

from practices.language import in_active_language
from practices.thai.calendar import FIRST_AWARD_YEAR_BE, LAST_YEAR_BE, be_to_ce, read_year

QUOTED_LETTERS = 40
MOST_LETTERS, MOST_WORDS = 200, 12  # of a query

bilingual = lazy(in_active_language, str)


def quoted(value: str) -> str:
    """A stranger's value as a message may repeat it: printable characters only, and not many."""
    printable = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in value)
    return printable if len(printable) <= QUOTED_LETTERS else f"{printable[:QUOTED_LETTERS]}…"


def read_count(value: str) -> int:
    """A whole number from 1 on, such as that of a page."""
    try:
        if value.strip().isdecimal() and (number := int(value)):
            return number
    except ValueError:
        pass  # thousands of digits
    raise ValidationError(_("“%(value)s” ไม่ใช่จำนวนเต็มตั้งแต่ 1 ขึ้นไป"), code="not-a-count", params={"value": quoted(value)})


def award_years():
    """Year → how it reads on its own, newest first: 2557 where พ.ศ. goes without saying, both eras in English."""
    years = range(LAST_YEAR_BE, FIRST_AWARD_YEAR_BE - 1, -1)
    return {str(year): bilingual(str(year), f"{be_to_ce(year)} (B.E. {year})") for year in years}


def read_award_year(value: str) -> str:
    """A year in either era and in Thai or Arabic digits, as B.E. in Arabic ones."""
    try:
        if "\0" in value:
            raise ValueError("NUL")  # cleaning would drop it; from a stranger it is no slip of typing
        return str(read_year(value))
    except ValueError:
        raise ValidationError(
            _("“%(value)s” ไม่ใช่ปี พ.ศ. (ตั้งแต่ %(first_be)s) หรือ ค.ศ. (ตั้งแต่ %(first_ce)s)"),
            code="not-a-year",
            params={
                "value": quoted(value),
                "first_be": FIRST_AWARD_YEAR_BE,
                "first_ce": be_to_ce(FIRST_AWARD_YEAR_BE),
            },
        ) from None


def refuse(field, value: str):
    raise ValidationError(
        _("“%(value)s” ไม่อยู่ในตัวเลือกของ “%(label)s”"),
        code="no-such-choice",
        params={"value": quoted(value), "label": field.label},
    )


class ChoicesField(forms.Field):
    """Any number of known values, each kept once. `read_options` gives value → label, in order."""

    widget = forms.SelectMultiple

    def __init__(self, *, read_options, **kwargs):
        super().__init__(**kwargs)
        self.read_options = read_options

    @cached_property
    def options(self):
        return self.read_options()

    def reading(self, value):
        """How a value of this field reads."""
        return self.options[value]

    def to_python(self, values):
        return list(dict.fromkeys(self.read(value.strip()) for value in values or [] if value.strip()))

    def read(self, value):
        if value not in self.options:
            refuse(self, value)
        return value


class YearsField(ChoicesField):
    """Any number of award years."""

    def __init__(self, **kwargs):
        super().__init__(read_options=award_years, **kwargs)

    def read(self, value):
        return read_award_year(value)


class YearField(forms.Field):
    """One award year, or ""."""

    def reading(self, value):
        return award_years()[value]

    def to_python(self, value):
        value = (value or "").strip()
        return value and read_award_year(value)


class OrderField(forms.Field):
    """One of the orders, or "" for the usual one."""

    widget = forms.Select

    def __init__(self, *, options, **kwargs):
        super().__init__(**kwargs)
        self.options = options

    def reading(self, value):
        return self.options[value]

    def to_python(self, value):
        value = (value or "").strip()
        if value and value not in self.options:
            refuse(self, value)
        return value


class WordsField(forms.Field):
    """What a reader looks for, as typed; too much of it is refused, so that nobody can make us search without bound."""

    def reading(self, value):
        return value

    def refuses(self, value):
        """Whether this is nothing to look for."""
        try:
            return not self.to_python(value)
        except ValidationError:
            return True

    def to_python(self, value):
        value = " ".join((value or "").split())
        if "\0" in value:
            raise ValidationError(_("คำค้นมีอักขระที่ใช้ค้นไม่ได้"), code="not-text")
        if len(value) > MOST_LETTERS or len(value.split()) > MOST_WORDS:
            raise ValidationError(
                _("คำค้นยาวเกิน %(words)s คำ หรือ %(letters)s ตัวอักษร"),
                code="too-long",
                params={"words": MOST_WORDS, "letters": MOST_LETTERS},
            )
        return value


def as_typed(words):
    """Words in the form that is never corrected."""
    return f'"{words}"'


def is_as_typed(words):
    return len(words) > 1 and words[0] == words[-1] == '"'


class Words(Filter):
    """Entries that hold every word; the list itself knows where they are looked for (`CatalogueFilter.wanted`)."""

    field_class = WordsField

    def __init__(self, *, chip, **kwargs):
        super().__init__(**kwargs)
        self.chip = chip


class AnyOf(Filter):
    """Entries whose column holds one of the chosen values.

    `chip` is how a chosen value reads away from its group.
    """

    field_class = ChoicesField

    def __init__(self, column, *, chip="%(value)s", **kwargs):
        super().__init__(column, **kwargs)
        self.chip = chip

    def condition(self, values, to_entry=""):
        """What the chosen values ask, of rows that reach their entry through `to_entry`."""
        return Q(**{f"{to_entry}{self.field_name}__in": values})

    def valued(self, rows, to_entry=""):
        """The rows with the `value` by which a choice finds them: a queryset for each value a row may have at once."""
        return [rows.annotate(value=Cast(f"{to_entry}{self.field_name}", CharField()))]


class AnyOfRow(AnyOf):
    """Rows whose own column, not their entry's, holds one of the chosen values."""

    def condition(self, values, to_entry=""):
        return super().condition(values)

    def valued(self, rows, to_entry=""):
        return super().valued(rows)


class AnyYear(AnyOf):
    field_class = YearsField


class AnyFlag(AnyOf):
    """Entries for which one of the chosen flags is set; `columns` gives value → boolean column."""

    def __init__(self, *, columns, **kwargs):
        super().__init__(None, **kwargs)
        self.columns = columns

    def condition(self, values, to_entry=""):
        return Q(*[(f"{to_entry}{self.columns[value]}", True) for value in values], _connector=Q.OR)

    def valued(self, rows, to_entry=""):
        flags = [(value, f"{to_entry}{column}") for value, column in self.columns.items()]
        return [
            rows.annotate(value=Case(When(**{flag: True}, then=Value(value)), output_field=CharField()))
            for value, flag in flags
        ]


class YearBound(Filter):
    """Entries from a year on, or up to one: `lookup_expr` is gte or lte, the year itself included."""

    field_class = YearField

    def __init__(self, *args, chip, **kwargs):
        super().__init__(*args, **kwargs)
        self.chip = chip

    def condition(self, year_be, to_entry=""):
        return Q(**{f"{to_entry}{self.field_name}__{self.lookup_expr}": year_be})


class Order(Filter):
    """Asks nothing of an entry: which comes first."""

    field_class = OrderField

    def condition(self, value, to_entry=""):
        return Q()
