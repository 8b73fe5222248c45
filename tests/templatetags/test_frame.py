import pytest
from django.core.paginator import Paginator
from django.template import engines
from django.test import RequestFactory
from django.urls import ResolverMatch

from practices.templatetags import frame


def a_request(path="/awards/", url_name=None):
    request = RequestFactory().get(path)
    if url_name:
        request.resolver_match = ResolverMatch(lambda: None, (), {}, url_name=url_name)
    return request


def test_without_a_request_there_is_no_other_language():
    assert frame.other_language({}) is None


@pytest.mark.parametrize(
    ("url_name", "mark"),
    [
        ("entry-list", ' aria-current="page"'),
        ("entry", ' aria-current="page"'),
        ("entry-detail", ' aria-current="true"'),
        ("municipality-list", ""),
        (None, ""),
    ],
)
def test_menu_marks_where_the_reader_is(url_name, mark):
    assert frame.current({"request": a_request(url_name=url_name)}, "entry") == mark


def test_menu_marks_nothing_without_a_request():
    assert frame.current({}, "entry") == ""


def pager(path, number, *, rows=60, size=20):
    template = engines["django"].from_string("{% load frame %}{% pager page %}")
    page = Paginator(range(rows), size).page(number)
    return " ".join(template.render({"page": page}, a_request(path)).split())


def test_single_page_needs_no_way_on():
    assert pager("/awards/", 1, rows=20).strip() == ""


def test_first_page_has_no_number_in_its_address():
    shown = pager("/awards/?province=40&page=2", 2)
    assert '<a class="pager__link" href="/awards/?province=40" aria-label="หน้า 1">1</a>' in shown
    assert 'href="/awards/?province=40" rel="prev"' in shown
    assert 'href="/awards/?province=40&amp;page=3" rel="next"' in shown
    assert 'href="/awards/?province=40&amp;page=2" aria-current="page" aria-label="หน้า 2"' in shown


def test_first_page_without_filters_is_the_bare_address():
    assert 'href="/awards/" rel="prev"' in pager("/awards/?page=2", 2)


def test_ends_lead_nowhere_further():
    assert 'rel="prev"' not in pager("/awards/", 1)
    assert 'rel="next"' not in pager("/awards/?page=3", 3)


def test_many_pages_are_left_out_in_words_not_links():
    shown = pager("/awards/", 10, rows=400)
    assert shown.count('<span class="pager__link">…</span>') == 2
    assert 'aria-label="หน้า 20"' in shown
    assert 'aria-label="หน้า 5"' not in shown
