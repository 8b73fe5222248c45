"""What every form of the catalogue does: guards its search, tells editors of each other, keeps what follows in step."""

import re

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.actions import delete_selected
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from practices import derived, history
from practices.admin.autocomplete import NamedAutocomplete
from practices.admin.history import HistoryPages
from practices.admin.numbers import AsPrinted
from practices.admin.prose import JOINED
from practices.admin_site import KEPT, unpacked
from practices.language import Text
from practices.models import AwardEntry
from practices.models.addresses import Addressed

SEARCH_LETTERS, SEARCH_WORDS = 200, 12
MOST_AT_ONCE, UNASKED = 20, 5  # rows that one action deletes, and how many of them without typing their number


class VersionedForm(forms.ModelForm):
    """Refuses to save over what somebody else saved while the form was open, and says what that was.

    What was kept of a form that could not be taken is shown, with what is wrong in it, and never saved.
    """

    user: User
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

    def is_valid(self):
        return super().is_valid() and KEPT not in self.data

    def clean(self):
        cleaned = super().clean()
        if "version" in self.fields:
            told_with = self.told_with
            history.lock(type(told_with), told_with.pk)
            known, version = self.data.get("version", ""), history.version(told_with)
            revisions = history.since(told_with, known) if known != version else []
            if known > version or not all(map(self._is_beside, revisions)):
                raise ValidationError(self._what_others_did(revisions))
        return cleaned

    def holds(self, row):
        """Whether this form could overwrite a row of that history."""
        return True

    def _is_beside(self, revision):
        """Whether it is the editor's own, of another tab, and of nothing that this form holds."""
        return revision.user == self.user and not any(self.holds(change.row) for change in revision.changes)

    def _what_others_did(self, revisions):
        lines: list[Text] = [
            _(
                "มีการแก้ไขรายการนี้หลังจากที่คุณเปิดหน้านี้ จึงยังไม่ได้บันทึก สิ่งที่คุณพิมพ์ยังอยู่ด้านล่าง "
                "เปิดรายการนี้อีกครั้งในแท็บใหม่ แล้วย้ายสิ่งที่ยังต้องการไปใส่"
            )
        ]
        for revision in revisions:
            for change in revision.changes:
                fields = ", ".join(field.label for field in change.fields)
                who = revision.user or _("ระบบ")
                lines.append(f"{who}: {change.action.label} {change.kind} {change.name} ({fields})")
        return lines


