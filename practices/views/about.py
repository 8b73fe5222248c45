"""The page about the catalogue: what it holds and does not, and how its facts are sourced."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from practices.language import both
from practices.models import AwardCategory, AwardEntry, AwardTier, Evidence, Source
from practices.views.shared import Crumb, public_page

STATE_REGISTER = "state-register"  # the source of fixtures/register/


@public_page
def about(request):
    entries = AwardEntry.objects.published()
    by_evidence = entries.by_evidence()
    context = {
        "coverage": entries.coverage(),
        "evidence": [
            (level, by_evidence.get(level, 0), reverse("entry-list", query={"evidence": level.value}))
            for level in Evidence
        ],
        "terms": [
            *tiers(),
            *({"th": category.name_th, "en": category.name_en} for category in AwardCategory.objects.all()),
        ],
        "state_register": Source.objects.filter(slug=STATE_REGISTER).first(),
        "crumbs": [Crumb(_("เกี่ยวกับทำเนียบ"))],
    }
    return render(request, "practices/about.html", context)


def tiers():
    """The levels of the award in both languages, whichever the page is in."""
    for tier in AwardTier:
        thai, english = both(tier.label)
        yield {"th": thai, "en": english}
