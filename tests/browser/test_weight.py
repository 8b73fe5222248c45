"""What a page weighs on the wire: fonts as they are, everything else in brotli."""

from functools import cache

import brotli
import pytest

from tests.browser.kinds import EVERY_PUBLIC, LISTS, in_both_languages

KB = 1000
EVERY_LIST = in_both_languages(LISTS)
FIRST_VISIT, LATER_VISIT, LIST_HTML = 100 * KB, 25 * KB, 12 * KB


def weight(response):
    """Bytes on the wire. Files are compressed once, as well as can be; a page quickly, when it is asked for."""
    body = response.body()
    if "font" in response.header_value("content-type"):
        return len(body)
    return packed(body, quality=5 if response.request.is_navigation_request() else 11)


@cache
def packed(body, quality):
    """Bytes of a body in brotli; most files are those of every page."""
    return len(brotli.compress(body, quality=quality))


def visit(page, path):
    """Every answer that the page is made of, the page itself first."""
    answers = []
    page.on("response", lambda response: answers.append(response))
    page.goto(path)
    page.evaluate("document.fonts.ready")
    return answers


@pytest.mark.parametrize(("name", "path"), EVERY_PUBLIC.items(), ids=EVERY_PUBLIC)
def test_page_is_light(new_page, name, path):
    weights = [weight(answer) for answer in visit(new_page(), path)]
    assert weights[0] <= (LIST_HTML if name in EVERY_LIST else LATER_VISIT)
    assert sum(weights) <= FIRST_VISIT


def test_files_come_compressed_and_are_kept(new_page):
    files = visit(new_page(), "/")[1:]
    assert len(files) > 7
    assert [file.url for file in files if "immutable" not in file.header_value("cache-control")] == []
    sheets = [file for file in files if file.request.resource_type == "stylesheet"]
    assert {sheet.header_value("content-encoding") for sheet in sheets} == {"br"}
