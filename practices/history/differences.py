"""What turns one state into another, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cached_property

from django.contrib.admin.utils import display_for_field
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from practices.history.states import State, position
from practices.language import as_phrase
from practices.models import tree
from practices.models.fields import CodesField
from practices.models.tree import Row
from practices.thai.differences import Piece, differing, shortened
from practices.wording import day_in_words

CONTEXT, LONGEST = 80, 4000


class Action(models.TextChoices):
    """What happened to a row."""

    ADDED = "+", _("เพิ่ม")
    CHANGED = "~", _("แก้ไข")
    REMOVED = "-", _("ลบ")


@dataclass(frozen=True)
class FieldChange:
    """A field's value before and after, in words; "" where the row did not exist or the value is not stated."""

    label: str
    before: str
    after: str

    @cached_property
    def pieces(self) -> list[Piece]:
        """What stayed, went and came, without most of what stayed."""
        return shortened(differing(self.before, self.after), CONTEXT, LONGEST)

    @property
    def pieces_before(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.in_before]

    @property
    def pieces_after(self) -> list[Piece]:
        return [piece for piece in self.pieces if piece.in_after]


@dataclass(frozen=True)
class Change:
    """What happened to one row. `name` is empty where the kind alone says which row it is."""

    action: Action
    row: Row
    kind: str
    name: str
    fields: list[FieldChange]

    @property
    def changed_fields(self) -> list[FieldChange]:
        """The fields worth naming at a glance: those that were changed, not those of a row that came or went."""
        return self.fields if self.action == Action.CHANGED else []


def differences(before: State, after: State) -> list[Change]:
    """What turns one state into the other, row by row in the order of the form."""
    rows = {**before, **after}
    changes = []
    for key in sorted(rows, key=lambda key: position(rows[key])):
        old, new = before.get(key), after.get(key)
        fields = list(field_changes(key[0], old, new))
        if fields or old is None or new is None:
            action = Action.ADDED if old is None else Action.REMOVED if new is None else Action.CHANGED
            changes.append(Change(action, rows[key], str(key[0]._meta.verbose_name), _name(rows[key]), fields))
    return changes


def field_changes(model, old, new) -> Iterator[FieldChange]:
    """The fields of one row that differ; of a row that came or went, those that say something."""
    for field in model.history.model.tracked_fields:
        if field.primary_key or field.name == model.hangs_on:
            continue
        before, after = (getattr(row, field.attname) if row else None for row in (old, new))
        one_row_only = old is None or new is None
        if before != after and not (one_row_only and _says_nothing(before) and _says_nothing(after)):
            yield FieldChange(str(field.verbose_name), _in_words(field, old), _in_words(field, new))


def _says_nothing(value) -> bool:
    return value is None or value is False or value == ""


def _in_words(field, row) -> str:
    value = getattr(row, field.attname) if row else None
    if value in (None, ""):
        return ""
    if isinstance(field, CodesField):
        return as_phrase(field.names(value))
    if isinstance(field, models.BooleanField):
        return str(_("ใช่") if value else _("ไม่ใช่"))
    if isinstance(field, models.DateField):
        return day_in_words(value)
    if field.is_relation:
        try:
            return str(getattr(row, field.name))
        except ObjectDoesNotExist:
            return f"#{value}"
    if isinstance(value, int | Decimal) and not field.name.endswith("year_be"):
        return f"{value:,}"
    return str(display_for_field(value, field, ""))


def _name(row) -> str:
    """Which row of its kind it is; "" where there is only one."""
    model = type(row)
    if not model.hangs_on or tree.key_fields(model) == (model.hangs_on,):
        return ""
    try:
        return str(row)
    except ObjectDoesNotExist:  # a citation's source may be gone
        return f"#{row.pk}"


def in_words(moment: datetime) -> str:
    """The local time of a moment: "22 พฤศจิกายน 2569 14:50:57"."""
    local = localtime(moment)
    return f"{day_in_words(local)} {local:%H:%M:%S}"
