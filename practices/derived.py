"""Derived columns: filled from their own row before every save, and gathered from other rows after one.

Loading fixtures, saving in the admin and saving in the shell all send `pre_save`, so `derive()` is never forgotten.
What gathers other rows (practices, partners, executives, former names) is refreshed for whole sets of entries.
"""

from itertools import chain

from django.db.models.signals import pre_save
from django.utils.translation import override

from practices.models import AwardEntry, Municipality, Practice, Province
from practices.thai.calendar import be_to_ce
from practices.thai.names import KINDS
from practices.thai.text import fold

AWARD_NAMES = ("รางวัลพระปกเกล้า", "King Prajadhipok Award")
BOTH_LANGUAGES = ("th", "en")


def connect():
    pre_save.connect(derive_columns, dispatch_uid="practices.derive")


def derive_columns(sender, instance, **kwargs):
    """Let a row of the catalogue fill the columns that follow from it."""
    if sender._meta.app_label == "practices" and hasattr(instance, "derive"):
        instance.derive()


def refresh(entries):
    """Recompute every derived column of these entries and their practices, and write those that changed.

    Call it after a save or a load that touched them, their rows, their body, province or category.
    """
    stale_entries, stale_practices = stale(entries)
    AwardEntry.objects.bulk_update(stale_entries, [*AwardEntry.DERIVED, *AwardEntry.GATHERED], batch_size=100)
    Practice.objects.bulk_update(stale_practices, Practice.GATHERED, batch_size=100)


def stale(entries):
    """Those of the entries, and of their practices, whose derived columns are out of date, set right but not saved."""
    entries = entries.select_related("municipality__province", "category").prefetch_related(
        "executives", "practices__partners", "municipality__former_names"
    )
    stale_entries, stale_practices = [], []
    for entry in entries:
        if _changes(entry, _entry_columns(entry)):
            stale_entries.append(entry)
        stale_practices += [
            practice for practice in entry.practices.all() if _changes(practice, _practice_columns(entry, practice))
        ]
    return stale_entries, stale_practices


def stale_places():
    """The provinces and bodies whose sort keys are out of date."""
    for row in chain(Province.objects.all(), Municipality.objects.select_related("province")):
        derived_names = [
            field.attname for field in row._meta.local_fields if not field.serialize and not field.primary_key
        ]
        before = {name: _bytes(getattr(row, name)) for name in derived_names}
        row.derive()
        if any(_bytes(getattr(row, name)) != value for name, value in before.items()):
            yield row


def _bytes(value):
    """PostgreSQL hands bytes over as a memoryview."""
    return bytes(value) if isinstance(value, memoryview) else value


def _changes(row, columns):
    """Set these columns on the row; whether any of them was something else."""
    changed = False
    for name, value in columns.items():
        changed |= _bytes(getattr(row, name)) != value
        setattr(row, name, value)
    return changed


def _entry_columns(entry):
    practices = entry.practices.all()
    head = _lines(_head(entry))
    title = _lines(practice.title for practice in practices)
    return {
        **entry.derived(),
        "has_practice": bool(practices),
        "search_place": _lines(_places(entry)),
        "search_head": head,
        "search_title": title,
        "search_text": head + title + _lines(_narrative(entry)),
    }


def _practice_columns(entry, practice):
    title = _lines([practice.title])
    return {
        "search_title": title,
        "search_text": _lines(_head(entry)) + title + _lines([*practice.running_texts(), *_partners(practice)]),
    }


def _lines(texts):
    """Folded texts, a line each, so that no term matches across two of them; "" where there is nothing."""
    folded = dict.fromkeys(filter(None, map(fold, texts)))
    return "".join(f"\n{text}" for text in folded) + "\n" if folded else ""


def _places(entry):
    """What the body is called and was called, most official first."""
    body = entry.municipality
    yield from (entry.full_name_th, body.name_th, body.full_name_th)
    if entry.kind in KINDS:
        yield KINDS[entry.kind].abbreviation + body.name_th
    yield from (entry.full_name_en, body.name_en)
    for name in body.former_names.all():
        yield from (name.full_name_th, name.name_th, name.name_en)


def _head(entry):
    """Everything short that names an entry: places, award, tier, category and year, in both languages."""
    body = entry.municipality
    yield from _places(entry)
    if body.district_th:
        yield f"อำเภอ{body.district_th}"
    province = body.province
    yield from (f"จังหวัด{province.name_th}", f"{province.name_en} Province", *province.aliases_th.splitlines())
    yield from AWARD_NAMES
    for language in BOTH_LANGUAGES:
        with override(language):
            yield from (str(entry.get_kind_display()), str(entry.get_region_display()), str(entry.get_tier_display()))
    if entry.category:
        yield from (entry.category.name_th, entry.category.name_en)
        yield from (entry.category.short_name_th, entry.category.short_name_en)
    year_ce = be_to_ce(entry.year_be)
    yield from (f"ปี {entry.year_be}", f"ปี พ.ศ. {entry.year_be}", f"ปี {year_ce}", f"ปี ค.ศ. {year_ce}")


def _narrative(entry):
    yield entry.address
    yield from entry.running_texts()
    for executive in entry.executives.all():
        yield from (executive.name, executive.title_as_printed)
    for practice in entry.practices.all():
        yield from _partners(practice)


def _partners(practice):
    for partner in practice.partners.all():
        yield from (partner.name, partner.role)
