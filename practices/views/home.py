"""The front page: what the catalogue is, what it holds, and the doors into it."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from practices.lists.panorama import panorama
from practices.models import AwardCategory, AwardEntry, AwardTier, AwardTotal, Practice, Topic
from practices.views.landing import councils_of, map_of_provinces, newest
from practices.views.shared import public_page

NEWEST = 6
EXAMPLES = [_("ขอนแก่น"), _("เด็กเยาวชน"), _("ทม.ลำพูน")]


@public_page
def home(request):
    entries = AwardEntry.objects.published()
    coverage = entries.coverage()
    totals = entries.found_of(AwardTotal.objects.all())
    categories = AwardCategory.objects.with_award_count()
    context = {
        "map_of_provinces": map_of_provinces(entries),
        "examples": {words: reverse("entry-list", query={"q": words}) for words in map(str, EXAMPLES)},
        "coverage": coverage,
        "panorama": panorama(entries, totals),
        "categories": categories,
        "uncategorised": coverage["entries"] - sum(category.award_count for category in categories),
        "golden_url": reverse("entry-list", query={"tier": AwardTier.GOLD.value, "view": "years"}),
        "councils": councils_of(entries),
        "newest": newest(entries.filter(year_be=coverage["last"]))[:NEWEST],
        "totals": totals,
        "topics": Topic.objects.with_practice_count(),
        "practice": Practice.objects.published()
        .select_related("entry__municipality", "topic")
        .sorted_by("-year")
        .first(),
    }
    return render(request, "practices/home.html", context)
