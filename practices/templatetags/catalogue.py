"""How a stored value reads on a page. What the source does not state passes through to `or_not_stated`."""

import re
from collections.abc import Iterable

from django import template
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from practices.language import as_phrase, in_active_language
from practices.models import AwardTier, Citation, InferredPart, Municipality
from practices.models.sources import by_source, without_scheme
from practices.thai.text import arabic_digits
from practices.wording import (
    area,
    baht,
    comma,
    day,
    entries,
    era,
    number,
    page_unit,
    registered_day,
    year,
    year_range,
    year_short,
)

register = template.Library()

for shown in (
    year,
    year_range,
    year_short,
    era,
    day,
    number,
    entries,
    baht,
    area,
    by_source,
    without_scheme,
    page_unit,
    registered_day,
):
    register.filter(shown)
register.simple_tag(comma)


@register.filter
def or_not_stated(value):
    """The value, or the words for a missing one; 0 is a value."""
    if value is None or value == "":
        return format_html('<span class="absent">{}</span>', _("ไม่ระบุ"))
    return value


# Text

LANDLINE_OR_MOBILE = re.compile(r"0([2-57][0-9]{7}|[689][0-9]{8})")


@register.filter
def tel(printed: str) -> str:
    """The address that calls a Thai number as printed, "tel:+6643221667"; "" where it is not exactly one number."""
    digits = re.sub(r"[ ()-]", "", arabic_digits(printed))
    number = LANDLINE_OR_MOBILE.fullmatch(digits)
    return f"tel:+66{number[1]}" if number else ""


@register.filter
def paragraphs(text: str) -> list[str]:
    """The paragraphs of a stored text, which an empty line parts."""
    return [paragraph.strip() for paragraph in re.split(r"\n\s*\n", text) if paragraph.strip()]


THAI_RUN = re.compile("[“‘(]*[ก-๛](?:[^A-Za-z<>]*[ก-๛])?[”’)]*")


@register.filter
def mark_thai(text):
    """The text with its Thai marked as Thai on English pages, so that it is read aloud and set as Thai."""
    if text is None or get_language() == "th":
        return text
    return mark_safe(THAI_RUN.sub(r'<span lang="th">\g<0></span>', conditional_escape(text)))  # noqa: S308 escaped here


# Words that browsers, which know Thai words by a dictionary of their own, break where their meaning changes or is lost.
UNBROKEN = re.compile("รางวัลพระปกเกล้า|พระปกเกล้า|คณะผู้บริหาร|ประชาสังคม|สัญญาอนุญาต|วัยสะออน|ดำเนินงาน|ชายขอบ")


@register.filter
def unbroken(text):
    """The text with the words that a line must not end within kept whole."""
    if text is None:
        return text
    return mark_safe(UNBROKEN.sub(r'<span class="unbroken">\g<0></span>', conditional_escape(text)))  # noqa: S308 escaped here


@register.simple_tag
def in_a_row(*parts):
    """The parts that are there, in a row: Thai parts them by a space, English by a comma."""
    return format_html_join(in_active_language(" ", ", "), "{}", ((part,) for part in parts if part))


# Places and sources


@register.filter
def place(municipality: Municipality) -> str:
    """Where a body is: "อำเภอพล จังหวัดขอนแก่น", "Phon District, Khon Kaen Province"."""
    return in_a_row(municipality.district and municipality.district.full_name, municipality.province.full_name)


@register.filter
def cited_pages(citations: Iterable[Citation]) -> str:
    """The cited pages in a row."""
    return in_a_row(*map(cited_page, citations))


@register.filter
def inferred_parts(citation: Citation) -> str:
    """What of the award is inferred from a source, as one phrase."""
    return as_phrase(InferredPart(code).label for code in citation.inferred_codes)


def cited_page(citation: Citation) -> str:
    """The cited page with what it counts; a link where the page has an address."""
    if not citation.page:
        return ""
    page = (
        format_html('<a class="cited" href="{}">{}</a>', citation.url, citation.page) if citation.url else citation.page
    )
    return format_html('<span class="nowrap">{} {}</span>', page_unit(citation), page)


# The award's level

DISC_RADIUS = {AwardTier.GOLD: "4.25", AwardTier.AWARD: "2.25"}


@register.inclusion_tag("parts/tier.html")
def tier(value: str):
    """The level of an award: a mark that differs by shape, and always the words."""
    return {
        "name": value or "none",
        "words": AwardTier(value).label if value else _("ไม่ระบุระดับรางวัล"),
        "is_stated": bool(value),
        "disc_radius": DISC_RADIUS.get(AwardTier(value)) if value else None,
    }


@register.inclusion_tag("parts/award_mark.html")
def award_mark(entry):
    """An award on a strip of years: its level's mark, a link to the entry, named by year and level."""
    return tier(entry.tier) | {"entry": entry}
