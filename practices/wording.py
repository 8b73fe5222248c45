"""A value in words, in the language of the page: years, days, numbers, and what a cited page counts."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from practices.language import in_active_language
from practices.models import AwardEntry, AwardTier, AwardTotal, Citation, Reading
from practices.thai.calendar import be_to_ce, ce_to_be

# Years


def year(year_be: int | None) -> str:
    """A year in a sentence: "พ.ศ. 2557", "2014 (B.E. 2557)"."""
    if year_be is None:
        return ""
    return in_active_language(f"พ.ศ. {year_be}", f"{be_to_ce(year_be)} (B.E. {year_be})")


def year_range(first_be: int, last_be: int) -> str:
    """Years from one to another in a sentence: "พ.ศ. 2551–2566", "2008–2023 (B.E. 2551–2566)"."""
    if first_be == last_be:
        return year(first_be)
    return in_active_language(
        f"พ.ศ. {first_be}–{last_be}", f"{be_to_ce(first_be)}–{be_to_ce(last_be)} (B.E. {first_be}–{last_be})"
    )


def year_short(year_be: int) -> str:
    """A year where its era stands beside it or goes without saying: "2557", "2014"."""
    return in_active_language(str(year_be), str(be_to_ce(year_be)))


def era(year_be: int) -> str:
    """What stands beside the short year: "พ.ศ.", "B.E. 2557"."""
    return in_active_language("พ.ศ.", f"B.E. {year_be}")


def day_in_words(day: date) -> str:
    """A day of the Buddhist calendar: "22 พฤศจิกายน 2569"."""
    return f"{date_format(day, 'j F')} {ce_to_be(day.year)}"


def day(value: date) -> str:
    """A day in a sentence: "22 พฤศจิกายน 2569", "22 November 2026"."""
    return in_active_language(day_in_words(value), date_format(value, "j F Y"))


def registered_day(year_be: int) -> str:
    """The day of the civil registration's figures: "31 ธ.ค. 2562", "31 December 2019"."""
    return in_active_language(f"31 ธ.ค. {year_be}", f"31 December {be_to_ce(year_be)}")


# Numbers


def number(value: int | None) -> str | None:
    """A count: "111,707"."""
    return None if value is None else f"{value:,}"


def entries(count: int) -> str:
    """A count of entries in words: "5 รายการ", "1 entry", "5 entries"."""
    return ngettext("%(number)s รายการ", "%(number)s รายการ", count) % {"number": number(count)}


def change_of_population(first_be: int, last_be: int, first: int, last: int) -> str:
    """How a population has changed between two years, in persons and percent."""
    parts = {"since": year(first_be), "until": year(last_be), "first": number(first), "last": number(last)}
    if first == last or not first:
        return gettext("%(last)s คนใน %(until)s จาก %(first)s คนใน %(since)s") % parts
    parts["percent"] = f"{100 * abs(last - first) / first:.1f}"
    if last > first:
        return gettext("เพิ่มขึ้นร้อยละ %(percent)s จาก %(first)s คนใน %(since)s เป็น %(last)s คนใน %(until)s") % parts
    return gettext("ลดลงร้อยละ %(percent)s จาก %(first)s คนใน %(since)s เหลือ %(last)s คนใน %(until)s") % parts


def baht(value: Decimal | None) -> str | None:
    """Money to the satang, as the book prints it: "678,749,799.10"."""
    return None if value is None else f"{value:,.2f}"


def area(value: Decimal | None) -> str | None:
    """A measure without the zeros that only the column adds: "46", "2.8"."""
    return None if value is None else f"{value.normalize():,f}"


# Sources


def page_unit(citation: Citation | Reading | AwardTotal) -> str:
    """What the cited page counts: pages of the file or of the source."""
    return gettext("หน้าไฟล์") if citation.page == str(citation.file_page) else gettext("หน้า")


# Text


def comma() -> str:
    """What stands between words in a row, before the space: nothing in Thai."""
    return in_active_language("", ",")


# Awards


def award(entry: AwardEntry) -> str:
    """The award by its level; the award's own name where no source states the level."""
    return str(AwardTier(entry.tier).label) if entry.tier else gettext("รางวัลพระปกเกล้า")


def award_in_words(entry: AwardEntry) -> str:
    """What was received, when and in which category: "ได้รับรางวัลพระปกเกล้าทองคำ พ.ศ. 2563 ด้านความโปร่งใส…"."""
    parts = {"award": award(entry), "year": year(entry.year_be)}
    if not entry.category:
        return gettext("ได้รับ%(award)s %(year)s") % parts
    return gettext("ได้รับ%(award)s %(year)s %(category)s") % {**parts, "category": entry.category.name}


def awards_in_words(entries: list[AwardEntry]) -> str:
    """What was found of one place, in one sentence that says no more than that; "" where there is nothing."""
    if not entries:
        return ""
    if len(entries) == 1:
        return award_in_words(entries[0])
    years = [entry.year_be for entry in entries]
    categories = len({entry.category_id for entry in entries} - {None})
    golden = sum(entry.tier == AwardTier.GOLD for entry in entries)
    parts = [gettext("พบว่าได้รางวัล %(count)s ปี ในช่วง %(years)s")]
    if categories:
        parts.append(ngettext("รวม %(categories)s ด้าน", "รวม %(categories)s ด้าน", categories))
    if golden:
        words = ngettext("เป็นรางวัลพระปกเกล้าทองคำ %(golden)s ครั้ง", "เป็นรางวัลพระปกเกล้าทองคำ %(golden)s ครั้ง", golden)
        parts.append(words)
    span = year_range(min(years), max(years))
    return in_active_language(" ", ", ").join(parts) % {
        "count": len(years),
        "years": span,
        "categories": categories,
        "golden": golden,
    }


def one_of(totals: Iterable[AwardTotal], entry: AwardEntry) -> str:
    """That it is one of so many, where a source counts the winners of its category, or of its level; "" elsewhere."""
    counting = [total for total in totals if total.counts(entry.year_be, entry.category_id, entry.tier)]
    if not counting:
        return ""
    total = min(counting, key=lambda total: (total.category_id is None, len(total.tier_codes)))
    if total.category_id is None:
        words = gettext("เป็น 1 ใน %(count)s แห่งของระดับนี้")
    elif len(total.tier_codes) == 1:
        words = gettext("เป็น 1 ใน %(count)s แห่งของระดับและด้านนี้")
    else:
        words = gettext("เป็น 1 ใน %(count)s แห่งของด้านนี้")
    return words % {"count": total.count}
