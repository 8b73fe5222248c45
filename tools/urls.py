"""The addresses of the site, and those of the style guide."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from kpicatalog.urls import handler400, handler404, urlpatterns
from tools.styleguide import scheme_sheet, styleguide

__all__ = ["handler400", "handler404", "urlpatterns"]

urlpatterns = [
    *urlpatterns,
    *i18n_patterns(
        path("styleguide/", styleguide, name="styleguide"),
        path("styleguide/<slug:scheme>.css", scheme_sheet, name="scheme-sheet"),
        prefix_default_language=False,
    ),
]
