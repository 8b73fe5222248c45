"""The body's page: its awards and figures over the years."""

from django.conf import settings
from django.db.models import Prefetch, prefetch_related_objects
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from practices import charts, peers
from practices.exports import citation, jsonld
from practices.facts.fields import in_print
from practices.facts.profile import PROFILE
from practices.links import site_of
from practices.models import AwardEntry, AwardTier, MunicipalityName, Reading
from practices.profile import Profile
from practices.views.landing import newest
from practices.views.shared import Crumb, of_body, public_page

NEIGHBOURS = 5
PEERS = 5


@public_page
@of_body
def municipality_detail(request, body):
    prefetch_related_objects([body], Prefetch("former_names", MunicipalityName.objects.named()))
    entries = list(body.entries.published().for_years())
    figures = figures_over_years(entries)
    in_province = AwardEntry.objects.published().filter(municipality__province=body.province)
    context = {
        "body": body,
        "entries": entries,
        "several_years": len(entries) > 1,
        "category_count": len({entry.category_id for entry in entries} - {None}),
        "gold_count": sum(entry.tier == AwardTier.GOLD for entry in entries),
        "years": charts.every_year({entry.year_be: Profile(entry) for entry in entries}),
        "figures": figures,
        "has_figures": any(values for label, values in figures),
        "newest": newest(in_province.exclude(municipality=body))[:NEIGHBOURS],
        "province_count": in_province.count(),
        "registered": list(body.registered.order_by("-year_be")),
        "peers": [] if entries else peers.nearest(body, PEERS),
        "contact": settings.CATALOGUE_CONTACT,
        "crumbs": [
            Crumb(_("หน่วยงาน"), reverse("municipality-list")),
            Crumb.to(body.province, body.province.full_name),
            Crumb(body.full_name),
        ],
        "readings": Reading.objects.of_body(body),
        "work": citation.of_body(body, entries),
        "linked_data": [jsonld.body(body, entries, site_of(request))],
    }
    return render(request, "practices/municipality_detail.html", context)


def figures_over_years(entries):
    """The rows of a table, (label, a value for each entry); no values at all where no year states the figure."""
    rows = []
    for fact in PROFILE:
        if fact.over_years:
            values = [in_print(getattr(entry, fact.name), fact.unit) for entry in entries]
            rows.append((fact.field.verbose_name, values if any(values) else []))
    return rows
