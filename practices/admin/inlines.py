"""The rows that hang on an entry or a practice, edited on its form in the book's order."""

from typing import cast

from django import forms
from django.contrib import admin
from django.contrib.admin.options import InlineModelAdmin
from django.utils.translation import gettext_lazy as _

from practices.admin.autocomplete import NamedAutocomplete
from practices.admin.links import public_address
from practices.admin.numbers import AsPrinted
from practices.admin.prose import JOINED
from practices.models import (
    AwardTotal,
    Citation,
    CouncilComposition,
    Executive,
    MunicipalityName,
    Practice,
    PracticePartner,
    Reading,
    Remark,
)


class OrderedForm(forms.ModelForm):
    """A row with a place; a new row without a number goes last."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["order"].required = False
        if self.instance.pk is None:
            self.initial["order"] = None


class InlineFormSet(forms.BaseInlineFormSet):
    """Rows whose box for deletion has a name in a table too, and whose fields are named as the form names them."""

    @classmethod
    def get_deletion_widget(cls):
        return forms.CheckboxInput(attrs={"aria-label": _("ลบ")})

    def get_unique_error_message(self, unique_check):
        labels = [getattr(self.model, name).field.verbose_name for name in unique_check]
        return super().get_unique_error_message(labels)


class OrderedFormSet(InlineFormSet):
    """Renumbers its rows from 1 in the order that was typed, whatever the numbers."""

    def save(self, commit=True):
        kept = [form for form in self.forms if form not in self.deleted_forms and self._is_row(form)]
        kept.sort(key=lambda form: (form.instance.order is None, form.instance.order))
        for place, form in enumerate(kept, 1):
            form.instance.order = place
            if form.initial["order"] != place and "order" not in form.changed_data:
                form.changed_data.append("order")  # so that the row is saved although nobody typed in it
        return super().save(commit)

    @staticmethod
    def _is_row(form):
        return form.instance.pk is not None or form.has_changed()


class TabularInline(AsPrinted, admin.TabularInline):
    """A table of fields, each with the name that its column's heading gives it for the eye only."""

    formset = InlineFormSet

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        field.widget.attrs["aria-label"] = field.label
        return field


class Ordered(AsPrinted, InlineModelAdmin):
    """A mixin for inlines whose rows stand in an order."""

    form = OrderedForm
    formset = OrderedFormSet
    formfield_overrides = JOINED
    extra = 0


class ExecutiveInline(Ordered, TabularInline):
    model = Executive
    fields = ["order", "office", "title_as_printed", "name", "note"]


class CouncilInline(TabularInline):
    model = CouncilComposition
    fields = ["men", "women"]
    extra = 1


class PracticeInline(Ordered, admin.StackedInline):
    model = Practice
    fields = [
        ("order", "kind", "started_year_be"),
        "title",
        "title_en",
        "slug",
        ("topic", "link"),
        "summary_th",
        "summary_en",
        "body",
        "is_excerpt",
        "process",
        "target",
        "result",
    ]
    show_change_link = True  # to the partners

    def view_on_site(self, practice):
        return public_address(practice) if practice.entry.is_published else None


class PartnerInline(Ordered, TabularInline):
    model = PracticePartner
    fields = ["order", "name", "role", "sector"]


class CitationForm(OrderedForm):
    """A citation is about the award of the form or about one of its practices."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        practices = cast(forms.ModelChoiceField, self.fields["practice"])
        practices.queryset = Practice.objects.filter(entry=self.instance.entry_id)


class CitationInline(NamedAutocomplete, Ordered, admin.StackedInline):
    model = Citation
    form = CitationForm
    fields = [("order", "page", "file_page"), "source", "practice", "inferred", "note_th", "note_en"]
    autocomplete_fields = ["source"]


class RemarkInline(Ordered, admin.StackedInline):
    model = Remark
    fields = [("order", "about", "kind"), "text_th", "text_en"]


class TotalInline(NamedAutocomplete, Ordered, admin.StackedInline):
    model = AwardTotal
    fields = [("order", "count", "category"), "tiers", "source", ("page", "file_page")]
    autocomplete_fields = ["source"]


class ReadingInline(NamedAutocomplete, Ordered, admin.StackedInline):
    model = Reading
    fields = [("order", "year_be", "page", "file_page"), "municipality", "note_th", "note_en"]
    autocomplete_fields = ["municipality"]


class FormerNameFormSet(InlineFormSet):
    """Former names of a body whose address may change in the same save."""

    def _construct_form(self, i, **kwargs):
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]  # Django's own, unknown to the stubs
        form.instance.municipality = self.instance  # as typed: what was its address a moment ago is a former one
        return form

    def save_new(self, form, commit=True):
        """The body, saved before its names, may have kept the address already; then the row gives it its name."""
        kept = self.instance.former_names.filter(slug=form.instance.slug).first()
        if kept:
            form.instance.pk, form.instance._state.adding = kept.pk, False
        return super().save_new(form, commit)


class FormerNameInline(TabularInline):
    model = MunicipalityName
    formset = FormerNameFormSet
    fields = ["kind", "name_th", "name_en", "slug", "until_year_be"]
    extra = 0
