"""Landing pages: award years, provinces, categories, topics. Each is a door into the list of what it is about."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from practices import charts
from practices.exports import TABLES
from practices.language import Text, as_phrase, in_active_language, is_english
from practices.links import files, here
from practices.models import (
    AwardCategory,
    AwardEntry,
    AwardTier,
    AwardTotal,
    AwardYear,
    Municipality,
    Practice,
    Province,
    Reading,
    Region,
    Topic,
)
from practices.models.awards import is_golden_year
from practices.thai.calendar import FIRST_AWARD_YEAR_BE
from practices.views.shared import Crumb, NotYetFound, public_page, tidy, usual_address, year_of
from practices.wording import year as in_words

SHOWN = 50


class Neighbours(NamedTuple):
    """The pages before and after one in their order; None at an end."""

    previous: Crumb | None
    next: Crumb | None


def neighbours(pages: Sequence[Crumb], own: str) -> Neighbours:
    """What stands beside the page of this address; nothing where it is not among these pages."""
    found = [number for number, page in enumerate(pages) if page.url == own]
    if not found:
        return Neighbours(None, None)
    before, after = found[0] - 1, found[0] + 1
    return Neighbours(pages[before] if before >= 0 else None, pages[after] if after < len(pages) else None)


class Cell(NamedTuple):
    """A number of entries, with the list that holds them; "" where no filter asks for them."""

    number: int
    url: str


class Breakdown(NamedTuple):
    """Entries counted by category (rows) and level (columns), of which only those with entries are there."""

    tiers: list[Text]
    rows: list[tuple[Text, list[Cell]]]


def breakdown(entries, parameters: dict[str, Any]) -> Breakdown:
    """These entries, which a list finds by these parameters, by category and level."""
    counts = entries.by_category_and_tier()
    tiers = [tier for tier in (*AwardTier, "") if any(of_tier == tier for _category, of_tier in counts)]
    held = {category for category, _tier in counts}
    rows = []
    for category in [*AwardCategory.objects.all(), None]:
        key = category and category.pk
        if key in held:
            cells = []
            for tier in tiers:
                asked = parameters | {"category": category and category.code, "tier": tier}
                url = reverse("entry-list", query=asked) if category and tier else ""
                cells.append(Cell(counts.get((key, tier), 0), url))
            rows.append((category.short_name if category else _("ไม่ระบุด้าน"), cells))
    return Breakdown([AwardTier(tier).label if tier else _("ไม่ระบุระดับรางวัล") for tier in tiers], rows)


class YearRow(NamedTuple):
    """An award year in the list of all: what was found, how many of it golden, and what sources count."""

    year_be: int
    has_page: bool
    is_golden: bool
    found: int
    golden: int
    totals: list


@public_page
def year_list(request):
    entries = AwardEntry.objects.published()
    counts = entries.by_year(AwardTier.GOLD)
    known = entries.found_of(AwardTotal.objects.all())
    with_pages = set(AwardYear.objects.with_pages())
    years = []
    for year_be in range(max(with_pages, default=0), FIRST_AWARD_YEAR_BE - 1, -1):
        found, golden = counts.get(year_be, (0, 0))
        totals = [one for one in known if one.total.year_be == year_be]
        years.append(YearRow(year_be, year_be in with_pages, is_golden_year(year_be), found, golden, totals))
    context = {"years": years, "crumbs": [Crumb(_("ปีรางวัล"))]}
    return render(request, "practices/year_list.html", context)


@public_page
def year_detail(request, year):
    year_be = year_of(year)
    with_pages = AwardYear.objects.with_pages()
    pages = [Crumb(in_words(one), reverse("year-detail", args=[one])) for one in with_pages]
    if year_be not in with_pages:
        sentence = _("ยังไม่พบรางวัลของ %(year)s ในทำเนียบ") % {"year": in_words(year_be)}
        raise NotYetFound(sentence, [Crumb(_("ปีรางวัลทั้งหมด"), reverse("year-list")), *pages])
    entries = AwardEntry.objects.published().filter(year_be=year_be)
    context = newest_of(entries, year=year_be) | {
        "year_be": year_be,
        "award_year": AwardYear.objects.select_related("source").filter(year_be=year_be).first(),
        "is_golden": is_golden_year(year_be),
        "totals": entries.found_of(AwardTotal.objects.of_year(year_be)),
        "readings": list(Reading.objects.of_year(year_be)),
        "neighbours": neighbours(pages, reverse("year-detail", args=[year_be])),
        "crumbs": [Crumb(_("ปีรางวัล"), reverse("year-list")), Crumb(in_words(year_be))],
    }
    return usual_address(request, year=year_be) or render(request, "practices/year_detail.html", context)


@public_page
@tidy
def province_list(request):
    """The map follows what the list of awards understands of its address."""
    filterset = TABLES["awards"].filterset(request.GET)
    context = {
        "map_of_provinces": map_of_provinces(filterset.found(), filterset.query),
        "chosen": filterset.chosen_in_words,
        "chips": [{"label": value.label, "url": here(request, value.rest)} for value in filterset.chosen],
        "clear_url": request.path,
        "list_url": reverse("entry-list", query=filterset.query),
        "canonical_query": filterset.query,
        "is_filtered": bool(filterset.query or filterset.errors),
        "problems": [message for messages in filterset.errors.values() for message in messages],
        "crumbs": [Crumb(pgettext("heading", "จังหวัด"))],
    }
    return render(request, "practices/province_list.html", context)


@public_page
def province_detail(request, slug):
    province = get_object_or_404(Province, slug=slug)
    bodies = Municipality.objects.published().filter(province=province)
    context = newest_of(AwardEntry.objects.published().filter(municipality__province=province), province=province.code)
    context |= {
        "province": province,
        "bodies": bodies.order_by(in_active_language("order_th", "order_en"), "slug"),
        "neighbours": neighbours([Crumb.to(one, one.name) for one in in_order()], province.get_absolute_url()),
        "crumbs": [Crumb(pgettext("heading", "จังหวัด"), reverse("province-list")), Crumb(province.full_name)],
    }
    return render(request, "practices/province_detail.html", context)


@public_page
def category_list(request):
    context = {"categories": AwardCategory.objects.with_award_count(), "crumbs": [Crumb(_("ด้านของรางวัล"))]}
    return render(request, "practices/category_list.html", context)


@public_page
def category_detail(request, code):
    category = get_object_or_404(AwardCategory, code=code)
    of_category = AwardEntry.objects.published().filter(category=category)
    categories = AwardCategory.objects.all()
    context = newest_of(of_category, category=category.code) | {
        "category": category,
        "tally": charts.tally(of_category.by_year(AwardTier.GOLD)),
        "totals": of_category.found_of(AwardTotal.objects.filter(category=category)),
        "neighbours": neighbours([Crumb.to(one, one.short_name) for one in categories], category.get_absolute_url()),
        "crumbs": [Crumb(_("ด้านของรางวัล"), reverse("category-list")), Crumb(category.name)],
    }
    return render(request, "practices/category_detail.html", context)


@public_page
def topic_list(request):
    crumbs = [Crumb(_("แนวปฏิบัติ"), reverse("practice-list")), Crumb(_("หัวข้อ"))]
    context = {"topics": Topic.objects.with_practice_count(), "crumbs": crumbs}
    return render(request, "practices/topic_list.html", context)


@public_page
def topic_detail(request, code):
    topic = get_object_or_404(Topic, code=code)
    practices = Practice.objects.published().filter(topic=topic)
    topics = list(Topic.objects.with_practice_count())
    query = QueryDict(f"topic={topic.code}")
    context = {
        "topic": topic,
        "topics": topics,
        "practices": practices.for_list().sorted_by("-year", english=is_english())[:SHOWN],
        "count": practices.count(),
        "list_url": reverse("practice-list", query=query),
        "files": files("practices", query),
        "neighbours": neighbours([Crumb.to(one, one.name) for one in topics], topic.get_absolute_url()),
        "crumbs": [
            Crumb(_("แนวปฏิบัติ"), reverse("practice-list")),
            Crumb(_("หัวข้อ"), reverse("topic-list")),
            Crumb(topic.name),
        ],
    }
    return render(request, "practices/topic_detail.html", context)


def in_order():
    """All provinces in the dictionary order of the page's language."""
    return Province.objects.order_by(in_active_language("order_th", "name_en"))


