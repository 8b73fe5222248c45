"""Small screens, zoom, wide spacing, fingers: everything finds room, and no Thai mark is cut."""

import pytest

from tests.browser.kinds import ADMIN, cases

PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
ZOOMED = {"width": DESK["width"] // 2, "height": DESK["height"] // 2}  # what 200 % leaves of a desk's screen
TARGET = 24

# The spacing that readers may set for themselves: WCAG 2.2, success criterion 1.4.12.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
SET = """sheet => {
    const added = new CSSStyleSheet();
    added.replaceSync(sheet);
    document.adoptedStyleSheets.push(added);
}"""

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Everything to point at that is smaller than a finger: what the eye does not see, a label does for its box, and a link
# within a sentence is as high as its line (2.5.8 leaves it out).
SMALL = """size => [...document.querySelectorAll("a, button, input, select, summary, [tabindex='0']")].filter(one => {
    const box = (one.closest("label") ?? one).getBoundingClientRect();
    const inSentence = getComputedStyle(one).display === "inline" && [...one.parentNode.childNodes].some(
        beside => beside.nodeType === Node.TEXT_NODE && beside.data.trim());
    return one.checkVisibility() && !one.closest(".map, .select2-hidden-accessible") && !inSentence
        && box.width && (box.width < size || box.height < size);
}).map(one => one.outerHTML)"""

# Tables that go on beyond their box and do not show it there.
CUT = """() => [...document.querySelectorAll("table")].map(table => table.parentElement).filter(box =>
    box.scrollWidth > box.clientWidth + 1 && !getComputedStyle(box).backgroundAttachment.includes("local")
).map(box => box.className)"""

# Boxes that hide what does not fit into them, other than those for screen readers only.
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(one => {
    const style = getComputedStyle(one);
    return !one.closest("svg, .visually-hidden") && /hidden|clip/.test(style.overflowY)
        && parseFloat(style.lineHeight) < 1.59 * parseFloat(style.fontSize);
}).map(one => one.outerHTML)"""


def test_page_needs_no_sideways_scroll(opened):
    for viewport in (PHONE, ZOOMED):
        opened.set_viewport_size(viewport)
        assert opened.evaluate(OVERFLOW) == 0


def test_targets_are_large_enough(opened):
    for viewport in (PHONE, DESK):
        opened.set_viewport_size(viewport)
        assert opened.evaluate(SMALL, TARGET) == []


def test_nothing_clips_lines_closer_than_thai_needs(opened):
    assert opened.evaluate(CLIPPED) == []


def test_wide_spacing_needs_no_sideways_scroll(opened):
    opened.set_viewport_size(PHONE)
    opened.evaluate(SET, SPACING)
    assert opened.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("path", **cases(ADMIN))
def test_admin_page_needs_no_sideways_scroll(admin_page, keys, path):
    admin_page.goto(path.format(**keys))
    for viewport in (PHONE, ZOOMED, DESK):
        admin_page.set_viewport_size(viewport)
        assert admin_page.evaluate(OVERFLOW) == 0


@pytest.mark.parametrize("path", **cases(ADMIN))
def test_admin_page_has_room_for_fingers_and_shows_where_a_table_goes_on(admin_page, keys, path):
    admin_page.goto(path.format(**keys))
    for viewport in (PHONE, DESK):
        admin_page.set_viewport_size(viewport)
        assert admin_page.evaluate(SMALL, TARGET) == []
        assert admin_page.evaluate(CUT) == []
