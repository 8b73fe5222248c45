"""Paragraphs as they are pasted: where a line of print ends inside one, the editor is asked whether to join it.

Asked once and beside the field: the form comes back with the text as it was pasted and how it would read when joined.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from practices.models.fields import CleanTextInput, ProseField
from practices.thai.joins import cut_lines, joined
from practices.thai.text import clean


class Lines(models.TextChoices):
    """What to do with line ends inside paragraphs."""

    JOIN = "join", _("ต่อบรรทัดเป็นย่อหน้าเดียวกัน (แนะนำ)")
    KEEP = "keep", _("คงบรรทัดไว้ตามนี้")


class ProseTextarea(AdminTextareaWidget):
    """A text, and below it the choice while there are lines to join; what is stored already is kept unless told."""

    lines = Lines.KEEP

    def value_from_datadict(self, data, files, name):
        text, self.lines = super().value_from_datadict(data, files, name), data.get(f"{name}-lines")
        return joined(text) if text and self.lines == Lines.JOIN else text

    def render(self, name, value, attrs=None, renderer=None):
        area = super().render(name, value, attrs, renderer)
        if not (value and cut_lines(value)):
            return area
        chosen = self.lines if self.lines in Lines else Lines.JOIN
        choice = forms.RadioSelect(choices=Lines).render(f"{name}-lines", chosen, {"id": f"id_{name}-lines"}, renderer)
        return format_html(
            '<div class="joins">{}<fieldset><legend>{}</legend>{}'
            "<details><summary>{}</summary><p>{}</p></details></fieldset></div>",
            area,
            _("บรรทัดที่ตัดกลางข้อความ"),
            choice,
            _("ข้อความเมื่อต่อแล้ว"),
            clean(joined(value)),
        )


class ProseInput(CleanTextInput):
    """Refuses lines to be joined until the editor has chosen."""

    def clean(self, value):
        if (cut := cut_lines(value or "")) and self.widget.lines not in Lines:
            raise ValidationError(
                _("บรรทัดที่ %(lines)s ตัดกลางข้อความ จึงยังไม่ได้บันทึก เลือกใต้ช่องนี้ว่าจะต่อหรือคงบรรทัดไว้ แล้วบันทึกอีกครั้ง"),
                params={"lines": ", ".join(map(str, cut))},
            )
        return super().clean(value)


JOINED: Mapping[type[models.Field], Mapping[str, Any]] = {
    ProseField: {"form_class": ProseInput, "widget": ProseTextarea}
}  # for formfield_overrides
