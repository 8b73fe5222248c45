"""When an entry, or anything that hangs on it, was last changed, from the history."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max

from practices.history.states import HANGING
from practices.models import AwardEntry


def last_changed(entries: Collection[int]) -> dict[int, datetime]:
    """Primary key of an entry → its last change, in one query; entries that were never recorded are left out."""
    hanging = {
        model: "practice__entry" if parent == "practice" else parent for model, parent in HANGING[AwardEntry].items()
    }
    first, *others = (
        model.history.filter(**{f"{path}__in": entries}).order_by().values_list(path).annotate(Max("history_date"))
        for model, path in ({AwardEntry: "id"} | hanging).items()
    )
    changed: dict[int, datetime] = {}
    for entry, moment in first.union(*others, all=True):
        changed[entry] = max(moment, changed.get(entry, moment))
    return changed
