"""The style guide shows every component, and in each of them Thai marks stand whole, however a reader spaces them."""

import re
from base64 import b64encode
from pathlib import Path

import pytest

from tests.browser.test_room import DESK, OVERFLOW, PHONE, SET, SPACING
from tests.browser.test_rules import violations

# One element alone on the page, black on white.
ALONE = """
body, body * { visibility: hidden !important; background: #fff !important; }
.alone, .alone * { visibility: visible !important; color: #000 !important; border-color: #fff !important; }
"""
# The same letters where nothing can cut them.
FREE = """one => {
    const style = getComputedStyle(one), free = document.createElement("div");
    for (const name of ["fontSize", "fontWeight"]) free.style[name] = style[name];
    free.className = "free";
    free.textContent = one.value || one.textContent;
    document.body.append(free);
}"""
FREE_SHEET = ".free { position: absolute; inset-block-start: 0; line-height: 4 !important; white-space: nowrap; }"

# Rows of the picture that hold ink.
INK = """async picture => {
    const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    canvas.drawImage(bitmap, 0, 0);
    const {data} = canvas.getImageData(0, 0, bitmap.width, bitmap.height), rows = new Set();
    for (let at = 0; at < data.length; at += 4) if (data[at] < 128) rows.add(Math.floor(at / 4 / bitmap.width));
    return Math.max(...rows) - Math.min(...rows) + 1;
}"""


@pytest.fixture(scope="session")
def workshop(serve):
    """The address of the site with its style guide."""
    return serve(DJANGO_SETTINGS_MODULE="tools.settings", DJANGO_DEBUG="1")


@pytest.fixture
def guide(browser, workshop):
    context = browser.new_context(base_url=workshop, viewport=DESK, device_scale_factor=3)
    page = context.new_page()
    page.goto("/styleguide/")
    yield page
    context.close()


def ink(page, one):
    """The height of an element's letters in pixels, those that stand out of its box too."""
    one.evaluate("one => one.classList.add('alone')")
    one.scroll_into_view_if_needed()
    box = one.bounding_box()
    around = {"x": box["x"], "y": max(box["y"] - 20, 0), "width": box["width"], "height": box["height"] + 40}
    picture = page.screenshot(clip=around)
    one.evaluate("one => one.classList.remove('alone')")
    return page.evaluate(INK, b64encode(picture).decode())


@pytest.mark.parametrize("spacing", ["", SPACING], ids=["as-designed", "as-a-reader-may-space-it"])
@pytest.mark.parametrize(
    "specimen", ["h1", *(f".specimen--{name}" for name in ("button", "input", "select", "opening", "cell"))]
)
def test_no_mark_is_cut(guide, specimen, spacing):
    specimen = guide.locator(specimen)
    guide.evaluate(SET, spacing + ALONE + FREE_SHEET)
    specimen.evaluate(FREE)
    assert abs(ink(guide, specimen) - ink(guide, guide.locator(".free"))) <= 1


def test_cutting_would_be_seen(guide):
    guide.evaluate(SET, ALONE + FREE_SHEET + "h1 { line-height: 1.1 !important; overflow: hidden; }")
    specimen = guide.locator("h1")
    specimen.evaluate(FREE)
    assert ink(guide, specimen) < ink(guide, guide.locator(".free")) - 9


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_guide_forces_a_scheme(guide, scheme):
    guide.emulate_media(color_scheme="light" if scheme == "dark" else "dark")
    guide.goto(f"/styleguide/?scheme={scheme}")
    paper = guide.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (min(map(int, re.findall(r"\d+", paper))) > 200) == (scheme == "light")


def test_guide_shows_every_component(guide):
    sheet = Path("static/css/components.css").read_text(encoding="utf-8")
    styled = set(re.findall(r"\.([a-z][a-z0-9_-]*)", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)))
    shown = set(guide.evaluate("[...document.querySelectorAll('[class]')].flatMap(one => [...one.classList])"))
    assert sorted(styled - shown) == []


def test_guide_breaks_no_rule(guide):
    assert list(violations(guide)) == []


def test_guide_needs_no_sideways_scroll(guide):
    guide.set_viewport_size(PHONE)
    assert guide.evaluate(OVERFLOW) == 0


def test_guide_is_for_the_workshop_only(page):
    assert page.request.get("/styleguide/").status == 404
    assert page.request.get("/styleguide/dark.css").status == 404
