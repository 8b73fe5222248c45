"""The rows that hang on an entry or a practice, edited on its form in the book's order."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from practices.admin.autocomplete import NamedAutocomplete
from practices.admin.prose import JOINED
from practices.models import (
    Citation,
    CouncilComposition,
    Executive,
    MunicipalityName,
    Practice,
    PracticePartner,
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
    """Rows whose box for deletion has a name in a table too."""

    def get_deletion_widget(self):
        return forms.CheckboxInput(attrs={"aria-label": _("ลบ")})


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


class TabularInline(admin.TabularInline):
    """A table of fields, each with the name that its column's heading gives it for the eye only."""

    formset = InlineFormSet

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        field.widget.attrs["aria-label"] = field.label
        return field


class Ordered:
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
        "slug",
        "body",
        "is_excerpt",
        "process",
        "target",
        "result",
    ]
    show_change_link = True  # to the partners


class PartnerInline(Ordered, TabularInline):
    model = PracticePartner
    fields = ["order", "name", "role", "sector"]


class CitationInline(NamedAutocomplete, Ordered, admin.StackedInline):
    model = Citation
    fields = [("order", "page", "file_page"), "source", "note_th", "note_en"]
    autocomplete_fields = ["source"]


class RemarkInline(Ordered, admin.StackedInline):
    model = Remark
    fields = [("order", "about"), "text_th", "text_en"]


class FormerNameInline(TabularInline):
    model = MunicipalityName
    fields = ["kind", "name_th", "name_en", "slug", "until_year_be"]
    extra = 0
