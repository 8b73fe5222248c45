"""What machines ask for at fixed addresses, without a language."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sitemaps import views
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from practices.exports.sitemaps import SECTIONS
from practices.links import contact
from practices.views.shared import public_page

PLAIN = "text/plain; charset=utf-8"
VALID = timedelta(days=180)


@public_page
def sitemap_index(request):
    return views.index(request, SECTIONS, sitemap_url_name="sitemap-section")


@public_page
def sitemap(request, section):
    return views.sitemap(request, SECTIONS, section)


@public_page
def robots(request):
    """Everything public may be read; pages that should not be found say so themselves."""
    lines = ["User-agent: *", "Disallow:", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type=PLAIN)


@public_page
def security(request):
    """Whom to tell of a weakness (RFC 9116); not found where nobody is named."""
    if not contact():
        raise Http404
    expires = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0) + VALID
    lines = [
        f"Contact: {contact()}",
        f"Expires: {expires.isoformat()}",
        f"Preferred-Languages: {', '.join(code for code, _ in settings.LANGUAGES)}",
        f"Canonical: {request.build_absolute_uri()}",
    ]
    return HttpResponse("".join(f"{line}\n" for line in lines), content_type=PLAIN)


@public_page
def health(request):
    """Whether the process answers; it asks no database and is never cached."""
    return HttpResponse("ok\n", content_type=PLAIN, headers={"Cache-Control": "no-store"})
