"""When an entry, or anything that hangs on it, was last changed, from the history."""

from collections.abc import Collection
from datetime import datetime

from django.db.models import Max

from practices.models import AwardEntry, tree


def last_changed(entries: Collection[int]) -> dict[int, datetime]:
    """Primary key of an entry → its last change, in one query; entries that were never recorded are left out."""
    path_to_entry = {AwardEntry: "id"} | {model: tree.way_up(model, AwardEntry) for model in tree.hanging(AwardEntry)}
    first, *others = (
        model.history.filter(**{f"{path}__in": entries}).order_by().values_list(path).annotate(Max("history_date"))
        for model, path in path_to_entry.items()
    )
    changed: dict[int, datetime] = {}
    for entry, moment in first.union(*others, all=True):
        changed[entry] = max(moment, changed.get(entry, moment))
    return changed
