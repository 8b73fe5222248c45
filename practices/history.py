"""What each save changed, and the way back to any earlier state.

An entry's history is told together with the rows that hang on it: they are edited on the same form, and only together
are they a state. Whatever one save or load records carries one time, which makes it one revision.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.contrib.admin.utils import display_for_field
from django.core.exceptions import ObjectDoesNotExist
from django.db import models, transaction
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from simple_history.signals import pre_create_historical_record

from practices.models import (
    AwardEntry,
    Citation,
    CouncilComposition,
    Executive,
    Municipality,
    MunicipalityName,
    Practice,
    PracticePartner,
    Remark,
)
from practices.thai.calendar import ce_to_be

# What hangs on a row and by which field. Parents before children: rows are restored in this order, and removed in the
# opposite one.
HANGING = {
    AwardEntry: {
        Executive: "entry",
        CouncilComposition: "entry",
        Practice: "entry",
        PracticePartner: "practice",
        Citation: "entry",
        Remark: "entry",
    },
    Municipality: {MunicipalityName: "municipality"},
}
PARENT = {model: parent for hanging in HANGING.values() for model, parent in hanging.items()}
ORDER = list(PARENT)

CODE = "%Y%m%dT%H%M%S%f"

Key = tuple[type[models.Model], int]
State = dict[Key, models.Model]


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


@dataclass(frozen=True)
class Change:
    """What happened to one row. `name` is empty where the kind alone says which row it is."""

    action: Action
    kind: str
    name: str
    fields: list[FieldChange]


@dataclass(frozen=True)
class Revision:
    """Everything that one save or load changed; `is_state` is false where it removed the row itself."""

    moment: datetime
    user: models.Model | None
    reason: str
    changes: list[Change]
    is_state: bool

    @property
    def when(self) -> str:
        return in_words(self.moment)

    @property
    def code(self) -> str:
        """The moment as it stands in an address."""
        return self.moment.astimezone(UTC).strftime(CODE)


def in_words(moment: datetime) -> str:
    """The local time of a moment: "22 พฤศจิกายน 2569 14:50:57"."""
    local = localtime(moment)
    return f"{day_in_words(local)} {local:%H:%M:%S}"


def day_in_words(day: date) -> str:
    """A day of the Buddhist calendar: "22 พฤศจิกายน 2569"."""
    return f"{date_format(day, 'j F')} {ce_to_be(day.year)}"


def moment_of(code: str) -> datetime:
    """The moment that `Revision.code` names. Raises ValueError."""
    return datetime.strptime(code, CODE).replace(tzinfo=UTC)


# One time for all rows of a save

_moment: ContextVar[list[datetime] | None] = ContextVar("moment", default=None)


@contextmanager
def one_moment():
    """Give every row that is recorded inside the same time, that of the first one.

    Not the time of entering: a save may first have to wait for another one to finish.
    """
    shared = _moment.get()
    token = _moment.set([] if shared is None else shared)
    try:
        yield
    finally:
        _moment.reset(token)


def connect():
    pre_create_historical_record.connect(_share_the_moment, dispatch_uid="practices.history")


def _share_the_moment(history_instance, **kwargs):
    shared = _moment.get()
    if shared is None:
        return
    if not shared:
        shared.append(history_instance.history_date)
    history_instance.history_date = shared[0]


# Reading


def timeline(model: type[models.Model], pk: int) -> list[Revision]:
    """Every revision of a row and of what hangs on it, newest first; in a fixed number of queries."""
    state: State = {}
    revisions = []
    for moment, group in itertools.groupby(_records(model, pk), key=lambda record: record.history_date):
        records = list(group)
        before, state = state, _after(state, records)
        if changes := differences(before, state):
            last = records[-1]
            reason = last.history_change_reason or ""
            revisions.append(Revision(moment, last.history_user, reason, changes, is_state=(model, pk) in state))
    return revisions[::-1]


def state_at(model: type[models.Model], pk: int, moment: datetime) -> State:
    """The row and what hung on it as of a moment; empty before it was first recorded."""
    return _after({}, [record for record in _records(model, pk) if record.history_date <= moment])


def state_now(model: type[models.Model], pk: int) -> State:
    """The row and what hangs on it as stored."""
    querysets = [model.objects.filter(pk=pk)]
    for hanging, parent in HANGING.get(model, {}).items():
        path = "practice__entry" if hanging is PracticePartner else parent
        querysets.append(hanging.objects.filter(**{path: pk}))
    return {
        (queryset.model, row.pk): row
        for queryset in querysets
        for row in queryset.select_related(*_references(queryset.model))
    }


def version(row: models.Model) -> str:
    """When the row, or what hangs on it, was last changed; "" if never recorded. Two equal versions are one state."""
    first, *others = (history.order_by().values_list("history_date") for history in _histories(type(row), row.pk))
    latest = (first.union(*others, all=True) if others else first).order_by("-history_date").first()
    return latest[0].isoformat() if latest else ""


def since(row: models.Model, known: str) -> list[Revision]:
    """The revisions after the version that somebody knows, newest first."""
    return [revision for revision in timeline(type(row), row.pk) if not known or revision.moment.isoformat() > known]


def differences(before: State, after: State) -> list[Change]:
    """What turns one state into the other, row by row in the order of the form."""
    rows = {**before, **after}
    changes = []
    for key in sorted(rows, key=lambda key: _position(rows[key])):
        old, new = before.get(key), after.get(key)
        fields = list(_field_changes(key[0], old, new))
        if fields or old is None or new is None:
            action = Action.ADDED if old is None else Action.REMOVED if new is None else Action.CHANGED
            changes.append(Change(action, str(key[0]._meta.verbose_name), _name(rows[key]), fields))
    return changes


# The way back


def restore(model: type[models.Model], pk: int, moment: datetime, reason: str) -> list[Change]:
    """Bring the row and what hangs on it back to their state at a moment, and record that as a revision of its own.

    Returns what it changed. Raises ValidationError where the old state is no longer allowed, for instance because
    another row has taken its address, and LookupError where the row did not exist at that moment; changes nothing then.
    """
    with transaction.atomic(), one_moment():
        target, now = state_at(model, pk, moment), state_now(model, pk)
        if (model, pk) not in target:
            raise LookupError(moment)
        changes = differences(now, target)
        for row in sorted((now[key] for key in now.keys() - target.keys()), key=_position, reverse=True):
            row._change_reason = reason
            row.delete()
        for key, row in sorted(target.items(), key=lambda item: _position(item[1])):
            if key not in now or any(_field_changes(key[0], now[key], row)):
                row._change_reason = reason
                row._state.adding = key not in now
                if hasattr(row, "derive"):
                    row.derive()
                row.full_clean()
                row.save()
        return changes


def _histories(model, pk) -> Iterator[models.QuerySet]:
    yield model.history.filter(id=pk)
    for hanging, parent in HANGING.get(model, {}).items():
        if hanging is PracticePartner:
            # The practices may be gone, so their own history says which were the entry's.
            yield hanging.history.filter(practice__in=Practice.history.filter(entry=pk).order_by().values("id"))
        else:
            yield hanging.history.filter(**{parent: pk})


def _records(model, pk) -> list[models.Model]:
    records = []
    for history in _histories(model, pk):
        records += history.select_related("history_user", *_references(history.model.instance_type))
    return sorted(records, key=lambda record: (record.history_date, record.history_id))


def _after(state: State, records) -> State:
    state = dict(state)
    for record in records:
        key = (record.instance_type, record.id)
        if record.history_type == "-":
            state.pop(key, None)
        else:
            state[key] = _row(record)
    return state


def _row(record) -> models.Model:
    """The row that a record describes, with the rows it refers to as far as they still exist."""
    model = record.instance_type
    row = model(**{field.attname: getattr(record, field.attname) for field in record.tracked_fields})
    for name in _references(model):
        if referred := getattr(record, name):
            setattr(row, name, referred)
    return row


def _references(model) -> list[str]:
    """The rows that a row refers to, other than the one it hangs on."""
    tracked = model.history.model.tracked_fields
    return [field.name for field in tracked if field.is_relation and field.name != PARENT.get(model)]


def _position(row) -> tuple[int, int, int]:
    model = type(row)
    return ORDER.index(model) if model in PARENT else -1, getattr(row, "order", 0), row.pk


def _name(row) -> str:
    """Which row of its kind it is; "" where there is only one."""
    if type(row) not in PARENT or isinstance(row, CouncilComposition):
        return ""
    try:
        return str(row)
    except ObjectDoesNotExist:  # a citation's source may be gone
        return f"#{row.pk}"


def _field_changes(model, old, new) -> Iterator[FieldChange]:
    for field in model.history.model.tracked_fields:
        if field.primary_key or field.name == PARENT.get(model):
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
    if isinstance(field, models.BooleanField):
        return str(_("ใช่") if value else _("ไม่ใช่"))
    if isinstance(field, models.DateField):
        return day_in_words(value)
    if field.is_relation:
        try:
            return str(getattr(row, field.name))
        except ObjectDoesNotExist:
            return f"#{value}"
    return str(display_for_field(value, field, ""))
