"""When an entry, or anything that hangs on it, was last changed, from the history."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max

from practices.history.states import HANGING
from practices.models import AwardEntry, PracticePartner


def last_changed(entries: Collection[int]) -> dict[int, datetime]:
    """Primary key of an entry → its last change, in one query; entries that were never recorded are left out."""
    paths = {AwardEntry: "id"} | HANGING[AwardEntry] | {PracticePartner: "practice__entry"}
    first, *others = (
        model.history.filter(**{f"{path}__in": entries}).order_by().values_list(path).annotate(Max("history_date"))
        for model, path in paths.items()
    )
    changed: dict[int, datetime] = {}
    for entry, moment in first.union(*others, all=True):
        changed[entry] = max(moment, changed.get(entry, moment))
    return changed
