"""What is to be mended on a form of the editors' side, each with the way to its place."""

from collections.abc import Iterator
from typing import NamedTuple

from django import template

register = template.Library()


class Mend(NamedTuple):
    """One error; `target` is the id of the field, row or table that it is about."""

    target: str
    place: str
    message: str


@register.inclusion_tag("parts/admin/summary.html")
def error_summary(form, inlines):
    """Counts what is to be mended on a form and the rows that hang on it, and says what is wrong with the whole."""
    return {"form": form, "mends": [*_of_fields(form), *_of_rows(inlines)]}


def _of_fields(form, row: str = "") -> Iterator[Mend]:
    for field in form:
        # A field of several boxes, such as a day and a time, has no id of its own, but its first box has.
        target = field.id_for_label or f"{field.auto_id}_0"
        for message in field.errors:
            yield Mend(target, f"{row} {field.label}".strip(), message)


def _of_rows(inlines) -> Iterator[Mend]:
    for inline in inlines:
        formset, kind = inline.formset, inline.opts.verbose_name
        for message in formset.non_form_errors():
            yield Mend(f"{formset.prefix}-group", str(inline.opts.verbose_name_plural), message)
        for number, form in enumerate(formset.forms, 1):
            row = f"{kind} {number}"
            for message in form.non_field_errors():
                yield Mend(form.prefix, row, message)
            yield from _of_fields(form, row)
