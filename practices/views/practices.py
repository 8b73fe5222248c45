"""The practice's page: what an officer needs to copy it."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from practices import cite
from practices.models import Practice
from practices.profile import Profile, annotated
from practices.templatetags.catalogue import year
from practices.views.crumbs import Crumb
from practices.views.public import public


@public
def practice_detail(request, slug):
    practice = get_object_or_404(Practice.objects.published().for_page(), slug=slug)
    notes = Profile(practice.entry).notes
    context = {
        "practice": practice,
        "entry": practice.entry,
        "body": annotated(practice.body, notes.get("practice", [])),
        "notes": notes,
        "work": cite.of_practice(practice),
        "crumbs": [
            Crumb(_("แนวปฏิบัติ"), reverse("practice-list")),
            Crumb.to(practice.entry, f"{practice.entry.full_name} {year(practice.entry.year_be)}"),
            Crumb(practice.get_kind_display()),
        ],
    }
    return render(request, "practices/practice_detail.html", context)
