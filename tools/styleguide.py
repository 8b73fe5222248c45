"""Every component with real content, for those who work on the look. See tools/settings.py."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import resolve, reverse

from practices import charts
from practices.lists.panorama import panorama, strip
from practices.models import (
    AwardCategory,
    AwardEntry,
    AwardTier,
    AwardTotal,
    Municipality,
    Practice,
    Reading,
    RemarkKind,
    Topic,
)
from practices.profile import Profile
from practices.views.compare import asked, table
from practices.views.entries import entry_context
from practices.views.landing import breakdown, map_of_provinces, neighbours
from practices.views.lists import list_context
from practices.views.shared import Crumb, public_page

SCHEMES = ["light", "dark"]
# Searched, filtered and mistyped, and enough found for two pages and two tiers.
ASKED = QueryDict("q=การมีส่วนร่วม&since=2550&year=abc&page=2")
# Two storeys of marks above, one below.
MARKS = "ฟื้นฟูปู่ที่ป้าญี่ปุ่น กตัญญู ฎุฏู"


@public_page
def styleguide(request):
    """The components in the scheme of the reader's system, or in `?scheme=`."""
    asked_scheme = request.GET.get("scheme")
    # The page begins with the list of awards, so it stands for it.
    request.GET, request.resolver_match = ASKED, resolve(reverse("entry-list"))
    contradicting = {"has_profile": True, "has_practice": True, "remarks__kind": RemarkKind.CONTRADICTION}
    fullest = AwardEntry.objects.published().for_page().filter(**contradicting).first()
    totals = AwardEntry.objects.published().found_of(AwardTotal.objects.all())
    body = Municipality.objects.published().order_by("-award_count", "slug").first()
    entries = AwardEntry.objects.published()
    registered = {row.year_be: row.total for row in body.registered.all()}
    compared, _problems = asked([f"{body.slug}:{body.last_year_be}", f"{fullest.municipality.slug}:{fullest.year_be}"])
    topics = list(Topic.objects.with_practice_count())
    context = (
        list_context(request, "awards")
        | entry_context(fullest)
        | {
            "map_of_provinces": map_of_provinces(AwardEntry.objects.published()),
            "scheme": asked_scheme if asked_scheme in SCHEMES else "",
            "schemes": {scheme: reverse("styleguide", query={"scheme": scheme}) for scheme in SCHEMES},
            "colours": dict.fromkeys(re.findall(r"--([a-z0-9-]+): #", tokens())),
            "marks": MARKS,
            "levels": [*AwardTier.values, ""],
            "categories": AwardCategory.objects.with_award_count(),
            "tally": charts.tally(AwardEntry.objects.published().by_year(AwardTier.GOLD)),
            "years": charts.every_year(
                {entry.year_be: Profile(entry) for entry in body.entries.published().for_years()}
            ),
            "practice": fullest.practices.first(),
            "practices": Practice.objects.published().for_list()[:3],
            "topics": topics,
            "neighbours": neighbours([Crumb.to(topic) for topic in topics], topics[1].get_absolute_url()),
            "breakdown": breakdown(entries, {}),
            "course": charts.course(registered, body.entries.published().values_list("year_be", flat=True)),
            "compared": [(column, reverse("compare")) for column in compared],
            "sections": table(compared),
            "totals": totals,
            "readings": Reading.objects.of_body(body),
            "picture": panorama(AwardEntry.objects.published(), totals),
            "strip": strip(body.entries.published().for_strips(), AwardEntry.objects.published().span()),
            "places": Municipality.objects.answering(body.name_th),
        }
    )
    return render(request, "styleguide.html", context)


@public_page
def scheme_sheet(request, scheme):
    """The tokens with one scheme bound, whatever the reader's system prefers."""
    sheet = tokens().replace("color-scheme: light dark", f"color-scheme: {scheme}")
    condition = "all" if scheme == "dark" else "not all"
    return HttpResponse(sheet.replace("(prefers-color-scheme: dark)", condition), content_type="text/css")


def tokens():
    return Path(finders.find("css/tokens.css")).read_text(encoding="utf-8")
