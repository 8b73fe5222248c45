"""A place in a source: the page that is named, and the one that a link opens."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from practices.models.fields import CleanCharField
from practices.models.numbers import SmallNumber


class Located:
    """A mixin for rows that name a `source`, and with the two fields below a place in it."""

    source: Any
    file_page: Any

    @property
    def url(self) -> str:
        """The address of the named page where the source has one for each page, else of the source; "" if none."""
        return self.source.page_url(self.file_page)


def named_page():
    """The field `page`: where to look, in the source's own words."""
    return CleanCharField(_("หน้า"), max_length=20, blank=True, help_text=_("ตามที่แหล่งข้อมูลเรียก อาจเป็นช่วง เช่น 12–15"))


def page_of_file():
    """The field `file_page`, for the link only."""
    return SmallNumber(_("หน้าของไฟล์"), null=True, blank=True, help_text=_("ใช้ทำลิงก์ไปยังหน้านั้นเท่านั้น"))
