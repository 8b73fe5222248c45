"""On paper: a practice is one sheet, an entry reads like pages of a book, and both say where they come from."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.browser.kinds import ENTRY, PRACTICE

BOOK = "https://kpi-lib.com/flippdf/kpi15860/files/basic-html/page279.html"
FRAME = [".skip", ".nav", ".tongue", ".crumbs", ".colophon", ".on-page", ".files"]


def printed(page):
    """The sheets of the open page, each as its text, without the spaces that a PDF puts anywhere."""
    pdf = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    return [re.sub(r"\s", "", sheet.extract_text()) for sheet in pdf.pages]


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_practice_fits_one_sheet(page, site, prefix):
    page.goto(f"{prefix}{PRACTICE}")
    (sheet,) = printed(page)
    assert BOOK in sheet
    assert f"{site}{prefix}{PRACTICE}" in sheet
    for fact in ("111,707", "043-221-667", "2555"):
        assert fact in sheet


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_entry_shows_its_source_and_address(page, site, prefix):
    page.goto(f"{prefix}{ENTRY}")
    sheets = printed(page)
    assert len(sheets) <= 2
    assert BOOK in "".join(sheets)
    assert f"{site}{prefix}{ENTRY}" in "".join(sheets)
    assert "678,749,799.10" in "".join(sheets)


@pytest.mark.parametrize("path", ["/", "/awards/", ENTRY, PRACTICE])
def test_paper_has_no_navigation(page, path):
    page.goto(path)
    page.emulate_media(media="print")
    shown = [part for part in FRAME if any(one.is_visible() for one in page.locator(part).all())]
    assert shown == []
    assert page.locator("search:visible, .try:visible, .pager:visible, .chips:visible").count() == 0
    assert page.locator("h1").is_visible()


def test_paper_is_a4(page):
    page.goto(PRACTICE)
    box = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_dark_scheme_prints_as_ink_on_white(page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(ENTRY)
    colours = page.evaluate("(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
