"""Addresses that stay: when a row's own address changes, the old one leads on."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from practices.models.fields import CleanCharField
from practices.models.tree import Row


class SlugField(CleanCharField):
    """A name in an address: lower-case ASCII letters, digits and hyphens."""

    default_validators = [RegexValidator(r"^[a-z0-9-]+\Z", _("ใช้ได้เฉพาะอักษรอังกฤษตัวพิมพ์เล็ก เลขอารบิก และขีดกลาง"))]


class Addressed(Row):
    """A row with a page of its own, found by `slug`. Saving it under another one keeps the old one."""

    slug: Any
    former: ClassVar[str]  # the relation to the addresses that it once had
    _stored_slug = ""

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, *args, **kwargs):
        row = super().from_db(*args, **kwargs)
        row._stored_slug = row.__dict__.get("slug", "")
        return row

    def save(self, *args, **kwargs):
        with transaction.atomic():
            super().save(*args, **kwargs)
            self.keep_address(self._stored_slug)
        self._stored_slug = self.slug

    def leave_address(self):
        """Let the next save under another address drop the present one."""
        self._stored_slug = ""

    def addresses(self):
        """Every address that leads to the row, its own first."""
        return [self.slug, *getattr(self, self.former).values_list("slug", flat=True)]

    def keep_address(self, slug):
        """Let this address, which was the row's, lead on to it. One that it takes up again is no former one."""
        if slug in ("", self.slug):
            return
        former = getattr(self, self.former)
        former.filter(slug=self.slug).delete()
        if not former.model.objects.filter(slug=slug).exists():
            former.create(slug=slug)

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        holder = getattr(type(self), self.former).field
        taken = holder.model.objects.filter(slug=self.slug).exclude(**{holder.attname: self.pk}).first()
        if taken:
            message = _("“%(slug)s” เป็นที่อยู่เดิมของ “%(holder)s” ลิงก์เก่ายังนำไปที่นั่น จึงใช้กับรายการอื่นไม่ได้")
            raise ValidationError({"slug": message % {"slug": self.slug, "holder": taken.holder}})


class FormerAddress(Row):
    """An address that a row once had."""

    slug: Any

    class Meta:
        abstract = True

    @property
    def holder(self):
        """The row that it leads to."""
        return getattr(self, self.hangs_on)

    def validate_unique(self, exclude=None):
        super().validate_unique(exclude)
        holder = self.holder
        if holder.slug != self.slug:
            holder = type(holder).objects.filter(slug=self.slug).exclude(pk=holder.pk).first()
        if holder:
            message = _("“%(slug)s” เป็นที่อยู่ปัจจุบันของ “%(holder)s” จึงเป็นที่อยู่เดิมไม่ได้")
            raise ValidationError({"slug": message % {"slug": self.slug, "holder": holder}})
