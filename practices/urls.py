"""The public addresses, the same in both languages. Slugs, codes and years are plain ASCII."""

from django.urls import include, path, register_converter
from django.urls.converters import StringConverter

from practices.exports import TABLES
from practices.views.about import about
from practices.views.award import about_award
from practices.views.changes import change_atom, change_list
from practices.views.cite import FORMATS, cite_body, cite_entry, cite_practice
from practices.views.compare import compare, compare_csv
from practices.views.data import data
from practices.views.entries import entry_detail
from practices.views.files import catalogue_zip, list_atom, list_csv, list_xlsx
from practices.views.home import home
from practices.views.landing import (
    category_detail,
    category_list,
    province_detail,
    province_list,
    topic_detail,
    topic_list,
    year_detail,
    year_list,
)
from practices.views.lists import entry_list, municipality_list, practice_list
from practices.views.municipalities import municipality_detail
from practices.views.peers import peer_finder
from practices.views.practices import practice_detail
from practices.views.quality import quality
from practices.views.statements import accessibility, privacy


class YearConverter(StringConverter):
    """Four digits, of either era; the view tells them apart."""

    regex = "[0-9]{4}"


class TableConverter(StringConverter):
    """The name of a list that can be had as a file."""

    regex = "|".join(TABLES)


class FeedConverter(StringConverter):
    """The name of a list that can be followed."""

    regex = "awards|practices"


class CiteConverter(StringConverter):
    """A format that reference managers read."""

    regex = "|".join(FORMATS)


register_converter(CiteConverter, "cite")
register_converter(YearConverter, "year")
register_converter(TableConverter, "table")
register_converter(FeedConverter, "feed")

urlpatterns = [
    path("", home, name="home"),
    path("awards/", entry_list, name="entry-list"),
    path("practices/", practice_list, name="practice-list"),
    path("practices/<slug:slug>/", practice_detail, name="practice-detail"),
    path("municipalities/", municipality_list, name="municipality-list"),
    path("municipalities/<slug:slug>/", municipality_detail, name="municipality-detail"),
    path("municipalities/<slug:slug>/<year:year>/", entry_detail, name="entry-detail"),
    path("municipalities/<slug:slug>/cite.<cite:form>", cite_body, name="cite-body"),
    path("municipalities/<slug:slug>/<year:year>/cite.<cite:form>", cite_entry, name="cite-entry"),
    path("practices/<slug:slug>/cite.<cite:form>", cite_practice, name="cite-practice"),
    path("years/", year_list, name="year-list"),
    path("years/<year:year>/", year_detail, name="year-detail"),
    path("provinces/", province_list, name="province-list"),
    path("provinces/<slug:slug>/", province_detail, name="province-detail"),
    path("categories/", category_list, name="category-list"),
    path("categories/<slug:code>/", category_detail, name="category-detail"),
    path("topics/", topic_list, name="topic-list"),
    path("topics/<slug:code>/", topic_detail, name="topic-detail"),
    path("peers/", peer_finder, name="peers"),
    path("compare/", compare, name="compare"),
    path("compare.csv", compare_csv, name="compare-csv"),
    path("about/", about, name="about"),
    path("about/award/", about_award, name="about-award"),
    path("accessibility/", accessibility, name="accessibility"),
    path("privacy/", privacy, name="privacy"),
    path("data/", data, name="data"),
    path("data/quality/", quality, name="data-quality"),
    path("data/catalogue.zip", catalogue_zip, name="catalogue-zip"),
    path("<table:table>.csv", list_csv, name="list-csv"),
    path("<table:table>.xlsx", list_xlsx, name="list-xlsx"),
    path("<feed:table>.atom", list_atom, name="list-atom"),
    path("changes/", change_list, name="change-list"),
    path("changes.atom", change_atom, name="change-atom"),
    path("api/", include("practices.api.urls")),
]
