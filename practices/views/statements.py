"""What the site says of itself: who can use it, and what it keeps of whom."""

from django.shortcuts import render
from django.utils.translation import gettext as _

from practices.views.shared import Crumb, public_page


@public_page
def accessibility(request):
    return statement(request, "practices/accessibility.html", _("การเข้าถึง"))


@public_page
def privacy(request):
    return statement(request, "practices/privacy.html", _("ความเป็นส่วนตัว"))


def statement(request, template, title):
    """A page of words alone."""
    return render(request, template, {"title": title, "crumbs": [Crumb(title)]})
