"""The address space: the catalogue in two languages; without a prefix the admin, always in Thai, and the plumbing."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from practices.views import plumbing

urlpatterns = [
    path("admin/", admin.site.urls),
    path("sitemap.xml", plumbing.sitemap_index, name="sitemap"),
    path("sitemap-<slug:section>.xml", plumbing.sitemap, name="sitemap-section"),
    path("robots.txt", plumbing.robots),
    path(".well-known/security.txt", plumbing.security),
    path("healthz", plumbing.health),
    *i18n_patterns(path("", include("practices.urls")), prefix_default_language=False),
]

handler400 = "practices.errors.bad_request"
handler404 = "practices.errors.page_not_found"
