"""The address space: the catalogue in two languages, and the admin without a prefix, always in Thai."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    *i18n_patterns(path("", include("practices.urls")), prefix_default_language=False),
]

handler400 = "practices.api.errors.bad_request"
handler404 = "practices.api.errors.page_not_found"
