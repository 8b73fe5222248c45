"""The revisions of a row, and the way back to any of them."""

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import cast

from django.contrib.auth.models import User
from django.db import transaction

from practices import derived
from practices.history.differences import Change, differences, field_changes, in_words
from practices.history.moments import one_moment
from practices.history.states import State, after, deletions, historical_rows, lock, position, state_at, state_now
from practices.models.addresses import Addressed
from practices.models.tree import Model, Row

CODE = "%Y%m%dT%H%M%S%f"


@dataclass(frozen=True)
class Revision:
    """Everything that one save or load changed; `is_state` is false where it removed the row itself."""

    moment: datetime
    user: User | None
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


def moment_of(code: str) -> datetime:
    """The moment that `Revision.code` names. Raises ValueError."""
    return datetime.strptime(code, CODE).replace(tzinfo=UTC)


def timeline(model: Model, pk: int) -> list[Revision]:
    """Every revision of a row and of what hangs on it, newest first; in a fixed number of queries."""
    state: State = {}
    revisions = []
    for moment, group in itertools.groupby(historical_rows(model, pk), key=lambda record: record.history_date):
        saved = list(group)
        before, state = state, after(state, saved)
        if changes := differences(before, state):
            last = saved[-1]
            reason = last.history_change_reason or ""
            revisions.append(Revision(moment, last.history_user, reason, changes, is_state=(model, pk) in state))
    return revisions[::-1]


@dataclass(frozen=True)
class Deletion:
    """A row that is gone: as it was, and who deleted it when."""

    row: Row
    moment: datetime
    user: User | None

    @property
    def when(self) -> str:
        return in_words(self.moment)


def deleted(model: Model, limit: int) -> list[Deletion]:
    """The rows of a model that are gone, newest first, those deleted more than once with their last time."""
    found: dict[int, Deletion] = {}
    for record, row in deletions(model, limit):
        found.setdefault(row.pk, Deletion(row, record.history_date, record.history_user))
    return list(found.values())


def since(row: Row, known: str) -> list[Revision]:
    """The revisions after the version that somebody knows, newest first."""
    return [revision for revision in timeline(type(row), row.pk) if not known or revision.moment.isoformat() > known]


def restore(model: Model, pk: int, moment: datetime, reason: str) -> list[Change]:
    """Bring the row and what hangs on it back to their state at a moment, and record that as a revision of its own.

    What follows from them is right again when it returns: derived columns are no part of the history.
    Returns what it changed. Raises ValidationError where the old state is no longer allowed, for instance because
    another row has taken its address, and LookupError where the row did not exist at that moment; changes nothing then.
    """
    with transaction.atomic(), one_moment():
        lock(model, pk)
        target, now = state_at(model, pk, moment), state_now(model, pk)
        if (model, pk) not in target:
            raise LookupError(moment)
        changes = differences(now, target)
        addresses = {key: row.addresses() for key, row in now.items() if isinstance(row, Addressed)}
        for row in sorted((now[key] for key in now.keys() - target.keys()), key=position, reverse=True):
            row._change_reason = reason
            row.delete()
        for key, row in sorted(target.items(), key=lambda item: position(item[1])):
            if key not in now or any(field_changes(key[0], now[key], row)):
                row._change_reason = reason
                row._state.adding = key not in now
                if key in now:
                    _keep_unrecorded(row, now[key])
                _validate(row)
                row.save()
        for key in addresses.keys() & target.keys():
            for slug in addresses[key]:  # what led to the row leads to it still
                cast(Addressed, target[key]).keep_address(slug)
        derived.refresh_after(model.objects.filter(pk=pk))
        return changes


def _keep_unrecorded(row, now):
    """What the history does not record stays as it is: what is derived, and what the register says of a body."""
    tracked = {field.attname for field in row.history.model.tracked_fields}
    for field in row._meta.local_fields:
        if field.attname not in tracked:
            setattr(row, field.attname, getattr(now, field.attname))


def _validate(row):
    """What was valid once need not be now."""
    tracked = {field.name for field in row.history.model.tracked_fields}
    row.clean_fields(exclude={field.name for field in row._meta.local_fields} - tracked)
    row.validate_unique()
    row.validate_constraints()
