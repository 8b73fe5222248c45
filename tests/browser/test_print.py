"""On paper: a practice is one sheet, an entry reads like pages of a book, and both say where they come from."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.browser.kinds import ENTRY, PRACTICE, PUBLIC, cases, in_both_languages

BOOK = "https://kpi-lib.com/flippdf/kpi15860/files/basic-html/page279.html"
FRAME = [".skip", ".nav", ".tongue", ".crumbs", ".colophon", ".on-page", ".files"]

# The rows with the longest texts and addresses of their kind.
LONGEST = {
    path: path
    for path in [
        "/municipalities/lamphun-town/",
        "/municipalities/mae-hia-town/",
        "/municipalities/chiang-rai-city/",
        "/municipalities/nonthaburi-city/",
        "/municipalities/nonthaburi-city/2559/",
        "/municipalities/mae-hia-town/2564/",
        "/provinces/chiang-mai/",
        "/categories/transparency/",
        "/years/2566/",
    ]
}
SHEET = {"width": 672, "height": 1058}  # what the margins leave of A4, at 96 dots an inch

# Texts that find no room: on several lines in a box narrower than four letters, or outside the sheet or a box that cuts
# what does not fit.
CRAMPED = """() => {
    const found = [], texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, range = document.createRange();
        range.selectNodeContents(text);
        const rects = [...range.getClientRects()].filter(rect => rect.width > 1);
        if (!text.data.trim() || !rects.length || text.parentElement.closest(".visually-hidden, svg")) continue;
        let box = text.parentElement;
        while (getComputedStyle(box).display === "inline") box = box.parentElement;
        const narrow = box.clientWidth < 4 * parseFloat(getComputedStyle(box).fontSize);
        if (narrow && new Set(rects.map(rect => Math.round(rect.top))).size > 1) found.push(`narrow: ${text.data}`);
        for (let holder = box; holder; holder = holder.parentElement) {
            const {left, right} = holder.getBoundingClientRect();
            const cuts = holder === document.documentElement || getComputedStyle(holder).overflowX !== "visible";
            const isCut = cuts && rects.some(rect => rect.left < left - 1 || rect.right > right + 1);
            if (isCut) found.push(`cut: ${text.data}`);
        }
    }
    return found;
}"""


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


@pytest.mark.parametrize("path", **cases(in_both_languages(PUBLIC | LONGEST)))
def test_every_text_finds_room_on_paper(page, path):
    page.set_viewport_size(SHEET)
    page.emulate_media(media="print")
    page.goto(path)
    assert page.evaluate(CRAMPED) == []


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_map_and_its_heading_are_on_one_sheet(page, prefix):
    page.goto(f"{prefix}/")
    heading = re.sub(r"\s", "", page.locator("#by-province").inner_text())
    (above_the_key,) = (sheet.partition("7–9")[0] for sheet in printed(page) if "7–9" in sheet)
    assert heading in above_the_key


def test_paper_is_a4(page):
    page.goto(PRACTICE)
    box = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_dark_scheme_prints_as_ink_on_white(page):
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(ENTRY)
    colours = page.evaluate("(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
