"""Derived columns: filled from their own row before every save, and gathered from other rows after one.

Loading fixtures, saving in the admin and saving in the shell all send `pre_save`, so `derive()` is never forgotten and
always reads clean texts.
What gathers other rows (practices, partners, executives, former names) is refreshed for whole sets of entries.
"""

from django.db.models.signals import pre_save
from django.utils.translation import override

from practices.models import (
    AwardCategory,
    AwardEntry,
    Municipality,
    Practice,
    Province,
    RegisteredPopulation,
    Source,
    Topic,
    tree,
)
from practices.models.fields import clean_texts
from practices.models.places import abbreviated_names_th
from practices.models.tree import Row
from practices.thai.calendar import be_to_ce
from practices.thai.text import folded_lines

AWARD_NAMES = ("รางวัลพระปกเกล้า", "King Prajadhipok Award")
BOTH_LANGUAGES = ("th", "en")

# The way from an entry to the rows that its derived columns are gathered from, apart from those that hang on it.
GATHERED_FROM = {
    Municipality: "municipality",
    Province: "municipality__province",
    AwardCategory: "category",
    Source: "citations__source",
    Topic: "practices__topic",
}


def connect():
    pre_save.connect(derive_columns, dispatch_uid="practices.derive")


def derive_columns(sender, instance, **kwargs):
    """Clean the texts of a row of the catalogue, then let it fill the columns that follow from it."""
    if isinstance(instance, Row):
        clean_texts(instance)
        instance.derive()


def refresh_after(rows):
    """Recompute whatever follows from these rows, a queryset; call it in the transaction that wrote them."""
    if rows.model is Municipality:
        refresh_places(bodies=rows)
    elif rows.model is Province:
        refresh_places(provinces=rows, bodies=Municipality.objects.filter(province__in=rows))
    refresh(entries_of(rows))


def entries_of(rows):
    """The entries whose derived columns follow from these rows, a queryset."""
    if tree.top(rows.model) is AwardEntry:
        path = tree.way_down(AwardEntry, rows.model)
    else:
        path = GATHERED_FROM.get(rows.model, "")
    return AwardEntry.objects.filter(**{f"{path}__in": rows}) if path else AwardEntry.objects.none()


def refresh(entries):
    """Recompute every derived column of these entries and their practices, and write those that changed.

    Call it after a save or a load that touched them, their rows, their body, province or category.
    """
    stale_entries, stale_practices = stale(entries)
    AwardEntry.objects.bulk_update(stale_entries, [*AwardEntry.DERIVED, *AwardEntry.GATHERED], batch_size=100)
    Practice.objects.bulk_update(stale_practices, Practice.GATHERED, batch_size=100)


def stale(entries):
    """Those of the entries, and of their practices, whose derived columns are out of date, set right but not saved."""
    entries = entries.select_related("municipality__province", "municipality__district", "category").prefetch_related(
        "executives", "practices__partners", "practices__topic", "citations__source", "municipality__former_names"
    )
    figures = _registered(entries)
    stale_entries, stale_practices = [], []
    for entry in entries:
        is_stale = _changes(
            entry, figures.get((entry.municipality_id, entry.year_be), dict.fromkeys(AwardEntry.OF_REGISTER))
        )
        if _changes(entry, _entry_columns(entry)) or is_stale:
            stale_entries.append(entry)
        stale_practices += [
            practice for practice in entry.practices.all() if _changes(practice, _practice_columns(entry, practice))
        ]
    return stale_entries, stale_practices


def refresh_places(provinces=None, bodies=None):
    """Recompute what follows from the names of these provinces and bodies, or of all; call it after a save or a load.

    A former name is saved after its body, which then learns of it here.
    """
    for row in stale_places(provinces, bodies):
        type(row).objects.filter(pk=row.pk).update(**{name: getattr(row, name) for name in row.DERIVED})


def stale_places(provinces=None, bodies=None):
    """Those of the provinces and bodies, or of all, whose derived columns are out of date, set right but not saved."""
    if provinces is None and bodies is None:
        provinces, bodies = Province.objects.all(), Municipality.objects.all()
    bodies = (Municipality.objects.none() if bodies is None else bodies).select_related("province", "district")
    for row in (*(provinces or ()), *bodies.prefetch_related("former_names")):
        before = {name: _bytes(getattr(row, name)) for name in row.DERIVED}
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


def _registered(entries):
    """(body's key, year) → the columns of an entry that hold the register's figures."""
    years = {(entry.municipality_id, entry.year_be) for entry in entries}
    found = RegisteredPopulation.objects.filter(
        municipality__in={body for body, _year in years}, year_be__in={year_be for _body, year_be in years}
    )
    return {
        (row.municipality_id, row.year_be): {
            "registered_men": row.men,
            "registered_women": row.women,
            "registered_households": row.households,
        }
        for row in found
    }


def _entry_columns(entry):
    practices = entry.practices.all()
    head = folded_lines(_head(entry))
    title = folded_lines(text for practice in practices for text in _titles(practice))
    return {
        **entry.derived(),
        "has_practice": bool(practices),
        "evidence": entry.founded_on(entry.citations_of_award),
        "inferred": _together(entry.citations_of_award),
        "search_place": folded_lines(_places(entry)),
        "search_head": head,
        "search_title": title,
        "search_text": head + title + folded_lines(_narrative(entry)),
    }


def _practice_columns(entry, practice):
    title = folded_lines(_titles(practice))
    text = folded_lines([*practice.running_texts(), *_ours(practice), *_partners(practice)])
    return {"search_title": title, "search_text": folded_lines(_head(entry)) + title + text}


def _together(citations):
    """The parts of the award that these citations leave to inference, as the column writes them."""
    parts = " ".join(citation.inferred for citation in citations)
    return AwardEntry._meta.get_field("inferred").to_python(parts)


def _places(entry):
    """What the body is and was called, most official first."""
    body = entry.municipality
    yield entry.full_name_th
    yield from abbreviated_names_th(entry.kind, body.name_th)
    yield entry.full_name_en
    yield from body.every_name()


def _head(entry):
    """Everything short that names an entry: places, award, tier, category and year, in both languages."""
    body = entry.municipality
    yield from _places(entry)
    yield from body.where()
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
        yield from _ours(practice)
        yield from _partners(practice)


def _titles(practice):
    yield from filter(None, [practice.title, practice.title_en])


def _ours(practice):
    """What we say of a practice."""
    yield from (practice.summary_th, practice.summary_en)
    if practice.topic:
        yield from (practice.topic.name_th, practice.topic.name_en)


def _partners(practice):
    for partner in practice.partners.all():
        yield from (partner.name, partner.role)
