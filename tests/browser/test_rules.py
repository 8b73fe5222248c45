"""Every kind of page keeps the accessibility rules of axe-core, in both languages, both schemes, on phone and desk."""

import itertools
from typing import NamedTuple

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.template.loader import render_to_string

from tests.browser.kinds import ACCOUNTS, ADMIN, cases

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDTHS = [320, 1280]
OF_COLOUR = ["color-contrast", "link-in-text-block"]  # what the scheme can change; all else is the same in both
# The admin fades from colour to colour, and axe would measure halfway.
STILL = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("*, ::before, ::after { transition: none !important }");
    document.adoptedStyleSheets.push(sheet);
}"""


class Violation(NamedTuple):
    width: int
    scheme: str
    rule: str
    html: str
    summary: str


def violations(page):
    """What axe finds on the open page, width by width and scheme by scheme, in one load."""
    page.evaluate(AXE_SCRIPT)
    page.evaluate(STILL)
    for width, (scheme, rules, least) in itertools.product(WIDTHS, [("light", RULES, 10), ("dark", OF_COLOUR, 1)]):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        found = page.evaluate("rules => axe.run({resultTypes: ['violations'], runOnly: rules})", rules)
        assert len(found["passes"]) >= least, "axe did not look"
        for violation in found["violations"]:
            for node in violation["nodes"]:
                yield Violation(width, scheme, violation["id"], node["html"], node["failureSummary"])


def test_public_page_breaks_no_rule(opened):
    assert list(violations(opened)) == []


def test_log_in_breaks_no_rule(new_page):
    page = new_page()
    page.goto("/admin/login/")
    assert list(violations(page)) == []


@pytest.mark.parametrize("path", **cases(ADMIN))
def test_admin_page_breaks_no_rule(admin_page, keys, path):
    admin_page.goto(path.format(**keys))
    assert list(violations(admin_page)) == []


@pytest.mark.parametrize("path", **cases(ACCOUNTS))
def test_page_of_accounts_breaks_no_rule(new_page, boss_logged_in, path):
    page = new_page(storage_state=boss_logged_in)
    assert page.goto(path).ok
    assert list(violations(page)) == []


def test_page_for_500_breaks_no_rule(page):
    page.route("**/broken/", lambda route: route.fulfill(body=render_to_string("500.html"), content_type="text/html"))
    page.goto("/broken/")
    assert list(violations(page)) == []
