"""The public addresses, the same in both languages. Slugs, codes and years are plain ASCII."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from practices.views.about import about
from practices.views.entries import entry_detail
from practices.views.home import home
from practices.views.landing import category_detail, province_detail, province_list, year_detail
from practices.views.lists import entry_list, municipality_list, practice_list
from practices.views.municipalities import municipality_detail
from practices.views.practices import practice_detail


class YearConverter(StringConverter):
    """Four digits, of either era; the view tells them apart."""

    regex = "[0-9]{4}"


register_converter(YearConverter, "year")

urlpatterns = [
    path("", home, name="home"),
    path("awards/", entry_list, name="entry-list"),
    path("practices/", practice_list, name="practice-list"),
    path("practices/<slug:slug>/", practice_detail, name="practice-detail"),
    path("municipalities/", municipality_list, name="municipality-list"),
    path("municipalities/<slug:slug>/", municipality_detail, name="municipality-detail"),
    path("municipalities/<slug:slug>/<year:year>/", entry_detail, name="entry-detail"),
    path("years/<year:year>/", year_detail, name="year-detail"),
    path("provinces/", province_list, name="province-list"),
    path("provinces/<slug:slug>/", province_detail, name="province-detail"),
    path("categories/<slug:code>/", category_detail, name="category-detail"),
    path("about/", about, name="about"),
]
