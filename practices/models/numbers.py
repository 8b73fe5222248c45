"""Numbers with the same bounds on every database: those of PostgreSQL. SQLite alone would take far greater ones."""

from decimal import Decimal

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.backends.base.operations import BaseDatabaseOperations
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from practices.thai.numbers import in_print


def not_above(greatest):
    """A sentence that names the greatest number allowed."""
    return format_lazy(_("ใส่ได้ไม่เกิน {greatest}"), greatest=in_print(greatest))


class Bounded(models.Field):
    """A mixin for fields with a `greatest` number: the table itself refuses more."""

    greatest: int | Decimal

    def db_check(self, connection):
        checks = [super().db_check(connection), f'"{self.column}" <= {self.greatest}']
        return " AND ".join(filter(None, checks))


class WholeNumber(Bounded, models.PositiveIntegerField):
    """Zero or more, in four bytes."""

    _least, greatest = BaseDatabaseOperations.integer_field_ranges["PositiveIntegerField"]
    default_validators = [MaxValueValidator(greatest, not_above(greatest))]


class SmallNumber(Bounded, models.PositiveSmallIntegerField):
    """Zero or more, in two bytes."""

    _least, greatest = BaseDatabaseOperations.integer_field_ranges["PositiveSmallIntegerField"]
    default_validators = [MaxValueValidator(greatest, not_above(greatest))]


class Measure(Bounded, models.DecimalField):
    """An area or an amount of money, as exact as printed."""

    @property
    def greatest(self) -> Decimal:  # type: ignore[override]  # follows from the digits
        return Decimal(10**self.max_digits - 1).scaleb(-self.decimal_places)
