"""Takes the pictures in docs/screenshots of a site that runs: python -m tests.browser.screenshots [ADDRESS]"""

import sys
from base64 import b64decode
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.chromium import launch
from tests.browser.kinds import ENTRY, PRACTICE

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "screenshots"
PAGES = {
    "home": "/",
    "list": "/awards/?province=40",
    "entry": ENTRY,
    "practice": PRACTICE,
    "compare": "/compare/?entry=khon-kaen-city:2557&entry=phana-subdistrict:2557",
    "peers": "/peers/?place=pak-kret-city",
}

PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
DESK = {"viewport": {"width": 1280, "height": 900}}
SHEET = {"viewport": {"width": 794, "height": 1123}, "device_scale_factor": 1.5}  # A4
# Name → how the browser stands, the language's prefix, the medium.
VIEWS = {
    "phone": (PHONE, "", "screen"),
    "desktop": (DESK, "", "screen"),
    "dark": (DESK | {"color_scheme": "dark"}, "", "screen"),
    "english": (DESK, "/en", "screen"),
    "print": (SHEET, "", "print"),
}
# What a printer leaves white, as print.css asks for it.
MARGIN = "@media print { body { margin: 15mm 17mm 14mm } }"


def picture(context, path, medium):
    """The first screen of the page as WebP, which Playwright itself does not offer."""
    page = context.new_page()
    page.goto(path)
    page.emulate_media(media=medium)
    page.add_style_tag(content=MARGIN)
    page.evaluate("document.fonts.ready")
    answer = context.new_cdp_session(page).send("Page.captureScreenshot", {"format": "webp", "quality": 80})
    page.close()
    return b64decode(answer["data"])


def main(address="http://127.0.0.1:8000"):
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for view, (stance, prefix, medium) in VIEWS.items():
            context = browser.new_context(base_url=address, bypass_csp=True, **stance)
            for name, path in PAGES.items():
                file = FOLDER / f"{name}-{view}.webp"
                file.write_bytes(picture(context, f"{prefix}{path}", medium))
                print(f"{file.name}: {file.stat().st_size // 1000} KB")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
