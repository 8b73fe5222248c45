"""The body's page: its awards and figures over the years."""

from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from practices import charts, peers
from practices.exports import citation, jsonld
from practices.facts.fields import in_print
from practices.facts.profile import PROFILE
from practices.links import comparison_of, peers_of, site_of
from practices.lists.panorama import strip
from practices.models import AwardEntry, MunicipalityName, Reading
from practices.profile import Profile
from practices.views.landing import newest
from practices.views.shared import Crumb, of_body, public_page
from practices.wording import awards_in_words, change_of_population

NEIGHBOURS = 5
PEERS = 5


@public_page
@of_body
def municipality_detail(request, body):
    prefetch_related_objects([body], Prefetch("former_names", MunicipalityName.objects.named()))
    entries = list(body.entries.published().for_years())
    in_province = AwardEntry.objects.published().filter(municipality__province=body.province)
    registered = list(body.registered.order_by("-year_be"))
    course = charts.course({row.year_be: row.total for row in registered}, {entry.year_be for entry in entries})
    context = {
        "body": body,
        "entries": entries,
        "only_year": entries[0].year_be if len(entries) == 1 else None,
        "sentence": awards_in_words(entries),
        "strip": strip(entries, AwardEntry.objects.published().span()) if entries else [],
        "years": charts.every_year({entry.year_be: Profile(entry) for entry in entries}),
        "figures": figures_over_years(entries),
        "newest": newest(in_province.exclude(municipality=body))[:NEIGHBOURS],
        "province_count": in_province.count(),
        "registered": registered,
        "course": course,
        "finding": course and change_of_population(*course.years, *course.values),
        "peers": peers.nearest(body, PEERS),
        "peers_url": peers_of(body),
        "compare_url": comparison_of(body),
        "crumbs": [
            Crumb(_("อปท."), reverse("municipality-list")),
            Crumb.to(body.province, body.province.full_name),
            Crumb(body.full_name),
        ],
        "readings": Reading.objects.of_body(body),
        "work": citation.of_body(body, entries),
        "linked_data": [jsonld.body(body, entries, site_of(request))],
    }
    return render(request, "practices/municipality_detail.html", context)


def figures_over_years(entries):
    """The rows of a table: of each figure that a year states, its label and what each year states of it, or ""."""
    rows = []
    for fact in PROFILE:
        if fact.over_years:
            values = [in_print(getattr(entry, fact.name), fact.unit) for entry in entries]
            if any(values):
                rows.append((fact.field.verbose_name, values))
    return rows
