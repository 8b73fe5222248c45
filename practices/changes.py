"""What changed in public, entry by entry and save by save, from the history: never who, and nothing of drafts.

A change counts where it left the entry published and the entry still is. So what happened to a draft begins to be told
when it comes out, as an addition, and nothing is told of an entry that has gone.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.db import models
from django.db.models import Case, F, OuterRef, Subquery, Value, When
from django.utils.translation import gettext, pgettext_lazy

from practices.history import Action
from practices.models import (
    AwardEntry,
    Citation,
    CouncilComposition,
    Executive,
    Practice,
    PracticePartner,
    Remark,
)


class Part(models.TextChoices):
    """A part of an entry, in the order of its page."""

    AWARD = "award", pgettext_lazy("part of an entry", "รางวัล")
    PRACTICES = "practices", pgettext_lazy("part of an entry", "แนวปฏิบัติ")
    PROFILE = "profile", pgettext_lazy("part of an entry", "ข้อมูลพื้นฐาน")
    COUNCIL = "council", pgettext_lazy("part of an entry", "สัดส่วนสมาชิกสภา")
    EXECUTIVES = "executives", pgettext_lazy("part of an entry", "คณะผู้บริหาร")
    SOURCES = "sources", pgettext_lazy("part of an entry", "ที่มา")
    REMARKS = "remarks", pgettext_lazy("part of an entry", "ข้อสังเกต")
    CHECK = "check", pgettext_lazy("part of an entry", "การตรวจทาน")


PART_OF = {
    Practice: Part.PRACTICES,
    PracticePartner: Part.PRACTICES,
    CouncilComposition: Part.COUNCIL,
    Executive: Part.EXECUTIVES,
    Citation: Part.SOURCES,
    Remark: Part.REMARKS,
}
FIELDS = {
    Part.AWARD: ("municipality_id", "year_be", "kind", "category_id", "tier"),
    Part.PROFILE: (*AwardEntry.PROFILE_FIELDS, "community_unit"),
    Part.CHECK: ("checked_on",),
}


@dataclass(frozen=True)
class Change:
    """What one save did to one entry: the parts it touched and how; none where the whole entry was added."""

    entry: AwardEntry
    moment: datetime
    action: Action
    parts: dict[Part, Action]

    @property
    def summary(self) -> str:
        """What was done, in words."""
        if self.action == Action.ADDED:
            return gettext("เพิ่มรายการ")
        told = [
            gettext("%(action)s%(part)s") % {"action": action.label, "part": part.label}
            for part, action in self.parts.items()
        ]
        return " · ".join(told) or gettext("แก้ไขรายการ")


def moments():
    """(entry's key, moment) of every public change, newest first: what pages are cut from."""
    published = AwardEntry.objects.published().values("pk")
    now = AwardEntry.history.filter(id=OuterRef("entry_key"), history_date__lte=OuterRef("history_date"))
    then = now.order_by("-history_date", "-history_id").annotate(
        is_public=Case(When(history_type="-", then=False), default="is_published")
    )
    first, *others = (
        records.filter(entry_key__in=published)
        .annotate(was_public=Subquery(then.values("is_public")[:1]))
        .filter(was_public=True)
        .values_list("entry_key", "history_date")
        for records in _records()
    )
    return first.union(*others).order_by("-history_date", "-entry_key")


def told(page: Iterable[tuple[int, datetime]]) -> list[Change]:
    """These of the moments as changes, in a fixed number of queries."""
    page = list(page)
    keys, when = {key for key, _ in page}, {moment for _, moment in page}
    entries = AwardEntry.objects.select_related("municipality", "category").in_bulk(keys)
    parts = _parts(keys, when)
    actions = {}
    for key, moment, action, touched in _own_changes(keys):
        if actions.get((key, moment)) != Action.ADDED:
            actions[key, moment] = action
        parts[key, moment] |= dict.fromkeys(touched, Action.CHANGED)
    changes = []
    for key, moment in page:
        action = actions.get((key, moment), Action.CHANGED)
        touched = {} if action == Action.ADDED else parts[key, moment]
        changes.append(Change(entries[key], moment, action, {part: touched[part] for part in Part if part in touched}))
    return changes


def _records():
    """The history of every kind of row, each with the key of the entry it belongs to."""
    for model in (AwardEntry, *PART_OF):
        entry = {AwardEntry: F("id"), PracticePartner: Subquery(_entry_of_practice())}.get(model, F("entry_id"))
        yield model.history.order_by().annotate(entry_key=entry)


def _entry_of_practice():
    # The practice itself may be gone.
    return Practice.history.filter(id=OuterRef("practice_id")).order_by("-history_id").values("entry_id")[:1]


def _parts(keys, when):
    """(entry's key, moment) → part → what happened to its rows."""
    first, *others = (
        records.filter(entry_key__in=keys, history_date__in=when)
        .annotate(part=Value(PART_OF[records.model.instance_type].value))
        .values_list("entry_key", "history_date", "part", "history_type")
        for records in _records()
        if records.model.instance_type is not AwardEntry
    )
    parts = defaultdict(dict)
    for key, moment, part, sign in first.union(*others):
        touched = parts[key, moment]
        action = Action(sign)
        touched[Part(part)] = action if touched.get(Part(part), action) == action else Action.CHANGED
    return parts


def _own_changes(keys):
    """(entry's key, moment, addition or edit, touched parts) for every record of the entries themselves."""
    own = defaultdict(list)
    for record in AwardEntry.history.filter(id__in=keys).order_by("history_date", "history_id"):
        own[record.id].append(record)
    for key, records in own.items():
        for before, record in pairwise([None, *records]):
            comes_out = record.history_type == "+" or (before and not _is_public(before))
            touched = [part for part, names in FIELDS.items() if before and _differ(before, record, names)]
            yield key, record.history_date, Action.ADDED if comes_out else Action.CHANGED, touched


def _is_public(record):
    return record.is_published and record.history_type != "-"


def _differ(before, after, names):
    return any(getattr(before, name) != getattr(after, name) for name in names)
