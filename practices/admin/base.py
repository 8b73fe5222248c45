"""What every form of the catalogue does: guards its search, tells editors of each other, keeps what follows in step."""

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from practices import derived, history
from practices.admin.autocomplete import NamedAutocomplete
from practices.admin.history import HistoryPages
from practices.admin.prose import JOINED
from practices.models import AwardEntry

SEARCH_LETTERS, SEARCH_WORDS = 200, 12


class VersionedForm(forms.ModelForm):
    """Refuses to save over what somebody else saved while the form was open, and says what that was."""

    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            del self.fields["version"]
        else:
            self.fields["version"].initial = history.version(self.told_with)

    @property
    def told_with(self):
        """The row whose history the edited row belongs to."""
        return self.instance

    def clean(self):
        cleaned = super().clean()
        if "version" in self.fields:
            told_with = self.told_with
            history.lock(type(told_with), told_with.pk)
            if self.data.get("version", "") != history.version(told_with):
                raise ValidationError(self._what_others_did(told_with))
        return cleaned

    def _what_others_did(self, told_with):
        lines = [
            _(
                "มีการแก้ไขรายการนี้หลังจากที่คุณเปิดหน้านี้ จึงยังไม่ได้บันทึก สิ่งที่คุณพิมพ์ยังอยู่ด้านล่าง "
                "เปิดรายการนี้อีกครั้งในแท็บใหม่ แล้วย้ายสิ่งที่ยังต้องการไปใส่"
            )
        ]
        for revision in history.since(told_with, self.data.get("version", "")):
            for change in revision.changes:
                fields = ", ".join(field.label for field in change.fields)
                who = revision.user or _("ระบบ")
                lines.append(f"{who}: {change.action.label} {change.kind} {change.name} ({fields})")
        return lines


class CatalogueAdmin(HistoryPages, NamedAutocomplete, admin.ModelAdmin):
    """The base of every form of the catalogue."""

    form = VersionedForm
    formfield_overrides = JOINED
    empty_value_display = _("ไม่ระบุ")
    list_per_page = 50

    def get_search_results(self, request, queryset, search_term):
        # Django makes one condition a word and field: a thousand words are more than SQLite can parse.
        words = " ".join(search_term.replace("\0", " ")[:SEARCH_LETTERS].split()[:SEARCH_WORDS])
        if words and hasattr(queryset, "matching"):
            return queryset.matching(words), False
        return super().get_search_results(request, queryset, words)

    def lookup_allowed(self, lookup, value, request):
        # Only what our own filters ask: a pattern of a stranger's making can keep the database busy for hours.
        names = [
            one if isinstance(one, str) else getattr(one, "parameter_name", None) or one[0] for one in self.list_filter
        ]
        asked = {f"{name}{ending}" for name in names for ending in ("", "__exact", "__isnull", "__id__exact")}
        return lookup in asked and "\0" not in str(value)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        with history.one_moment():
            return super().changeform_view(request, object_id, form_url, extra_context)

    def save_model(self, request, obj, form, change):
        if form.has_changed() or not change:  # a revision that changes nothing would say nothing
            super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        derived.refresh_after(self.model.objects.filter(pk=form.instance.pk))

    def delete_model(self, request, obj):
        self.delete_queryset(request, self.model.objects.filter(pk=obj.pk))

    def delete_queryset(self, request, queryset):
        with transaction.atomic(), history.one_moment():  # the list's own view has no transaction
            affected = list(derived.entries_of(queryset).values_list("pk", flat=True))
            super().delete_queryset(request, queryset)
            derived.refresh(AwardEntry.objects.filter(pk__in=affected))
