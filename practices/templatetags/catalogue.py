"""How a stored value reads on a page. What the source does not state passes through to `or_not_stated`."""

import re
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django import template
from django.utils.formats import date_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import mark_safe
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from practices.history import day_in_words
from practices.language import in_active_language
from practices.models import AwardTier, Citation, Municipality, Source
from practices.thai.calendar import be_to_ce
from practices.thai.text import arabic_digits

register = template.Library()


@register.filter
def or_not_stated(value):
    """The value, or the words for a missing one; 0 is a value."""
    if value is None or value == "":
        return format_html('<span class="absent">{}</span>', _("ไม่ระบุ"))
    return value


# Years


@register.filter
def year(year_be: int | None) -> str | None:
    """A year in a sentence: "พ.ศ. 2557", "2014 (B.E. 2557)"."""
    if year_be is None:
        return None
    return in_active_language(f"พ.ศ. {year_be}", f"{be_to_ce(year_be)} (B.E. {year_be})")


@register.filter
def year_range(first_be: int, last_be: int) -> str:
    """Years from one to another in a sentence: "พ.ศ. 2551–2566", "2008–2023 (B.E. 2551–2566)"."""
    if first_be == last_be:
        return year(first_be)
    return in_active_language(
        f"พ.ศ. {first_be}–{last_be}", f"{be_to_ce(first_be)}–{be_to_ce(last_be)} (B.E. {first_be}–{last_be})"
    )


@register.filter
def year_short(year_be: int) -> str:
    """A year where its era stands beside it or goes without saying: "2557", "2014"."""
    return in_active_language(str(year_be), str(be_to_ce(year_be)))


@register.filter
def era(year_be: int) -> str:
    """What stands beside the short year: "พ.ศ.", "B.E. 2557"."""
    return in_active_language("พ.ศ.", f"B.E. {year_be}")


@register.filter
def day(value: date) -> str:
    """A day in a sentence: "22 พฤศจิกายน 2569", "22 November 2026"."""
    return in_active_language(day_in_words(value), date_format(value, "j F Y"))


# Numbers


@register.filter
def number(value: int | None) -> str | None:
    """A count: "111,707"."""
    return None if value is None else f"{value:,}"


@register.filter
def entries(count: int) -> str:
    """A count of entries in words: "5 รายการ", "1 entry", "5 entries"."""
    return ngettext("%(number)s รายการ", "%(number)s รายการ", count) % {"number": number(count)}


@register.filter
def baht(value: Decimal | None) -> str | None:
    """Money to the satang, as the book prints it: "678,749,799.10"."""
    return None if value is None else f"{value:,.2f}"


@register.filter
def area(value: Decimal | None) -> str | None:
    """A measure without the zeros that only the column adds: "46", "2.8"."""
    return None if value is None else f"{value.normalize():,f}"


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


@register.simple_tag
def listed(*parts):
    """The parts that are there, in a row: Thai parts them by a space, English by a comma."""
    return format_html_join(in_active_language(" ", ", "), "{}", ((part,) for part in parts if part))


@register.simple_tag
def comma() -> str:
    """What stands between words in a row, before the space: nothing in Thai."""
    return in_active_language("", ",")


# Places and sources


@register.filter
def place(municipality: Municipality) -> str:
    """Where a body is: "อำเภอพล จังหวัดขอนแก่น". Districts are held in Thai only."""
    district = f"อำเภอ{municipality.district_th}" if municipality.district_th else ""
    return listed(mark_thai(district), municipality.province.full_name)


def page_unit(citation: Citation) -> str:
    """What the cited page counts: pages of the file or of the source."""
    return gettext("หน้าไฟล์") if citation.page == str(citation.file_page) else gettext("หน้า")


@register.filter
def by_source(citations: Iterable[Citation]) -> list[tuple[Source, list[Citation]]]:
    """Each source once, as first cited, with its citations."""
    found = defaultdict(list)
    for citation in citations:
        found[citation.source].append(citation)
    return list(found.items())


@register.filter
def cited_pages(citations: Iterable[Citation]) -> str:
    """The cited pages in a row."""
    return listed(*map(cited_page, citations))


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


@register.inclusion_tag("_tier.html")
def tier(value: str):
    """The level of an award: a mark that differs by shape, and always the words."""
    return {
        "name": value or "none",
        "words": AwardTier(value).label if value else _("ระดับรางวัล ไม่ระบุ"),
        "is_stated": bool(value),
        "disc_radius": DISC_RADIUS.get(value),
    }
