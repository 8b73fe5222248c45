"""Landing pages: one award year, the provinces, one province, one category. Each is a door into the list of awards."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from practices import charts
from practices.language import as_phrase, in_active_language, is_english
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
from practices.views.shared import Crumb, public_page, usual_address, year_of
from practices.wording import year as in_words

SHOWN = 50


@public_page
def year_detail(request, year):
    year_be = year_of(year)
    award_year = AwardYear.objects.select_related("source").filter(year_be=year_be).first()
    entries = AwardEntry.objects.published().filter(year_be=year_be)
    context = newest_of(entries, year=year_be) | {
        "year_be": year_be,
        "award_year": award_year,
        "totals": entries.found_of(AwardTotal.objects.of_year(year_be)),
        "readings": list(Reading.objects.of_year(year_be)),
        "crumbs": [Crumb(in_words(year_be))],
    }
    if not (award_year or context["count"] or context["readings"]):
        raise Http404
    return usual_address(request, year=year_be) or render(request, "practices/year_detail.html", context)


@public_page
def province_list(request):
    context = {"map_of_provinces": map_of_provinces(), "crumbs": [Crumb(pgettext("heading", "จังหวัด"))]}
    return render(request, "practices/province_list.html", context)


@public_page
def province_detail(request, slug):
    province = get_object_or_404(Province, slug=slug)
    bodies = Municipality.objects.published().filter(province=province)
    context = newest_of(AwardEntry.objects.published().filter(municipality__province=province), province=province.code)
    context |= {
        "province": province,
        "bodies": bodies.order_by(in_active_language("order_th", "order_en"), "slug"),
        "crumbs": [Crumb(pgettext("heading", "จังหวัด"), reverse("province-list")), Crumb(province.full_name)],
    }
    return render(request, "practices/province_detail.html", context)


@public_page
def category_detail(request, code):
    category = get_object_or_404(AwardCategory, code=code)
    of_category = AwardEntry.objects.published().filter(category=category)
    context = newest_of(of_category, category=category.code) | {
        "category": category,
        "tally": charts.tally(of_category.by_year(AwardTier.GOLD)),
        "totals": of_category.found_of(AwardTotal.objects.filter(category=category)),
        "crumbs": [Crumb(category.name)],
    }
    return render(request, "practices/category_detail.html", context)


@public_page
def topic_detail(request, code):
    topic = get_object_or_404(Topic, code=code)
    practices = Practice.objects.published().filter(topic=topic)
    context = {
        "topic": topic,
        "topics": Topic.objects.with_practice_count(),
        "practices": practices.for_list().sorted_by("-year", english=is_english())[:SHOWN],
        "count": practices.count(),
        "list_url": reverse("practice-list", query={"topic": topic.code}),
        "crumbs": [Crumb(_("แนวปฏิบัติ"), reverse("practice-list")), Crumb(topic.name)],
    }
    return render(request, "practices/topic_detail.html", context)


def newest_of(entries, **parameters):
    """The newest of these entries, as many as a landing page shows; the number of all, and the list that holds them."""
    return {
        "count": entries.count(),
        "entries": newest(entries)[:SHOWN],
        "list_url": reverse("entry-list", query=parameters),
    }


def newest(entries):
    """Entries as rows of a list, newest first, then in the dictionary order of the page's language."""
    return entries.for_list().sorted_by("-year", english=is_english())


def map_of_provinces():
    """The map of provinces, and the same doors in words by region."""
    provinces = list(Province.objects.with_award_count().order_by(in_active_language("order_th", "name_en")))
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
        "provinces": len(provinces),
        "awarded": len(awarded),
        "most": max((province.award_count for province in awarded), default=0),
    }
