"""The practice's page: what an officer needs to copy it."""

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from practices.exports import citation
from practices.models import Practice
from practices.profile import Profile, annotated
from practices.views.shared import Crumb, public_page, under_present_address
from practices.wording import year


@public_page
@under_present_address
def practice_detail(request, slug):
    practice = get_object_or_404(Practice.objects.published().for_page(), slug=slug)
    return render(request, "practices/practice_detail.html", practice_context(practice))


def practice_context(practice):
    """What the practice's page shows, to the public and to an editor who looks at a draft."""
    profile = Profile(practice.entry, end_notes=["practice", "source"])
    notes = profile.notes
    return {
        "practice": practice,
        "entry": practice.entry,
        "body": annotated(practice.body, notes.get("practice", [])),
        "notes": notes,
        "end_notes": profile.end_notes,
        "work": citation.of_practice(practice),
        "crumbs": [
            Crumb(_("แนวปฏิบัติ"), reverse("practice-list")),
            Crumb.to(practice.entry, f"{practice.entry.full_name} {year(practice.entry.year_be)}"),
            Crumb(practice.get_kind_display()),
        ],
    }
