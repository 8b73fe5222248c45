"""The day of checking says that an entry was read against its source: it falls when what was read changes."""

from django.contrib import admin, messages
from django.db import transaction
from django.utils.translation import gettext as _

from practices import derived, history
from practices.models import AwardEntry, PracticeAddress, Remark

OURS = {
    "is_published",
    "checked_on",
    "slug",
    "note_th",
    "note_en",
    "title_en",
    "summary_th",
    "summary_en",
    "topic",
    "inferred",
}


class ChecksLapse(admin.ModelAdmin):
    """A mixin for the forms of entries and of what hangs on them."""

    def entry_of(self, row):
        """The entry that the edited row is, or hangs on."""
        raise NotImplementedError

    def save_model(self, request, obj, form, change):
        form.checked = _checked(AwardEntry.objects.filter(pk=self.entry_of(obj).pk))
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        _lapse(request, form.checked)

    def delete_queryset(self, request, queryset):
        checked = _checked(derived.entries_of(queryset))
        with transaction.atomic(), history.one_moment():
            super().delete_queryset(request, queryset)
            _lapse(request, checked)


def _checked(entries):
    """The day of checking of each entry that has one, and what is printed of it now."""
    days = entries.filter(checked_on__isnull=False).values_list("pk", "checked_on")
    return {pk: (day, _printed(pk)) for pk, day in days}


def _lapse(request, checked):
    """Empty the days of entries of which something printed has changed. A day that was set meanwhile stays."""
    for pk, (day, printed) in checked.items():
        entry = AwardEntry.objects.filter(pk=pk, checked_on=day).first()
        if entry and _printed(pk) != printed:
            entry.checked_on = None
            entry.save()
            messages.warning(request, _("ล้างวันที่ตรวจทานแล้ว เพราะข้อมูลที่พิมพ์เปลี่ยน"))


def _printed(pk):
    """What was read off the source, row by row."""
    return {
        (model, key): [
            getattr(row, field.attname) for field in model.history.model.tracked_fields if field.name not in OURS
        ]
        for (model, key), row in history.state_now(AwardEntry, pk).items()
        if model not in (Remark, PracticeAddress)
    }