def councils_of(entries):
    """What these entries state of men and women in councils, with the bar of it, None where none does."""
    councils = entries.councils()
    return councils | {"split": charts.split(councils["men"], councils["women"])}


def newest_of(entries, **parameters):
    """What a landing page shows of these entries: the newest, their number, and the list and files that hold them."""
    query = QueryDict(mutable=True)
    query.update(parameters)
    councils = councils_of(entries)
    return {
        "count": councils["entries"],
        "councils": councils,
        "breakdown": breakdown(entries, parameters),
        "entries": newest(entries)[:SHOWN],
        "list_url": reverse("entry-list", query=query),
        "files": files("awards", query),
    }


def newest(entries):
    """Entries as rows of a list, newest first, then in the dictionary order of the page's language."""
    return entries.for_list().sorted_by("-year", english=is_english())


def map_of_provinces(entries, query=None):
    """The map of these entries by province, and the same doors in words by region, those without any last.

    A door leads to the province, or, where a reader's query chose the entries, to those of them that are there.
    """
    provinces = list(in_order())
    counts = entries.count_by_province()
    for province in provinces:
        province.award_count = counts.get(province.code, 0)
        province.door = _door(province, query)
    awarded = [province for province in provinces if province.award_count]
    drawn = charts.province_map(provinces)
    return {
        "map": drawn,
        "not_drawn": as_phrase(province.name for province in drawn.not_drawn),
        "regions": [
            {"code": region.value, "name": region.label, "provinces": of_region, "count": count}
            for region in Region
            for of_region in [[province for province in awarded if province.region == region]]
            if (count := sum(province.award_count for province in of_region))
        ],
        "others": [province for province in provinces if not province.award_count],
        "provinces": len(provinces),
        "awarded": len(awarded),
        "most": max((province.award_count for province in awarded), default=0),
    }


def _door(province, query):
    if not query:
        return province.get_absolute_url()
    asked = query.copy()
    asked["province"] = province.code
    return reverse("entry-list", query=asked)
