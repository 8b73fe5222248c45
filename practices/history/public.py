"""What changed in public, entry by entry and save by save, from the history: never who, and nothing of drafts.

An entry is added when it is public for the first time, withdrawn when it no longer is, deleted or not, and brought back
when it is once more. Of an entry that is public now its corrections are told too, by the names of the fields; what
happened to it as a draft is not. Of one that is not public now only these comings and goings are told, with the name
and the year that it had in public.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy

from practices.history.differences import Action
from practices.language import as_phrase
from practices.models import (
    AwardEntry,
    Citation,
    CouncilComposition,
    Executive,
    Municipality,
    Practice,
    PracticePartner,
    Remark,
    tree,
)
from practices.models.fields import words_of


class Event(models.TextChoices):
    """What a save did to an entry in public."""

    ADDED = "added", gettext_lazy("เพิ่มรายการ")
    CHANGED = "changed", gettext_lazy("แก้ไขรายการ")
    WITHDRAWN = "withdrawn", gettext_lazy("ถอนรายการ")
    RETURNED = "returned", gettext_lazy("นำรายการกลับมา")


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
    Part.PROFILE: AwardEntry.PROFILE_FIELDS,
    Part.CHECK: ("checked_on",),
}
NAMED = (Part.AWARD, Part.PROFILE)  # whose fields are told by name; the check is one field


@dataclass(frozen=True)
class PublicChange:
    """What one save did to one entry; of a correction the parts it touched and how, and the names of their fields.

    Without `has_page` the entry is not public now; then it is what it was when it last was, with name and year only.
    """

    entry: AwardEntry
    has_page: bool
    moment: datetime
    event: Event
    parts: dict[Part, Action] = field(default_factory=dict)
    fields: dict[Part, list[str]] = field(default_factory=dict)

    @property
    def summary(self) -> str:
        """What was done, in words."""
        return " · ".join(map(self._in_words, self.parts)) or str(self.event.label)

    def _in_words(self, part: Part) -> str:
        words = gettext("%(action)s%(part)s") % {"action": self.parts[part].label, "part": part.label}
        return f"{words} ({as_phrase(map(_label, self.fields[part]))})" if part in self.fields else words


def _label(name: str) -> str:
    """A field of the entry in words, without its unit."""
    return str(words_of(AwardEntry, name))


IS_PUBLIC = Case(When(history_type="-", then=False), default="is_published")
# What was written in bulk has no record of its beginning: its first one says what it had been.
AT_FIRST = Case(When(history_type="+", then=False), default="is_published")


def moments():
    """(entry's key, moment) of every public change, newest first: what pages are cut from."""
    published = AwardEntry.objects.published().values("pk")
    earlier = Q(history_date__lt=OuterRef("history_date")) | Q(
        history_date=OuterRef("history_date"), history_id__lt=OuterRef("history_id")
    )
    before = _was_public(AwardEntry.history.filter(earlier, id=OuterRef("id")))
    comings_and_goings = (
        AwardEntry.history.order_by()
        .annotate(is_public=IS_PUBLIC, was_public=Coalesce(before, AT_FIRST))
        .exclude(is_public=F("was_public"))
        .values_list("id", "history_date")
    )
    then = AwardEntry.history.filter(id=OuterRef("entry_key"), history_date__lte=OuterRef("history_date"))
    corrections = (
        records.filter(entry_key__in=published)
        .annotate(was_public=_was_public(then))
        .filter(was_public=True)
        .values_list("entry_key", "history_date")
        for records in _historical_rows()
    )
    return comings_and_goings.union(*corrections).order_by("-history_date", "-id")


def _was_public(records):
    """Whether the last of these records of an entry left it public."""
    last = records.order_by("-history_date", "-history_id").annotate(is_public=IS_PUBLIC)
    return Subquery(last.values("is_public")[:1])


def changes_at(page: Iterable[tuple[int, datetime]]) -> list[PublicChange]:
    """These of the moments as changes, in a fixed number of queries; one more where a body is gone."""
    page = list(page)
    keys, when = {key for key, _ in page}, {moment for _, moment in page}
    entries = AwardEntry.objects.published().select_related("municipality", "category").in_bulk(keys)
    own = _own_rows(keys)
    gone = _as_last_public({key: records for key, records in own.items() if key not in entries})
    parts = _parts(keys, when)
    fields: dict[tuple, dict[Part, list[str]]] = defaultdict(dict)
    events: dict[tuple, Event] = {}
    for key, moment, event, changed in _own_changes(own):
        if events.get((key, moment), Event.CHANGED) == Event.CHANGED:
            events[key, moment] = event
        for part, names in changed.items():
            parts[key, moment][part] = Action.CHANGED
            fields[key, moment][part] = names
    changes = []
    for key, moment in page:
        entry, event = entries.get(key) or gone[key], events.get((key, moment), Event.CHANGED)
        if event == Event.CHANGED:
            touched = {part: parts[key, moment][part] for part in Part if part in parts[key, moment]}
            named = {part: names for part, names in fields[key, moment].items() if part in NAMED}
            changes.append(PublicChange(entry, True, moment, event, touched, named))
        else:
            changes.append(PublicChange(entry, key in entries, moment, event))
    return changes


def _historical_rows():
    """The history of every kind of row, each with the key of the entry it belongs to."""
    for model in (AwardEntry, *PART_OF):
        yield model.history.order_by().annotate(entry_key=_entry_key(model))


def _entry_key(model):
    """The key of the entry that a row hung on, from its history: what stands between them may be gone."""
    above = tree.parent(model)
    if above in (None, AwardEntry):
        return F(f"{model.hangs_on}_id" if above else "id")
    between = above.history.filter(id=OuterRef(f"{model.hangs_on}_id")).order_by("-history_id")
    return Subquery(between.annotate(entry_key=_entry_key(above)).values("entry_key")[:1])


def _parts(keys, when):
    """(entry's key, moment) → part → what happened to its rows."""
    first, *others = (
        records.filter(entry_key__in=keys, history_date__in=when)
        .annotate(part=Value(PART_OF[records.model.instance_type].value))
        .values_list("entry_key", "history_date", "part", "history_type")
        for records in _historical_rows()
        if records.model.instance_type is not AwardEntry
    )
    parts: dict[tuple, dict[Part, Action]] = defaultdict(dict)
    for key, moment, part, sign in first.union(*others):
        touched = parts[key, moment]
        action = Action(sign)
        touched[Part(part)] = action if touched.get(Part(part), action) == action else Action.CHANGED
    return parts


def _own_rows(keys):
    """entry's key → every record of the entry itself, oldest first."""
    own = defaultdict(list)
    records = AwardEntry.history.filter(id__in=keys).select_related("municipality")
    for record in records.order_by("history_date", "history_id"):
        own[record.id].append(record)
    return own


def _own_changes(own):
    """(entry's key, moment, what happened, part → changed fields) for every record of the entries themselves."""
    for key, records in own.items():
        was_public = ever_public = records[0].history_type != "+" and records[0].is_published
        for before, record in pairwise([None, *records]):
            is_public, event = _is_public(record), Event.CHANGED
            if is_public and not was_public:
                event = Event.RETURNED if ever_public else Event.ADDED
            elif was_public and not is_public:
                event = Event.WITHDRAWN
            yield key, record.history_date, event, _changed_fields(before, record) if before else {}
            was_public, ever_public = is_public, ever_public or is_public


def _changed_fields(before, after):
    changed = {
        part: [name for name in names if getattr(before, name) != getattr(after, name)]
        for part, names in FIELDS.items()
    }
    return {part: names for part, names in changed.items() if names}


def _as_last_public(own):
    """entry's key → the entry as it was when it was last public: body, kind and year, and nothing else."""
    last = {key: [record for record in records if record.is_published][-1] for key, records in own.items()}
    bodies = {record.municipality_id: record.municipality for record in last.values()}
    if lost := [key for key, body in bodies.items() if body is None]:
        for record in Municipality.history.filter(id__in=lost).order_by("history_date", "history_id"):
            body = Municipality(pk=record.id, slug=record.slug, kind=record.kind)
            body.name_th, body.name_en = record.name_th, record.name_en
            bodies[body.pk] = body
    return {
        key: AwardEntry(pk=key, municipality=bodies[record.municipality_id], year_be=record.year_be, kind=record.kind)
        for key, record in last.items()
    }


def _is_public(record):
    return record.is_published and record.history_type != "-"