class CatalogueAdmin(HistoryPages, NamedAutocomplete, AsPrinted, admin.ModelAdmin):
    """The base of every form of the catalogue."""

    form = VersionedForm
    formfield_overrides = JOINED
    empty_value_display = _("ไม่ระบุ")
    list_per_page = 50
    actions = ["delete_selected"]
    keeps_typing = True

    def get_search_results(self, request, queryset, search_term):
        # Django makes one condition a word and field: a thousand words are more than SQLite can parse.
        words = " ".join(search_term.replace("\0", " ")[:SEARCH_LETTERS].split()[:SEARCH_WORDS])
        if words and hasattr(queryset, "matching"):
            return queryset.matching(words), False
        return super().get_search_results(request, queryset, words)

    def lookup_allowed(self, lookup, value, request):
        # Only what our own filters ask: a pattern of a stranger's making can keep the database busy for hours.
        names = [
            one if isinstance(one, str) else getattr(one, "parameter_name", None) or one[0]  # type: ignore[index]
            for one in self.list_filter
        ]
        asked = {f"{name}{ending}" for name in names for ending in ("", "__exact", "__isnull", "__id__exact")}
        return lookup in asked and "\0" not in str(value)

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        notice = None
        if KEPT in request.POST:
            request.POST = unpacked(request.POST)
            notice = _("เข้าสู่ระบบแล้ว สิ่งที่พิมพ์ไว้ยังอยู่ครบ ตรวจแล้วกดบันทึก")
        if request.method == "POST" and object_id and self._is_gone(request, object_id):
            request.POST = self.as_new(request, object_id)
            object_id, form_url = None, reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
            notice = _("รายการนี้ถูกลบไปแล้ว เปิดเป็นรายการใหม่จากสิ่งที่พิมพ์ไว้ ตรวจแล้วกดบันทึก")
        try:
            with history.one_moment():
                response = super().changeform_view(request, object_id, form_url, extra_context)
        except IntegrityError:
            # Somebody else took the address between the check and the save: checked again, the form says so.
            with history.one_moment():
                response = super().changeform_view(request, object_id, form_url, extra_context)
        if notice:
            self.message_user(request, notice, messages.WARNING)
        return response

    def _is_gone(self, request, object_id):
        return self.get_object(request, unquote(object_id)) is None and self.has_add_permission(request)

    def as_new(self, request, object_id):
        """What was posted to the form of a row that is gone, as the form of a new one posts it; not to be saved."""
        data = request.POST.copy()
        data[KEPT] = "1"
        for formset, _inline in self.get_formsets_with_inlines(request):
            prefix = formset.get_default_prefix()
            data[f"{prefix}-INITIAL_FORMS"] = "0"
            for row in {found[0] for name in data if (found := re.match(rf"{prefix}-\d+-", name))}:
                data[f"{row}id"] = data[f"{row}{formset.fk.name}"] = ""
                if f"{row}practice" in data:  # of the entry that is gone; it can be chosen again
                    data[f"{row}practice"] = ""
        return data

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.user = request.user  # type: ignore[attr-defined]
        return form

    def save_model(self, request, obj, form, change):
        if form.has_changed() or not change:  # a revision that changes nothing would say nothing
            super().save_model(request, obj, form, change)
        if change and isinstance(obj, Addressed) and "slug" in form.changed_data:
            messages.info(request, _("ที่อยู่เดิม “%(slug)s” ยังนำมาที่นี่") % {"slug": form.initial["slug"]})

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        derived.refresh_after(self.model.objects.filter(pk=form.instance.pk))

    @admin.action(permissions=["delete"], description=delete_selected.short_description)  # type: ignore[attr-defined]
    def delete_selected(self, request, queryset):
        """Few rows at a time, and more than a handful only when their number is typed: six clicks are not a wish."""
        count = queryset.count()
        if count > MOST_AT_ONCE:
            words = _("ลบได้ครั้งละไม่เกิน %(most)d รายการ เลือกไว้ %(count)d รายการ จึงยังไม่ได้ลบ")
            messages.error(request, words % {"most": MOST_AT_ONCE, "count": count})
            return None
        asked = count if count > UNASKED else None
        if "post" in request.POST and asked and not _is_number(request.POST.get("number", ""), asked):
            messages.error(request, _("ยังไม่ได้ลบ พิมพ์จำนวนรายการที่จะลบให้ตรง"))
            request.POST = request.POST.copy()
            del request.POST["post"]
        response = delete_selected(self, request, queryset)
        if response is None:
            where = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_deleted")
            messages.info(request, format_html('<a href="{}">{}</a>', where, _("รายการที่ลบแล้ว และทางนำกลับมา")))
        else:
            response.context_data = (response.context_data or {}) | {"asked": asked}
        return response

    def delete_model(self, request, obj):
        self.delete_queryset(request, self.model.objects.filter(pk=obj.pk))

    def delete_queryset(self, request, queryset):
        with transaction.atomic(), history.one_moment():  # the list's own view has no transaction
            affected = list(derived.entries_of(queryset).values_list("pk", flat=True))
            super().delete_queryset(request, queryset)
            derived.refresh(AwardEntry.objects.filter(pk__in=affected))


def _is_number(typed, number):
    """Whether the text is this number, in Arabic or Thai digits."""
    try:
        return int(typed) == number
    except ValueError:
        return False
