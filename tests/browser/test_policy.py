"""Pages ask nothing of other hosts, set no cookie, and run under a policy that forbids everything inline."""

import re

import pytest

from tests.browser.kinds import ADMIN, EVERY_PUBLIC, LOG_IN, cases

# A data block is not a script: browsers do not run it, and the policy does not ask about it.
INLINE = re.compile(
    r"<style|\sstyle=|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/(?:ld\+)?json\")",
    re.IGNORECASE,
)


@pytest.fixture
def watched(site):
    """`watched(page)`: what the page asks for elsewhere and what the browser complains of, as they come."""

    def watch(page):
        noted = []
        page.on("request", lambda request: request.url.startswith(f"{site}/") or noted.append(request.url))
        page.on("console", lambda message: message.type in ("error", "warning") and noted.append(message.text))
        page.on("pageerror", lambda error: noted.append(str(error)))
        return noted

    return watch


@pytest.mark.parametrize("path", **cases(EVERY_PUBLIC))
def test_public_page_is_quiet(page, watched, path):
    noted = watched(page)
    response = page.goto(path)
    page.evaluate("document.fonts.ready")
    # That the page itself was not found is no complaint about it.
    assert [line for line in noted if not (response.status >= 400 and "Failed to load" in line)] == []
    assert page.context.cookies() == []
    assert response.header_value("content-security-policy").startswith("default-src 'none';")
    assert INLINE.findall(response.text()) == []


@pytest.mark.parametrize("path", **cases(ADMIN | LOG_IN))
def test_admin_page_is_quiet(new_page, logged_in, keys, watched, path):
    page = new_page(storage_state=None if path in LOG_IN.values() else logged_in)
    noted = watched(page)
    response = page.goto(path.format(**keys))
    page.evaluate("document.fonts.ready")
    assert [line for line in noted if not (response.status >= 400 and "Failed to load" in line)] == []
    assert INLINE.findall(response.text()) == []


def test_public_pages_need_no_script(page):
    page.goto("/awards/")
    assert page.locator("script[src]").count() == 0
